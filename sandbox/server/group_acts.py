"""What people do with a group: join, add the bot, promote, rename, put out, upgrade."""

from dataclasses import replace

from sandbox.server import acts, delivery
from sandbox.server.changes import ChangeKind
from sandbox.server.errors import ActRefused
from sandbox.server.groups import Group, Standing
from sandbox.server.messages import Content, Message
from sandbox.server.people import User
from sandbox.server.state import Sandbox
from sandbox.server.texts import typed_text
from sandbox.server.wire import Json


def join(sandbox: Sandbox, group: Group, person: User) -> None:
    """Somebody comes in."""
    if group.holds(person.id):
        raise ActRefused(f"{person.name} is in {group.title} already")
    _stand(sandbox, group, person, Standing.MEMBER, by=person)
    _note(sandbox, group, {"new_chat_members": [person.as_user()]}, by=person)


def leave(sandbox: Sandbox, group: Group, person: User) -> None:
    """Somebody goes out."""
    group.somebody(person)
    _note(sandbox, group, {"left_chat_member": person.as_user()}, by=person)
    _stand(sandbox, group, person, Standing.LEFT, by=person)


def add_bot(
    sandbox: Sandbox, group: Group, payload: str = "", *, by: User, leads: bool = False
) -> None:
    """Choose the group behind a link; what the link carries is sent as a command.

    A bot that is there already only gets the command.
    """
    if not acts.PAYLOAD.fullmatch(payload):
        raise ActRefused("a start payload has at most 64 of A-Z a-z 0-9 _ -")
    group.somebody(by)
    bot = sandbox.bots[group.bot_id].user
    if not group.holds(bot.id):
        standing = Standing.ADMINISTRATOR if leads else Standing.MEMBER
        _stand(sandbox, group, bot, standing, by=by)
        _note(sandbox, group, {"new_chat_members": [bot.as_user()]}, by=by)
    if payload:
        words = typed_text(f"/start@{bot.username} {payload}")
        acts.post(sandbox, group, Content(words=words), by=by)


def promote(sandbox: Sandbox, group: Group, user: User, *, by: User) -> None:
    """Make somebody, or the bot, an administrator."""
    group.leader(by)
    group.somebody(user)
    _stand(sandbox, group, user, Standing.ADMINISTRATOR, by=by)


def go_anonymous(sandbox: Sandbox, group: Group, person: User) -> None:
    """Write in the group's name from now on, as administrators of supergroups may."""
    group.leader(person)
    if not group.is_super:
        raise ActRefused("only supergroups have anonymous administrators")
    group.put(replace(group.member(person), anonymous=True))
    sandbox.tell(ChangeKind.MEMBERSHIP, group)


def put_out(sandbox: Sandbox, group: Group, user: User, *, by: User) -> None:
    """Put somebody, or the bot, out of the group."""
    group.leader(by)
    group.somebody(user)
    _stand(sandbox, group, user, Standing.KICKED, by=by)
    _note(sandbox, group, {"left_chat_member": user.as_user()}, by=by)


def rename(sandbox: Sandbox, group: Group, title: str, *, by: User) -> None:
    """Give the group another name."""
    group.leader(by)
    group.title = title
    for message in group.newest_first:
        group.messages[message.id] = replace(message, chat=group.as_chat())
    sandbox.tell(ChangeKind.MEMBERSHIP, group)
    _note(sandbox, group, {"new_chat_title": title}, by=by)


def bot_leaves(sandbox: Sandbox, group: Group) -> None:
    """The bot goes by itself."""
    bot = sandbox.bots[group.bot_id].user
    _note(sandbox, group, {"left_chat_member": bot.as_user()}, by=bot)
    _stand(sandbox, group, bot, Standing.LEFT, by=bot)


def upgrade(sandbox: Sandbox, group: Group, *, by: User) -> Group:
    """Make the group a supergroup: it goes on under another id, and the old one is closed."""
    group.leader(by)
    if group.is_super:
        raise ActRefused("it is a supergroup already")
    new = sandbox.add_group(
        sandbox.bots[group.bot_id], group.title, group.somebody(by), is_super=True
    )
    for member in group.members.values():
        new.put(member)
    new.started = group.started
    _note(sandbox, group, {"migrate_to_chat_id": new.id}, by=by)
    _note(sandbox, new, {"migrate_from_chat_id": group.id}, by=by, as_group=True)
    group.migrated_to = new.id
    return new


def _stand(sandbox: Sandbox, group: Group, user: User, standing: Standing, *, by: User) -> None:
    before, after = group.stand(user, standing)
    group.started = group.started or user.id == group.bot_id
    sandbox.tell(ChangeKind.MEMBERSHIP, group)
    delivery.standing_changed(sandbox, group, by=by, before=before, after=after)


def _note(
    sandbox: Sandbox, group: Group, attached: Json, *, by: User, as_group: bool = False
) -> Message:
    """A line of the group's own history; what a supergroup was before is told by itself."""
    return acts.post(sandbox, group, Content(attached=attached), by=by, as_group=as_group)

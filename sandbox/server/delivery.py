"""What bots are told of: the one place through which every update passes."""

import re
from typing import Final

from sandbox.server import limits
from sandbox.server.chats import Chat
from sandbox.server.entities import EntityKind
from sandbox.server.groups import Group, GroupMember
from sandbox.server.messages import Message
from sandbox.server.people import User
from sandbox.server.presses import Press
from sandbox.server.state import Sandbox
from sandbox.server.wire import Json

_COMMAND: Final = re.compile(r"/\w+(?:@(\w+))?")
_THINGS: Final = frozenset({"photo", "sticker", "voice", "document", "location", "contact"})


def deliver(sandbox: Sandbox, bot_id: int, kind: str, body: Json, *, kept_seconds: float) -> None:
    """Queue an update for the bot."""
    sandbox.bots[bot_id].updates.add(kind, body, kept_seconds=kept_seconds)


def message_written(sandbox: Sandbox, chat: Chat, message: Message) -> None:
    """Somebody sent a message."""
    _message(sandbox, chat, message, "message")


def message_edited(sandbox: Sandbox, chat: Chat, message: Message) -> None:
    """Somebody changed a message."""
    _message(sandbox, chat, message, "edited_message")


def button_pressed(sandbox: Sandbox, chat: Chat, press: Press, under: Json, *, by: User) -> None:
    """Somebody pressed a button under a message; in a group, too, under their own id."""
    body = {
        "id": press.id,
        "from": by.as_user(),
        "message": under,
        "chat_instance": chat.instance,
        "data": press.button_data,
    }
    kept = limits.PRESS_KEPT_SECONDS
    deliver(sandbox, chat.bot_id, "callback_query", body, kept_seconds=kept)


def blocking_changed(sandbox: Sandbox, chat: Chat, *, blocked: bool) -> None:
    """A person blocked the bot or let it speak again."""
    member = {"user": sandbox.bots[chat.bot_id].user.as_user(), "status": "member"}
    kicked = {**member, "status": "kicked", "until_date": 0}
    old, new = (member, kicked) if blocked else (kicked, member)
    _membership(sandbox, chat, "my_chat_member", by=chat.somebody(None), old=old, new=new)


def standing_changed(
    sandbox: Sandbox, group: Group, *, by: User, before: GroupMember, after: GroupMember
) -> None:
    """Somebody's place in a group changed; of others' only an administrator is told."""
    told_of_itself = after.user.id == group.bot_id
    bot = group.bot_member
    if not told_of_itself and not (bot is not None and bot.leads):
        return
    kind = "my_chat_member" if told_of_itself else "chat_member"
    old, new = before.as_member(), after.as_member()
    _membership(sandbox, group, kind, by=by, old=old, new=new)


def _message(sandbox: Sandbox, chat: Chat, message: Message, kind: str) -> None:
    if isinstance(chat, Group) and not _may_read(sandbox, chat, message):
        return
    kept = limits.MESSAGE_KEPT_SECONDS
    deliver(sandbox, chat.bot_id, kind, message.as_message(), kept_seconds=kept)


def _may_read(sandbox: Sandbox, group: Group, message: Message) -> bool:
    """Privacy mode: commands for the bot, replies to it, and what happened to the group."""
    bot = group.bot_member
    if bot is None or not (bot.inside or _tells_of_leaving(message, group)):
        return False
    if bot.leads or (message.kind and message.kind not in _THINGS):
        return True
    if message.reply_to is not None and message.reply_to.sender.id == group.bot_id:
        return True
    return _is_command_for(sandbox.bots[group.bot_id].user.username, message)


def _tells_of_leaving(message: Message, group: Group) -> bool:
    """A bot that is put out of a small group still hears of that."""
    gone = (message.content.attached or {}).get("left_chat_member", {})
    return not group.is_super and gone.get("id") == group.bot_id


def _is_command_for(username: str, message: Message) -> bool:
    words = message.content.words
    if not any(e.kind is EntityKind.BOT_COMMAND and e.offset == 0 for e in words.entities):
        return False
    found = _COMMAND.match(words.text)
    return found is not None and (found[1] or username).lower() == username.lower()


def _membership(
    sandbox: Sandbox, chat: Chat, kind: str, *, by: User, old: Json, new: Json
) -> None:
    body = {
        "chat": chat.as_chat(),
        "from": by.as_user(),
        "date": sandbox.timestamp(),
        "old_chat_member": old,
        "new_chat_member": new,
    }
    kept = limits.MESSAGE_KEPT_SECONDS
    deliver(sandbox, chat.bot_id, kind, body, kept_seconds=kept)

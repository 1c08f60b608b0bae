"""Groups and supergroups: their members, and what a member may do there."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from sandbox.server.chats import Chat, ChatKind
from sandbox.server.errors import ActRefused
from sandbox.server.people import User
from sandbox.server.wire import Json

# The account in whose name an anonymous administrator writes.
ANONYMOUS: Final = User(
    id=1_087_968_824, first_name="Group", username="GroupAnonymousBot", is_bot=True
)
_RIGHTS: Final = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
)


class Standing(StrEnum):
    """How somebody stands in a group."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"


_INSIDE: Final = frozenset({Standing.CREATOR, Standing.ADMINISTRATOR, Standing.MEMBER})


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupMember:
    """Somebody in a group, or somebody who was."""

    user: User
    standing: Standing = Standing.MEMBER
    anonymous: bool = False

    @property
    def inside(self) -> bool:
        """Whether they are in the group now."""
        return self.standing in _INSIDE

    @property
    def leads(self) -> bool:
        """Whether they are one of its administrators."""
        return self.standing in {Standing.CREATOR, Standing.ADMINISTRATOR}

    def as_member(self) -> Json:
        """The ChatMember object."""
        shown: Json = {"user": self.user.as_user(), "status": str(self.standing)}
        match self.standing:
            case Standing.CREATOR:
                return {**shown, "is_anonymous": self.anonymous}
            case Standing.ADMINISTRATOR:
                rights = dict.fromkeys(_RIGHTS, True)
                return {
                    **shown,
                    "can_be_edited": False,
                    "is_anonymous": self.anonymous,
                    **rights,
                }
            case Standing.KICKED:
                return {**shown, "until_date": 0}
        return shown


@dataclass(slots=True, kw_only=True)
class Group(Chat):
    """A chat of many; a small group becomes a supergroup under a new id."""

    title: str
    members: dict[int, GroupMember] = field(default_factory=dict)
    migrated_to: int = 0
    last_message_id: int = 0

    @property
    def is_super(self) -> bool:
        """Whether it is a supergroup."""
        return self.kind is ChatKind.SUPERGROUP

    @property
    def bot_member(self) -> GroupMember | None:
        """How the bot stands here; None when it never was here."""
        return self.members.get(self.bot_id)

    def as_chat(self) -> Json:
        """The Chat object."""
        return {"id": self.id, "title": self.title, "type": str(self.kind)}

    def somebody(self, by: User | None) -> User:
        """Somebody who is in the group."""
        if self.migrated_to:
            raise ActRefused("the group has become a supergroup")
        if by is None or not self.holds(by.id):
            raise ActRefused(f"{by.name if by else 'nobody'} is not in {self.title}")
        return by

    def leader(self, by: User) -> User:
        """An administrator of the group."""
        if not self.member(self.somebody(by)).leads:
            raise ActRefused(f"{by.name} is not an administrator of {self.title}")
        return by

    def holds(self, user_id: int) -> bool:
        """Whether somebody is in the group now."""
        found = self.members.get(user_id)
        return found is not None and found.inside

    def member(self, user: User) -> GroupMember:
        """How somebody stands here; who never was here has left."""
        return self.members.get(user.id) or GroupMember(user=user, standing=Standing.LEFT)

    def put(self, member: GroupMember) -> None:
        """Somebody stands here so from now on."""
        self.members[member.user.id] = member

    def stand(self, user: User, standing: Standing) -> tuple[GroupMember, GroupMember]:
        """Change how somebody stands here; how it was and how it is."""
        before = self.member(user)
        after = replace(before, standing=standing, anonymous=False)
        self.put(after)
        return before, after

    def inside(self) -> list[GroupMember]:
        """Who is in the group now."""
        return [member for member in self.members.values() if member.inside]

    def next_message_id(self) -> int:
        """Supergroups number their messages by themselves."""
        self.last_message_id += 1
        return self.last_message_id

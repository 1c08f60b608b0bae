"""Bots: their account, their profile in several languages, and what waits for them."""

from dataclasses import dataclass, field
from enum import StrEnum

from sandbox.server.commands import CommandBook
from sandbox.server.people import User
from sandbox.server.updates import UpdateQueue
from sandbox.server.wire import Json


class ProfileText(StrEnum):
    """The texts a bot may set about itself."""

    NAME = "name"
    DESCRIPTION = "description"
    SHORT_DESCRIPTION = "short_description"


@dataclass(slots=True, kw_only=True)
class Bot:
    """A bot that holds a token of this sandbox."""

    user: User
    token: str
    updates: UpdateQueue
    commands: CommandBook = field(default_factory=CommandBook)
    profile: dict[tuple[ProfileText, str], str] = field(default_factory=dict)
    webhook_url: str = ""
    last_message_id: int = 0

    @property
    def id(self) -> int:
        """The id of its account."""
        return self.user.id

    def next_message_id(self) -> int:
        """Private chats and small groups of one bot number their messages together."""
        self.last_message_id += 1
        return self.last_message_id

    def says(self, kind: ProfileText, language: str) -> str:
        """A profile text in that language, else the one for every language."""
        return self.profile.get((kind, language)) or self.profile.get((kind, ""), "")

    def as_me(self) -> Json:
        """The User object that getMe returns."""
        return {
            **self.user.as_user(),
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }

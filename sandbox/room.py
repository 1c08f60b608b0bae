"""A group as a story uses it: who is in it, what stands there, and what becomes of it."""

from typing import Protocol

from sandbox.server import group_acts
from sandbox.server.groups import Group
from sandbox.server.messages import Message
from sandbox.server.people import User
from sandbox.server.state import Sandbox
from sandbox.transcripts import shows_all, transcript_of


class Somebody(Protocol):
    """A person of a story."""

    @property
    def user(self) -> User:
        """The account."""


class Room:
    """A group of people, to which the bot may be added."""

    def __init__(self, sandbox: Sandbox, group: Group) -> None:
        self._sandbox = sandbox
        self.group = group

    @property
    def id(self) -> int:
        """The id of the chat now; becoming a supergroup changes it."""
        return self.group.id

    @property
    def bot(self) -> User:
        """The bot's own account."""
        return self._sandbox.bots[self.group.bot_id].user

    @property
    def has_bot(self) -> bool:
        """Whether the bot is in the group."""
        return self.group.holds(self.bot.id)

    @property
    def messages(self) -> list[Message]:
        """All messages, oldest first."""
        return self.group.newest_first[::-1]

    @property
    def from_bot(self) -> list[Message]:
        """What the bot said here, oldest first."""
        said = [message for message in self.messages if message.from_bot]
        return [message for message in said if not message.content.attached]

    def shows(self, *words: str) -> bool:
        """Whether one message of the bot shows all these words now."""
        return any(shows_all(message, words) for message in self.from_bot)

    def transcript(self) -> str:
        """The group as plain text, with its buttons."""
        return transcript_of(self.group)

    def joins(self, person: Somebody) -> None:
        """Somebody comes in."""
        group_acts.join(self._sandbox, self.group, person.user)

    def leaves(self, person: Somebody) -> None:
        """Somebody goes out."""
        group_acts.leave(self._sandbox, self.group, person.user)

    def promotes(self, person: Somebody, *, by: Somebody) -> None:
        """Somebody becomes an administrator."""
        group_acts.promote(self._sandbox, self.group, person.user, by=by.user)

    def promotes_bot(self, *, by: Somebody) -> None:
        """The bot becomes an administrator, who reads everything."""
        group_acts.promote(self._sandbox, self.group, self.bot, by=by.user)

    def hides(self, person: Somebody) -> None:
        """An administrator writes in the group's name from now on."""
        group_acts.go_anonymous(self._sandbox, self.group, person.user)

    def is_renamed(self, title: str, *, by: Somebody) -> None:
        """The group gets another name."""
        group_acts.rename(self._sandbox, self.group, title, by=by.user)

    def puts_bot_out(self, *, by: Somebody) -> None:
        """The bot is thrown out."""
        group_acts.put_out(self._sandbox, self.group, self.bot, by=by.user)

    def becomes_supergroup(self, *, by: Somebody) -> None:
        """The group goes on under another id."""
        self.group = group_acts.upgrade(self._sandbox, self.group, by=by.user)

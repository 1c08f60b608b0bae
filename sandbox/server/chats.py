"""Chats: who talks there, and what stands in them."""

from dataclasses import dataclass, field
from enum import StrEnum

from sandbox.server.messages import Message
from sandbox.server.people import User
from sandbox.server.wire import Json


class ChatKind(StrEnum):
    """What sort of chat it is."""

    PRIVATE = "private"


@dataclass(slots=True, kw_only=True)
class Chat:
    """A chat of one bot. In a private chat the id is the person's."""

    id: int
    kind: ChatKind
    bot_id: int
    person: User
    instance: str
    started: bool = False
    blocked: bool = False
    action: str = ""
    messages: dict[int, Message] = field(default_factory=dict)

    @property
    def newest_first(self) -> list[Message]:
        """All messages, the last one first."""
        return [self.messages[number] for number in sorted(self.messages, reverse=True)]

    def as_chat(self) -> Json:
        """The Chat object."""
        return self.person.as_private_chat()

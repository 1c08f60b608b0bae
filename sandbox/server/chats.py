"""Chats: what stands in them, and whose private chat it is."""

from dataclasses import dataclass, field
from enum import StrEnum

from sandbox.server.errors import ActRefused
from sandbox.server.messages import Message
from sandbox.server.people import User
from sandbox.server.wire import Json


class ChatKind(StrEnum):
    """What sort of chat it is."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


@dataclass(slots=True, kw_only=True)
class Chat:
    """A chat of one bot."""

    id: int
    kind: ChatKind
    bot_id: int
    instance: str
    started: bool = False
    blocked: bool = False
    action: str = ""
    messages: dict[int, Message] = field(default_factory=dict)
    prompts_gone: list[Message] = field(default_factory=list)

    @property
    def newest_first(self) -> list[Message]:
        """All messages, the last one first."""
        return [self.messages[number] for number in sorted(self.messages, reverse=True)]

    def as_chat(self) -> Json:
        """The Chat object."""
        return {"id": self.id, "type": str(self.kind)}

    def somebody(self, by: User | None) -> User:
        """Who acts here; ActRefused when that person is not in the chat."""
        raise ActRefused(f"{by.name if by else 'nobody'} is not in this chat")


@dataclass(slots=True, kw_only=True)
class PrivateChat(Chat):
    """A chat with one person, whose id is the chat's."""

    person: User

    def as_chat(self) -> Json:
        """The Chat object."""
        return self.person.as_private_chat()

    def somebody(self, by: User | None) -> User:
        """Only the person acts here."""
        if by is not None and by.id != self.person.id:
            raise ActRefused("this chat is somebody else's")
        return self.person

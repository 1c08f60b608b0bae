"""Buttons of the inbox and of pushed notices."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class OpenInbox(Button):
    """A page of the inbox; kind 0 is all, pages count from 1."""

    PREFIX: ClassVar[str] = "i"

    kind: int = 0
    page: int = 1


@dataclass(frozen=True)
class OpenNotice(Button):
    """What a notice is about; pressing it marks the notice as read."""

    PREFIX: ClassVar[str] = "n"

    notice_id: int


@dataclass(frozen=True)
class MarkAllRead(Button):
    """Mark every notice as read."""

    PREFIX: ClassVar[str] = "ir"

"""Buttons of what buyer and shop write to each other about an order."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class OpenThread(Button):
    """What was written about an order, the newest first; pages count from 1."""

    PREFIX: ClassVar[str] = "q"

    order_id: int
    page: int = 1


@dataclass(frozen=True)
class WriteMessage(Button):
    """Write to the other side of an order."""

    PREFIX: ClassVar[str] = "qw"

    order_id: int


@dataclass(frozen=True)
class SendMessage(Button):
    """Send what was typed after a message was on its way already."""

    PREFIX: ClassVar[str] = "qs"

    order_id: int


@dataclass(frozen=True)
class DropMessage(Button):
    """Do not send it."""

    PREFIX: ClassVar[str] = "qd"

    order_id: int

"""Buttons of cancelling an order."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class AskCancellation(Button):
    """Why should the order be cancelled?"""

    PREFIX: ClassVar[str] = "c"

    order_id: int


@dataclass(frozen=True)
class ChooseReason(Button):
    """A reason, by its place among those of the order's status."""

    PREFIX: ClassVar[str] = "cr"

    order_id: int
    reason: int


@dataclass(frozen=True)
class AddWords(Button):
    """Say more in words; the reason is kept."""

    PREFIX: ClassVar[str] = "cw"

    order_id: int
    reason: int


@dataclass(frozen=True)
class SendCancellation(Button):
    """Cancel the order for this reason."""

    PREFIX: ClassVar[str] = "cs"

    order_id: int
    reason: int

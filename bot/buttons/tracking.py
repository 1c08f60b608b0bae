"""Buttons with which a buyer follows and receives a parcel."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class Track(Button):
    """Where the parcel is."""

    PREFIX: ClassVar[str] = "t"

    order_id: int


@dataclass(frozen=True)
class ConfirmCod(Button):
    """Yes, send the parcel that is paid at the door."""

    PREFIX: ClassVar[str] = "ty"

    order_id: int


@dataclass(frozen=True)
class AskReceived(Button):
    """Is everything there?"""

    PREFIX: ClassVar[str] = "tr"

    order_id: int


@dataclass(frozen=True)
class Received(Button):
    """Everything is there; the order is closed."""

    PREFIX: ClassVar[str] = "ts"

    order_id: int

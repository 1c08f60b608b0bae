"""Buttons of operators."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class OpenDisputes(Button):
    """What waits for an operator."""

    PREFIX: ClassVar[str] = "xl"


@dataclass(frozen=True)
class OpenDispute(Button):
    """One of it."""

    PREFIX: ClassVar[str] = "xo"

    order_id: int


@dataclass(frozen=True)
class Rule(Button):
    """The money came, or it did not."""

    PREFIX: ClassVar[str] = "xr"

    order_id: int
    came: bool

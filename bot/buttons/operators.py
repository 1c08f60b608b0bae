"""Buttons of operators."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class OpenDisputes(Button):
    """A page of what waits for an operator; pages count from 1."""

    PREFIX: ClassVar[str] = "xl"

    page: int = 1


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


@dataclass(frozen=True)
class OpenLateRefunds(Button):
    """A page of refunds that operators look after; pages count from 1."""

    PREFIX: ClassVar[str] = "xf"

    page: int = 1


@dataclass(frozen=True)
class OpenLateRefund(Button):
    """One of them."""

    PREFIX: ClassVar[str] = "xg"

    refund_id: int


@dataclass(frozen=True)
class SayRefunded(Button):
    """It was given back at the payment provider, after so many attempts before."""

    PREFIX: ClassVar[str] = "xw"

    refund_id: int
    attempt: int

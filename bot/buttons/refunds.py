"""Buttons of money that goes back by hand: the buyer's, and the shop's in private."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class FillAccount(Button):
    """Where shall the money go?"""

    PREFIX: ClassVar[str] = "wa"

    refund_id: int


@dataclass(frozen=True)
class FillAccountAs(Button):
    """To a bank account or an e-wallet, by its place in the list of kinds."""

    PREFIX: ClassVar[str] = "wk"

    refund_id: int
    kind: int


@dataclass(frozen=True)
class SaveAccount(Button):
    """The account that was typed is right."""

    PREFIX: ClassVar[str] = "wv"

    refund_id: int


@dataclass(frozen=True)
class TakeOverAccount(Button):
    """To the account of the last time."""

    PREFIX: ClassVar[str] = "wt"

    refund_id: int


@dataclass(frozen=True)
class RefundReceived(Button):
    """The money is there."""

    PREFIX: ClassVar[str] = "wr"

    refund_id: int


@dataclass(frozen=True)
class RefundNotReceived(Button):
    """What was sent at this attempt is not there."""

    PREFIX: ClassVar[str] = "wf"

    refund_id: int
    attempt: int


@dataclass(frozen=True)
class OpenRefunds(Button):
    """A page of what the shop has to send back; pages count from 1."""

    PREFIX: ClassVar[str] = "wl"

    shop_id: int
    page: int = 1


@dataclass(frozen=True)
class OpenRefund(Button):
    """One of them, with the account it goes to."""

    PREFIX: ClassVar[str] = "w"

    refund_id: int


@dataclass(frozen=True)
class SayRefundSent(Button):
    """The money was sent, after so many attempts before."""

    PREFIX: ClassVar[str] = "ws"

    refund_id: int
    attempt: int


@dataclass(frozen=True)
class SayRefundWithoutProof(Button):
    """The money was sent, after so many attempts before, and there is no picture of it."""

    PREFIX: ClassVar[str] = "wn"

    refund_id: int
    attempt: int

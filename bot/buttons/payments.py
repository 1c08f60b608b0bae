"""Buttons of payments by hand: the buyer's, and the shop's on the card of a claim."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class OpenPayment(Button):
    """How the order is paid."""

    PREFIX: ClassVar[str] = "v"

    order_id: int


@dataclass(frozen=True)
class OpenInvoice(Button):
    """Pay it here in the chat."""

    PREFIX: ClassVar[str] = "vi"

    order_id: int


@dataclass(frozen=True)
class ShowStaticCode(Button):
    """The shop's own QRIS code, for an app that refuses the one with the sum."""

    PREFIX: ClassVar[str] = "vq"

    order_id: int


@dataclass(frozen=True)
class SayPaid(Button):
    """I have transferred."""

    PREFIX: ClassVar[str] = "vp"

    order_id: int


@dataclass(frozen=True)
class SayWithoutProof(Button):
    """I have transferred, and I send no picture."""

    PREFIX: ClassVar[str] = "vc"

    order_id: int


@dataclass(frozen=True)
class PhotoIsFor(Button):
    """The photo that was sent unasked is the receipt of this order."""

    PREFIX: ClassVar[str] = "vf"

    order_id: int


@dataclass(frozen=True)
class OpenClaims(Button):
    """A page of what waits for a look at the shop's statement; pages count from 1."""

    PREFIX: ClassVar[str] = "vl"

    shop_id: int
    page: int = 1


@dataclass(frozen=True)
class OpenClaim(Button):
    """One claim, from the desk."""

    PREFIX: ClassVar[str] = "vo"

    claim_id: int


@dataclass(frozen=True)
class MoneyArrived(Button):
    """The expected sum is on the statement."""

    PREFIX: ClassVar[str] = "va"

    claim_id: int


@dataclass(frozen=True)
class OtherAmount(Button):
    """Another sum is on the statement."""

    PREFIX: ClassVar[str] = "vm"

    claim_id: int


@dataclass(frozen=True)
class BookAmount(Button):
    """Yes, this is the sum on the statement: whole rupiah, other than what was expected."""

    PREFIX: ClassVar[str] = "vk"

    claim_id: int
    amount: int


@dataclass(frozen=True)
class AskWhyNot(Button):
    """Why is the money not found?"""

    PREFIX: ClassVar[str] = "vn"

    claim_id: int


@dataclass(frozen=True)
class NotFoundBecause(Button):
    """The money is not found, for this reason, by its place in the list."""

    PREFIX: ClassVar[str] = "vr"

    claim_id: int
    reason: int


@dataclass(frozen=True)
class BackToClaim(Button):
    """The card as it is now, without answering."""

    PREFIX: ClassVar[str] = "vb"

    claim_id: int


@dataclass(frozen=True)
class FindMoney(Button):
    """Money is on the statement that nobody has reported."""

    PREFIX: ClassVar[str] = "vx"

    order_id: int


@dataclass(frozen=True)
class BookFound(Button):
    """Yes, this sum came, whole rupiah, as one more after so many receipts."""

    PREFIX: ClassVar[str] = "vy"

    order_id: int
    amount: int
    receipts: int

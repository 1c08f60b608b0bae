"""Buttons of the checkout card."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class Buy(Button):
    """Start a checkout with a variant."""

    PREFIX: ClassVar[str] = "b"

    variant_id: int
    quantity: int = 1


@dataclass(frozen=True)
class OpenCheckout(Button):
    """The open checkout, as it is true now."""

    PREFIX: ClassVar[str] = "bc"


@dataclass(frozen=True)
class AskQuantity(Button):
    """How many of the checkout's variant."""

    PREFIX: ClassVar[str] = "bq"


@dataclass(frozen=True)
class SetQuantity(Button):
    """This many."""

    PREFIX: ClassVar[str] = "bn"

    quantity: int


@dataclass(frozen=True)
class AskCheckoutVariant(Button):
    """Another variant of the same product."""

    PREFIX: ClassVar[str] = "bv"


@dataclass(frozen=True)
class SetCheckoutVariant(Button):
    """This variant."""

    PREFIX: ClassVar[str] = "bw"

    variant_id: int


@dataclass(frozen=True)
class AskCourier(Button):
    """Which courier."""

    PREFIX: ClassVar[str] = "bk"


@dataclass(frozen=True)
class SetCourier(Button):
    """This courier, by its place among those of the card."""

    PREFIX: ClassVar[str] = "bj"

    courier: int


@dataclass(frozen=True)
class AskNote(Button):
    """A message to the seller."""

    PREFIX: ClassVar[str] = "bm"


@dataclass(frozen=True)
class DropNote(Button):
    """No message to the seller after all."""

    PREFIX: ClassVar[str] = "bx"


@dataclass(frozen=True)
class AskAddress(Button):
    """Where the parcel goes."""

    PREFIX: ClassVar[str] = "ba"


@dataclass(frozen=True)
class SetAddress(Button):
    """This saved address."""

    PREFIX: ClassVar[str] = "bs"

    address_id: int


@dataclass(frozen=True)
class AskPayment(Button):
    """How it is paid."""

    PREFIX: ClassVar[str] = "bf"


@dataclass(frozen=True)
class SetPayment(Button):
    """By transfer to this account of the shop; 0 is at the door."""

    PREFIX: ClassVar[str] = "bg"

    account_id: int


@dataclass(frozen=True)
class SetInvoice(Button):
    """By card, here in the chat."""

    PREFIX: ClassVar[str] = "bi"


@dataclass(frozen=True)
class PlaceOrder(Button):
    """Place the order as the card of this version shows it."""

    PREFIX: ClassVar[str] = "bp"

    version: int


@dataclass(frozen=True)
class LeaveCheckout(Button):
    """Give the checkout up."""

    PREFIX: ClassVar[str] = "bz"

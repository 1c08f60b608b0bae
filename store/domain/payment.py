"""Ways to pay, and how a payment that is made by hand comes to its end."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from store.domain.account import AccountKind
from store.domain.money import Rupiah
from store.errors import AmountRefused, NoFreeCode


class PaymentMethod(StrEnum):
    """A way to pay, by the field's name."""

    COD = "COD"
    BANK_TRANSFER = "BANK_TRANSFER"
    QRIS = "QRIS"
    TELEGRAM_INVOICE = "TELEGRAM_INVOICE"


def method_of(kind: AccountKind) -> PaymentMethod:
    """How money reaches such an account."""
    return PaymentMethod.QRIS if kind is AccountKind.QRIS else PaymentMethod.BANK_TRANSFER


class PaymentState(StrEnum):
    """How far a payment by hand has come."""

    OPEN = "OPEN"
    CLAIMED = "CLAIMED"
    NOT_FOUND = "NOT_FOUND"
    DISPUTED = "DISPUTED"
    PAID = "PAID"
    EXPIRED = "EXPIRED"
    VOID = "VOID"


_S = PaymentState

PAYMENT_MOVES: Final[Mapping[PaymentState, frozenset[PaymentState]]] = {
    _S.OPEN: frozenset({_S.CLAIMED, _S.PAID, _S.EXPIRED, _S.VOID}),
    # Back to OPEN: too little came, and the rest is asked for.
    _S.CLAIMED: frozenset({_S.OPEN, _S.NOT_FOUND, _S.DISPUTED, _S.PAID, _S.VOID}),
    _S.NOT_FOUND: frozenset({_S.OPEN, _S.CLAIMED, _S.PAID, _S.EXPIRED, _S.VOID}),
    _S.DISPUTED: frozenset({_S.OPEN, _S.PAID, _S.VOID}),
    _S.PAID: frozenset(),
    _S.EXPIRED: frozenset(),
    _S.VOID: frozenset(),
}

# While one of these stands the stock is held and no other payment may look the same.
LIVE: Final = frozenset({_S.OPEN, _S.CLAIMED, _S.NOT_FOUND, _S.DISPUTED})
# The buyer may say that the money is on its way.
CLAIMABLE: Final = frozenset({_S.OPEN, _S.NOT_FOUND})

CLAIMS_AT_MOST: Final = 2
PAY_WITHIN: Final = timedelta(hours=24)
# How long one showing of a QRIS code stands; the order can be paid by a new one afterwards.
CODE_STANDS: Final = timedelta(minutes=15)
# After “not found” the buyer looks again, and may claim once more.
LOOK_AGAIN_WITHIN: Final = timedelta(hours=6)
HIGHEST_CODE: Final = 999
MOST_RECEIVED: Final = 1_000_000_000
_NOTHING: Final = Rupiah(0)


def unique_code(taken: Collection[int], chance: int) -> int:
    """A code of 1–999 that nobody else uses with this sum; raises NoFreeCode.

    `chance` is any number that is not negative; it says where to begin looking.
    """
    for step in range(HIGHEST_CODE):
        code = (chance + step) % HIGHEST_CODE + 1
        if code not in taken:
            return code
    raise NoFreeCode


class StatementWhy(StrEnum):
    """Why a shop cannot say by itself that money came."""

    CLAIM_WAITS = "CLAIM_WAITS"
    DISPUTED = "DISPUTED"


class Booked(StrEnum):
    """What money that came means for its order."""

    PAID = "PAID"
    SHORT = "SHORT"
    SHORT_AGAIN = "SHORT_AGAIN"
    TWICE = "TWICE"
    LATE = "LATE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a payment stands before money is booked; sums in whole rupiah."""

    state: PaymentState
    due: Rupiah
    received: Rupiah
    rest_asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """What becomes of money that came: what goes back of it, and what is still missing."""

    booked: Booked
    back: Rupiah = _NOTHING
    rest: Rupiah = _NOTHING


def book(standing: Standing, amount: int) -> Booking:
    """What this money means; no sum that came is ever dropped (product rules, Money).

    Raises AmountRefused for a sum that nobody transfers.
    """
    if not 0 < amount <= MOST_RECEIVED:
        raise AmountRefused(amount=amount, limit=MOST_RECEIVED)
    if standing.state is _S.PAID:
        return Booking(booked=Booked.TWICE, back=Rupiah(amount))
    if standing.state not in LIVE:
        return Booking(booked=Booked.LATE, back=Rupiah(amount))
    missing = standing.due - standing.received - amount
    if missing <= 0:
        return Booking(booked=Booked.PAID, back=Rupiah(-missing))
    if standing.rest_asked:
        everything = Rupiah(standing.received + amount)
        return Booking(booked=Booked.SHORT_AGAIN, back=everything)
    return Booking(booked=Booked.SHORT, rest=Rupiah(missing))

"""What an order may become, how it is listed and how its reference is written."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from store.errors import IllegalMove, UndoTooLate


class OrderStatus(StrEnum):
    """Where an order stands."""

    UNPAID = "UNPAID"
    ON_HOLD = "ON_HOLD"
    AWAITING_SHIPMENT = "AWAITING_SHIPMENT"
    AWAITING_COLLECTION = "AWAITING_COLLECTION"
    IN_TRANSIT = "IN_TRANSIT"
    DELIVERED = "DELIVERED"
    COMPLETED = "COMPLETED"
    CANCELLED = "CANCELLED"


_S = OrderStatus

MOVES: Final[Mapping[OrderStatus, frozenset[OrderStatus]]] = {
    _S.UNPAID: frozenset({_S.ON_HOLD, _S.AWAITING_SHIPMENT, _S.CANCELLED}),
    _S.ON_HOLD: frozenset({_S.AWAITING_SHIPMENT, _S.CANCELLED}),
    _S.AWAITING_SHIPMENT: frozenset({_S.AWAITING_COLLECTION, _S.CANCELLED}),
    _S.AWAITING_COLLECTION: frozenset({_S.IN_TRANSIT, _S.COMPLETED, _S.CANCELLED}),
    _S.IN_TRANSIT: frozenset({_S.DELIVERED, _S.COMPLETED, _S.CANCELLED}),
    _S.DELIVERED: frozenset({_S.COMPLETED}),
    _S.COMPLETED: frozenset(),
    _S.CANCELLED: frozenset(),
}


ARRIVED: Final = frozenset({_S.DELIVERED, _S.COMPLETED})

# A step that a member takes back is no move: it never happened. These are the only ones, each for
# a short while and only until something later has happened to the parcel.
UNDOES: Final[Mapping[OrderStatus, OrderStatus]] = {
    _S.AWAITING_COLLECTION: _S.AWAITING_SHIPMENT,
    _S.IN_TRANSIT: _S.AWAITING_COLLECTION,
}
UNDO_WINDOW: Final = timedelta(minutes=10)


def check_undo(status: OrderStatus, *, since: datetime, followed: bool, now: datetime) -> None:
    """Refuse to take back what is no such step, is too old, or was followed by something."""
    if status not in UNDOES:
        raise IllegalMove(status=status, wanted=status)
    if followed or now - since > UNDO_WINDOW:
        raise UndoTooLate(status=status, since=since)


def standing(status: OrderStatus, hold_until: datetime | None, now: datetime) -> OrderStatus:
    """Where an order stands at this moment: a hold that ran out is one no more."""
    over = hold_until is not None and hold_until <= now
    return _S.AWAITING_SHIPMENT if status is _S.ON_HOLD and over else status


class Tab(StrEnum):
    """A tab of the buyer's order list."""

    ALL = "ALL"
    TO_PAY = "TO_PAY"
    TO_SHIP = "TO_SHIP"
    TO_RECEIVE = "TO_RECEIVE"
    COMPLETED = "COMPLETED"
    CANCELLED = "CANCELLED"


TABS: Final[Mapping[Tab, frozenset[OrderStatus]]] = {
    Tab.ALL: frozenset(OrderStatus),
    Tab.TO_PAY: frozenset({_S.UNPAID}),
    Tab.TO_SHIP: frozenset({_S.ON_HOLD, _S.AWAITING_SHIPMENT, _S.AWAITING_COLLECTION}),
    Tab.TO_RECEIVE: frozenset({_S.IN_TRANSIT, _S.DELIVERED}),
    Tab.COMPLETED: frozenset({_S.COMPLETED}),
    Tab.CANCELLED: frozenset({_S.CANCELLED}),
}


class Party(StrEnum):
    """Which side of an order somebody is on."""

    BUYER = "BUYER"
    SELLER = "SELLER"
    SYSTEM = "SYSTEM"
    OPERATOR = "OPERATOR"


class Moment(StrEnum):
    """Something that happens to an order once."""

    PLACED = "PLACED"
    PAID = "PAID"
    ARRANGED = "ARRANGED"
    IN_TRANSIT = "IN_TRANSIT"
    DELIVERED = "DELIVERED"
    COMPLETED = "COMPLETED"
    CANCELLED = "CANCELLED"


MOMENT_OF: Final[Mapping[OrderStatus, Moment]] = {
    _S.AWAITING_COLLECTION: Moment.ARRANGED,
    _S.IN_TRANSIT: Moment.IN_TRANSIT,
    _S.DELIVERED: Moment.DELIVERED,
    _S.COMPLETED: Moment.COMPLETED,
    _S.CANCELLED: Moment.CANCELLED,
}

ENDS: Final = frozenset({Moment.COMPLETED, Moment.CANCELLED})

_PREFIX = "LPK"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKES = str.maketrans({"I": "1", "L": "1", "O": "0"})
_MENTIONED = re.compile(r"\bLPK[- ]?[0-9A-Z]{5}[- ]?[0-9A-Z]{5}\b")
REF_BITS: Final = 50
REF_LENGTH: Final = 10


def make_ref(number: int) -> str:
    """The bare reference of a 50-bit number, ten characters of Crockford base32."""
    digits = (number >> shift & 31 for shift in range(REF_BITS - 5, -1, -5))
    return "".join(_ALPHABET[digit] for digit in digits)


def show_ref(ref: str) -> str:
    """The reference as people read it: LPK-7Q4M2-9XTDA."""
    return f"{_PREFIX}-{ref[:5]}-{ref[5:]}"


def find_ref(text: str) -> str | None:
    """The bare reference that stands somewhere in a text, as LPK-…; None where there is none."""
    found = _MENTIONED.search(text.upper())
    return read_ref(found.group()) if found else None


def read_ref(text: str) -> str | None:
    """The bare reference that somebody typed, however it was typed; None when it is none."""
    bare = "".join(sign for sign in text.upper() if sign.isalnum())
    if len(bare) == REF_LENGTH + len(_PREFIX):
        bare = bare.removeprefix(_PREFIX)
    bare = bare.translate(_LOOK_ALIKES)
    if len(bare) != REF_LENGTH or not set(bare) <= set(_ALPHABET):
        return None
    return bare

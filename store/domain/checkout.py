"""What the buyer was last shown, and how it differs from what is true now."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from store.domain.money import Rupiah

KEPT_FOR: Final = timedelta(hours=24)
NOTE_LIMIT: Final = 300


class Missing(StrEnum):
    """What still stands between the card and the order."""

    STOCK = "STOCK"
    ADDRESS = "ADDRESS"
    COURIER = "COURIER"


class Line(StrEnum):
    """A line of the card that may turn out to be different."""

    TITLE = "TITLE"
    VARIANT = "VARIANT"
    UNIT_PRICE = "UNIT_PRICE"
    QUANTITY = "QUANTITY"
    ADDRESS = "ADDRESS"
    COURIER = "COURIER"
    SHIPPING_FEE = "SHIPPING_FEE"
    ETA = "ETA"
    PAYMENT = "PAYMENT"
    NOTE = "NOTE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The lines of a card that a buyer agrees to by pressing Place order."""

    product_id: int
    variant_id: int
    title: str
    variant_name: str
    unit_price: Rupiah
    quantity: int
    address_id: int | None
    address_version: int | None
    courier: str | None
    service: str | None
    shipping_fee: Rupiah | None
    eta_from: date | None
    eta_to: date | None
    payment: str
    note: str | None
    account_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A line that differs, with both values where they can be told."""

    line: Line
    was: str | int | None = None
    now: str | int | None = None


def differences(shown: Shown, true: Shown) -> tuple[Change, ...]:
    """Every line that is not as it was shown, in the order of the card."""
    pairs: tuple[tuple[Line, tuple[object, ...], tuple[object, ...]], ...] = (
        (Line.TITLE, (shown.title,), (true.title,)),
        (Line.VARIANT, (shown.variant_name,), (true.variant_name,)),
        (Line.UNIT_PRICE, (shown.unit_price,), (true.unit_price,)),
        (Line.QUANTITY, (shown.quantity,), (true.quantity,)),
        (
            Line.ADDRESS,
            (None, shown.address_id, shown.address_version),
            (None, true.address_id, true.address_version),
        ),
        (Line.COURIER, (_courier(shown),), (_courier(true),)),
        (Line.SHIPPING_FEE, (shown.shipping_fee,), (true.shipping_fee,)),
        (Line.ETA, (None, shown.eta_from, shown.eta_to), (None, true.eta_from, true.eta_to)),
        (
            Line.PAYMENT,
            (shown.payment, shown.account_id),
            (true.payment, true.account_id),
        ),
        (Line.NOTE, (shown.note,), (true.note,)),
    )
    return tuple(_change(line, was, now) for line, was, now in pairs if was != now)


def _courier(shown: Shown) -> str | None:
    return None if shown.courier is None else f"{shown.courier} {shown.service}"


def _change(line: Line, was: tuple[object, ...], now: tuple[object, ...]) -> Change:
    return Change(line=line, was=_told(was[0]), now=_told(now[0]))


def _told(value: object) -> str | int | None:
    return value if isinstance(value, (str, int)) else None

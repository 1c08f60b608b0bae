"""Shipments and the desk as people see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

from store.domain.desk import CodAnswer, Goods, Pile
from store.domain.money import Rupiah
from store.domain.order import OrderStatus
from store.domain.payment import PaymentMethod
from store.domain.shipment import Window
from store.views.catalogue import ShopCard

PileCounts = Mapping[Pile, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackingLine:
    """Where a shipment was seen, in a member's words."""

    words: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipment:
    """How an order travels; without a courier the shop brings it itself.

    `lines` are the newest, newest first; `looks_right` is a warning at most; `expected` is None
    where it should arrive as the order promised.
    """

    courier: str | None
    service: str | None
    number: str | None
    site: str | None
    looks_right: bool
    arranged_by: str
    lines: tuple[TrackingLine, ...]
    money_at: datetime | None
    money_missing_at: datetime | None
    returned_at: datetime | None
    goods: Goods | None
    expected: Window | None

    @property
    def money_waits(self) -> bool:
        """Whether the courier still owes what the buyer paid at the door."""
        return self.money_missing_at is not None and self.money_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """What a buyer was asked before a parcel to be paid at the door was sent."""

    asked_at: datetime
    answered_at: datetime | None
    answer: CodAnswer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskHome:
    """A shop's desk: what waits, what hurries most, and whether new orders are stopped."""

    shop: ShopCard
    counts: PileCounts
    ship_by: datetime | None
    overdue: int
    requests: int
    claims: int
    refunds: int
    stopped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """An order in one line of a pile; `due` is what is to be found on the statement for it."""

    id: int
    ref: str
    status: OrderStatus
    payment: PaymentMethod
    title: str
    more_lines: int
    total: Rupiah
    due: Rupiah | None
    ship_by: datetime
    overdue: bool
    asked: bool
    answer: CodAnswer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CourierChoice:
    """A courier's service that can carry an order; `expected` is None where nobody knows."""

    courier: str
    service: str
    expected: Window | None = None

    @property
    def mark(self) -> int:
        """A number that means this service and no other, whatever becomes of the table."""
        return crc32(f"{self.courier}\n{self.service}".encode())


@dataclass(frozen=True, slots=True, kw_only=True)
class StockVariant:
    """A variant and how many of it can be sold."""

    id: int
    name: str
    stock: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StockSheet:
    """The stock of one product."""

    product_id: int
    shop_id: int
    title: str
    variants: tuple[StockVariant, ...]

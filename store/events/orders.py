"""What happens to orders."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from store.domain.money import Rupiah
from store.domain.order import Party
from store.domain.payment import PaymentMethod
from store.events.base import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of an order, in words."""

    title: str
    variant_name: str
    quantity: int


@dataclass(frozen=True, kw_only=True)
class OrderEvent(Event):
    """The facts that are told about any order."""

    order_id: int
    ref: str
    shop_id: int
    shop_name: str
    items: tuple[Item, ...]
    total: Rupiah
    payment: PaymentMethod

    @property
    def subject(self) -> str:
        """The order."""
        return f"order:{self.order_id}"


@dataclass(frozen=True, kw_only=True)
class OrderPlaced(OrderEvent):
    """A buyer placed an order; told to the shop, without name, phone or address."""

    name: ClassVar[str] = "order_placed"

    city: str
    has_note: bool
    ship_by: datetime

    @property
    def due_at(self) -> datetime:
        """The parcel has to leave by then."""
        return self.ship_by


@dataclass(frozen=True, kw_only=True)
class OrderConfirmed(OrderEvent):
    """The shop has the order; told to the buyer."""

    name: ClassVar[str] = "order_confirmed"

    ship_by: datetime
    eta_from: date
    eta_to: date


@dataclass(frozen=True, kw_only=True)
class OrderOverdue(OrderEvent):
    """A parcel should have left and has not; told to the shop."""

    name: ClassVar[str] = "order_overdue"

    ship_by: datetime


@dataclass(frozen=True, kw_only=True)
class OrderCancelled(OrderEvent):
    """The order ended before its time; told to both sides."""

    name: ClassVar[str] = "order_cancelled"

    by: Party
    reason: str
    has_words: bool
    at: datetime
    claim_waits: bool = False
    claim_id: int | None = None

    @property
    def moves_card(self) -> str | None:
        """A claim that waits is answered all the same, and means something else now."""
        return None if self.claim_id is None else f"claim:{self.claim_id}"

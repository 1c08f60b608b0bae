"""Orders as the buyer and the seller see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from store.domain.address import Address
from store.domain.cancellation import Decision, Reason
from store.domain.money import Rupiah
from store.domain.order import Moment, OrderStatus, Party, Tab
from store.domain.payment import PaymentMethod
from store.domain.seller_cancel import SellerDecision
from store.domain.shipment import Window
from store.views.catalogue import ShopCard
from store.views.payments import PaymentView, RefundView
from store.views.requests import RequestView
from store.views.shipping import Confirmation, Shipment

TabCounts = Mapping[Tab, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRow:
    """An order in one line of a list."""

    id: int
    ref: str
    status: OrderStatus
    title: str
    more_lines: int
    total: Rupiah
    placed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """One product of an order, as it was when the order was placed."""

    product_id: int
    variant_id: int
    title: str
    variant_name: str
    picture: str | None
    quantity: int
    unit_price: Rupiah
    original_price: Rupiah | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineStep:
    """A moment of the order; `at` is None while it is still to come."""

    moment: Moment
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled:
    """How an order ended before its time; reasons are codes."""

    by: Party
    reason: str
    words: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Talked:
    """How many messages were written about an order, and whether one more can be written."""

    count: int
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPage:
    """Everything about one order, for the side that looks at it.

    Until `undo_until` a member may take back the last step; `forgotten` where the buyer's data
    were deleted on request.
    """

    id: int
    ref: str
    status: OrderStatus
    version: int
    viewer: Party
    shop: ShopCard
    lines: tuple[LineView, ...]
    subtotal: Rupiah
    shipping_fee: Rupiah
    total: Rupiah
    payment: PaymentMethod
    note: str | None
    address: Address
    courier: str
    service: str
    placed_at: datetime
    ship_by: datetime
    eta: Window
    timeline: tuple[TimelineStep, ...]
    cancellation: Decision
    seller_cancel: SellerDecision
    cancelled: Cancelled | None
    overdue: bool
    shipment: Shipment | None
    confirmation: Confirmation | None
    request: RequestView | None
    pay: PaymentView | None
    refunds: tuple[RefundView, ...]
    shipping_paid_by_shop: Rupiah
    undo_until: datetime | None
    forgotten: bool
    talked: Talked


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelChoices:
    """What a buyer may answer to the question why; some reasons must be explained in words."""

    order: OrderPage
    reasons: tuple[Reason, ...]
    words_needed: frozenset[Reason]

"""Requests to cancel as those see them who asked or have to answer."""

from dataclasses import dataclass
from datetime import datetime

from store.domain.money import Rupiah
from store.domain.order import OrderStatus, Party
from store.domain.payment import PaymentMethod
from store.domain.request import RequestState
from store.events.orders import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestView:
    """A request on the page of its order; `decider` is a name, or None for nobody's hand."""

    id: int
    asked_by: Party
    reason: str
    words: str | None
    asked_at: datetime
    answer_by: datetime
    state: RequestState
    decided_by: Party | None
    decider: str | None
    decided_at: datetime | None
    decision_reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCard:
    """A request with what is needed to decide it; names nobody who ordered.

    `back` is what the buyer gets back when it is approved, in whole rupiah.
    """

    request: RequestView
    order_id: int
    ref: str
    shop_id: int
    shop_name: str
    status: OrderStatus
    items: tuple[Item, ...]
    total: Rupiah
    payment: PaymentMethod
    back: Rupiah

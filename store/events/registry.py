"""Events as JSON and back."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import TypeAdapter

from store.events.base import Event, Illegible
from store.events.groups import GroupBound, GroupLost
from store.events.messages import MessageWritten
from store.events.operators import ShopUnheard
from store.events.orders import OrderCancelled, OrderConfirmed, OrderOverdue, OrderPlaced
from store.events.payments import (
    ClaimDecided,
    ClaimReminded,
    ClaimUnanswered,
    MoneyFound,
    PaymentAwaited,
    PaymentClaimed,
    PaymentDisputed,
    PaymentReceived,
    PaymentReminded,
    PaymentRuled,
    ProofAdded,
    RefundPromised,
)
from store.events.people import MemberJoined, MemberRemoved
from store.events.refunds import (
    RefundAccountGiven,
    RefundFailed,
    RefundOverdue,
    RefundReminded,
    RefundSent,
    RefundSettled,
    RefundStopsShop,
)
from store.events.requests import CancellationRequested, RequestDecided, RequestReminded
from store.events.seller_cancels import (
    SellerCancelAsked,
    SellerCancelDecided,
    SellerCancelReminded,
)
from store.events.shipping import (
    CodAsked,
    CodConfirmed,
    OrderArranged,
    OrderCompleted,
    OrderDelivered,
    OrderReturned,
    OrderShipped,
    ParcelCameBack,
    StepUndone,
    TrackingCorrected,
)

_PEOPLE: Final = (MemberJoined, MemberRemoved)
_GROUPS: Final = (GroupBound, GroupLost)
_OPERATORS: Final = (ShopUnheard,)
_ORDERS: Final = (OrderPlaced, OrderConfirmed, OrderOverdue, OrderCancelled)
_MESSAGES: Final = (MessageWritten,)
_REQUESTS: Final = (
    CancellationRequested,
    RequestReminded,
    RequestDecided,
    SellerCancelAsked,
    SellerCancelReminded,
    SellerCancelDecided,
)
_PAYMENTS: Final = (
    PaymentAwaited,
    PaymentReceived,
    PaymentReminded,
    PaymentClaimed,
    ProofAdded,
    MoneyFound,
    ClaimReminded,
    ClaimUnanswered,
    ClaimDecided,
    PaymentDisputed,
    PaymentRuled,
    RefundPromised,
)
_REFUNDS: Final = (
    RefundAccountGiven,
    RefundSent,
    RefundSettled,
    RefundFailed,
    RefundReminded,
    RefundOverdue,
    RefundStopsShop,
)
_SHIPPING: Final = (
    CodAsked,
    CodConfirmed,
    OrderArranged,
    StepUndone,
    TrackingCorrected,
    OrderShipped,
    OrderDelivered,
    OrderReturned,
    ParcelCameBack,
    OrderCompleted,
)

EVENTS: Final[Mapping[str, type[Event]]] = {
    kind.name: kind
    for kind in (
        *_ORDERS,
        *_PEOPLE,
        *_GROUPS,
        *_OPERATORS,
        *_REQUESTS,
        *_PAYMENTS,
        *_REFUNDS,
        *_MESSAGES,
        *_SHIPPING,
    )
}


_ADAPTERS: Final[Mapping[str, TypeAdapter[Event]]] = {
    name: TypeAdapter(kind) for name, kind in EVENTS.items()
}


def to_payload(event: Event) -> dict[str, Any]:
    """The event's facts as plain JSON values."""
    payload: dict[str, Any] = _ADAPTERS[event.name].dump_python(event, mode="json")
    return payload


def from_payload(name: str, payload: Mapping[str, Any]) -> Event:
    """The event that was written; raises KeyError for a name nobody knows."""
    return _ADAPTERS[name].validate_python(dict(payload))


def as_kept(name: str, payload: Mapping[str, Any]) -> Event:
    """The event of a kept notice; Illegible where another version has written it."""
    try:
        return from_payload(name, payload)
    except (KeyError, ValueError):
        return Illegible()

"""Whether and how a buyer may cancel, decided by one pure function."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Protocol

from store.domain.order import OrderStatus
from store.domain.payment import PaymentMethod
from store.domain.request import ANSWER_WITHIN, RequestState

_S = OrderStatus


class Reason(StrEnum):
    """Why a buyer cancels; the codes are spelled as the field spells them."""

    UNPAID_PAYMENT_METHOD = "ecom_order_unpaid_canceled_reason_payment_method_not_available"
    UNPAID_COUPON_CODE = "buyer_cancel_need_to_input/change_coupon_code"
    UNPAID_WRONG_VARIANT = "buyer_cancel_wrong_item_variation_(colour,_size,_etc.)"
    UNPAID_WRONG_ADDRESS = "ecom_order_unpaid_canceled_reason_wrong_delivery_info"
    UNPAID_BY_MISTAKE = "ecom_order_unpaid_canceled_reason_created_by_mistakes"
    UNPAID_BETTER_PRICE = "ecom_order_unpaid_canceled_reason_better_price"
    UNPAID_NOT_NEEDED = "ecom_order_unpaid_canceled_reason_no_longer_needed"
    UNPAID_OTHER = "ecom_order_unpaid_canceled_reason_other"
    CHANGE_PAYMENT_METHOD = "ecom_order_to_ship_canceled_reason_change_payment_method"
    DISCOUNT_NOT_EXPECTED = "ecom_order_to_ship_canceled_reason_discount_not_expected"
    BY_MISTAKE = "ecom_order_to_ship_canceled_reason_created_by_mistakes"
    HIGH_DELIVERY_COSTS = "ecom_order_to_ship_canceled_reason_high_delivery_costs"
    BETTER_PRICE = "ecom_order_to_ship_canceled_reason_better_price"
    WRONG_ADDRESS = "ecom_order_to_ship_canceled_reason_wrong_delivery_info"
    NOT_SHIPPED_ON_TIME = "ecom_order_to_ship_canceled_reason_not_shipped_on_time"


_UNPAID: Final = tuple(reason for reason in Reason if reason.name.startswith("UNPAID_"))
_TO_SHIP: Final = tuple(reason for reason in Reason if not reason.name.startswith("UNPAID_"))

REASONS: Final[Mapping[OrderStatus, tuple[Reason, ...]]] = {
    _S.UNPAID: _UNPAID,
    _S.ON_HOLD: _TO_SHIP,
    _S.AWAITING_SHIPMENT: _TO_SHIP,
    _S.AWAITING_COLLECTION: _TO_SHIP,
}

WORDS_LIMIT: Final = 300
WORDS_NEEDED: Final = frozenset({Reason.UNPAID_OTHER})


def reasons_for(status: OrderStatus) -> tuple[Reason, ...]:
    """The reasons that a buyer may give in this state; none where nothing can be cancelled."""
    return REASONS.get(status, ())


class Route(StrEnum):
    """What pressing Cancel leads to."""

    AT_ONCE = "AT_ONCE"
    ASK_SELLER = "ASK_SELLER"
    REFUSED = "REFUSED"


class Why(StrEnum):
    """Why a cancellation is refused."""

    PARCEL_LEFT = "PARCEL_LEFT"
    DELIVERED = "DELIVERED"
    COMPLETED = "COMPLETED"
    CANCELLED = "CANCELLED"
    ASKED_ALREADY = "ASKED_ALREADY"
    REJECTED_BEFORE = "REJECTED_BEFORE"


_REFUSED: Final[Mapping[OrderStatus, Why]] = {
    _S.IN_TRANSIT: Why.PARCEL_LEFT,
    _S.DELIVERED: Why.DELIVERED,
    _S.COMPLETED: Why.COMPLETED,
    _S.CANCELLED: Why.CANCELLED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelPolicy:
    """How long a seller may think about a request."""

    answer_within: timedelta = ANSWER_WITHIN


class Cancellable(Protocol):
    """What the decision looks at."""

    @property
    def status(self) -> OrderStatus:
        """Where the order stands."""

    @property
    def payment(self) -> PaymentMethod:
        """How it is paid."""

    @property
    def hold_until(self) -> datetime | None:
        """When the free-cancel window closes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The route, why it is refused, and until when a seller would answer."""

    route: Route
    why: Why | None = None
    answer_by: datetime | None = None


# A second question changes nothing while the first waits, nor after it was rejected.
_ASKED: Final[Mapping[RequestState, Why]] = {
    RequestState.PENDING: Why.ASKED_ALREADY,
    RequestState.REJECTED: Why.REJECTED_BEFORE,
}


def route(
    order: Cancellable,
    policy: CancelPolicy,
    now: datetime,
    *,
    asked: RequestState | None = None,
    shop_asks: bool = False,
) -> Decision:
    """What happens when the buyer cancels this order now (product rules, Cancelling).

    `asked` is what became of the buyer's last request; while the shop itself asks an operator to
    cancel both want it, which needs nobody's yes.
    """
    if order.status in _REFUSED:
        return Decision(route=Route.REFUSED, why=_REFUSED[order.status])
    if shop_asks or _ends_at_once(order, now):
        return Decision(route=Route.AT_ONCE)
    if asked is not None and asked in _ASKED:
        return Decision(route=Route.REFUSED, why=_ASKED[asked])
    return Decision(route=Route.ASK_SELLER, answer_by=now + policy.answer_within)


def _ends_at_once(order: Cancellable, now: datetime) -> bool:
    """Unpaid, on hold, or to be paid at the door and not yet arranged."""
    if order.status is _S.UNPAID:
        return True
    # A hold that ran out is a hold no more, whether or not a timer has noticed.
    if order.status is _S.ON_HOLD and order.hold_until is not None and now < order.hold_until:
        return True
    to_ship = order.status in {_S.ON_HOLD, _S.AWAITING_SHIPMENT}
    return to_ship and order.payment is PaymentMethod.COD

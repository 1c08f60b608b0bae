"""A request to cancel that somebody has to answer: the shop's people, or an operator."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Final

from store.domain.order import OrderStatus

_O = OrderStatus


class RequestState(StrEnum):
    """What became of a request; CLOSED_SHIPPED: the parcel left meanwhile."""

    PENDING = "PENDING"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"
    CLOSED_SHIPPED = "CLOSED_SHIPPED"


REQUEST_MOVES: Final[Mapping[RequestState, frozenset[RequestState]]] = {
    RequestState.PENDING: frozenset(RequestState) - {RequestState.PENDING},
    RequestState.APPROVED: frozenset(),
    RequestState.REJECTED: frozenset(),
    RequestState.WITHDRAWN: frozenset(),
    RequestState.CLOSED_SHIPPED: frozenset(),
}

ANSWER_WITHIN: Final = timedelta(hours=48)
REMINDERS_LEFT: Final = (timedelta(hours=24), timedelta(hours=4))


class RejectReason(StrEnum):
    """Why a shop rejects a buyer's request; spelled as the field spells them."""

    INVALID_REASON = (
        "order_manage_list_action_respond_popup_reject_reason_invalid_cancellation_reason"
    )
    ON_SCHEDULE = "order_manage_list_action_respond_popup_reject_reason_delivered"
    BUYER_AGREED = "order_manage_list_action_respond_popup_reject_reason_buyer_agree"
    PACKED = "seller_reject_apply_product_has_been_packed"


class SellerReason(StrEnum):
    """Why a shop cancels an order itself; spelled as the field spells them."""

    UNPAID_OUT_OF_STOCK = "seller_cancel_unpaid_reason_out_of_stock"
    UNPAID_WRONG_PRICE = "seller_cancel_unpaid_reason_wrong_price"
    UNPAID_LATE = "seller_cancel_unpaid_reason_buyer_hasnt_paid_within_time_allowed"
    OUT_OF_STOCK = "seller_cancel_reason_out_of_stock"
    WRONG_PRICE = "seller_cancel_reason_wrong_price"
    UNREACHABLE_ADDRESS = "seller_cancel_paid_reason_address_not_deliver"


class SystemReason(StrEnum):
    """Why an order ends by itself; spelled as the field spells them."""

    UNPAID_TIME_OUT = "system_cancel_unpaid_time_out"
    SHIPPING_TIME_OUT = "system_cancel_order_reason_shipping_timeout"
    # Ours: too little was transferred twice, so all of it goes back.
    PAID_SHORT = "system_cancel_paid_short"
    NOT_PAID = "ecom_order_unpaid_canceled_reason_not_want_pay"


_PACKED: Final = (
    SellerReason.OUT_OF_STOCK,
    SellerReason.WRONG_PRICE,
    SellerReason.UNREACHABLE_ADDRESS,
)
SELLER_REASONS: Final[Mapping[OrderStatus, tuple[SellerReason, ...]]] = {
    _O.UNPAID: (
        SellerReason.UNPAID_OUT_OF_STOCK,
        SellerReason.UNPAID_WRONG_PRICE,
        SellerReason.UNPAID_LATE,
    ),
    _O.ON_HOLD: _PACKED,
    _O.AWAITING_SHIPMENT: _PACKED,
    _O.AWAITING_COLLECTION: _PACKED,
}


def seller_reasons_for(status: OrderStatus) -> tuple[SellerReason, ...]:
    """The reasons that a shop may give in this state; none where it cannot cancel."""
    return SELLER_REASONS.get(status, ())

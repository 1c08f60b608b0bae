"""Whether and how a shop may cancel an order itself, decided by one pure function."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from store.domain.cancellation import Cancellable
from store.domain.order import OrderStatus, Party
from store.domain.payment import PaymentMethod
from store.domain.request import ANSWER_WITHIN, RequestState

_S = OrderStatus


class SellerRoute(StrEnum):
    """What a shop's wish to cancel leads to."""

    AT_ONCE = "AT_ONCE"
    ASK_OPERATOR = "ASK_OPERATOR"
    REFUSED = "REFUSED"


class SellerWhy(StrEnum):
    """Why a shop cannot cancel."""

    PARCEL_LEFT = "PARCEL_LEFT"
    OVER = "OVER"
    CANCELLED = "CANCELLED"
    DISPUTED = "DISPUTED"
    BUYER_ASKS = "BUYER_ASKS"
    ASKED_ALREADY = "ASKED_ALREADY"
    REFUSED_BEFORE = "REFUSED_BEFORE"


class RefusalReason(StrEnum):
    """Why an operator refuses; the field has no codes for it, so these are ours."""

    UNCLEAR = "operator_refuses_explanation_unclear"
    CAN_BE_SENT = "operator_refuses_goods_can_be_sent"
    PRICE_HOLDS = "operator_refuses_price_holds"
    SETTLE_WITH_BUYER = "operator_refuses_settle_with_buyer"


_REFUSED: Final[Mapping[OrderStatus, SellerWhy]] = {
    _S.IN_TRANSIT: SellerWhy.PARCEL_LEFT,
    _S.DELIVERED: SellerWhy.OVER,
    _S.COMPLETED: SellerWhy.OVER,
    _S.CANCELLED: SellerWhy.CANCELLED,
}
_WAITS: Final[Mapping[Party, SellerWhy]] = {
    Party.BUYER: SellerWhy.BUYER_ASKS,
    Party.SELLER: SellerWhy.ASKED_ALREADY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SellerDecision:
    """The route, why it is refused, and until when an operator would answer."""

    route: SellerRoute
    why: SellerWhy | None = None
    answer_by: datetime | None = None


def seller_route(
    order: Cancellable,
    now: datetime,
    *,
    waits_for: Party | None = None,
    asked: RequestState | None = None,
    disputed: bool = False,
    answer_within: timedelta = ANSWER_WITHIN,
) -> SellerDecision:
    """What happens when the shop cancels this order now (product rules, Cancelling).

    `waits_for` says whose request waits for an answer, `asked` what became of the shop's last one,
    `disputed` whether an operator has to say first where the money is.
    """
    why = _why_not(order.status, waits_for, disputed=disputed)
    if why is not None:
        return SellerDecision(route=SellerRoute.REFUSED, why=why)
    if order.status is _S.UNPAID or order.payment is PaymentMethod.COD:
        return SellerDecision(route=SellerRoute.AT_ONCE)
    if asked is RequestState.REJECTED:
        return SellerDecision(route=SellerRoute.REFUSED, why=SellerWhy.REFUSED_BEFORE)
    return SellerDecision(route=SellerRoute.ASK_OPERATOR, answer_by=now + answer_within)


def _why_not(status: OrderStatus, waits_for: Party | None, *, disputed: bool) -> SellerWhy | None:
    # Else a shop could end a quarrel about money that it says it never got.
    if status is _S.UNPAID and disputed:
        return SellerWhy.DISPUTED
    refused = _REFUSED.get(status)
    return refused or (_WAITS[waits_for] if waits_for is not None else None)

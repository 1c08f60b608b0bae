"""Whether a shop may cancel an order itself, and who decides it then."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from store.domain.actor import Actor, Role
from store.domain.cancellation import CancelPolicy, Route, route
from store.domain.language import Language
from store.domain.neutral import must_be_neutral
from store.domain.order import OrderStatus, Party
from store.domain.payment import PaymentMethod
from store.domain.request import RequestState, seller_reasons_for
from store.domain.seller_cancel import (
    SellerRoute,
    SellerWhy,
    seller_route,
)
from store.domain.zones import Zone
from store.errors import NotAllowed, OwnAffair, Rejected

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
_S = OrderStatus
_COD, _PAID = PaymentMethod.COD, PaymentMethod.BANK_TRANSFER
_R, _W = SellerRoute, SellerWhy


@dataclass(frozen=True, kw_only=True)
class Order:
    """What the rules look at."""

    status: OrderStatus = _S.AWAITING_SHIPMENT
    payment: PaymentMethod = _PAID
    hold_until: datetime | None = None
    buyer_id: int = 101
    shop_id: int = 1


def olga(
    *, id: int = 7, is_operator: bool = True, memberships: Mapping[int, Role] | None = None
) -> Actor:
    """Who might decide: an operator, unless it says otherwise."""
    return Actor(
        id=id,
        name="Olga",
        language=Language.ID,
        zone=Zone.WIB,
        memberships=memberships or {},
        is_operator=is_operator,
    )


@pytest.mark.parametrize(
    ("status", "payment", "route", "why"),
    [
        (_S.UNPAID, _PAID, _R.AT_ONCE, None),
        (_S.ON_HOLD, _COD, _R.AT_ONCE, None),
        (_S.AWAITING_SHIPMENT, _COD, _R.AT_ONCE, None),
        (_S.AWAITING_COLLECTION, _COD, _R.AT_ONCE, None),
        (_S.ON_HOLD, _PAID, _R.ASK_OPERATOR, None),
        (_S.AWAITING_SHIPMENT, _PAID, _R.ASK_OPERATOR, None),
        (_S.AWAITING_COLLECTION, _PAID, _R.ASK_OPERATOR, None),
        (_S.IN_TRANSIT, _PAID, _R.REFUSED, _W.PARCEL_LEFT),
        (_S.IN_TRANSIT, _COD, _R.REFUSED, _W.PARCEL_LEFT),
        (_S.DELIVERED, _PAID, _R.REFUSED, _W.OVER),
        (_S.COMPLETED, _COD, _R.REFUSED, _W.OVER),
        (_S.CANCELLED, _PAID, _R.REFUSED, _W.CANCELLED),
    ],
)
def test_the_table(
    status: OrderStatus, payment: PaymentMethod, route: SellerRoute, why: SellerWhy | None
) -> None:
    decision = seller_route(Order(status=status, payment=payment), NOW)

    assert (decision.route, decision.why) == (route, why)
    assert bool(seller_reasons_for(status)) is (route is not _R.REFUSED)
    asks = route is _R.ASK_OPERATOR
    assert decision.answer_by == (NOW + timedelta(hours=48) if asks else None)


@pytest.mark.parametrize("payment", [_COD, _PAID])
@pytest.mark.parametrize(
    ("waits_for", "why"), [(Party.BUYER, _W.BUYER_ASKS), (Party.SELLER, _W.ASKED_ALREADY)]
)
def test_of_two_sides_only_one_question_waits(
    payment: PaymentMethod, waits_for: Party, why: SellerWhy
) -> None:
    order = Order(status=_S.AWAITING_COLLECTION, payment=payment)

    assert seller_route(order, NOW, waits_for=waits_for).why is why


@pytest.mark.parametrize(
    ("status", "buyers"),
    [
        (_S.AWAITING_SHIPMENT, Route.AT_ONCE),
        (_S.AWAITING_COLLECTION, Route.AT_ONCE),
        (_S.IN_TRANSIT, Route.REFUSED),
    ],
)
def test_a_buyer_who_wants_what_the_shop_asks_for_needs_nobodys_yes(
    status: OrderStatus, buyers: Route
) -> None:
    assert route(Order(status=status), CancelPolicy(), NOW, shop_asks=True).route is buyers


def test_what_an_operator_has_refused_is_not_asked_again() -> None:
    refused = seller_route(Order(), NOW, asked=RequestState.REJECTED)

    assert refused.why is _W.REFUSED_BEFORE
    for other in set(RequestState) - {RequestState.REJECTED}:
        assert seller_route(Order(), NOW, asked=other).route is _R.ASK_OPERATOR


def test_a_quarrel_about_money_is_not_ended_by_the_shop() -> None:
    quarrel = Order(status=_S.UNPAID)

    assert seller_route(quarrel, NOW, disputed=True).why is _W.DISPUTED
    assert seller_route(Order(), NOW, disputed=True).route is _R.ASK_OPERATOR


@pytest.mark.parametrize(
    ("actor", "refused"),
    [
        (olga(), None),
        (olga(memberships={2: Role.OWNER}), None),
        (olga(memberships={1: Role.STAFF}), OwnAffair),
        (olga(id=101), OwnAffair),
        (olga(is_operator=False), NotAllowed),
        (olga(is_operator=False, memberships={1: Role.OWNER}), NotAllowed),
    ],
)
def test_only_an_operator_who_is_no_side_decides(
    actor: Actor, refused: type[Rejected] | None
) -> None:
    if refused is None:
        must_be_neutral(actor, Order())
        return
    with pytest.raises(refused):
        must_be_neutral(actor, Order())

"""A shop asks to cancel what is paid, and may think again; the order goes on meanwhile."""

from datetime import timedelta

import pytest

from store.db.models.requests import RequestRow
from store.domain.cancellation import Reason, Route
from store.domain.order import OrderStatus, Party
from store.domain.refund import RefundCause
from store.domain.request import RequestState, SellerReason
from store.domain.seller_cancel import SellerRoute, SellerWhy
from store.errors import (
    FieldTooLong,
    NotAllowed,
    NotFound,
    ReasonRefused,
    SellerCancelRefused,
    WordsNeeded,
)
from store.views.paging import Page
from store.views.requests import RequestCard
from tests.support.builders import a_shop
from tests.support.market import Market
from tests.support.seller_cancel import WORDS, Shortage, a_shortage
from tests.support.trade import JNE

_R = RequestState
_S = OrderStatus


@pytest.fixture
async def shortage(market: Market) -> Shortage:
    """Budi cannot send what Ratna has paid; Olga runs the place."""
    return await a_shortage(market)


async def test_a_paid_order_goes_on_until_an_operator_answers_and_everybody_is_told(
    shortage: Shortage,
) -> None:
    request_id = await shortage.asked()

    page, told = await shortage.page(), shortage.transfer.told
    (shop_id,) = shortage.budi.memberships
    assert page.status is _S.AWAITING_SHIPMENT
    assert page.request is not None
    assert (page.request.id, page.request.asked_by) == (request_id, Party.SELLER)
    assert page.request.words == WORDS
    assert page.request.answer_by == shortage.market.clock.now() + timedelta(hours=48)
    assert await shortage.transfer.stock() == 3
    pushed = await shortage.transfer.pushed()
    assert ("cancellation_requested", f"PERSON:{shortage.ratna.id}") in pushed
    assert ("cancellation_requested", f"SHOP:{shop_id}") in pushed
    assert ("seller_cancel_asked", f"PERSON:{shortage.olga.id}") in pushed
    assert (await told(shortage.olga)) == ["seller_cancel_asked"]
    assert [card.request.id for card in (await waiting(shortage)).items] == [request_id]


async def waiting(shortage: Shortage) -> Page[RequestCard]:
    """What Olga finds."""
    return await shortage.agreeing.waiting(shortage.olga)


async def test_a_paid_order_needs_words_and_its_own_reasons(shortage: Shortage) -> None:
    selling, budi, order = shortage.selling, shortage.budi, shortage.id
    right = SellerReason.OUT_OF_STOCK

    for reason, words, refusal in (
        (right, None, WordsNeeded),
        (right, " \n ", WordsNeeded),
        (right, "a" * 301, FieldTooLong),
        (SellerReason.UNPAID_LATE, WORDS, ReasonRefused),
        (Reason.BY_MISTAKE, WORDS, ReasonRefused),
        ("", WORDS, ReasonRefused),
    ):
        with pytest.raises(refusal):
            await selling.cancel(budi, order, reason=reason, words=words)

    assert await shortage.market.rows(RequestRow) == []
    assert await shortage.stands_at() is _S.AWAITING_SHIPMENT


async def test_only_members_of_the_shop_cancel_and_take_back(shortage: Shortage) -> None:
    market = shortage.market
    await market.opens(a_shop(slug="toko-sore"))
    strangers = (shortage.ratna, shortage.olga, await market.seller("Sari", slug="toko-sore"))

    for who in strangers:
        with pytest.raises(NotAllowed):
            await shortage.selling.choices(who, shortage.id)
        with pytest.raises(NotAllowed):
            await shortage.selling.cancel(
                who, shortage.id, reason=SellerReason.OUT_OF_STOCK, words=WORDS
            )
    request_id = await shortage.asked()
    for who in strangers:
        with pytest.raises(NotAllowed):
            await shortage.selling.withdraw(who, request_id)

    assert (await shortage.request(request_id)).state is _R.PENDING


async def test_a_shop_cannot_answer_its_own_question(shortage: Shortage) -> None:
    request_id, deciding = await shortage.asked(), shortage.market.shop.deciding

    for step in (
        deciding.approve(shortage.budi, request_id),
        deciding.reject(shortage.budi, request_id, reason="x"),
        deciding.weigh(shortage.budi, request_id),
    ):
        with pytest.raises(NotFound):
            await step

    assert (await shortage.request(request_id)).state is _R.PENDING
    assert (await deciding.waiting(shortage.budi, *shortage.budi.memberships)).items == ()
    assert await shortage.stands_at() is _S.AWAITING_SHIPMENT


async def test_a_shop_takes_its_question_back_and_may_ask_again(shortage: Shortage) -> None:
    request_id = await shortage.asked()

    card = await shortage.selling.withdraw(shortage.budi, request_id)

    assert (card.request.state, card.request.decider) == (_R.WITHDRAWN, "Budi")
    assert (await shortage.transfer.told(shortage.ratna)).count("request_decided") == 1
    assert (await shortage.transfer.told(shortage.olga))[-1] == "seller_cancel_decided"
    assert (await waiting(shortage)).items == ()
    await shortage.passes(hours=49)
    assert (await shortage.page()).seller_cancel.route is SellerRoute.ASK_OPERATOR
    assert await shortage.asked() != request_id


async def test_who_asks_first_is_asked_nothing_by_the_other(shortage: Shortage) -> None:
    """Ratna waits for Budi's answer, so Budi has only to say yes."""
    page = await shortage.market.shop.cancellations.request(
        shortage.ratna, shortage.id, reason=Reason.BY_MISTAKE
    )
    assert page.request is not None

    with pytest.raises(SellerCancelRefused) as refused:
        await shortage.asked()
    with pytest.raises(NotFound):
        await shortage.selling.withdraw(shortage.budi, page.request.id)

    assert refused.value.seller_why is SellerWhy.BUYER_ASKS
    assert len(await shortage.market.rows(RequestRow)) == 1


async def test_a_buyer_who_wants_it_too_needs_nobodys_yes(shortage: Shortage) -> None:
    request_id, paid = await shortage.asked(), (await shortage.transfer.pay()).received
    assert (await shortage.page()).cancellation.route is Route.AT_ONCE
    listed = await shortage.market.shop.orders.cancellable(shortage.ratna)
    assert [row.id for row in listed] == [shortage.id]

    page = await shortage.market.shop.cancellations.request(
        shortage.ratna, shortage.id, reason=Reason.BETTER_PRICE
    )

    assert page.status is _S.CANCELLED
    row = await shortage.request(request_id)
    assert (row.state, row.decided_by) == (_R.APPROVED, Party.BUYER)
    assert await shortage.transfer.backs() == [(RefundCause.CANCELLED, paid)]
    assert await shortage.transfer.stock() == 4
    assert (await waiting(shortage)).items == ()
    await shortage.transfer.is_sound()


async def test_a_refused_shop_takes_no_right_from_the_buyer(shortage: Shortage) -> None:
    request_id = await shortage.asked()
    reason = "operator_refuses_goods_can_be_sent"
    await shortage.agreeing.refuse(shortage.olga, request_id, reason=reason)

    page = await shortage.page()

    assert page.cancellation.route is Route.ASK_SELLER
    assert page.seller_cancel.why is SellerWhy.REFUSED_BEFORE


async def test_sending_it_after_all_ends_the_question(shortage: Shortage) -> None:
    request_id = await shortage.asked()

    await shortage.market.shop.shipping.arrange(shortage.budi, shortage.id, JNE)

    row = await shortage.request(request_id)
    assert (row.state, row.decided_by) == (_R.CLOSED_SHIPPED, Party.SELLER)
    assert (await shortage.transfer.told(shortage.olga))[-1] == "seller_cancel_decided"
    await shortage.passes(hours=49)
    assert await shortage.stands_at() is _S.AWAITING_COLLECTION
    assert await shortage.transfer.backs() == []


async def test_during_the_free_cancel_window_a_paid_order_is_asked_about_as_well(
    market: Market,
) -> None:
    shortage = await a_shortage(market, free_cancel_minutes=60)
    assert await shortage.stands_at() is _S.ON_HOLD

    request_id = await shortage.asked()
    await shortage.agreeing.confirm(shortage.olga, request_id)

    assert await shortage.stands_at() is _S.CANCELLED
    assert await shortage.transfer.stock() == 4

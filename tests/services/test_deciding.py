"""A buyer asks to cancel what is packed; the shop answers, or its silence does."""

from datetime import timedelta

import pytest

from store.db.models.inbox import NoticeRow
from store.db.models.requests import RequestRow
from store.domain.cancellation import Reason, Why
from store.domain.order import OrderStatus, Party
from store.domain.request import RejectReason, RequestState
from store.errors import AlreadyDecided, CancelTooLate, NotAllowed, NotFound, ReasonRefused
from store.services.deciding import DecidingService
from tests.support.builders import a_shop
from tests.support.market import Market
from tests.support.trade import JNE, Trade, a_trade

_R = RequestState
_S = OrderStatus


@pytest.fixture
async def trade(market: Market) -> Trade:
    """Budi has packed Ratna's shoes; the courier comes later."""
    trade = await a_trade(market)
    await trade.arranged()
    return trade


def deciding(trade: Trade) -> DecidingService:
    """Where the shop answers."""
    return trade.market.shop.deciding


async def asked(trade: Trade, words: str | None = "Maaf, seharusnya ukuran 40.") -> int:
    """Ratna asks to cancel; the number of her request."""
    page = await trade.market.shop.cancellations.request(
        trade.ratna, trade.id, reason=Reason.BY_MISTAKE, words=words
    )
    assert page.request is not None
    return page.request.id


async def request_of(trade: Trade, request_id: int) -> RequestRow:
    """The request as it stands."""
    async with trade.market.shop.begin() as tx:
        return await tx.requests.get(request_id)


async def state_of(trade: Trade, request_id: int) -> RequestState:
    """What became of it."""
    return (await request_of(trade, request_id)).state


async def test_while_the_shop_thinks_the_order_goes_on_and_shows_what_was_asked(
    trade: Trade,
) -> None:
    request_id = await asked(trade)

    page = await trade.market.shop.orders.card(trade.ratna, trade.id)

    assert page.status is OrderStatus.AWAITING_COLLECTION
    assert page.request is not None
    assert page.request.id == request_id
    assert page.request.words == "Maaf, seharusnya ukuran 40."
    assert page.request.answer_by == trade.market.clock.now() + timedelta(hours=48)
    assert page.cancellation.why is Why.ASKED_ALREADY
    assert await trade.market.stock(trade.variant_id) == 3
    assert ("cancellation_requested", page.shop.id) in await trade.pushed()
    assert "cancellation_requested" in await trade.told(trade.budi)


async def test_what_the_buyer_wrote_lies_sealed(trade: Trade) -> None:
    row = await request_of(trade, await asked(trade))

    assert row.sealed_words is not None
    assert b"ukuran" not in row.sealed_words
    assert all("ukuran" not in str(row.payload) for row in await trade.market.rows(NoticeRow))


async def test_an_approved_request_cancels_the_order_and_puts_the_goods_back_once(
    trade: Trade,
) -> None:
    request_id = await asked(trade)
    trade.market.clock.move(minutes=31)

    card = await deciding(trade).approve(trade.budi, request_id)

    assert (card.request.state, card.request.decider) == (_R.APPROVED, "Budi")
    page = await trade.market.shop.orders.card(trade.ratna, trade.id)
    assert page.status is OrderStatus.CANCELLED
    assert page.cancelled is not None
    assert (page.cancelled.by, page.cancelled.reason) == (Party.BUYER, Reason.BY_MISTAKE)
    assert page.cancelled.words == "Maaf, seharusnya ukuran 40."
    assert await trade.market.stock(trade.variant_id) == 4
    assert (await trade.told(trade.ratna)).count("request_decided") == 1
    assert (await trade.told(trade.budi)).count("request_decided") == 1
    assert (await trade.pushed()).count(("request_decided", trade.ratna.id)) == 1


async def test_a_rejected_request_leaves_the_order_as_it_is(trade: Trade) -> None:
    request_id = await asked(trade)

    card = await deciding(trade).reject(trade.budi, request_id, reason=RejectReason.PACKED)

    assert (card.request.state, card.request.decision_reason) == (_R.REJECTED, RejectReason.PACKED)
    assert await trade.stands_at() is OrderStatus.AWAITING_COLLECTION
    assert await trade.market.stock(trade.variant_id) == 3
    assert (await trade.pushed()).count(("request_decided", trade.ratna.id)) == 1


@pytest.mark.parametrize("reason", ["", "because", Reason.BY_MISTAKE])
async def test_rejecting_needs_one_of_its_reasons(trade: Trade, reason: str) -> None:
    request_id = await asked(trade)

    with pytest.raises(ReasonRefused):
        await deciding(trade).reject(trade.budi, request_id, reason=reason)

    assert await state_of(trade, request_id) is _R.PENDING


async def test_a_second_request_is_refused_while_the_first_waits_and_after_a_no(
    trade: Trade,
) -> None:
    request_id = await asked(trade)
    with pytest.raises(CancelTooLate) as waiting:
        await asked(trade)

    await deciding(trade).reject(trade.budi, request_id, reason=RejectReason.PACKED)
    with pytest.raises(CancelTooLate) as rejected:
        await asked(trade)

    assert (waiting.value.why, rejected.value.why) == (Why.ASKED_ALREADY, Why.REJECTED_BEFORE)
    assert len(await trade.market.rows(RequestRow)) == 1


async def test_what_was_withdrawn_can_be_asked_again(trade: Trade) -> None:
    first = await asked(trade)

    page = await trade.market.shop.cancellations.withdraw(trade.ratna, trade.id)
    second = await asked(trade, words=None)

    assert page.request is not None
    assert page.request.state is _R.WITHDRAWN
    assert await state_of(trade, first) is _R.WITHDRAWN
    assert await state_of(trade, second) is _R.PENDING
    assert ("request_decided", trade.ratna.id) not in await trade.pushed()


async def test_silence_approves_when_the_time_is_over_and_not_before(trade: Trade) -> None:
    request_id = await asked(trade)
    trade.market.clock.move(hours=47, minutes=59)
    await trade.market.shop.sweeps.run()
    assert await state_of(trade, request_id) is _R.PENDING

    trade.market.clock.move(minutes=1)
    await trade.market.shop.sweeps.run()

    row = await request_of(trade, request_id)
    assert (row.state, row.decided_by, row.decider_id) == (_R.APPROVED, Party.SYSTEM, None)
    assert await trade.stands_at() is OrderStatus.CANCELLED
    assert await trade.market.stock(trade.variant_id) == 4


async def test_the_shop_is_reminded_a_day_and_four_hours_before(trade: Trade) -> None:
    await asked(trade)
    told: list[int] = []

    for hours in (23, 1, 19, 1):
        trade.market.clock.move(hours=hours)
        await trade.market.shop.sweeps.run()
        told.append((await trade.told(trade.budi)).count("request_reminded"))

    assert told == [0, 1, 1, 2]


async def test_after_a_long_sleep_everything_that_was_due_happens_once_and_in_order(
    trade: Trade,
) -> None:
    await asked(trade)
    trade.market.clock.move(days=9)

    fired = [await trade.market.shop.sweeps.run() for _ in range(2)]

    assert fired == [3, 0]
    told = await trade.told(trade.budi)
    assert told.count("request_reminded") == 0
    assert told[-1] == "request_decided"
    assert await trade.market.stock(trade.variant_id) == 4


async def test_a_decision_ends_the_waiting(trade: Trade) -> None:
    request_id = await asked(trade)
    await deciding(trade).reject(trade.budi, request_id, reason=RejectReason.BUYER_AGREED)
    trade.market.clock.move(hours=49)

    await trade.market.shop.sweeps.run()

    assert await state_of(trade, request_id) is _R.REJECTED
    assert (await trade.told(trade.budi)).count("request_reminded") == 0
    assert (await trade.told(trade.ratna)).count("request_decided") == 1
    assert await trade.stands_at() is OrderStatus.AWAITING_COLLECTION


async def test_a_buyer_who_may_cancel_at_once_after_all_closes_what_they_asked(
    trade: Trade,
) -> None:
    request_id = await asked(trade)
    seen = await trade.market.shop.desk.order(trade.budi, trade.id)
    await trade.shipping.undo(trade.budi, trade.id, version=seen.version)

    await trade.market.shop.cancellations.request(trade.ratna, trade.id, reason=Reason.BY_MISTAKE)

    row = await request_of(trade, request_id)
    assert (row.state, row.decided_by) == (_R.APPROVED, Party.BUYER)
    assert (await trade.pushed()).count(("request_decided", trade.ratna.id)) == 0
    trade.market.clock.move(days=9)
    assert await trade.market.shop.sweeps.run() == 0
    assert await trade.market.stock(trade.variant_id) == 4
    with pytest.raises(AlreadyDecided):
        await deciding(trade).approve(trade.budi, request_id)


async def test_the_parcel_that_leaves_closes_the_request_and_both_sides_hear_it(
    trade: Trade,
) -> None:
    request_id = await asked(trade)

    await trade.shipping.hand_over(trade.budi, trade.id)

    row = await request_of(trade, request_id)
    assert (row.state, row.decided_by, row.decider_id) == (
        _R.CLOSED_SHIPPED,
        Party.SELLER,
        trade.budi.id,
    )
    assert ("request_decided", trade.ratna.id) in await trade.pushed()
    with pytest.raises(AlreadyDecided) as refused:
        await deciding(trade).approve(trade.budi, request_id)
    assert (refused.value.by, refused.value.status) == ("Budi", _R.CLOSED_SHIPPED)
    assert await trade.stands_at() is OrderStatus.IN_TRANSIT


async def test_whoever_comes_second_hears_who_decided_and_when(trade: Trade) -> None:
    sari = await trade.market.seller("Sari")
    request_id = await asked(trade)
    await deciding(trade).approve(trade.budi, request_id)
    decided_at = trade.market.clock.now()
    trade.market.clock.move(hours=3)

    for late in (
        deciding(trade).approve(sari, request_id),
        deciding(trade).reject(sari, request_id, reason=RejectReason.PACKED),
        trade.market.shop.cancellations.withdraw(trade.ratna, trade.id),
    ):
        with pytest.raises(AlreadyDecided) as refused:
            await late
        assert (refused.value.by, refused.value.at) == ("Budi", decided_at)

    assert await trade.market.stock(trade.variant_id) == 4


async def test_only_the_shops_people_decide_and_only_the_buyer_withdraws(trade: Trade) -> None:
    request_id = await asked(trade)
    await trade.market.opens(a_shop(slug="toko-lain"))
    others = (
        trade.ratna,
        await trade.market.person("Joko"),
        await trade.market.seller("Tono", slug="toko-lain"),
    )

    for who in others:
        for step in (
            deciding(trade).approve(who, request_id),
            deciding(trade).reject(who, request_id, reason=RejectReason.PACKED),
            deciding(trade).look(who, request_id),
        ):
            with pytest.raises(NotAllowed):
                await step
    for who in (trade.budi, *others[1:]):
        with pytest.raises(NotFound):
            await trade.market.shop.cancellations.withdraw(who, trade.id)

    assert await state_of(trade, request_id) is _R.PENDING
    assert await trade.stands_at() is OrderStatus.AWAITING_COLLECTION


async def test_what_waits_is_listed_by_its_deadline(trade: Trade) -> None:
    first = await asked(trade)
    trade.market.clock.move(hours=1)
    other = await trade.market.orders(trade.ratna, trade.variant_id)
    await trade.shipping.arrange(trade.budi, other.id, JNE)
    page = await trade.market.shop.cancellations.request(
        trade.ratna, other.id, reason=Reason.BETTER_PRICE
    )
    assert page.request is not None

    waiting = await deciding(trade).waiting(trade.budi, page.shop.id)

    assert [card.request.id for card in waiting.items] == [first, page.request.id]

"""An operator answers a shop that cannot send what is paid, or silence does."""

from collections import Counter
from datetime import timedelta

import pytest

from store.db.models.deadlines import DeadlineRow
from store.db.models.inbox import OutboxRow
from store.domain.order import OrderStatus, Party
from store.domain.refund import RefundCause
from store.domain.request import RequestState, SellerReason
from store.domain.seller_cancel import RefusalReason
from store.domain.timers import Timer
from store.errors import AlreadyDecided, NotAllowed, NotFound, OwnAffair, ReasonRefused
from store.events.registry import from_payload
from store.events.requests import RequestDecided
from tests.support.market import Market
from tests.support.seller_cancel import (
    WORDS,
    Shortage,
    a_shortage,
    an_operator,
    made_operator,
)

_R = RequestState
_S = OrderStatus


@pytest.fixture
async def shortage(market: Market) -> Shortage:
    """Budi cannot send what Ratna has paid; Olga runs the place."""
    return await a_shortage(market)


async def decided(shortage: Shortage) -> list[RequestDecided]:
    """What both sides were told of the answer."""
    rows = await shortage.market.rows(OutboxRow)
    events = [from_payload(row.event, row.payload) for row in rows]
    return [one for one in events if isinstance(one, RequestDecided)]


async def test_a_confirmed_request_ends_the_order_for_the_shop_and_all_money_goes_back(
    shortage: Shortage,
) -> None:
    request_id, paid = await shortage.asked(), (await shortage.transfer.pay()).received

    card = await shortage.agreeing.confirm(shortage.olga, request_id)

    assert (card.request.state, card.request.decider) == (_R.APPROVED, "Olga")
    page = await shortage.page()
    assert page.cancelled is not None
    assert page.cancelled.by is Party.SELLER
    assert page.cancelled.reason == SellerReason.OUT_OF_STOCK
    assert page.cancelled.words == WORDS
    assert await shortage.transfer.backs() == [(RefundCause.CANCELLED, paid)]
    assert await shortage.transfer.stock() == 4
    told = await decided(shortage)
    assert {(one.decider, one.back, one.told_besides) for one in told} == {("Olga", paid, True)}
    for who in (shortage.ratna, shortage.budi):
        assert (await shortage.transfer.told(who)).count("request_decided") == 1
    assert (await shortage.transfer.told(shortage.olga))[-1] == "seller_cancel_decided"
    await shortage.transfer.is_sound()


async def test_a_refused_request_lets_the_order_go_on_with_the_time_it_had(
    shortage: Shortage,
) -> None:
    before, timers = (await shortage.page()).ship_by, await ship_timers(shortage)
    request_id = await shortage.asked()
    shortage.market.clock.move(hours=3)

    reason = RefusalReason.CAN_BE_SENT
    card = await shortage.agreeing.refuse(shortage.olga, request_id, reason=reason)

    assert (card.request.state, card.request.decision_reason) == (_R.REJECTED, reason)
    page = await shortage.page()
    assert (page.status, page.ship_by) == (_S.AWAITING_SHIPMENT, before)
    assert await ship_timers(shortage) == timers != {}
    assert {one.reason for one in await decided(shortage)} == {reason}
    assert await shortage.transfer.backs() == []
    assert await shortage.transfer.stock() == 3


async def ship_timers(shortage: Shortage) -> dict[Timer, object]:
    """Until when the parcel has to leave."""
    rows = await shortage.market.rows(DeadlineRow)
    wanted = (Timer.SHIP_OVERDUE, Timer.SHIP_OVER)
    return {row.timer: row.due_at for row in rows if row.timer in wanted and row.fired_at is None}


@pytest.mark.parametrize("reason", ["", "because", SellerReason.OUT_OF_STOCK])
async def test_refusing_needs_one_of_its_reasons(shortage: Shortage, reason: str) -> None:
    request_id = await shortage.asked()

    with pytest.raises(ReasonRefused):
        await shortage.agreeing.refuse(shortage.olga, request_id, reason=reason)

    assert (await shortage.request(request_id)).state is _R.PENDING


async def test_a_second_operator_reads_who_was_first_and_when(shortage: Shortage) -> None:
    oki = await an_operator(shortage.market, "Oki")
    request_id = await shortage.asked()
    await shortage.agreeing.confirm(shortage.olga, request_id)
    first = shortage.market.clock.now()
    shortage.market.clock.move(hours=1)

    for step in (
        shortage.agreeing.confirm(oki, request_id),
        shortage.agreeing.refuse(oki, request_id, reason=RefusalReason.UNCLEAR),
        shortage.agreeing.weigh(oki, request_id),
        shortage.selling.withdraw(shortage.budi, request_id),
    ):
        with pytest.raises(AlreadyDecided) as late:
            await step
        assert (late.value.by, late.value.at) == ("Olga", first)

    assert await shortage.transfer.stock() == 4


async def test_who_is_a_side_neither_decides_nor_is_asked(shortage: Shortage) -> None:
    market = shortage.market
    budi = await made_operator(market, shortage.budi)
    ratna = await made_operator(market, shortage.ratna)
    request_id = await shortage.asked()

    for who, refusal in (
        (budi, OwnAffair),
        (ratna, OwnAffair),
        (await market.person("Joko"), NotAllowed),
    ):
        for step in (
            shortage.agreeing.look(who, request_id),
            shortage.agreeing.weigh(who, request_id),
            shortage.agreeing.confirm(who, request_id),
            shortage.agreeing.refuse(who, request_id, reason=RefusalReason.UNCLEAR),
        ):
            with pytest.raises(refusal):
                await step

    assert (await shortage.request(request_id)).state is _R.PENDING
    for side in (budi, ratna):
        assert "seller_cancel_asked" not in await shortage.transfer.told(side)
        assert (await shortage.agreeing.waiting(side)).items == ()
        assert await shortage.agreeing.count_waiting(side) == 0
    assert await shortage.agreeing.count_waiting(shortage.olga) == 1


async def test_only_operators_see_what_waits(shortage: Shortage) -> None:
    await shortage.asked()

    for who in (shortage.budi, shortage.ratna):
        for step in (shortage.agreeing.waiting(who), shortage.agreeing.count_waiting(who)):
            with pytest.raises(NotAllowed):
                await step


async def test_what_a_buyer_asks_is_no_operators_affair(shortage: Shortage) -> None:
    page = await shortage.market.shop.cancellations.request(
        shortage.ratna, shortage.id, reason="ecom_order_to_ship_canceled_reason_better_price"
    )
    assert page.request is not None

    with pytest.raises(NotFound):
        await shortage.agreeing.confirm(shortage.olga, page.request.id)

    assert (await shortage.request(page.request.id)).state is _R.PENDING
    assert await shortage.transfer.told(shortage.olga) == []


async def test_silence_confirms_after_48_hours_with_reminders_before(shortage: Shortage) -> None:
    request_id = await shortage.asked()
    told: list[int] = []

    for hours in (23, 1, 19, 1, 3, 1):
        await shortage.passes(hours=hours)
        told.append((await shortage.transfer.told(shortage.olga)).count("seller_cancel_reminded"))

    assert told == [0, 1, 1, 2, 2, 2]
    row = await shortage.request(request_id)
    assert (row.state, row.decided_by, row.decider_id) == (_R.APPROVED, Party.SYSTEM, None)
    assert row.decided_at == row.asked_at + timedelta(hours=48)
    assert await shortage.stands_at() is _S.CANCELLED
    assert [cause for cause, _ in await shortage.transfer.backs()] == [RefundCause.CANCELLED]


async def test_after_a_long_sleep_it_is_confirmed_once_and_nobody_is_reminded(
    shortage: Shortage,
) -> None:
    await shortage.asked()

    await shortage.passes(days=3)
    await shortage.passes(days=1)

    heard = Counter(await shortage.transfer.told(shortage.olga))
    assert heard["seller_cancel_reminded"] == 0
    assert heard["seller_cancel_decided"] == 1
    assert await shortage.transfer.stock() == 4
    assert len(await shortage.transfer.backs()) == 1


async def test_a_time_to_send_that_runs_out_first_ends_both(shortage: Shortage) -> None:
    """Nobody packs on, nobody answers: the money goes back by whichever time is over first."""
    shortage.market.clock.move(days=1)
    request_id = await shortage.asked()

    await shortage.market.shop.sweeps.acts[Timer.SHIP_OVER](shortage.id)

    assert (await shortage.request(request_id)).state is _R.APPROVED
    assert (await shortage.transfer.told(shortage.olga))[-1] == "seller_cancel_decided"
    assert await shortage.transfer.stock() == 4
    assert len(await shortage.transfer.backs()) == 1


async def test_what_the_shop_wrote_lies_sealed(shortage: Shortage) -> None:
    row = await shortage.request(await shortage.asked())

    assert row.sealed_words is not None
    assert b"gudang" not in row.sealed_words
    assert all("gudang" not in str(one.payload) for one in await shortage.market.rows(OutboxRow))


async def test_the_buyer_agrees_and_the_shops_reason_stands(shortage: Shortage) -> None:
    await shortage.asked()
    paid = (await shortage.transfer.pay()).received

    page = await shortage.agreeing.agree(shortage.transfer.ratna, shortage.id)

    assert page.cancelled is not None
    assert (page.cancelled.by, page.cancelled.words) == (Party.SELLER, WORDS)
    assert page.cancelled.reason == SellerReason.OUT_OF_STOCK
    assert await shortage.transfer.backs() == [(RefundCause.CANCELLED, paid)]
    assert {(one.decided_by, one.state) for one in await decided(shortage)} == {
        (Party.BUYER, _R.APPROVED)
    }
    with pytest.raises(AlreadyDecided) as late:
        await shortage.agreeing.agree(shortage.transfer.ratna, shortage.id)
    assert late.value.by == Party.BUYER


async def test_nobody_agrees_in_the_buyers_place_or_to_what_nobody_asks(
    shortage: Shortage,
) -> None:
    sari = await shortage.market.buyer("Sari")
    with pytest.raises(NotFound):
        await shortage.agreeing.agree(shortage.transfer.ratna, shortage.id)
    await shortage.asked()

    for other in (sari, shortage.transfer.budi, shortage.olga):
        with pytest.raises(NotFound):
            await shortage.agreeing.agree(other, shortage.id)

    assert await shortage.stands_at() is _S.AWAITING_SHIPMENT

"""Steps that are taken back: by any member, for ten minutes, until the parcel goes on."""

import asyncio

import pytest
from sqlalchemy import delete

from store.db.models.inbox import OutboxRow
from store.db.models.orders import OrderMomentRow, UndoneStepRow
from store.db.models.shipping import ShipmentRow
from store.domain.actor import Actor
from store.domain.cancellation import Reason
from store.domain.desk import CodAnswer
from store.domain.order import Moment, OrderStatus
from store.domain.tracking import Carriage
from store.errors import IllegalMove, NotAllowed, UndoTooLate
from store.events.shipping import StepUndone
from store.views.orders import OrderPage
from tests.support.market import Market
from tests.support.trade import Trade, a_trade

_S = OrderStatus


@pytest.fixture
async def trade(market: Market) -> Trade:
    """An order on a shop's desk."""
    return await a_trade(market)


async def seen_by_budi(trade: Trade) -> OrderPage:
    """The order as its shop sees it."""
    return await trade.market.shop.desk.order(trade.budi, trade.id)


async def undo(trade: Trade, actor: Actor) -> OrderPage:
    """Somebody takes back what the order's page shows now."""
    page = await trade.market.shop.desk.order(trade.budi, trade.id)
    return await trade.shipping.undo(actor, trade.id, version=page.version)


def moments(page: OrderPage) -> list[Moment]:
    """What has happened, by the timeline."""
    return [step.moment for step in page.timeline if step.at is not None]


async def test_a_hand_over_is_taken_back_and_told_and_done_again(trade: Trade) -> None:
    await trade.sent()

    page = await undo(trade, trade.budi)

    assert page.status is _S.AWAITING_COLLECTION
    assert moments(page) == [Moment.PLACED, Moment.ARRANGED]
    assert page.shipment is not None
    page = await trade.shipping.hand_over(trade.budi, trade.id)
    assert moments(page) == [Moment.PLACED, Moment.ARRANGED, Moment.IN_TRANSIT]
    assert await trade.told(trade.ratna) == [
        "order_confirmed",
        "order_arranged",
        "order_shipped",
        "step_undone",
        "order_shipped",
    ]
    assert (await trade.pushed())[-2:] == [
        ("step_undone", trade.ratna.id),
        ("order_shipped", trade.ratna.id),
    ]


async def test_an_arrangement_is_taken_back_whole_and_the_promise_returns(trade: Trade) -> None:
    promised = await seen_by_budi(trade)
    await trade.brought()

    page = await undo(trade, trade.budi)

    assert (page.status, page.shipment) == (_S.AWAITING_SHIPMENT, None)
    assert page.eta == promised.eta
    assert await trade.market.rows(ShipmentRow) == []
    assert (await trade.arranged()).status is _S.AWAITING_COLLECTION


async def test_who_did_it_and_who_took_it_back_is_kept(trade: Trade) -> None:
    sari = await trade.market.seller("Sari")
    await trade.sent()
    sent_at = trade.market.clock.now()
    trade.market.clock.move(minutes=4)

    await undo(trade, sari)

    (kept,) = await trade.market.rows(UndoneStepRow)
    assert (kept.moment, kept.at, kept.person_id) == (Moment.IN_TRANSIT, sent_at, trade.budi.id)
    assert (kept.undone_by, kept.undone_at) == (sari.id, trade.market.clock.now())


@pytest.mark.parametrize(("minutes", "open_"), [(0, True), (10, True), (10.1, False)])
async def test_it_can_be_undone_for_ten_minutes(trade: Trade, minutes: float, open_: bool) -> None:
    await trade.sent()
    trade.market.clock.move(minutes=minutes)

    page = await seen_by_budi(trade)

    assert (page.undo_until is not None) is open_
    if open_:
        await undo(trade, trade.budi)
        return
    with pytest.raises(UndoTooLate):
        await undo(trade, trade.budi)
    assert await trade.stands_at() is _S.IN_TRANSIT
    assert await trade.market.rows(UndoneStepRow) == []


async def test_what_has_gone_on_stays(trade: Trade) -> None:
    await trade.arranged()
    corrected = Carriage(courier="JNE", service="REG", number="012345678902")
    await trade.shipping.correct(trade.budi, trade.id, corrected)
    with pytest.raises(UndoTooLate):
        await undo(trade, trade.budi)
    await trade.shipping.hand_over(trade.budi, trade.id)
    trade.market.clock.move(minutes=1)
    await trade.shipping.add_line(trade.budi, trade.id, "Di Bandung")

    with pytest.raises(UndoTooLate):
        await undo(trade, trade.budi)

    assert await trade.stands_at() is _S.IN_TRANSIT
    assert (await seen_by_budi(trade)).undo_until is None
    assert "step_undone" not in await trade.told(trade.ratna)


async def test_what_has_arrived_unpaid_is_not_on_its_way_again(trade: Trade) -> None:
    await trade.sent()
    await trade.shipping.deliver(trade.budi, trade.id, paid=False)

    with pytest.raises(IllegalMove):
        await undo(trade, trade.budi)

    assert await trade.stands_at() is _S.DELIVERED


async def test_only_the_step_that_was_seen_is_taken_back(trade: Trade) -> None:
    arranged = await trade.arranged()
    sent = await trade.shipping.hand_over(trade.budi, trade.id)
    with pytest.raises(UndoTooLate):
        await trade.shipping.undo(trade.budi, trade.id, version=arranged.version)
    assert await trade.stands_at() is _S.IN_TRANSIT
    await undo(trade, trade.budi)
    again = await trade.shipping.hand_over(trade.budi, trade.id)

    with pytest.raises(UndoTooLate):
        await trade.shipping.undo(trade.budi, trade.id, version=sent.version)

    assert again.undo_until == sent.undo_until
    assert await trade.stands_at() is _S.IN_TRANSIT
    assert (await trade.told(trade.ratna)).count("step_undone") == 1
    assert len(await trade.market.rows(UndoneStepRow)) == 1


async def test_what_has_arrived_is_not_taken_back(trade: Trade) -> None:
    await trade.delivered()

    with pytest.raises(IllegalMove):
        await undo(trade, trade.budi)

    assert await trade.stands_at() is _S.DELIVERED


async def test_a_step_that_nobody_wrote_down_stays(trade: Trade) -> None:
    await trade.sent()
    async with trade.market.shop.begin() as tx:
        await tx.session.execute(
            delete(OrderMomentRow).where(OrderMomentRow.moment == Moment.IN_TRANSIT)
        )

    with pytest.raises(UndoTooLate):
        await undo(trade, trade.budi)

    assert (await seen_by_budi(trade)).undo_until is None
    assert await trade.stands_at() is _S.IN_TRANSIT


async def test_a_question_that_was_not_answered_is_put_once_more(trade: Trade) -> None:
    await trade.shipping.ask(trade.budi, trade.id)
    await trade.arranged()
    assert await asking(trade) == "cod_asked"

    await undo(trade, trade.budi)

    told = await trade.last_told()
    assert isinstance(told, StepUndone)
    assert told.asks
    assert await asking(trade) is None
    page = await trade.receiving.confirm(trade.ratna, trade.id)
    assert page.confirmation is not None
    assert page.confirmation.answer is CodAnswer.SEND
    assert await asking(trade) == "step_undone"


async def test_an_answer_survives_and_the_buyer_may_cancel_after_all(trade: Trade) -> None:
    await trade.shipping.ask(trade.budi, trade.id)
    await trade.receiving.confirm(trade.ratna, trade.id)
    await trade.arranged()

    page = await undo(trade, trade.budi)

    told = await trade.last_told()
    assert isinstance(told, StepUndone)
    assert not told.asks
    assert page.confirmation is not None
    assert page.confirmation.answer is CodAnswer.SEND
    await trade.market.shop.cancellations.request(trade.ratna, trade.id, reason=Reason.BY_MISTAKE)
    assert await trade.stands_at() is _S.CANCELLED


async def test_a_hand_over_that_is_taken_back_asks_nothing(trade: Trade) -> None:
    await trade.shipping.ask(trade.budi, trade.id)
    await trade.sent()

    await undo(trade, trade.budi)

    told = await trade.last_told()
    assert isinstance(told, StepUndone)
    assert not told.asks
    assert await asking(trade) == "cod_asked"


async def test_nobody_else_takes_a_step_back(trade: Trade) -> None:
    await trade.sent()

    with pytest.raises(NotAllowed):
        await undo(trade, trade.ratna)

    assert await trade.stands_at() is _S.IN_TRANSIT
    assert (await trade.market.shop.orders.card(trade.ratna, trade.id)).undo_until is None


async def test_two_who_undo_at_once_undo_once(trade: Trade) -> None:
    sari = await trade.market.seller("Sari")
    seen = await trade.sent()

    ends = await asyncio.gather(
        *(
            trade.shipping.undo(actor, trade.id, version=seen.version)
            for actor in (trade.budi, sari)
        ),
        return_exceptions=True,
    )

    assert sum(isinstance(end, UndoTooLate) for end in ends) == 1
    assert await trade.stands_at() is _S.AWAITING_COLLECTION
    assert len(await trade.market.rows(UndoneStepRow)) == 1


async def asking(trade: Trade) -> str | None:
    """The event with which a question that is over was put last."""
    parcel_id = await trade.receiving.closed_question(trade.id)
    rows = await trade.market.rows(OutboxRow)
    return next((row.event for row in rows if row.id == parcel_id), None)

"""The way of an order from the desk to the door."""

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import update

from store.db.models.orders import OrderRow
from store.db.models.shipping import ShipmentRow
from store.domain.desk import ReturnReason
from store.domain.order import Moment, OrderStatus
from store.domain.payment import PaymentMethod
from store.errors import (
    FieldMissing,
    FieldTooLong,
    IllegalMove,
)
from store.views.orders import OrderPage
from tests.support.market import Market
from tests.support.trade import JNE, JT, Trade, a_trade


@pytest.fixture
async def trade(market: Market) -> Trade:
    """An order on a shop's desk."""
    return await a_trade(market)


async def test_arranging_tells_the_buyer_courier_and_number(trade: Trade) -> None:
    trade.market.clock.move(minutes=20)

    page = await trade.arranged()

    assert page.status is OrderStatus.AWAITING_COLLECTION
    assert page.shipment is not None
    assert (page.shipment.courier, page.shipment.number) == ("JNE", "012345678901")
    assert (page.shipment.arranged_by, page.shipment.looks_right) == ("Budi", True)
    assert page.shipment.site == "https://www.jne.co.id"
    done = {step.moment: step.at for step in page.timeline}
    assert done[Moment.ARRANGED] == trade.market.clock.now()
    assert ("order_arranged", trade.ratna.id) in await trade.pushed()
    assert "order_arranged" in await trade.told(trade.ratna)
    assert "order_arranged" not in await trade.told(trade.budi)


async def test_a_shop_brings_it_itself_and_may_add_a_number_later(trade: Trade) -> None:
    page = await trade.brought()

    assert page.shipment is not None
    assert (page.shipment.courier, page.shipment.number) == (None, None)
    page = await trade.shipping.correct(trade.budi, trade.id, JT, instead=True)
    assert page.shipment is not None
    assert (page.shipment.courier, page.shipment.number) == ("J&T", "JX1234567890")


async def test_a_number_is_corrected_as_often_as_needed_and_the_same_is_nothing(
    trade: Trade,
) -> None:
    await trade.arranged()

    for carriage in (JT, JT, JNE, JT):
        page = await trade.shipping.correct(trade.budi, trade.id, carriage, instead=True)

    assert page.shipment is not None
    assert page.shipment.number == "JX1234567890"
    told = [event for event, _ in await trade.pushed()]
    assert told.count("tracking_corrected") == 3


async def test_a_delivered_parcel_keeps_its_number(trade: Trade) -> None:
    await trade.delivered()

    with pytest.raises(IllegalMove):
        await trade.shipping.correct(trade.budi, trade.id, JT)
    with pytest.raises(IllegalMove):
        await trade.shipping.add_line(trade.budi, trade.id, "Di rumah")

    page = await trade.market.shop.desk.order(trade.budi, trade.id)
    assert page.shipment is not None
    assert (page.shipment.number, page.shipment.lines) == ("012345678901", ())


async def test_the_whole_way_has_a_moment_and_a_notice_for_each_step(trade: Trade) -> None:
    page = await trade.delivered()
    assert page.shipment is not None
    assert page.shipment.money_at == trade.market.clock.now()

    page = await trade.receiving.complete(trade.ratna, trade.id)

    assert page.status is OrderStatus.COMPLETED
    assert [step.moment for step in page.timeline if step.at is not None] == [
        Moment.PLACED,
        Moment.ARRANGED,
        Moment.IN_TRANSIT,
        Moment.DELIVERED,
        Moment.COMPLETED,
    ]
    assert await trade.told(trade.ratna) == [
        "order_confirmed",
        "order_arranged",
        "order_shipped",
        "order_delivered",
        "order_completed",
    ]
    assert await trade.told(trade.budi) == ["order_placed", "order_completed"]
    assert [event for event, _ in await trade.pushed()] == [
        "order_placed",
        "order_arranged",
        "order_shipped",
        "order_delivered",
    ]
    assert await trade.market.stock(trade.variant_id) == 3


async def test_completing_twice_is_completing_once_and_never_early(trade: Trade) -> None:
    with pytest.raises(IllegalMove):
        await trade.receiving.complete(trade.ratna, trade.id)
    await trade.sent()
    with pytest.raises(IllegalMove):
        await trade.receiving.complete(trade.ratna, trade.id)
    await trade.shipping.deliver(trade.budi, trade.id)

    for _ in range(2):
        page = await trade.receiving.complete(trade.ratna, trade.id)

    assert page.status is OrderStatus.COMPLETED
    assert (await trade.told(trade.ratna)).count("order_completed") == 1


async def test_tracking_lines_are_shown_newest_first(trade: Trade) -> None:
    await trade.sent()
    await trade.shipping.add_line(trade.budi, trade.id, "  Tiba di   Bandung ")
    trade.market.clock.move(hours=3)

    page = await trade.shipping.add_line(trade.budi, trade.id, "Keluar dari Bandung")

    assert page.shipment is not None
    assert [line.words for line in page.shipment.lines] == [
        "Keluar dari Bandung",
        "Tiba di Bandung",
    ]
    assert page.shipment.lines[0].at == trade.market.clock.now()


@pytest.mark.parametrize(("words", "refusal"), [("  ", FieldMissing), ("x" * 121, FieldTooLong)])
async def test_a_tracking_line_says_something_short(
    trade: Trade, words: str, refusal: type[Exception]
) -> None:
    await trade.sent()

    with pytest.raises(refusal):
        await trade.shipping.add_line(trade.budi, trade.id, words)


async def test_a_parcel_arrives_with_its_money_missing_and_the_buyer_is_told(trade: Trade) -> None:
    await trade.sent()

    page = await trade.shipping.deliver(trade.budi, trade.id, paid=False)

    assert page.status is OrderStatus.DELIVERED
    assert page.shipment is not None
    assert page.shipment.money_missing_at == trade.market.clock.now()
    assert page.shipment.money_waits
    assert (await trade.told(trade.ratna))[-1] == "order_delivered"
    with pytest.raises(IllegalMove):
        await trade.shipping.came_back(trade.budi, trade.id, ReturnReason.REFUSED)
    assert await trade.stands_at() is OrderStatus.DELIVERED


async def test_missing_money_comes_once_also_after_the_buyer_is_content(trade: Trade) -> None:
    await trade.sent()
    await trade.shipping.deliver(trade.budi, trade.id, paid=False)
    await trade.receiving.complete(trade.ratna, trade.id)
    trade.market.clock.move(minutes=5)

    page = await trade.shipping.take_money(trade.budi, trade.id)
    came = trade.market.clock.now()
    trade.market.clock.move(minutes=5)
    again = await trade.shipping.take_money(trade.budi, trade.id)

    assert page.shipment is not None
    assert again.shipment is not None
    assert (page.shipment.money_at, page.shipment.money_waits) == (came, False)
    assert again.shipment.money_at == came


async def test_what_was_paid_before_is_delivered_without_a_question(trade: Trade) -> None:
    await trade.sent()
    async with trade.market.shop.begin() as tx:
        await tx.session.execute(update(OrderRow).values(payment=PaymentMethod.QRIS))

    page = await trade.shipping.deliver(trade.budi, trade.id)

    assert page.shipment is not None
    assert page.shipment.money_at is None


async def test_steps_out_of_order_are_refused_and_nothing_moves(trade: Trade) -> None:
    shipping = trade.shipping
    early: tuple[Callable[[], Awaitable[OrderPage]], ...] = (
        lambda: shipping.hand_over(trade.budi, trade.id),
        lambda: shipping.deliver(trade.budi, trade.id),
        lambda: shipping.deliver(trade.budi, trade.id, paid=False),
        lambda: shipping.take_money(trade.budi, trade.id),
        lambda: shipping.came_back(trade.budi, trade.id, ReturnReason.OTHER),
        lambda: shipping.correct(trade.budi, trade.id, JNE),
        lambda: shipping.add_line(trade.budi, trade.id, "Di jalan"),
    )

    for step in early:
        with pytest.raises(IllegalMove):
            await step()

    assert await trade.stands_at() is OrderStatus.AWAITING_SHIPMENT
    assert await trade.market.rows(ShipmentRow) == []
    assert await trade.told(trade.ratna) == ["order_confirmed"]

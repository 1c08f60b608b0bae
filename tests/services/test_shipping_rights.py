"""Who may move an order, when, and who of two is first."""

import asyncio

import pytest

from store.db.models.shipping import ShipmentRow
from store.domain.cancellation import Reason
from store.domain.desk import Goods, ReturnReason
from store.domain.order import OrderStatus, Party
from store.errors import (
    AlreadyDecided,
    IllegalMove,
    NotAllowed,
    NotFound,
)
from store.views.orders import OrderPage
from tests.support.builders import a_shop
from tests.support.market import Market
from tests.support.trade import JNE, JT, Trade, a_trade


@pytest.fixture
async def trade(market: Market) -> Trade:
    """An order on a shop's desk."""
    return await a_trade(market)


async def test_of_two_who_arrange_one_is_first_and_the_other_hears_who(trade: Trade) -> None:
    sari = await trade.market.seller("Sari")

    outcomes = await asyncio.gather(
        trade.shipping.arrange(trade.budi, trade.id, JNE),
        trade.shipping.arrange(sari, trade.id, JT, instead=True),
        return_exceptions=True,
    )

    refused = [one for one in outcomes if isinstance(one, AlreadyDecided)]
    (shipment,) = await trade.market.rows(ShipmentRow)
    assert len(refused) == 1
    assert refused[0].by == ("Budi" if shipment.number == JNE.number else "Sari")
    assert (await trade.told(trade.ratna)).count("order_arranged") == 1


async def test_whoever_arranges_a_cancelled_order_hears_that_the_buyer_was_first(
    trade: Trade,
) -> None:
    cancel = trade.market.shop.cancellations.request
    await cancel(trade.ratna, trade.id, reason=Reason.BY_MISTAKE)

    with pytest.raises(AlreadyDecided) as refused:
        await trade.arranged()

    assert (refused.value.by, refused.value.at) == (Party.BUYER, trade.market.clock.now())
    assert await trade.market.stock(trade.variant_id) == 4


async def test_arranging_and_cancelling_at_once_have_one_outcome(trade: Trade) -> None:
    cancel = trade.market.shop.cancellations.request

    arranged, cancelled = await asyncio.gather(
        trade.shipping.arrange(trade.budi, trade.id, JNE),
        cancel(trade.ratna, trade.id, reason=Reason.BY_MISTAKE),
        return_exceptions=True,
    )

    status, stock = await trade.stands_at(), await trade.market.stock(trade.variant_id)
    if status is OrderStatus.CANCELLED:
        assert isinstance(arranged, AlreadyDecided)
        assert stock == 4
    else:
        assert isinstance(cancelled, OrderPage)
        assert cancelled.request is not None
        assert (status, stock) == (OrderStatus.AWAITING_COLLECTION, 3)


async def test_an_order_on_hold_is_not_arranged_before_the_window_is_over(
    market: Market,
) -> None:
    trade = await a_trade(market, free_cancel_minutes=30)
    with pytest.raises(IllegalMove):
        await trade.arranged()
    seen = await market.shop.desk.order(trade.budi, trade.id)
    assert (seen.status, seen.address.street) == (OrderStatus.ON_HOLD, "…")
    market.clock.move(minutes=30)

    seen = await market.shop.desk.order(trade.budi, trade.id)
    page = await trade.arranged()

    assert seen.status is OrderStatus.AWAITING_SHIPMENT
    assert seen.address.street == "Jl. Melati 5, RT 03/RW 07"
    assert page.status is OrderStatus.AWAITING_COLLECTION


async def test_the_address_is_seen_only_while_it_is_needed(trade: Trade) -> None:
    desk = trade.market.shop.desk
    assert (await desk.order(trade.budi, trade.id)).address.phone == "+6281234567890"

    await trade.delivered()

    hidden = (await desk.order(trade.budi, trade.id)).address
    assert (hidden.name, hidden.street) == ("R…", "…")
    assert "81234567890" not in hidden.phone


async def test_nobody_but_the_shops_people_moves_an_order(trade: Trade) -> None:
    await trade.market.opens(a_shop(slug="toko-lain"))
    other = await trade.market.seller("Tono", slug="toko-lain")
    stranger = await trade.market.person("Joko")

    for who in (other, stranger, trade.ratna):
        for step in (
            lambda who=who: trade.shipping.ask(who, trade.id),
            lambda who=who: trade.shipping.arrange(who, trade.id, JNE),
            lambda who=who: trade.shipping.correct(who, trade.id, JNE),
            lambda who=who: trade.shipping.hand_over(who, trade.id),
            lambda who=who: trade.shipping.add_line(who, trade.id, "Di jalan"),
            lambda who=who: trade.shipping.deliver(who, trade.id),
            lambda who=who: trade.shipping.take_money(who, trade.id),
            lambda who=who: trade.shipping.came_back(who, trade.id, ReturnReason.OTHER),
            lambda who=who: trade.shipping.judge(who, trade.id, Goods.SELLABLE),
            lambda who=who: trade.market.shop.desk.order(who, trade.id),
            lambda who=who: trade.market.shop.desk.couriers(who, trade.id),
        ):
            with pytest.raises(NotAllowed):
                await step()

    assert await trade.stands_at() is OrderStatus.AWAITING_SHIPMENT
    assert await trade.told(trade.ratna) == ["order_confirmed"]
    assert await trade.market.rows(ShipmentRow) == []


async def test_only_the_buyer_confirms_and_completes(trade: Trade) -> None:
    sari = await trade.market.buyer("Sari")
    await trade.shipping.ask(trade.budi, trade.id)

    for who in (trade.budi, sari):
        with pytest.raises(NotFound):
            await trade.receiving.confirm(who, trade.id)
    await trade.delivered()
    for who in (trade.budi, sari):
        with pytest.raises(NotFound):
            await trade.receiving.complete(who, trade.id)

    assert await trade.stands_at() is OrderStatus.DELIVERED


async def test_an_order_that_does_not_exist_is_not_here(trade: Trade) -> None:
    for order_id in (0, -1, 987_654):
        with pytest.raises(NotFound):
            await trade.shipping.arrange(trade.budi, order_id, JNE)
        with pytest.raises(NotFound):
            await trade.market.shop.desk.order(trade.budi, order_id)

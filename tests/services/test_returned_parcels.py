"""Parcels that came back, and what becomes of their goods."""

import asyncio

import pytest

from store.domain.desk import Goods, ReturnReason
from store.domain.order import OrderStatus, Party
from store.errors import (
    AlreadyDecided,
    IllegalMove,
)
from tests.support.market import Market
from tests.support.trade import JNE, Trade, a_trade
from tests.support.transfer import a_transfer


@pytest.fixture
async def trade(market: Market) -> Trade:
    """An order on a shop's desk."""
    return await a_trade(market)


async def test_a_parcel_that_came_back_ends_the_order_and_waits_to_be_looked_at(
    trade: Trade,
) -> None:
    sari = await trade.market.seller("Sari")

    page = await trade.returned()

    assert page.status is OrderStatus.CANCELLED
    assert page.cancelled is not None
    assert (page.cancelled.by, page.cancelled.reason) == (
        Party.SYSTEM,
        "returned_to_shipper_refused",
    )
    assert page.shipment is not None
    assert (page.shipment.returned_at, page.shipment.goods) == (trade.market.clock.now(), None)
    assert await trade.market.stock(trade.variant_id) == 3
    assert ("order_returned", trade.ratna.id) in await trade.pushed()
    assert ("parcel_came_back", sari.id) in await trade.pushed()
    assert "parcel_came_back" not in await trade.told(trade.budi)


async def test_the_money_of_a_parcel_that_came_back_goes_back_to_its_buyer(
    market: Market,
) -> None:
    transfer = await a_transfer(market)
    await transfer.paid()
    due = (await transfer.pay()).due
    await market.shop.shipping.arrange(transfer.budi, transfer.id, JNE)
    await market.shop.shipping.hand_over(transfer.budi, transfer.id)

    await market.shop.shipping.came_back(transfer.budi, transfer.id, ReturnReason.REFUSED)

    assert await transfer.backs() == [("CANCELLED", due)]
    assert ("refund_promised", f"PERSON:{transfer.ratna.id}") in await transfer.pushed()
    assert await transfer.stock() == 3
    await transfer.is_sound()


async def test_sellable_goods_go_back_into_stock_exactly_once(trade: Trade) -> None:
    await trade.returned()

    outcomes = await asyncio.gather(
        *(trade.shipping.judge(trade.budi, trade.id, Goods.SELLABLE) for _ in range(4)),
        return_exceptions=True,
    )

    refused = [one for one in outcomes if isinstance(one, BaseException)]
    assert [type(one) for one in refused] == [AlreadyDecided] * 3
    assert await trade.market.stock(trade.variant_id) == 4


async def test_lost_goods_stay_out_of_stock(trade: Trade) -> None:
    await trade.returned()

    page = await trade.shipping.judge(trade.budi, trade.id, Goods.LOST)

    assert page.shipment is not None
    assert page.shipment.goods is Goods.LOST
    with pytest.raises(AlreadyDecided):
        await trade.shipping.judge(trade.budi, trade.id, Goods.SELLABLE)
    assert await trade.market.stock(trade.variant_id) == 3


async def test_goods_that_never_came_back_are_not_judged(trade: Trade) -> None:
    with pytest.raises(IllegalMove):
        await trade.shipping.judge(trade.budi, trade.id, Goods.SELLABLE)
    await trade.sent()
    with pytest.raises(IllegalMove):
        await trade.shipping.judge(trade.budi, trade.id, Goods.SELLABLE)

    assert await trade.market.stock(trade.variant_id) == 3

"""Operators hear of an order that its shop cannot hear of, each of them once."""

from store.db.models.inbox import NoticeRow, OutboxRow
from store.events.orders import OrderPlaced
from store.events.registry import from_payload
from tests.support.market import Market


async def test_each_operator_is_told_once_however_often_it_is_said(market: Market) -> None:
    product = await market.sells()
    ani, dewi = await market.person("Ani"), await market.person("Dewi")
    for operator in (ani, dewi):
        await market.shop.operators.join(operator, await market.shop.operators.open_link())
    await market.orders(await market.buyer(), product.variants[0].id)
    (row,) = await market.rows(OutboxRow)
    placed = from_payload(row.event, row.payload)
    assert isinstance(placed, OrderPlaced)

    for _ in range(2):
        assert await market.shop.operators.tell_unheard(placed) == 2

    told = [row for row in await market.rows(NoticeRow) if row.event == "shop_unheard"]
    assert sorted(row.person_id for row in told) == [ani.id, dewi.id]
    assert len([row for row in await market.rows(OutboxRow) if row.event == "shop_unheard"]) == 2


async def test_without_operators_nobody_is_told(market: Market) -> None:
    product = await market.sells()
    await market.orders(await market.buyer(), product.variants[0].id)
    (row,) = await market.rows(OutboxRow)
    placed = from_payload(row.event, row.payload)
    assert isinstance(placed, OrderPlaced)

    assert await market.shop.operators.tell_unheard(placed) == 0

    assert len(await market.rows(OutboxRow)) == 1

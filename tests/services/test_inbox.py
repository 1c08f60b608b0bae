"""The inbox."""

import pytest

from store.domain.cancellation import Reason
from store.domain.inbox import NoticeKind
from store.errors import NotFound
from store.events.orders import OrderCancelled, OrderConfirmed, OrderPlaced
from tests.support.market import Market


async def test_a_page_that_is_shown_has_been_read(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)
    await market.shop.cancellations.request(ratna, order.id, reason=Reason.BY_MISTAKE)
    inbox = market.shop.inbox

    assert await inbox.unread_by_kind(ratna) == {
        NoticeKind.ORDERS: 1,
        NoticeKind.CANCELLATIONS: 1,
    }
    first = await inbox.page(ratna)
    again = await inbox.page(ratna)

    assert [type(row.event) for row in first.items] == [OrderCancelled, OrderConfirmed]
    assert [row.unread for row in first.items] == [True, True]
    assert [row.unread for row in again.items] == [False, False]
    assert await inbox.unread(ratna) == 0


async def test_one_kind_is_read_and_the_other_waits(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)
    await market.shop.cancellations.request(ratna, order.id, reason=Reason.BY_MISTAKE)

    page = await market.shop.inbox.page(ratna, NoticeKind.ORDERS)

    assert [type(row.event) for row in page.items] == [OrderConfirmed]
    assert await market.shop.inbox.unread(ratna) == 1


async def test_opening_the_order_reads_its_notices_for_this_person_only(market: Market) -> None:
    product = await market.sells()
    budi, ratna = await market.seller(), await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)

    await market.shop.orders.card(ratna, order.id)

    assert await market.shop.inbox.unread(ratna) == 0
    assert await market.shop.inbox.unread(budi) == 1


async def test_each_member_of_the_shop_has_the_notice_with_all_facts(market: Market) -> None:
    product = await market.sells()
    budi, dewi = await market.seller("Budi"), await market.seller("Dewi")
    ratna = await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)

    rows = [(await market.shop.inbox.page(one)).items[0] for one in (budi, dewi)]

    assert rows[0].event == rows[1].event
    assert rows[0].shop_id == order.shop.id
    event = rows[0].event
    assert isinstance(event, OrderPlaced)
    assert (event.ref, event.total, event.items[0].title) == (order.ref, 288_000, "Sepatu Angin")
    assert event.ship_by == order.ship_by


async def test_read_and_mark_all_read_touch_only_ones_own(market: Market) -> None:
    product = await market.sells()
    ratna, sari = await market.buyer(), await market.buyer("Sari")
    await market.orders(ratna, product.variants[0].id)
    await market.orders(sari, product.variants[0].id)
    hers = (await market.shop.inbox.page(sari)).items[0]

    with pytest.raises(NotFound):
        await market.shop.inbox.read(ratna, hers.id)
    assert await market.shop.inbox.unread(ratna) == 1
    await market.shop.inbox.mark_all_read(ratna)

    assert await market.shop.inbox.unread(ratna) == 0
    assert (await market.shop.inbox.read(sari, hers.id)).unread is False

"""What lies on a shop's desk, and the stock behind it."""

import asyncio
from datetime import date

import pytest

from store.db.models.catalogue import ProductRow
from store.domain.desk import CodAnswer, Pile, ReturnReason
from store.domain.order import OrderStatus
from store.domain.shipment import Window
from store.domain.tracking import Carriage
from store.errors import NotAllowed, NotFound, QuantityRefused
from tests.support.builders import a_product, a_sheet, a_shop, a_variant
from tests.support.market import Market

JNE = Carriage(courier="JNE", service="REG", number="012345678901")
SICEPAT = Carriage(courier="SiCepat", service="BEST", number="001234567890")


async def test_each_pile_counts_and_lists_what_lies_in_it(market: Market) -> None:
    product = await market.sells(a_product(a_variant(stock=20)))
    budi, ratna = await market.seller(), await market.buyer()
    first, second, third, fourth, fifth = [
        await market.orders(ratna, product.variants[0].id) for _ in range(5)
    ]
    shipping, desk = market.shop.shipping, market.shop.desk
    await shipping.ask(budi, second.id)
    await market.shop.receiving.confirm(ratna, second.id)
    await shipping.arrange(budi, third.id, JNE)
    for order in (fourth, fifth):
        await shipping.arrange(budi, order.id, None, instead=True)
        await shipping.hand_over(budi, order.id)
    await shipping.came_back(budi, fifth.id, ReturnReason.OTHER)

    home = await desk.home(budi, product.shop.id)
    to_ship = await desk.pile(budi, product.shop.id, Pile.TO_SHIP)
    back = await desk.pile(budi, product.shop.id, Pile.CAME_BACK)

    assert home.counts == {
        Pile.TO_SHIP: 2,
        Pile.TO_CONFIRM: 1,
        Pile.TO_COLLECT: 1,
        Pile.ON_THE_WAY: 1,
        Pile.CAME_BACK: 1,
        Pile.DONE: 0,
        Pile.NOT_PAID: 0,
        Pile.CANCELLED: 1,
    }
    assert [(row.id, row.asked, row.answer) for row in to_ship.items] == [
        (first.id, False, None),
        (second.id, True, CodAnswer.SEND),
    ]
    assert [row.id for row in back.items] == [fifth.id]
    assert await desk.waiting(budi) == 3
    assert await desk.waiting(ratna) == 0


async def test_the_most_urgent_comes_first_and_the_late_are_counted(market: Market) -> None:
    product = await market.sells(a_product(a_variant(stock=20)))
    budi, ratna = await market.seller(), await market.buyer()
    early = await market.orders(ratna, product.variants[0].id)
    market.clock.move(days=2)
    late = await market.orders(ratna, product.variants[0].id)

    before = await market.shop.desk.home(budi, product.shop.id)
    market.clock.moment = early.ship_by
    market.clock.move(seconds=1)
    after = await market.shop.desk.home(budi, product.shop.id)

    assert early.ship_by < late.ship_by
    assert (before.ship_by, before.overdue) == (early.ship_by, 0)
    assert (after.ship_by, after.overdue) == (early.ship_by, 1)
    rows = (await market.shop.desk.pile(budi, product.shop.id, Pile.TO_SHIP)).items
    assert [(row.id, row.overdue) for row in rows] == [(early.id, True), (late.id, False)]
    assert (await market.shop.desk.order(budi, early.id)).overdue
    assert not (await market.shop.desk.order(budi, late.id)).overdue


async def test_an_order_on_hold_lies_nowhere_until_the_window_is_over(market: Market) -> None:
    product = await market.sells(sheet=a_shop(free_cancel_minutes=30))
    budi, ratna = await market.seller(), await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)
    held = await market.shop.desk.home(budi, product.shop.id)
    market.clock.move(minutes=30)

    freed = await market.shop.desk.pile(budi, product.shop.id, Pile.TO_CONFIRM)

    assert (held.counts[Pile.TO_SHIP], held.ship_by) == (0, None)
    assert [(row.id, row.status) for row in freed.items] == [
        (order.id, OrderStatus.AWAITING_SHIPMENT)
    ]


async def test_a_pile_is_paged(market: Market) -> None:
    product = await market.sells(a_product(a_variant(stock=20)))
    budi, ratna = await market.seller(), await market.buyer()
    orders = [await market.orders(ratna, product.variants[0].id) for _ in range(8)]

    last = await market.shop.desk.pile(budi, product.shop.id, Pile.TO_SHIP, page=9)

    assert (last.number, last.pages) == (2, 2)
    assert [row.id for row in last.items] == [order.id for order in orders[6:]]


async def test_a_desk_shows_only_its_own_shop(market: Market) -> None:
    product = await market.sells(a_product(a_variant(stock=20)))
    other = await market.sells(a_product(code="LAIN"), sheet=a_shop(slug="toko-lain"))
    budi, tono = await market.seller(), await market.seller("Tono", slug="toko-lain")
    ratna = await market.buyer()
    mine = await market.orders(ratna, product.variants[0].id)
    await market.orders(ratna, other.variants[0].id)

    pile = await market.shop.desk.pile(budi, product.shop.id, Pile.TO_SHIP)

    assert [row.id for row in pile.items] == [mine.id]
    assert [card.slug for card in await market.shop.desk.shops(tono)] == ["toko-lain"]
    desk = market.shop.desk
    for who in (tono, ratna):
        for look in (
            lambda who=who: desk.home(who, product.shop.id),
            lambda who=who: desk.shop(who, product.shop.id),
            lambda who=who: desk.pile(who, product.shop.id, Pile.TO_SHIP),
            lambda who=who: desk.stock(who, product.id),
            lambda who=who: desk.stock_of(who, product.variants[0].id),
            lambda who=who: desk.recount(who, product.variants[0].id, seen=19, counted=0),
        ):
            with pytest.raises(NotAllowed):
                await look()
    assert await market.stock(product.variants[0].id) == 19


async def test_the_service_that_was_sold_comes_first_among_the_couriers(market: Market) -> None:
    product = await market.sells()
    budi, ratna = await market.seller(), await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)

    choices = await market.shop.desk.couriers(budi, order.id)

    assert [(one.courier, one.service) for one in choices] == [
        ("JNE", "REG"),
        ("SiCepat", "BEST"),
    ]
    assert [one.expected for one in choices] == [
        Window(first=date(2026, 11, 24), last=date(2026, 11, 25)),
        Window(first=date(2026, 11, 24), last=date(2026, 11, 24)),
    ]


async def test_what_carries_it_now_comes_first_among_the_couriers(market: Market) -> None:
    product = await market.sells()
    budi, ratna = await market.seller(), await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)
    await market.shop.shipping.arrange(budi, order.id, SICEPAT, instead=True)

    choices = await market.shop.desk.couriers(budi, order.id)

    assert [one.courier for one in choices] == ["SiCepat", "JNE"]


async def test_opening_an_order_on_the_desk_reads_its_notices(market: Market) -> None:
    product = await market.sells()
    budi, ratna = await market.seller(), await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)
    assert await market.shop.inbox.unread(budi) == 1

    await market.shop.desk.order(budi, order.id)

    assert await market.shop.inbox.unread(budi) == 0


async def test_a_new_count_is_seen_by_buyers_at_once(market: Market) -> None:
    product = await market.sells()
    budi = await market.seller()
    variant = product.variants[0]

    taken = await market.shop.desk.recount(budi, variant.id, seen=4, counted=9)

    assert taken
    assert (await market.shop.catalogue.product(product.id)).variants[0].stock == 9
    sheet = await market.shop.desk.stock_of(budi, variant.id)
    assert [(one.id, one.stock) for one in sheet.variants] == [(variant.id, 9)]
    assert sheet == await market.shop.desk.stock(budi, product.id)


async def test_what_was_ordered_meanwhile_is_never_counted_back(market: Market) -> None:
    product = await market.sells()
    budi, ratna = await market.seller(), await market.buyer()
    variant = product.variants[0]
    await market.orders(ratna, variant.id, quantity=3)

    taken = await market.shop.desk.recount(budi, variant.id, seen=4, counted=5)

    assert not taken
    assert await market.stock(variant.id) == 1


async def test_of_two_who_count_at_once_one_is_taken(market: Market) -> None:
    product = await market.sells()
    budi, sari = await market.seller(), await market.seller("Sari")
    variant = product.variants[0]

    taken = await asyncio.gather(
        market.shop.desk.recount(budi, variant.id, seen=4, counted=5),
        market.shop.desk.recount(sari, variant.id, seen=4, counted=5),
    )

    assert sorted(taken) == [False, True]
    assert await market.stock(variant.id) == 5


async def test_a_count_survives_the_same_file(market: Market) -> None:
    product = await market.sells()
    budi = await market.seller()
    await market.shop.desk.recount(budi, product.variants[0].id, seen=4, counted=7)

    await market.shop.catalogue.import_products("toko-langkah", a_sheet(a_product()))

    assert await market.stock(product.variants[0].id) == 7


@pytest.mark.parametrize("counted", [-1, 100_000])
async def test_a_count_that_no_shelf_holds_is_refused(market: Market, counted: int) -> None:
    product = await market.sells()
    budi = await market.seller()

    with pytest.raises(QuantityRefused):
        await market.shop.desk.recount(budi, product.variants[0].id, seen=4, counted=counted)
    with pytest.raises(NotFound):
        await market.shop.desk.recount(budi, 987_654, seen=4, counted=1)

    assert await market.stock(product.variants[0].id) == 4
    assert len(await market.rows(ProductRow)) == 1

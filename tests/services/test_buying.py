"""From a product to an order: the moment of placing."""

import asyncio
from datetime import UTC, date, datetime

import pytest

from store.db.models.inbox import NoticeRow, OutboxRow
from store.db.models.orders import OrderRow
from store.domain.checkout import Change, Line, Missing
from store.domain.order import OrderStatus, Party
from store.errors import (
    CheckoutChanged,
    NotFound,
    OutOfStock,
    Rejected,
    VariantLeft,
)
from store.services.checkout_cards import read_facts
from store.services.placing import check_agreed, place_order
from tests.support.builders import a_product, a_sheet, a_shop, a_variant
from tests.support.market import Market


async def test_placing_takes_stock_writes_the_order_and_tells_both(market: Market) -> None:
    product = await market.sells()
    budi = await market.seller()
    ratna = await market.buyer()
    card = await market.shop.buying.open(ratna, product.variants[0].id, quantity=2)
    await market.shop.buying.set_note(ratna, "Tolong dibungkus kado")
    card = await market.shop.buying.card(ratna)

    order = await market.shop.buying.place(ratna, version=card.version)

    assert order.status is OrderStatus.AWAITING_SHIPMENT
    assert (order.subtotal, order.shipping_fee, order.total) == (558_000, 9_000, 567_000)
    assert (order.viewer, order.note) == (Party.BUYER, "Tolong dibungkus kado")
    assert order.ship_by == datetime(2026, 11, 23, 16, 59, tzinfo=UTC)
    assert (order.eta.first, order.eta.last) == (date(2026, 11, 24), date(2026, 11, 25))
    assert await market.stock(product.variants[0].id) == 2
    told = {(row.person_id, row.event) for row in await market.rows(NoticeRow)}
    assert told == {(budi.id, "order_placed"), (ratna.id, "order_confirmed")}
    assert [row.key for row in await market.rows(OutboxRow)] == [
        f"order_placed:order:{order.id}:shop:{order.shop.id}"
    ]


async def test_pressing_place_twice_is_one_order(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    card = await market.shop.buying.open(ratna, product.variants[0].id)

    first = await market.shop.buying.place(ratna, version=card.version)
    second = await market.shop.buying.place(ratna, version=card.version)

    assert second.id == first.id
    assert await market.stock(product.variants[0].id) == 3
    assert len(await market.rows(OrderRow)) == 1


async def test_an_old_press_after_a_new_checkout_still_finds_its_own_order(
    market: Market,
) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    old = await market.shop.buying.open(ratna, product.variants[0].id)
    first = await market.shop.buying.place(ratna, version=old.version)
    new = await market.shop.buying.open(ratna, product.variants[0].id)

    again = await market.shop.buying.place(ratna, version=old.version)

    assert again.id == first.id
    assert new.version > old.version
    assert len(await market.rows(OrderRow)) == 1


async def test_two_presses_at_once_are_one_order(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    card = await market.shop.buying.open(ratna, product.variants[0].id)

    async def press() -> int:
        return (await market.shop.buying.place(ratna, version=card.version)).id

    placed = await asyncio.gather(*(press() for _ in range(5)))

    assert len(set(placed)) == 1
    assert await market.stock(product.variants[0].id) == 3


async def test_fifty_buyers_of_ten_pieces_end_with_ten_orders(market: Market) -> None:
    product = await market.sells(a_product(a_variant(stock=10)))
    buyers = [await market.buyer(f"Pembeli {number}") for number in range(50)]
    cards = [await market.shop.buying.open(one, product.variants[0].id) for one in buyers]

    outcomes = await asyncio.gather(
        *(
            market.shop.buying.place(buyer, version=card.version)
            for buyer, card in zip(buyers, cards, strict=True)
        ),
        return_exceptions=True,
    )

    refused = [one for one in outcomes if isinstance(one, BaseException)]
    assert {type(one) for one in refused} == {OutOfStock}
    assert len(refused) == 40
    assert await market.stock(product.variants[0].id) == 0
    assert len(await market.rows(OrderRow)) == 10


async def test_what_was_sold_out_meanwhile_is_refused_with_what_is_left(market: Market) -> None:
    product = await market.sells(
        a_product(a_variant("HITAM-41", stock=1), a_variant("BIRU-41", stock=5))
    )
    black, blue = product.variants
    ratna, sari = await market.buyer("Ratna"), await market.buyer("Sari")
    card = await market.shop.buying.open(ratna, black.id)
    await market.orders(sari, black.id)

    with pytest.raises(OutOfStock) as refused:
        await market.shop.buying.place(ratna, version=card.version)

    assert refused.value.alternatives == (
        VariantLeft(variant_id=blue.id, name="Biru/41", stock=5),
    )
    assert (refused.value.title, refused.value.left) == ("Sepatu Angin", 0)
    assert len(await market.rows(OrderRow)) == 1
    assert (await market.shop.buying.card(ratna)).missing == (Missing.STOCK,)


async def test_a_price_that_rose_is_shown_before_it_is_paid(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    card = await market.shop.buying.open(ratna, product.variants[0].id)
    dearer = a_product(a_variant(price=299_000))
    await market.shop.catalogue.import_products("toko-langkah", a_sheet(dearer))

    with pytest.raises(CheckoutChanged) as refused:
        await market.shop.buying.place(ratna, version=card.version)
    redrawn = await market.shop.buying.card(ratna)

    assert refused.value.changed == (Line.UNIT_PRICE,)
    assert redrawn.changes == (Change(line=Line.UNIT_PRICE, was=279_000, now=299_000),)
    assert redrawn.version == card.version + 1
    assert await market.stock(product.variants[0].id) == 4
    placed = await market.shop.buying.place(ratna, version=redrawn.version)
    assert placed.subtotal == 299_000


async def test_a_free_cancel_window_puts_the_order_on_hold(market: Market) -> None:
    product = await market.sells(sheet=a_shop(free_cancel_minutes=30))
    ratna = await market.buyer()

    order = await market.orders(ratna, product.variants[0].id)

    assert order.status is OrderStatus.ON_HOLD


async def test_an_abandoned_checkout_places_nothing(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    card = await market.shop.buying.open(ratna, product.variants[0].id)

    await market.shop.buying.abandon(ratna)
    await market.shop.buying.abandon(ratna)

    with pytest.raises(NotFound):
        await market.shop.buying.place(ratna, version=card.version)
    assert await market.rows(OrderRow) == []


async def test_forged_numbers_change_nothing(market: Market) -> None:
    product = await market.sells()
    ratna, sari = await market.buyer("Ratna"), await market.buyer("Sari")
    foreign = (await market.shop.addresses.mine(sari))[0]
    card = await market.shop.buying.open(ratna, product.variants[0].id)
    buying = market.shop.buying

    for forged in (
        buying.open(ratna, 987_654),
        buying.choose_variant(ratna, 987_654),
        buying.set_address(ratna, foreign.id),
        buying.place(ratna, version=card.version + 7),
        buying.place(sari, version=card.version),
    ):
        with pytest.raises(Rejected):
            await forged

    assert await buying.card(ratna) == card
    assert await market.rows(OrderRow) == []


async def test_what_is_taken_between_the_look_and_the_hand_is_refused(market: Market) -> None:
    product = await market.sells(a_product(a_variant(stock=1)))
    ratna = await market.buyer()
    await market.shop.buying.open(ratna, product.variants[0].id)

    async def rival_is_quicker() -> None:
        async with market.shop.begin() as tx:
            row = await tx.checkouts.lock(ratna.id)
            assert row is not None
            agreed = await check_agreed(tx, row, await read_facts(tx, row, market.clock.now()))
            assert await tx.stock.take(product.variants[0].id, 1)
            await place_order(tx, row, agreed, randbits=lambda _: 1, at=market.clock.now())

    with pytest.raises(OutOfStock) as refused:
        await rival_is_quicker()

    assert refused.value.left == 0
    assert await market.stock(product.variants[0].id) == 1
    assert await market.rows(OrderRow) == []

"""Looking at orders."""

import pytest

from store.domain.cancellation import Reason
from store.domain.order import Moment, OrderStatus, Party, Tab, show_ref
from store.errors import NotFound
from tests.support.builders import a_product, a_sheet, a_shop, a_variant, an_address
from tests.support.market import Market


async def test_tabs_count_and_list_the_newest_first(market: Market) -> None:
    product = await market.sells(a_product(a_variant(stock=20)))
    ratna = await market.buyer()
    placed = [await market.orders(ratna, product.variants[0].id) for _ in range(7)]
    await market.shop.cancellations.request(ratna, placed[0].id, reason=Reason.BY_MISTAKE)

    counts = await market.shop.orders.counts(ratna)
    first = await market.shop.orders.page(ratna, Tab.TO_SHIP)
    last = await market.shop.orders.page(ratna, Tab.TO_SHIP, page=99)
    empty = await market.shop.orders.page(ratna, Tab.TO_PAY)

    assert counts == {
        Tab.ALL: 7,
        Tab.TO_PAY: 0,
        Tab.TO_SHIP: 6,
        Tab.TO_RECEIVE: 0,
        Tab.COMPLETED: 0,
        Tab.CANCELLED: 1,
    }
    assert [row.id for row in first.items] == [order.id for order in reversed(placed[2:])]
    assert (last.number, last.pages, [row.id for row in last.items]) == (2, 2, [placed[1].id])
    assert (empty.items, empty.number, empty.pages) == ((), 1, 1)


async def test_the_order_remembers_prices_names_and_address_as_they_were(
    market: Market,
) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)
    renamed = a_product(a_variant(price=1_000, original_price=None), title="Lain")
    await market.shop.catalogue.import_products("toko-langkah", a_sheet(renamed))
    saved = (await market.shop.addresses.mine(ratna))[0]
    await market.shop.addresses.edit(ratna, saved.id, an_address(street="Jl. Baru 1"))

    page = await market.shop.orders.card(ratna, order.id)

    assert (page.lines[0].title, page.lines[0].unit_price) == ("Sepatu Angin", 279_000)
    assert page.lines[0].picture == "5eed"
    assert page.address == an_address()
    assert [(step.moment, step.at is not None) for step in page.timeline] == [
        (Moment.PLACED, True),
        (Moment.ARRANGED, False),
        (Moment.IN_TRANSIT, False),
        (Moment.DELIVERED, False),
        (Moment.COMPLETED, False),
    ]


async def test_an_order_is_found_by_its_reference_however_it_is_typed(market: Market) -> None:
    product = await market.sells()
    ratna, sari = await market.buyer(), await market.buyer("Sari")
    order = await market.orders(ratna, product.variants[0].id)

    found = await market.shop.orders.by_ref(ratna, f"  {show_ref(order.ref).lower()} ")

    assert found.id == order.id
    for stranger, typed in ((sari, order.ref), (ratna, "LPK-ZZZZZ-ZZZZZ"), (ratna, "halo")):
        with pytest.raises(NotFound) as refused:
            await market.shop.orders.by_ref(stranger, typed)
        assert refused.value.what == "order"


async def test_the_shops_people_see_the_order_from_their_side(market: Market) -> None:
    product = await market.sells()
    budi, ratna = await market.seller(), await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)

    page = await market.shop.orders.card(budi, order.id)

    assert page.viewer is Party.SELLER
    assert page.address == an_address()


async def test_a_seller_does_not_see_who_it_is_before_it_is_needed(market: Market) -> None:
    product = await market.sells(sheet=a_shop(free_cancel_minutes=30))
    budi, ratna = await market.seller(), await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)

    seen = (await market.shop.orders.card(budi, order.id)).address

    assert order.status is OrderStatus.ON_HOLD
    assert (seen.name, seen.phone, seen.street) == ("R…", "+6281*******90", "…")
    assert seen.city == "Kota Bandung"


async def test_strangers_and_people_of_other_shops_see_nothing(market: Market) -> None:
    product = await market.sells()
    await market.opens(a_shop(slug="toko-lain"))
    ratna, sari = await market.buyer(), await market.person("Sari")
    joko = await market.seller("Joko", slug="toko-lain")
    order = await market.orders(ratna, product.variants[0].id)

    for stranger in (sari, joko):
        with pytest.raises(NotFound):
            await market.shop.orders.card(stranger, order.id)


async def test_a_list_says_of_an_ended_hold_what_the_page_says(market: Market) -> None:
    product = await market.sells(sheet=a_shop(free_cancel_minutes=30))
    ratna = await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)
    market.clock.move(minutes=30)

    listed = await market.shop.orders.page(ratna, Tab.TO_SHIP)
    to_cancel = await market.shop.orders.cancellable(ratna)
    page = await market.shop.orders.card(ratna, order.id)

    assert page.status is OrderStatus.AWAITING_SHIPMENT
    assert [row.status for row in listed.items] == [page.status]
    assert [row.status for row in to_cancel] == [page.status]

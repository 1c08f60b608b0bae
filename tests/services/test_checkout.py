"""From a product to an order: the card before it is placed."""

import pytest

from store.db.models.orders import OrderRow
from store.domain.checkout import Change, Line, Missing
from store.domain.payment import PaymentMethod
from store.errors import (
    CheckoutIncomplete,
    NotFound,
    OutOfStock,
    QuantityRefused,
)
from tests.support.builders import a_product, a_rate, a_shop, a_variant, an_address
from tests.support.market import Market


async def test_a_returning_buyers_card_is_filled_in(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()

    card = await market.shop.buying.open(ratna, product.variants[0].id)

    assert card.address is not None
    assert card.address.address == an_address()
    assert card.courier is not None
    assert (card.courier.courier, card.courier.service, card.courier.fee) == ("JNE", "REG", 9_000)
    assert (card.subtotal, card.total) == (279_000, 288_000)
    assert card.payment is PaymentMethod.COD
    assert (card.missing, card.changes) == ((), ())


async def test_a_new_buyer_is_only_asked_for_the_address(market: Market) -> None:
    product = await market.sells()
    ratna = await market.person()

    card = await market.shop.buying.open(ratna, product.variants[0].id)

    assert card.missing == (Missing.ADDRESS,)
    with pytest.raises(CheckoutIncomplete) as refused:
        await market.shop.buying.place(ratna, version=card.version)
    assert refused.value.missing == (Missing.ADDRESS,)
    assert await market.rows(OrderRow) == []
    assert await market.stock(product.variants[0].id) == 4


async def test_an_address_saved_meanwhile_is_taken_up_by_the_card(market: Market) -> None:
    product = await market.sells()
    ratna = await market.person()
    await market.shop.buying.open(ratna, product.variants[0].id)

    saved = await market.shop.addresses.save(ratna, an_address())
    card = await market.shop.buying.card(ratna)

    assert card.address == saved
    assert card.missing == ()
    assert await market.shop.buying.place(ratna, version=card.version)


async def test_a_card_that_shows_the_same_keeps_its_version(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    card = await market.shop.buying.open(ratna, product.variants[0].id)

    again = await market.shop.buying.card(ratna)

    assert again == card


async def test_fewer_left_than_wanted_lowers_the_quantity_and_says_so(market: Market) -> None:
    product = await market.sells(a_product(a_variant(stock=4)))
    ratna, sari = await market.buyer("Ratna"), await market.buyer("Sari")
    card = await market.shop.buying.open(ratna, product.variants[0].id, quantity=3)
    await market.orders(sari, product.variants[0].id, quantity=2)

    with pytest.raises(OutOfStock):
        await market.shop.buying.place(ratna, version=card.version)
    redrawn = await market.shop.buying.card(ratna)

    assert redrawn.quantity == 2
    assert Change(line=Line.QUANTITY, was=3, now=2) in redrawn.changes


async def test_what_the_buyer_changes_is_not_reported_back(market: Market) -> None:
    product = await market.sells(a_product(a_variant("A"), a_variant("B", price=300_000)))
    ratna = await market.buyer()
    await market.shop.buying.open(ratna, product.variants[0].id)
    surabaya = await market.shop.addresses.save(
        ratna, an_address(city="Kota Surabaya", province="Jawa Timur", postcode="60111")
    )
    buying = market.shop.buying

    cards = [
        await buying.choose_variant(ratna, product.variants[1].id),
        await buying.set_quantity(ratna, 2),
        await buying.set_address(ratna, surabaya.id),
        await buying.set_note(ratna, "cepat ya"),
    ]

    assert [card.changes for card in cards] == [(), (), (), ()]
    assert cards[-1].unit_price == 300_000
    assert cards[-1].courier is not None
    assert cards[-1].courier.fee == 15_000
    assert len({card.version for card in cards}) == 4


async def test_a_chosen_courier_stays_until_it_does_not_go_there(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    await market.shop.buying.open(ratna, product.variants[0].id)

    fast = await market.shop.buying.choose_courier(ratna, "SiCepat", "BEST")
    with pytest.raises(NotFound):
        await market.shop.buying.choose_courier(ratna, "Pos", "Kilat")

    assert (fast.courier and fast.courier.service, fast.total) == ("BEST", 299_000)
    assert (await market.shop.buying.card(ratna)).version == fast.version


async def test_where_no_courier_goes_nothing_can_be_placed(market: Market) -> None:
    near = a_shop(couriers=(a_rate(a_shop().couriers[0].reach, 9_000, (1, 2)),))
    product = await market.sells(sheet=near)
    ratna = await market.person()
    await market.shop.addresses.save(ratna, an_address(city="Kota Jayapura", province="Papua"))

    card = await market.shop.buying.open(ratna, product.variants[0].id)

    assert (card.missing, card.couriers) == ((Missing.COURIER,), ())
    with pytest.raises(CheckoutIncomplete):
        await market.shop.buying.place(ratna, version=card.version)


async def test_from_the_threshold_on_the_cheapest_courier_is_free(market: Market) -> None:
    product = await market.sells(sheet=a_shop(free_shipping_from=500_000))
    ratna = await market.buyer()

    one = await market.shop.buying.open(ratna, product.variants[0].id)
    two = await market.shop.buying.set_quantity(ratna, 2)

    assert one.courier is not None
    assert one.courier.fee == 9_000
    assert [(quote.courier, quote.fee) for quote in two.couriers] == [
        ("JNE", 0),
        ("SiCepat", 11_000),
    ]
    assert two.total == 558_000


@pytest.mark.parametrize("quantity", [0, -1, 100, 2**40])
async def test_a_quantity_nobody_buys_is_refused(market: Market, quantity: int) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    card = await market.shop.buying.open(ratna, product.variants[0].id)

    with pytest.raises(QuantityRefused):
        await market.shop.buying.set_quantity(ratna, quantity)

    assert await market.shop.buying.card(ratna) == card


async def test_too_many_are_refused_on_the_card_already(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()

    with pytest.raises(OutOfStock) as refused:
        await market.shop.buying.open(ratna, product.variants[0].id, quantity=5)

    assert (refused.value.asked, refused.value.left) == (5, 4)
    assert not await market.shop.buying.has_open(ratna)


async def test_there_is_nothing_to_abandon_before_there_is_a_checkout(market: Market) -> None:
    ratna = await market.person()

    await market.shop.buying.abandon(ratna)

    assert not await market.shop.buying.has_open(ratna)


async def test_a_checkout_is_kept_for_a_day(market: Market) -> None:
    product = await market.sells()
    ratna = await market.buyer()
    card = await market.shop.buying.open(ratna, product.variants[0].id)

    market.clock.move(hours=23, minutes=59)
    assert await market.shop.buying.has_open(ratna)
    market.clock.move(minutes=1)

    assert not await market.shop.buying.has_open(ratna)
    with pytest.raises(NotFound):
        await market.shop.buying.card(ratna)
    with pytest.raises(NotFound):
        await market.shop.buying.place(ratna, version=card.version)

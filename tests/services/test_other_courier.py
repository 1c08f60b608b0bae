"""Another courier than the buyer chose: meant, told, and reckoned anew."""

from datetime import date

import pytest

from store.domain.money import Rupiah
from store.domain.order import OrderStatus
from store.domain.tracking import Carriage
from store.errors import CourierDiffers
from store.events.shipping import OrderArranged, OrderShipped, TrackingCorrected
from store.views.orders import OrderPage
from tests.support.builders import a_shop
from tests.support.market import Market
from tests.support.trade import JNE, JT, SICEPAT, Trade, a_trade


@pytest.fixture
async def trade(market: Market) -> Trade:
    """An order on a shop's desk, sold with JNE REG, to be sent on Monday at the latest."""
    return await a_trade(market)


def expected(page: OrderPage) -> tuple[date, date]:
    """When it should arrive."""
    return page.eta.first, page.eta.last


def november(first: int, last: int) -> tuple[date, date]:
    """Days of that month."""
    return date(2026, 11, first), date(2026, 11, last)


@pytest.mark.parametrize("carriage", [SICEPAT, None])
async def test_another_service_than_the_buyer_chose_must_be_meant(
    trade: Trade, carriage: Carriage | None
) -> None:
    with pytest.raises(CourierDiffers) as refused:
        await trade.shipping.arrange(trade.budi, trade.id, carriage)

    assert (refused.value.courier, refused.value.service) == ("JNE", "REG")
    assert await trade.stands_at() is OrderStatus.AWAITING_SHIPMENT
    assert [event for event, _ in await trade.pushed()] == ["order_placed"]


async def test_another_courier_brings_its_own_days_and_the_same_bill(trade: Trade) -> None:
    before = await trade.market.shop.orders.card(trade.ratna, trade.id)

    await trade.shipping.arrange(trade.budi, trade.id, SICEPAT, instead=True)

    page = await trade.market.shop.orders.card(trade.ratna, trade.id)
    assert (expected(before), expected(page)) == (november(24, 25), november(24, 24))
    assert (page.shipping_fee, page.total) == (before.shipping_fee, before.total)
    assert (page.courier, page.service) == ("JNE", "REG")
    told = await trade.last_told()
    assert isinstance(told, OrderArranged)
    assert (told.courier, told.instead_of) == ("SiCepat", "JNE REG")
    assert (told.eta_from, told.eta_to) == november(24, 24)


async def test_the_courier_that_was_chosen_changes_nothing_and_is_no_news(trade: Trade) -> None:
    page = await trade.arranged()

    assert expected(page) == november(24, 25)
    told = await trade.last_told()
    assert isinstance(told, OrderArranged)
    assert told.instead_of is None


async def test_days_are_counted_from_the_day_it_really_left(trade: Trade) -> None:
    await trade.shipping.arrange(trade.budi, trade.id, SICEPAT, instead=True)
    trade.market.clock.move(days=4)

    page = await trade.shipping.hand_over(trade.budi, trade.id)

    assert expected(page) == november(26, 26)
    told = await trade.last_told()
    assert isinstance(told, OrderShipped)
    assert (told.eta_from, told.eta_to) == november(26, 26)


async def test_a_shop_that_brings_it_itself_is_as_fast_as_the_chosen_courier(
    trade: Trade,
) -> None:
    page = await trade.brought()
    assert expected(page) == november(24, 25)
    trade.market.clock.move(days=3)

    page = await trade.shipping.hand_over(trade.budi, trade.id)

    assert expected(page) == november(25, 26)


async def test_of_a_courier_outside_the_table_nobody_knows_better_than_the_promise(
    trade: Trade,
) -> None:
    await trade.shipping.arrange(trade.budi, trade.id, JT, instead=True)

    page = await trade.shipping.hand_over(trade.budi, trade.id)

    assert expected(page) == november(24, 25)


async def test_a_courier_changed_with_the_number_must_be_meant_and_is_told(trade: Trade) -> None:
    await trade.arranged()
    with pytest.raises(CourierDiffers):
        await trade.shipping.correct(trade.budi, trade.id, SICEPAT)

    page = await trade.shipping.correct(trade.budi, trade.id, SICEPAT, instead=True)
    told = await trade.last_told()
    again = Carriage(courier="SiCepat", service="BEST", number="009999999999")
    await trade.shipping.correct(trade.budi, trade.id, again)
    back = await trade.shipping.correct(trade.budi, trade.id, JNE)

    assert isinstance(told, TrackingCorrected)
    assert (told.instead_of, told.eta_from) == ("JNE REG", date(2026, 11, 24))
    assert (expected(page), expected(back)) == (november(24, 24), november(24, 25))


async def test_what_the_shop_paid_for_the_parcel_stays_with_the_order(market: Market) -> None:
    product = await market.sells(sheet=a_shop(free_shipping_from=200_000))
    await market.seller()
    ratna = await market.buyer()

    order = await market.orders(ratna, product.variants[0].id)

    assert (order.shipping_fee, order.shipping_paid_by_shop) == (Rupiah(0), Rupiah(9_000))

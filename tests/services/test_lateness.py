"""Orders that nobody moves: the shop is reminded, the order ends, or it is completed."""

from datetime import UTC, datetime, timedelta

import pytest

from store.domain.cancellation import Reason
from store.domain.order import OrderStatus, Party
from store.domain.request import SystemReason
from tests.support.market import Market
from tests.support.trade import Trade, a_trade
from tests.support.transfer import a_transfer

_S = OrderStatus
# Ordered on Saturday: it has to leave by Monday's end and is given up at Wednesday's.
MONDAY_NIGHT = datetime(2026, 11, 23, 16, 59, tzinfo=UTC)
WEDNESDAY_NIGHT = datetime(2026, 11, 25, 16, 59, tzinfo=UTC)


@pytest.fixture
async def trade(market: Market) -> Trade:
    """Ratna has ordered shoes, to be paid at the door."""
    return await a_trade(market)


async def at(trade: Trade, moment: datetime) -> None:
    """It is that late, and everything that was due has happened."""
    trade.market.clock.moment = moment
    await trade.market.shop.sweeps.run()


async def test_the_shop_is_reminded_when_the_parcel_should_have_left(trade: Trade) -> None:
    await at(trade, MONDAY_NIGHT)

    assert (await trade.told(trade.budi)).count("order_overdue") == 1
    assert await trade.stands_at() is _S.AWAITING_SHIPMENT


async def test_nobody_is_told_to_send_what_a_buyer_asks_to_cancel(market: Market) -> None:
    transfer = await a_transfer(market)
    await transfer.paid()
    market.clock.moment = MONDAY_NIGHT - timedelta(hours=3)
    await market.shop.cancellations.request(transfer.ratna, transfer.id, reason=Reason.BY_MISTAKE)

    market.clock.moment = MONDAY_NIGHT
    await market.shop.sweeps.run()

    assert "order_overdue" not in await transfer.told(transfer.budi)


async def test_two_working_days_later_the_order_ends_by_itself(trade: Trade) -> None:
    await at(trade, MONDAY_NIGHT)
    await at(trade, WEDNESDAY_NIGHT)

    page = await trade.market.shop.orders.card(trade.ratna, trade.id)
    assert page.cancelled is not None
    assert (page.cancelled.by, page.cancelled.reason) == (
        Party.SYSTEM,
        SystemReason.SHIPPING_TIME_OUT,
    )
    assert await trade.market.stock(trade.variant_id) == 4
    for who in (trade.budi, trade.ratna):
        assert (await trade.told(who)).count("order_cancelled") == 1


async def test_an_order_whose_buyer_never_answered_ends_too(trade: Trade) -> None:
    await trade.shipping.ask(trade.budi, trade.id)

    await at(trade, WEDNESDAY_NIGHT)

    assert await trade.stands_at() is _S.CANCELLED
    assert await trade.market.stock(trade.variant_id) == 4
    assert (await trade.pushed()).count(("order_cancelled", trade.ratna.id)) == 1


async def test_an_arrangement_that_is_taken_back_late_reminds_nobody_twice(trade: Trade) -> None:
    await at(trade, MONDAY_NIGHT)
    page = await trade.arranged()
    await trade.shipping.undo(trade.budi, trade.id, version=page.version)

    fired = [await trade.market.shop.sweeps.run() for _ in range(2)]

    assert fired == [1, 0]
    assert await trade.market.shop.sweeps.next_at() == WEDNESDAY_NIGHT
    assert (await trade.told(trade.budi)).count("order_overdue") == 1
    await at(trade, WEDNESDAY_NIGHT)
    assert await trade.stands_at() is _S.CANCELLED


async def test_a_parcel_that_is_packed_in_time_is_left_alone(trade: Trade) -> None:
    await trade.arranged()

    await at(trade, WEDNESDAY_NIGHT)

    assert await trade.stands_at() is _S.AWAITING_COLLECTION
    assert "order_overdue" not in await trade.told(trade.budi)


async def test_what_was_paid_goes_back_with_an_order_that_nobody_sends(market: Market) -> None:
    transfer = await a_transfer(market)
    await transfer.paid()
    due = (await transfer.pay()).due
    await market.shop.cancellations.request(
        transfer.ratna, transfer.id, reason=Reason.BETTER_PRICE
    )

    market.clock.move(days=1)
    market.clock.moment = WEDNESDAY_NIGHT
    await market.shop.sweeps.run()

    assert (await transfer.page()).status is _S.CANCELLED
    assert await transfer.backs() == [("CANCELLED", due)]
    assert (await transfer.told(transfer.ratna)).count("request_decided") == 1
    await transfer.is_sound()


async def test_six_days_after_it_arrived_an_order_is_completed(trade: Trade) -> None:
    await trade.delivered()
    trade.market.clock.move(days=5, hours=23)
    await trade.market.shop.sweeps.run()
    before = await trade.stands_at()

    trade.market.clock.move(hours=1)
    await trade.market.shop.sweeps.run()

    assert (before, await trade.stands_at()) == (_S.DELIVERED, _S.COMPLETED)


async def test_an_order_that_its_buyer_completed_is_completed_once(trade: Trade) -> None:
    await trade.delivered()
    await trade.receiving.complete(trade.ratna, trade.id)

    trade.market.clock.move(days=7)
    await trade.market.shop.sweeps.run()

    assert (await trade.told(trade.ratna)).count("order_completed") == 1
    assert await trade.market.shop.sweeps.next_at() is None

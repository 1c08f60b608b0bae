"""What happens by itself while money is not sent back: reminders, the operator, the stop."""

import pytest

from store.domain.refund import RefundState
from store.errors import ShopStopped
from store.views.orders import OrderPage
from tests.support.market import Market
from tests.support.refund import Owed, owes


@pytest.fixture
async def owed(market: Market) -> Owed:
    """All of Ratna's money."""
    return await owes(market)


async def orders_again(owed: Owed) -> OrderPage:
    """Ratna orders another pair."""
    buying = owed.market.shop.buying
    card = await buying.open(owed.ratna, owed.transfer.variant_id)
    return await buying.place(owed.ratna, version=card.version)


async def test_the_buyer_is_reminded_daily_while_the_account_is_missing_then_the_shop(
    owed: Owed,
) -> None:
    await owed.passes(days=1)
    asked = await owed.transfer.told(owed.ratna), await owed.transfer.told(owed.budi)
    await owed.with_account()
    await owed.passes(days=1)
    await owed.passes(hours=23)

    assert [told.count("refund_reminded") for told in asked] == [1, 0]
    assert (await owed.transfer.told(owed.ratna)).count("refund_reminded") == 1
    assert (await owed.transfer.told(owed.budi)).count("refund_reminded") == 1
    await owed.passes(hours=1)
    assert (await owed.transfer.told(owed.budi)).count("refund_reminded") == 2


async def test_what_is_sent_reminds_nobody(owed: Owed) -> None:
    await owed.sent()
    before = await owed.transfer.told(owed.budi), await owed.transfer.told(owed.ratna)

    await owed.passes(days=2)

    after = await owed.transfer.told(owed.budi), await owed.transfer.told(owed.ratna)
    assert after == before


async def test_after_two_working_days_operator_and_buyer_hear_of_it_once(owed: Owed) -> None:
    operator = await owed.operator()
    await owed.with_account()

    await owed.passes(days=1)
    early = await owed.transfer.told(operator)
    await owed.passes(days=6)
    await owed.passes(days=1)

    assert early == []
    assert (await owed.transfer.told(operator)).count("refund_overdue") == 1
    assert (await owed.transfer.told(owed.ratna)).count("refund_overdue") == 1


async def test_after_five_working_days_no_order_comes_until_it_is_sent(owed: Owed) -> None:
    desk = owed.market.shop.desk
    await owed.with_account()
    await owed.passes(days=9)
    stock = await owed.transfer.stock()

    with pytest.raises(ShopStopped):
        await orders_again(owed)

    assert await owed.transfer.stock() == stock
    assert (await desk.home(owed.budi, owed.budi_shop)).stopped is True
    assert (await owed.transfer.told(owed.budi)).count("refund_stops_shop") == 1
    await owed.refunding.send(owed.budi, owed.id, attempt=0)
    assert (await desk.home(owed.budi, owed.budi_shop)).stopped is False
    assert await orders_again(owed)


async def test_a_shop_that_is_not_told_where_to_send_it_is_not_stopped(owed: Owed) -> None:
    await owed.passes(days=20)

    assert await orders_again(owed)
    await owed.with_account()
    await owed.passes(days=3)
    assert (await owed.market.shop.desk.home(owed.budi, owed.budi_shop)).stopped is False
    await owed.passes(days=6)
    assert (await owed.market.shop.desk.home(owed.budi, owed.budi_shop)).stopped is True


async def test_what_did_not_arrive_stops_the_shop_from_then_on(owed: Owed) -> None:
    await owed.sent()
    await owed.passes(days=2)
    await owed.refunding.not_received(owed.ratna, owed.id, attempt=1)

    await owed.passes(days=3)
    early = (await owed.market.shop.desk.home(owed.budi, owed.budi_shop)).stopped
    await owed.passes(days=6)

    assert (early, await owed.state()) == (False, RefundState.FAILED)
    assert (await owed.market.shop.desk.home(owed.budi, owed.budi_shop)).stopped is True

"""Buyers are asked before a parcel that is paid at the door is sent."""

import pytest
from sqlalchemy import update

from store.db.models.inbox import OutboxRow
from store.db.models.orders import OrderRow
from store.domain.cancellation import Reason
from store.domain.desk import CodAnswer
from store.domain.payment import PaymentMethod
from store.errors import (
    IllegalMove,
)
from tests.support.market import Market
from tests.support.trade import Trade, a_trade


@pytest.fixture
async def trade(market: Market) -> Trade:
    """An order on a shop's desk."""
    return await a_trade(market)


async def test_a_buyer_is_asked_once_and_the_shop_hears_the_answer(trade: Trade) -> None:
    for _ in range(2):
        page = await trade.shipping.ask(trade.budi, trade.id)
    assert page.confirmation is not None
    assert page.confirmation.answer is None
    trade.market.clock.move(minutes=5)

    for _ in range(2):
        page = await trade.receiving.confirm(trade.ratna, trade.id)

    assert page.confirmation is not None
    assert page.confirmation.answer is CodAnswer.SEND
    assert page.confirmation.answered_at == trade.market.clock.now()
    assert (await trade.told(trade.ratna)).count("cod_asked") == 1
    assert (await trade.told(trade.budi)).count("cod_confirmed") == 1


@pytest.mark.parametrize("cancels", [False, True])
async def test_the_end_of_a_question_is_owed_to_the_buyers_chat_and_to_no_inbox(
    trade: Trade, cancels: bool
) -> None:
    await trade.shipping.ask(trade.budi, trade.id)

    if cancels:
        await trade.market.shop.cancellations.request(
            trade.ratna, trade.id, reason=Reason.BY_MISTAKE
        )
    else:
        await trade.receiving.confirm(trade.ratna, trade.id)

    quiet = [row for row in await trade.market.rows(OutboxRow) if row.kind is None]
    name = "order_cancelled" if cancels else "cod_confirmed"
    assert [(row.event, row.recipient_id) for row in quiet] == [(name, trade.ratna.id)]
    assert "cod_confirmed" not in await trade.told(trade.ratna)


async def test_without_a_question_the_buyers_chat_is_owed_nothing(trade: Trade) -> None:
    await trade.market.shop.cancellations.request(trade.ratna, trade.id, reason=Reason.BY_MISTAKE)

    assert all(row.kind is not None for row in await trade.market.rows(OutboxRow))


async def test_cancelling_answers_the_question_too(trade: Trade) -> None:
    await trade.shipping.ask(trade.budi, trade.id)

    page = await trade.market.shop.cancellations.request(
        trade.ratna, trade.id, reason=Reason.BY_MISTAKE
    )

    assert page.confirmation is not None
    assert page.confirmation.answer is CodAnswer.CANCEL
    after = await trade.receiving.confirm(trade.ratna, trade.id)
    assert after.confirmation == page.confirmation
    with pytest.raises(IllegalMove):
        await trade.shipping.ask(trade.budi, trade.id)


async def test_nobody_is_asked_about_what_is_paid_or_what_left(trade: Trade) -> None:
    unasked = await trade.receiving.confirm(trade.ratna, trade.id)
    assert unasked.confirmation is None
    async with trade.market.shop.begin() as tx:
        await tx.session.execute(update(OrderRow).values(payment=PaymentMethod.QRIS))

    page = await trade.shipping.ask(trade.budi, trade.id)

    assert page.confirmation is None
    assert "cod_asked" not in await trade.told(trade.ratna)


async def test_a_late_yes_changes_nothing(trade: Trade) -> None:
    await trade.shipping.ask(trade.budi, trade.id)
    await trade.arranged()

    page = await trade.receiving.confirm(trade.ratna, trade.id)

    assert page.confirmation is not None
    assert page.confirmation.answer is None
    assert "cod_confirmed" not in await trade.told(trade.budi)

"""A question that is over loses its buttons, whatever Telegram says to that."""

import asyncio
from dataclasses import dataclass
from typing import cast

import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, RetryAfter

from bot.delivery.questions import close_question
from bot.memory import shown
from bot.outgoing.painter import Painter
from bot.outgoing.sender import Outgoing
from store.db.models.inbox import OutboxRow
from store.errors import Unavailable
from store.outbox.relay import as_parcel
from store.ports.notifier import Outcome, Parcel
from tests.support.market import Market
from tests.support.trade import Trade, a_trade

QUESTION = 77


@dataclass(slots=True)
class Telegram:
    """Answers each change of buttons in one way."""

    answer: Exception | None = None
    changed: int = 0

    async def edit_message_reply_markup(self, _: int, message_id: int, **__: object) -> bool:
        """Somebody's buttons are to change."""
        assert message_id == QUESTION
        self.changed += 1
        if self.answer is not None:
            raise self.answer
        return True


@pytest.fixture
async def trade(market: Market) -> Trade:
    """Ratna was asked whether the parcel shall come, has read it, and has said yes."""
    trade = await a_trade(market)
    await trade.shipping.ask(trade.budi, trade.id)
    asked = next(row for row in await market.rows(OutboxRow) if row.event == "cod_asked")
    async with market.shop.begin() as tx:
        await shown.put_notice(
            tx.session,
            chat_id=trade.ratna.id,
            message_id=QUESTION,
            parcel_id=asked.id,
            at=market.clock.now(),
        )
    await trade.receiving.confirm(trade.ratna, trade.id)
    return trade


async def parcel_of(trade: Trade, *, said: bool) -> Parcel:
    """The parcel that tells the shop of the answer, or the buyer's own, which says nothing."""
    rows = [row for row in await trade.market.rows(OutboxRow) if row.event == "cod_confirmed"]
    return as_parcel(next(row for row in rows if (row.kind is not None) is said))


async def closes(trade: Trade, telegram: Telegram, *, said: bool = False) -> Outcome:
    """Carry one of the two to this Telegram."""

    async def no_picture(_: str) -> bytes:
        raise LookupError

    market, outgoing = trade.market, Outgoing()
    painter = Painter(
        bot=cast("Bot", telegram),
        outgoing=outgoing,
        begin=market.shop.begin,
        now=market.clock.now,
        picture_bytes=no_picture,
    )
    parcel = await parcel_of(trade, said=said)
    async with asyncio.TaskGroup() as group:
        outgoing.open(group)
        return await close_question(
            parcel,
            shop=market.shop,
            painter=painter,
            outgoing=outgoing,
            begin=market.shop.begin,
        )


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (None, Outcome.SENT),
        (BadRequest("Message is not modified"), Outcome.SENT),
        (BadRequest("Message to edit not found"), Outcome.SENT),
        (Forbidden("Forbidden: bot was blocked by the user"), Outcome.UNREACHABLE),
    ],
)
async def test_the_buttons_go_and_what_cannot_be_changed_harms_nobody(
    trade: Trade, answer: Exception | None, outcome: Outcome
) -> None:
    telegram = Telegram(answer)

    assert await closes(trade, telegram) is outcome

    assert telegram.changed == 1


async def test_a_chat_that_has_to_wait_is_tried_again_when_telegram_says(trade: Trade) -> None:
    with pytest.RaisesGroup(pytest.RaisesExc(Unavailable, check=lambda e: e.retry_after == 40)):
        await closes(trade, Telegram(RetryAfter(40)))


async def test_the_shops_own_parcel_touches_no_chat_of_the_buyer(trade: Trade) -> None:
    telegram = Telegram(RetryAfter(40))

    assert await closes(trade, telegram, said=True) is Outcome.SENT

    assert telegram.changed == 0

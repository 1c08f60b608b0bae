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
from store.db.models.requests import RequestRow
from store.domain.cancellation import Reason
from store.domain.inbox import RecipientKind
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
    await reads(trade, "cod_asked")
    await trade.receiving.confirm(trade.ratna, trade.id)
    return trade


async def reads(trade: Trade, event: str) -> None:
    """Ratna has the question in her chat."""
    asked = next(row for row in await trade.market.rows(OutboxRow) if row.event == event)
    async with trade.market.shop.begin() as tx:
        await shown.put_notice(
            tx.session,
            chat_id=trade.ratna.id,
            message_id=QUESTION,
            parcel_id=asked.id,
            at=trade.market.clock.now(),
        )


async def parcel_of(trade: Trade, event: str, *, said: bool) -> Parcel:
    """The parcel that tells the shop of it, or the buyer's own."""
    side = RecipientKind.SHOP if said else RecipientKind.PERSON
    rows = [row for row in await trade.market.rows(OutboxRow) if row.event == event]
    return as_parcel(next(row for row in rows if row.recipient_kind is side))


async def closes(
    trade: Trade, telegram: Telegram, event: str = "cod_confirmed", *, said: bool = False
) -> Outcome:
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
    parcel = await parcel_of(trade, event, said=said)
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


async def test_a_request_that_the_shop_approves_ends_a_question_that_was_put_again(
    market: Market,
) -> None:
    trade, telegram = await a_trade(market), Telegram()
    await trade.shipping.ask(trade.budi, trade.id)
    await trade.arranged()
    await market.shop.cancellations.request(trade.ratna, trade.id, reason=Reason.BY_MISTAKE)
    (request,) = await market.rows(RequestRow)
    seen = await market.shop.desk.order(trade.budi, trade.id)
    await trade.shipping.undo(trade.budi, trade.id, version=seen.version)
    await reads(trade, "step_undone")
    await market.shop.deciding.approve(trade.budi, request.id)

    assert await closes(trade, telegram, "request_decided") is Outcome.SENT

    assert telegram.changed == 1

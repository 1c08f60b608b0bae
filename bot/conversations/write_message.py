"""Buyer or shop writes to the other side of an order."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from telegram import Update

from bot.buttons.messages import DropMessage, SendMessage, WriteMessage
from bot.context import Ctx
from bot.dialogue import END, Conversation
from bot.routing import command, not_words, pressed, typed
from bot.screens import messages as screens
from bot.screens import refusals
from store.domain.messages import MESSAGE_LIMIT
from store.domain.text import required
from store.errors import (
    FieldMissing,
    FieldTooLong,
    FieldUnreadable,
    MessagesClosed,
    Rejected,
    TooManyMessages,
)

State = StrEnum | int | None
MOST_UNSENT: Final = 10


class Step(StrEnum):
    """What is typed: a message, or something more after one was sent."""

    WORDS = "WORDS"
    MORE = "MORE"


@dataclass(frozen=True, kw_only=True)
class MessageDraft:
    """About which order, and what was typed and not sent."""

    order_id: int = 0
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Unsent:
    """What was typed and not sent, by order, the newest last."""

    words: dict[int, str] = field(default_factory=dict)


async def ask(_: Update, ctx: Ctx) -> State:
    """Write a message or Reply was pressed; what was typed about this order is still there."""
    order_id = ctx.pressed(WriteMessage).order_id
    words = ctx.unfinished(Unsent).words.get(order_id, "")
    return await _ask(ctx, MessageDraft(order_id=order_id, words=words))


async def take(_: Update, ctx: Ctx) -> State:
    """The message was typed."""
    return await _send(ctx, ctx.draft(MessageDraft).order_id, ctx.typed())


async def more(_: Update, ctx: Ctx) -> State:
    """Something was typed after a message was sent.

    It may be meant for the same reader, for another order or for the bot: it is sent by a press.
    """
    draft = ctx.draft(MessageDraft)
    words = "\n".join(filter(None, (draft.words, ctx.typed())))
    try:
        words = required(words, field="message", limit=MESSAGE_LIMIT, lines=True)
    except (FieldMissing, FieldTooLong, FieldUnreadable) as refused:
        return await _ask(ctx, draft, refused=_words(ctx, refused))
    return await _ask(ctx, MessageDraft(order_id=draft.order_id, words=words))


async def send(_: Update, ctx: Ctx) -> State:
    """Send was pressed; twice is once."""
    order_id = ctx.pressed(SendMessage).order_id
    words = ctx.unfinished(Unsent).words.get(order_id)
    return await (_send(ctx, order_id, words) if words else _stop(ctx, order_id))


async def drop(_: Update, ctx: Ctx) -> State:
    """Do not send was pressed."""
    _put_by(ctx, MessageDraft(order_id=ctx.pressed(DropMessage).order_id))
    return await _stop(ctx, ctx.pressed(DropMessage).order_id)


async def refuse(_: Update, ctx: Ctx) -> State:
    """Something else than words was sent."""
    return await _ask(ctx, ctx.draft(MessageDraft), refused=screens.only_words(ctx.t))


async def again(_: Update, ctx: Ctx) -> State:
    """Go on was pressed."""
    return await _ask(ctx, ctx.draft(MessageDraft))


async def leave(_: Update, ctx: Ctx) -> State:
    """/cancel was sent: nothing more was written."""
    return await _stop(ctx, ctx.draft(MessageDraft).order_id)


async def _send(ctx: Ctx, order_id: int, words: str) -> State:
    try:
        thread = await ctx.shop.messaging.write(ctx.actor, order_id, words)
    except MessagesClosed:
        return await _stop(ctx, order_id)
    except (FieldMissing, FieldTooLong, FieldUnreadable) as refused:
        return await _ask(ctx, MessageDraft(order_id=order_id), refused=_words(ctx, refused))
    except TooManyMessages as refused:
        kept = MessageDraft(order_id=order_id, words=words)
        return await _ask(ctx, kept, refused=_words(ctx, refused))
    ctx.keep(MessageDraft(order_id=order_id))
    _put_by(ctx, MessageDraft(order_id=order_id))
    ctx.show(screens.thread(ctx.t, thread, zone=ctx.actor.zone, sent=True))
    return Step.MORE


async def _ask(ctx: Ctx, draft: MessageDraft, *, refused: str | None = None) -> State:
    thread = await ctx.shop.messaging.thread(ctx.actor, draft.order_id)
    if not thread.is_open:
        ctx.show(screens.thread(ctx.t, thread, zone=ctx.actor.zone))
        return END
    ctx.keep(draft)
    _put_by(ctx, draft)
    if draft.words:
        ctx.show(screens.not_sent(ctx.t, thread, words=draft.words, refused=refused))
        return Step.MORE
    ctx.show(screens.ask(ctx.t, thread, zone=ctx.actor.zone, refused=refused))
    return Step.WORDS


async def _stop(ctx: Ctx, order_id: int) -> State:
    thread = await ctx.shop.messaging.thread(ctx.actor, order_id)
    ctx.show(screens.thread(ctx.t, thread, zone=ctx.actor.zone))
    return END


def _put_by(ctx: Ctx, draft: MessageDraft) -> None:
    """Keep what was typed about this order for a day, whichever order is written about next."""
    others = {
        at: words for at, words in ctx.unfinished(Unsent).words.items() if at != draft.order_id
    }
    kept = {**others, draft.order_id: draft.words} if draft.words else others
    if not kept:
        ctx.finish()
        return
    ctx.keep_unfinished(Unsent(words=dict(list(kept.items())[-MOST_UNSENT:])))


def _words(ctx: Ctx, refused: Rejected) -> str:
    if isinstance(refused, FieldTooLong):
        return screens.too_long(ctx.t)
    return refusals.words(ctx.t, refused)


write_message = Conversation(
    name="write_message",
    entry_points=[pressed(WriteMessage, ask)],
    states={
        Step.WORDS: [typed(take), not_words(refuse)],
        Step.MORE: [
            pressed(SendMessage, send),
            pressed(DropMessage, drop),
            typed(more),
            not_words(refuse),
        ],
    },
    fallbacks=[command("cancel", leave)],
    again=again,
)

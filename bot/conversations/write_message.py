"""Buyer or shop writes to the other side of an order."""

from dataclasses import dataclass
from enum import StrEnum

from telegram import Update

from bot.buttons.messages import WriteMessage
from bot.context import Ctx
from bot.dialogue import END, Conversation
from bot.routing import command, not_words, pressed, typed
from bot.screens import messages as screens
from bot.screens import refusals
from store.errors import FieldMissing, FieldTooLong, FieldUnreadable, TooManyMessages

State = StrEnum | int | None


class Step(StrEnum):
    """What is typed."""

    WORDS = "WORDS"


@dataclass(frozen=True, kw_only=True)
class MessageDraft:
    """About which order."""

    order_id: int = 0


async def ask(_: Update, ctx: Ctx) -> State:
    """Write a message or Reply was pressed."""
    return await _ask(ctx, ctx.pressed(WriteMessage).order_id)


async def take(_: Update, ctx: Ctx) -> State:
    """The message was typed."""
    order_id = ctx.draft(MessageDraft).order_id
    try:
        thread = await ctx.shop.messaging.write(ctx.actor, order_id, ctx.typed())
    except FieldTooLong:
        return await _ask(ctx, order_id, refused=screens.too_long(ctx.t))
    except (FieldMissing, FieldUnreadable, TooManyMessages) as refused:
        return await _ask(ctx, order_id, refused=refusals.words(ctx.t, refused))
    ctx.show(screens.thread(ctx.t, thread, zone=ctx.actor.zone, sent=True))
    return END


async def refuse(_: Update, ctx: Ctx) -> State:
    """Something else than words was sent."""
    refused = screens.only_words(ctx.t)
    return await _ask(ctx, ctx.draft(MessageDraft).order_id, refused=refused)


async def again(_: Update, ctx: Ctx) -> State:
    """Go on was pressed."""
    return await _ask(ctx, ctx.draft(MessageDraft).order_id)


async def leave(_: Update, ctx: Ctx) -> State:
    """/cancel was sent: nothing was written."""
    thread = await ctx.shop.messaging.thread(ctx.actor, ctx.draft(MessageDraft).order_id)
    ctx.show(screens.thread(ctx.t, thread, zone=ctx.actor.zone))
    return END


async def _ask(ctx: Ctx, order_id: int, *, refused: str | None = None) -> State:
    thread = await ctx.shop.messaging.thread(ctx.actor, order_id)
    if not thread.is_open:
        ctx.show(screens.thread(ctx.t, thread, zone=ctx.actor.zone))
        return END
    ctx.keep(MessageDraft(order_id=order_id))
    ctx.show(screens.ask(ctx.t, thread, zone=ctx.actor.zone, refused=refused))
    return Step.WORDS


write_message = Conversation(
    name="write_message",
    entry_points=[pressed(WriteMessage, ask)],
    states={Step.WORDS: [typed(take), not_words(refuse)]},
    fallbacks=[command("cancel", leave)],
    again=again,
)

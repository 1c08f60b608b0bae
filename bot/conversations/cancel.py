"""Cancelling an order: reason, words if need be, send."""

from dataclasses import dataclass
from enum import StrEnum

from telegram import Update

from bot.buttons.cancel import AddWords, AskCancellation, ChooseReason, SendCancellation
from bot.context import Ctx
from bot.dialogue import END, Conversation
from bot.routing import command, pressed, typed
from bot.screens import cancellations as screens
from store.domain.cancellation import WORDS_LIMIT, Reason, Why
from store.domain.order import Party
from store.domain.text import optional
from store.errors import (
    AlreadyDecided,
    CancelTooLate,
    FieldTooLong,
    FieldUnreadable,
    ReasonRefused,
)
from store.views.orders import CancelChoices


class Step(StrEnum):
    """Where a cancellation stands."""

    REASON = "REASON"
    WORDS = "WORDS"


@dataclass(frozen=True, kw_only=True)
class CancelDraft:
    """What is known so far; `reason` counts among those of the order's status."""

    order_id: int = 0
    reason: int = -1
    words: str | None = None


async def ask_reason(_: Update, ctx: Ctx) -> Step:
    """Cancel order was pressed."""
    return await _show(ctx, CancelDraft(order_id=ctx.pressed(AskCancellation).order_id))


async def choose(_: Update, ctx: Ctx) -> Step:
    """A reason was pressed."""
    button = ctx.pressed(ChooseReason)
    words = _words_about(ctx, button.order_id)
    choices = await ctx.shop.cancellations.choices(ctx.actor, button.order_id)
    draft = CancelDraft(order_id=button.order_id, reason=button.reason, words=words)
    if not words and _chosen(choices, draft) in choices.words_needed:
        return _ask_words(ctx, choices, draft)
    return _why(ctx, choices, draft)


async def ask_words(_: Update, ctx: Ctx) -> Step:
    """Add words was pressed."""
    button = ctx.pressed(AddWords)
    choices = await ctx.shop.cancellations.choices(ctx.actor, button.order_id)
    words = _words_about(ctx, button.order_id)
    draft = CancelDraft(order_id=button.order_id, reason=button.reason, words=words)
    return _ask_words(ctx, choices, draft)


async def take_words(_: Update, ctx: Ctx) -> Step:
    """The reason was explained in words."""
    draft = ctx.draft(CancelDraft)
    try:
        words = optional(ctx.typed(), field="words", limit=WORDS_LIMIT, lines=True)
    except (FieldTooLong, FieldUnreadable) as refused:
        choices = await ctx.shop.cancellations.choices(ctx.actor, draft.order_id)
        ctx.show(screens.ask_words(ctx.t, choices.order, reason=draft.reason, refused=refused))
        return Step.WORDS
    return await _show(ctx, CancelDraft(order_id=draft.order_id, reason=draft.reason, words=words))


async def send(_: Update, ctx: Ctx) -> int:
    """Send cancellation was pressed: hand reason and words to the shop; twice is once."""
    button = ctx.pressed(SendCancellation)
    try:
        choices = await ctx.shop.cancellations.choices(ctx.actor, button.order_id)
    except AlreadyDecided as decided:
        if decided.by != Party.BUYER:
            raise
        return await _sent(ctx, button.order_id)
    except CancelTooLate as asked:
        if asked.why != Why.ASKED_ALREADY:
            raise
        return await _sent(ctx, button.order_id)
    order = await ctx.shop.cancellations.request(
        ctx.actor,
        button.order_id,
        reason=_reason(choices, button.reason),
        words=_words_about(ctx, button.order_id),
    )
    ctx.show(screens.sent(ctx.t, order, zone=ctx.actor.zone))
    return END


async def _sent(ctx: Ctx, order_id: int) -> int:
    """What the first press has led to."""
    page = await ctx.shop.orders.card(ctx.actor, order_id)
    ctx.show(screens.sent(ctx.t, page, zone=ctx.actor.zone))
    return END


async def leave(_: Update, ctx: Ctx) -> int:
    """/cancel was sent: the order stays as it is."""
    choices = await ctx.shop.cancellations.choices(ctx.actor, ctx.draft(CancelDraft).order_id)
    ctx.show(screens.kept(ctx.t, choices.order))
    return END


async def again(_: Update, ctx: Ctx) -> Step:
    """Go on was pressed."""
    return await _show(ctx, ctx.draft(CancelDraft))


def _ask_words(ctx: Ctx, choices: CancelChoices, draft: CancelDraft) -> Step:
    ctx.keep(draft)
    ctx.show(screens.ask_words(ctx.t, choices.order, reason=draft.reason))
    return Step.WORDS


async def _show(ctx: Ctx, draft: CancelDraft) -> Step:
    return _why(ctx, await ctx.shop.cancellations.choices(ctx.actor, draft.order_id), draft)


def _why(ctx: Ctx, choices: CancelChoices, draft: CancelDraft) -> Step:
    chosen = _chosen(choices, draft)
    ctx.keep(draft)
    ctx.show(screens.why(ctx.t, choices, zone=ctx.actor.zone, chosen=chosen, said=draft.words))
    return Step.REASON


def _chosen(choices: CancelChoices, draft: CancelDraft) -> Reason | None:
    """The reason that was pressed; None for none, and for a forged one."""
    known = 0 <= draft.reason < len(choices.reasons)
    return choices.reasons[draft.reason] if known else None


def _words_about(ctx: Ctx, order_id: int) -> str | None:
    """Words that were said about this very order."""
    draft = ctx.draft(CancelDraft)
    return draft.words if draft.order_id == order_id else None


def _reason(choices: CancelChoices, at: int) -> str:
    if not 0 <= at < len(choices.reasons):
        raise ReasonRefused(reason=str(at), status=choices.order.status)
    return choices.reasons[at]


cancel = Conversation(
    name="cancel",
    entry_points=[pressed(AskCancellation, ask_reason)],
    states={
        Step.REASON: [
            pressed(ChooseReason, choose),
            pressed(AddWords, ask_words),
            pressed(SendCancellation, send),
        ],
        Step.WORDS: [typed(take_words)],
    },
    fallbacks=[command("cancel", leave)],
    again=again,
)

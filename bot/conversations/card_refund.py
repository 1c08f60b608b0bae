"""An operator says that a card payment was given back, and what the provider calls it."""

from dataclasses import dataclass
from enum import StrEnum

from telegram import Update

from bot.buttons.operators import SayRefunded
from bot.context import Ctx
from bot.dialogue import END, Conversation
from bot.routing import command, not_words, pressed, typed
from bot.screens import late_refunds as screens
from bot.screens import refusals
from store.errors import (
    AlreadyDecided,
    FieldMissing,
    FieldTooLong,
    FieldUnreadable,
    RefundMoved,
    Rejected,
)
from store.views.payments import OwedRefund

State = StrEnum | int | None


class Step(StrEnum):
    """What is waited for."""

    REFERENCE = "REFERENCE"


@dataclass(frozen=True, kw_only=True)
class RefundedDraft:
    """Which refund was given back, after how many attempts."""

    refund_id: int = 0
    attempt: int = 0


async def ask(_: Update, ctx: Ctx) -> State:
    """Refunded was pressed."""
    button = ctx.pressed(SayRefunded)
    return await _ask(ctx, RefundedDraft(refund_id=button.refund_id, attempt=button.attempt))


async def take(_: Update, ctx: Ctx) -> State:
    """The reference was typed."""
    said, overseeing = ctx.draft(RefundedDraft), ctx.shop.overseeing
    try:
        owed = await overseeing.refunded(
            ctx.actor, said.refund_id, attempt=said.attempt, reference=ctx.typed()
        )
    except (FieldMissing, FieldTooLong, FieldUnreadable) as refused:
        return await _ask(ctx, said, refused=refused)
    except AlreadyDecided as late:
        return await _look(ctx, said.refund_id, screens.too_late(ctx.t, late, ctx.actor.zone))
    except RefundMoved as moved:
        return await _look(ctx, said.refund_id, refusals.words(ctx.t, moved))
    return _show(ctx, owed)


async def again(_: Update, ctx: Ctx) -> State:
    """Something else than words was sent, or Go on was pressed."""
    return await _ask(ctx, ctx.draft(RefundedDraft))


async def leave(_: Update, ctx: Ctx) -> State:
    """/cancel was sent: nothing was said."""
    return await _look(ctx, ctx.draft(RefundedDraft).refund_id)


async def _ask(ctx: Ctx, said: RefundedDraft, *, refused: Rejected | None = None) -> State:
    owed = await ctx.shop.overseeing.look(ctx.actor, said.refund_id)
    if not screens.can_be_refunded(owed) or owed.refund.attempts != said.attempt:
        return _show(ctx, owed)
    ctx.keep(said)
    ctx.show(screens.ask_reference(ctx.t, owed, refused=refused))
    return Step.REFERENCE


async def _look(ctx: Ctx, refund_id: int, why: str | None = None) -> State:
    return _show(ctx, await ctx.shop.overseeing.look(ctx.actor, refund_id), why)


def _show(ctx: Ctx, owed: OwedRefund, why: str | None = None) -> State:
    ctx.show(screens.one(ctx.t, owed, zone=ctx.actor.zone, why=why))
    return END


card_refund = Conversation(
    name="card_refund",
    entry_points=[pressed(SayRefunded, ask)],
    states={Step.REFERENCE: [typed(take), not_words(again)]},
    fallbacks=[command("cancel", leave)],
    again=again,
)

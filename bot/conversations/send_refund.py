"""The shop says that it has sent money back: with a photo of the transfer, or without."""

from dataclasses import dataclass
from enum import StrEnum

from telegram import Update

from bot.buttons import refunds as buttons
from bot.context import Ctx
from bot.dialogue import END, Conversation
from bot.routing import command, photo, pressed, typed
from bot.screens import owed_refunds as screens
from bot.screens import refusals
from store.errors import AlreadyDecided, RefundAccountMissing, RefundMoved
from store.views.payments import OwedRefund

State = StrEnum | int | None


class Step(StrEnum):
    """What is waited for."""

    PROOF = "PROOF"


@dataclass(frozen=True, kw_only=True)
class SentDraft:
    """Which refund was sent, after how many attempts."""

    refund_id: int = 0
    attempt: int = 0


async def ask(_: Update, ctx: Ctx) -> State:
    """Money sent was pressed."""
    button = ctx.pressed(buttons.SayRefundSent)
    return await _ask(ctx, SentDraft(refund_id=button.refund_id, attempt=button.attempt))


async def take_photo(_: Update, ctx: Ctx) -> State:
    """The photo of the transfer was sent."""
    return await _send(ctx, ctx.draft(SentDraft), await ctx.keep_photo())


async def without_proof(_: Update, ctx: Ctx) -> State:
    """Sent, without a photo was pressed."""
    button = ctx.pressed(buttons.SayRefundWithoutProof)
    sent = SentDraft(refund_id=button.refund_id, attempt=button.attempt)
    return await _send(ctx, sent, None)


async def again(_: Update, ctx: Ctx) -> State:
    """Words came where a photo was expected, or Go on was pressed."""
    return await _ask(ctx, ctx.draft(SentDraft))


async def leave(_: Update, ctx: Ctx) -> State:
    """/cancel was sent: nothing was said."""
    refund_id = ctx.draft(SentDraft).refund_id
    return _show(ctx, await ctx.shop.refunding.look(ctx.actor, refund_id))


async def _ask(ctx: Ctx, sent: SentDraft) -> State:
    owed = await ctx.shop.refunding.look(ctx.actor, sent.refund_id)
    if screens.sent_key(ctx.t, owed) is None or owed.refund.attempts != sent.attempt:
        return _show(ctx, owed)
    ctx.keep(sent)
    ctx.show(screens.ask_proof(ctx.t, owed))
    return Step.PROOF


async def _send(ctx: Ctx, sent: SentDraft, proof: str | None) -> State:
    refunding = ctx.shop.refunding
    try:
        owed = await refunding.send(ctx.actor, sent.refund_id, attempt=sent.attempt, proof=proof)
    except AlreadyDecided as late:
        ctx.alert(screens.too_late(ctx.t, late, ctx.actor.zone))
        owed = await refunding.look(ctx.actor, sent.refund_id)
    except (RefundAccountMissing, RefundMoved) as refused:
        ctx.alert(refusals.words(ctx.t, refused))
        owed = await refunding.look(ctx.actor, sent.refund_id)
    return _show(ctx, owed)


def _show(ctx: Ctx, owed: OwedRefund) -> State:
    ctx.show(screens.one(ctx.t, owed, zone=ctx.actor.zone))
    return END


send_refund = Conversation(
    name="send_refund",
    entry_points=[
        pressed(buttons.SayRefundSent, ask),
        pressed(buttons.SayRefundWithoutProof, without_proof),
    ],
    states={Step.PROOF: [photo(take_photo), typed(again)]},
    fallbacks=[command("cancel", leave)],
    again=again,
)

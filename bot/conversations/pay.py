"""Saying that the money was sent: with a photo of the receipt, or without."""

from dataclasses import dataclass
from enum import StrEnum

from telegram import Update

from bot.buttons import payments as buttons
from bot.context import Ctx
from bot.dialogue import END, Conversation
from bot.routing import command, photo, pressed, typed
from bot.screens import invoices, qris, refusals
from bot.screens import payments as screens
from store.domain.order import OrderStatus
from store.errors import ClaimRefused

State = StrEnum | int | None


class Step(StrEnum):
    """What is waited for."""

    PROOF = "PROOF"


@dataclass(frozen=True, kw_only=True)
class PayDraft:
    """Which order was paid."""

    order_id: int = 0


async def show(_: Update, ctx: Ctx) -> State:
    """How to pay was pressed: from now on a photo is the receipt of this order."""
    return await _instruct(ctx, ctx.pressed(buttons.OpenPayment).order_id)


async def show_static(_: Update, ctx: Ctx) -> State:
    """App refuses the sum was pressed: the shop's own code, for which the sum is typed."""
    order_id = ctx.pressed(buttons.ShowStaticCode).order_id
    order = await ctx.shop.paying.page(ctx.actor, order_id)
    pay = order.pay
    if pay is None or not pay.can_claim or pay.code is None:
        return await _instruct(ctx, order_id)
    ctx.keep(PayDraft(order_id=order_id))
    ctx.show(qris.own_code(ctx.t, order, pay, pay.code))
    return Step.PROOF


async def ask_proof(_: Update, ctx: Ctx) -> State:
    """I have transferred was pressed."""
    order_id = ctx.pressed(buttons.SayPaid).order_id
    order = await ctx.shop.paying.page(ctx.actor, order_id)
    if order.pay is None or not order.pay.can_claim:
        return await _claim(ctx, order_id, None)
    ctx.keep(PayDraft(order_id=order_id))
    ctx.show(screens.ask_proof(ctx.t, order))
    return Step.PROOF


async def take_photo(_: Update, ctx: Ctx) -> State:
    """The photo of the receipt was sent."""
    return await _claim(ctx, ctx.draft(PayDraft).order_id, await ctx.keep_photo())


async def take_earlier_photo(_: Update, ctx: Ctx) -> State:
    """It was pressed for which order the photo is that came unasked."""
    order_id, photo_ = ctx.pressed(buttons.PhotoIsFor).order_id, ctx.photo_put_by
    if photo_ is None:
        return await _instruct(ctx, order_id)
    ctx.use_photo()
    return await _claim(ctx, order_id, photo_)


async def without_proof(_: Update, ctx: Ctx) -> State:
    """Go on without a photo was pressed."""
    return await _claim(ctx, ctx.pressed(buttons.SayWithoutProof).order_id, None)


async def take_words(_: Update, ctx: Ctx) -> State:
    """Words came where a photo was expected."""
    order = await ctx.shop.paying.page(ctx.actor, ctx.draft(PayDraft).order_id)
    ctx.show(screens.ask_proof(ctx.t, order, said=True))
    return None


async def again(_: Update, ctx: Ctx) -> State:
    """Go on was pressed."""
    return await _instruct(ctx, ctx.draft(PayDraft).order_id)


async def leave(_: Update, ctx: Ctx) -> State:
    """/cancel was sent: the order still waits for its money."""
    await _instruct(ctx, ctx.draft(PayDraft).order_id)
    return END


async def _instruct(ctx: Ctx, order_id: int) -> State:
    order = await ctx.shop.paying.page(ctx.actor, order_id)
    if order.pay is not None and order.pay.by_invoice and order.status is OrderStatus.UNPAID:
        ctx.show(invoices.instructions(ctx.t, order, zone=ctx.actor.zone))
        return END
    if order.pay is None or not order.pay.can_claim:
        ctx.show(screens.nothing_due(ctx.t, order, zone=ctx.actor.zone))
        return END
    ctx.keep(PayDraft(order_id=order_id))
    ctx.show(screens.instructions(ctx.t, order, zone=ctx.actor.zone))
    return Step.PROOF


async def _claim(ctx: Ctx, order_id: int, proof: str | None) -> State:
    try:
        order = await ctx.shop.paying.claim(ctx.actor, order_id, proof=proof)
    except ClaimRefused as refused:
        order = await ctx.shop.paying.page(ctx.actor, order_id)
        why = refusals.words(ctx.t, refused)
        ctx.show(screens.nothing_due(ctx.t, order, zone=ctx.actor.zone, why=why))
        return END
    ctx.show(screens.claimed(ctx.t, order))
    return END


pay = Conversation(
    name="pay",
    entry_points=[
        pressed(buttons.OpenPayment, show),
        pressed(buttons.ShowStaticCode, show_static),
        pressed(buttons.SayPaid, ask_proof),
        pressed(buttons.SayWithoutProof, without_proof),
        pressed(buttons.PhotoIsFor, take_earlier_photo),
    ],
    states={Step.PROOF: [photo(take_photo), typed(take_words)]},
    fallbacks=[command("cancel", leave)],
    again=again,
)

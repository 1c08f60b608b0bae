"""The shop types which sum is really on its statement."""

from dataclasses import dataclass
from enum import StrEnum

from telegram import Update

from bot.buttons.payments import BookAmount, OtherAmount
from bot.context import Ctx
from bot.dialogue import END, Conversation
from bot.routing import command, pressed, typed
from bot.screens import claims as screens
from bot.screens.requests import Where
from store.domain.claim import ClaimState
from store.domain.money import read_rupiah
from store.errors import AlreadyDecided, AmountRefused
from store.views.payments import ClaimCard

State = StrEnum | int | None


class Step(StrEnum):
    """What is typed."""

    AMOUNT = "AMOUNT"


@dataclass(frozen=True, kw_only=True)
class AmountDraft:
    """Of which claim."""

    claim_id: int = 0


async def ask(_: Update, ctx: Ctx) -> State:
    """Another amount was pressed."""
    return await _ask(ctx, ctx.pressed(OtherAmount).claim_id)


async def take(_: Update, ctx: Ctx) -> State:
    """The amount was typed; one that differs from what is expected is asked about first."""
    claim_id = ctx.draft(AmountDraft).claim_id
    amount = read_rupiah(ctx.typed())
    if amount is None:
        return await _ask(ctx, claim_id, refused=True)
    card = await ctx.shop.checking.look(ctx.actor, claim_id)
    if card.state is ClaimState.WAITING and amount != card.expected:
        ctx.show(screens.confirm_amount(ctx.t, card, amount))
        return Step.AMOUNT
    return await _book(ctx, claim_id, amount)


async def book(_: Update, ctx: Ctx) -> State:
    """Yes, this amount was pressed."""
    button = ctx.pressed(BookAmount)
    return await _book(ctx, button.claim_id, button.amount)


async def again(_: Update, ctx: Ctx) -> State:
    """Go on was pressed."""
    return await _ask(ctx, ctx.draft(AmountDraft).claim_id)


async def leave(_: Update, ctx: Ctx) -> State:
    """/cancel was sent: nothing was answered."""
    claim_id = ctx.draft(AmountDraft).claim_id
    return _show(ctx, await ctx.shop.checking.look(ctx.actor, claim_id))


async def _book(ctx: Ctx, claim_id: int, amount: int) -> State:
    try:
        card = await ctx.shop.checking.arrived(ctx.actor, claim_id, amount=amount)
    except AmountRefused:
        return await _ask(ctx, claim_id, refused=True)
    except AlreadyDecided as late:
        ctx.alert(screens.too_late(ctx.t, late, ctx.actor.zone))
        card = await ctx.shop.checking.look(ctx.actor, claim_id)
    return _show(ctx, card)


async def _ask(ctx: Ctx, claim_id: int, *, refused: bool = False) -> State:
    try:
        card = await ctx.shop.checking.weigh(ctx.actor, claim_id)
    except AlreadyDecided as late:
        ctx.alert(screens.too_late(ctx.t, late, ctx.actor.zone))
        return _show(ctx, await ctx.shop.checking.look(ctx.actor, claim_id))
    ctx.keep(AmountDraft(claim_id=claim_id))
    ctx.show(screens.ask_amount(ctx.t, card, refused=refused))
    return Step.AMOUNT


def _show(ctx: Ctx, card: ClaimCard) -> State:
    ctx.show(screens.card(ctx.t, card, Where(zone=ctx.actor.zone)))
    return END


check_amount = Conversation(
    name="check_amount",
    entry_points=[pressed(OtherAmount, ask), pressed(BookAmount, book)],
    states={Step.AMOUNT: [typed(take)]},
    fallbacks=[command("cancel", leave)],
    again=again,
)

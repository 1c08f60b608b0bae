"""Claims: the shop's answer by button, and the desk's list."""

from telegram import Update

from bot.buttons import payments as buttons
from bot.context import Ctx
from bot.i18n.translator import Translator
from bot.screens import claims as screens
from bot.screens import groups
from bot.screens.requests import Where
from store.domain.claim import NotFoundReason
from store.errors import AlreadyDecided, ReasonRefused
from store.views.payments import ClaimCard


async def arrived(_: Update, ctx: Ctx) -> None:
    """The expected sum arrived was pressed."""
    claim_id = ctx.pressed(buttons.MoneyArrived).claim_id
    if not await _may_answer(ctx, claim_id):
        return
    try:
        await _redraw(ctx, await ctx.shop.checking.arrived(ctx.actor, claim_id))
    except AlreadyDecided as late:
        await _too_late(ctx, claim_id, late)


async def ask_why_not(_: Update, ctx: Ctx) -> None:
    """Not found was pressed: the reasons come in the place of the card."""
    claim_id = ctx.pressed(buttons.AskWhyNot).claim_id
    if not await _may_answer(ctx, claim_id):
        return
    try:
        card = await ctx.shop.checking.weigh(ctx.actor, claim_id)
    except AlreadyDecided as late:
        await _too_late(ctx, claim_id, late)
        return
    t, _where = await _as_read_here(ctx, card)
    ctx.redraw(screens.why_not(t, card), card=_name(card))


async def not_found(_: Update, ctx: Ctx) -> None:
    """A reason for the no was pressed."""
    button = ctx.pressed(buttons.NotFoundBecause)
    if not await _may_answer(ctx, button.claim_id):
        return
    try:
        card = await ctx.shop.checking.not_found(
            ctx.actor, button.claim_id, reason=_reason(button.reason)
        )
    except AlreadyDecided as late:
        await _too_late(ctx, button.claim_id, late)
        return
    await _redraw(ctx, card)


async def back(_: Update, ctx: Ctx) -> None:
    """Back was pressed among the reasons."""
    claim_id = ctx.pressed(buttons.BackToClaim).claim_id
    if await _may_answer(ctx, claim_id):
        await _redraw(ctx, await ctx.shop.checking.look(ctx.actor, claim_id))


async def listed(_: Update, ctx: Ctx) -> None:
    """Reported transfers was pressed on the desk."""
    button = ctx.pressed(buttons.OpenClaims)
    shop = await ctx.shop.desk.shop(ctx.actor, button.shop_id)
    found = await ctx.shop.checking.waiting(ctx.actor, button.shop_id, page=button.page)
    ctx.show(screens.waiting(ctx.t, shop, found, zone=ctx.actor.zone))


async def one(_: Update, ctx: Ctx) -> None:
    """A claim was chosen on the desk."""
    card = await ctx.shop.checking.look(ctx.actor, ctx.pressed(buttons.OpenClaim).claim_id)
    ctx.show(screens.card(ctx.t, card, Where(zone=ctx.actor.zone)))


async def _may_answer(ctx: Ctx, claim_id: int) -> bool:
    """Whether this person works in the shop; whoever does not is told so and nothing moves."""
    card = await ctx.shop.checking.card(claim_id)
    if ctx.actor.sells_for(card.shop_id):
        return True
    ctx.alert(groups.members_only(ctx.t, card.shop_name))
    return False


async def _too_late(ctx: Ctx, claim_id: int, late: AlreadyDecided) -> None:
    ctx.alert(screens.too_late(ctx.t, late, ctx.actor.zone))
    await _redraw(ctx, await ctx.shop.checking.look(ctx.actor, claim_id))


async def _redraw(ctx: Ctx, card: ClaimCard) -> None:
    t, where = await _as_read_here(ctx, card)
    ctx.redraw(screens.card(t, card, where), card=_name(card))


async def _as_read_here(ctx: Ctx, card: ClaimCard) -> tuple[Translator, Where]:
    """A group reads in its shop's language and zone, a person in their own."""
    if ctx.in_private:
        return ctx.t, Where(zone=ctx.actor.zone)
    shop = await ctx.shop.catalogue.shop(card.shop_id)
    return Translator(shop.language), Where(zone=shop.zone, group_of=ctx.bot_name)


def _reason(at: int) -> NotFoundReason:
    if not 0 <= at < len(screens.REASONS):
        raise ReasonRefused(reason=str(at), status="")
    return screens.REASONS[at]


def _name(card: ClaimCard) -> str:
    return f"claim:{card.id}"

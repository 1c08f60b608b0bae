"""Claims: the shop's answer by button, and the desk's list."""

from telegram import Update

from bot.answers import Answers, chosen
from bot.buttons import payments as buttons
from bot.context import Ctx
from bot.screens import claims as screens
from bot.screens.requests import Where

_CARDS = Answers(
    name="claim",
    service=lambda ctx: ctx.shop.checking,
    draw=screens.card,
    why_not=screens.why_not,
    too_late=screens.too_late,
)


async def arrived(_: Update, ctx: Ctx) -> None:
    """The expected sum arrived was pressed."""
    claim_id = ctx.pressed(buttons.MoneyArrived).claim_id
    await _CARDS.answer(ctx, claim_id, ctx.shop.checking.arrived(ctx.actor, claim_id))


async def ask_why_not(_: Update, ctx: Ctx) -> None:
    """Not found was pressed: the reasons come in the place of the card."""
    await _CARDS.weigh(ctx, ctx.pressed(buttons.AskWhyNot).claim_id)


async def not_found(_: Update, ctx: Ctx) -> None:
    """A reason for the no was pressed."""
    button = ctx.pressed(buttons.NotFoundBecause)
    reason = chosen(screens.REASONS, button.reason)
    step = ctx.shop.checking.not_found(ctx.actor, button.claim_id, reason=reason)
    await _CARDS.answer(ctx, button.claim_id, step)


async def back(_: Update, ctx: Ctx) -> None:
    """Back was pressed among the reasons."""
    await _CARDS.back(ctx, ctx.pressed(buttons.BackToClaim).claim_id)


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

"""What operators decide."""

from telegram import Update

from bot.buttons import operators as buttons
from bot.context import Ctx
from bot.screens import disputes as screens
from store.errors import AlreadyDecided


async def disputes(_: Update, ctx: Ctx) -> None:
    """Operator was pressed."""
    shops = await ctx.shop.agreeing.count_waiting(ctx.actor)
    page = ctx.pressed(buttons.OpenDisputes).page
    found = await ctx.shop.ruling.waiting(ctx.actor, page=page)
    ctx.show(screens.waiting(ctx.t, found, by_shops=shops))


async def dispute(_: Update, ctx: Ctx) -> None:
    """A dispute was chosen."""
    card = await ctx.shop.ruling.look(ctx.actor, ctx.pressed(buttons.OpenDispute).order_id)
    ctx.show(screens.card(ctx.t, card, ctx.actor.zone))


async def rule(_: Update, ctx: Ctx) -> None:
    """The money came, or did not, was pressed."""
    button = ctx.pressed(buttons.Rule)
    try:
        card = await ctx.shop.ruling.decide(ctx.actor, button.order_id, came=button.came)
    except AlreadyDecided as late:
        ctx.alert(screens.too_late(ctx.t, late, ctx.actor.zone))
        card = await ctx.shop.ruling.look(ctx.actor, button.order_id)
    ctx.redraw(screens.card(ctx.t, card, ctx.actor.zone), card=f"dispute:{button.order_id}")

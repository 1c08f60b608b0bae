"""What operators decide and look after."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.buttons import operators as buttons
from bot.context import Ctx
from bot.routing import pressed
from bot.screens import disputes as screens
from bot.screens import late_refunds
from store.errors import AlreadyDecided


async def disputes(_: Update, ctx: Ctx) -> None:
    """Operator was pressed."""
    shops = await ctx.shop.agreeing.count_waiting(ctx.actor)
    page = ctx.pressed(buttons.OpenDisputes).page
    found = await ctx.shop.ruling.waiting(ctx.actor, page=page)
    late = await ctx.shop.overseeing.count_waiting(ctx.actor)
    ctx.show(screens.waiting(ctx.t, found, by_shops=shops, late=late))


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


async def refunds(_: Update, ctx: Ctx) -> None:
    """Late refunds was pressed."""
    page = ctx.pressed(buttons.OpenLateRefunds).page
    found = await ctx.shop.overseeing.waiting(ctx.actor, page=page)
    ctx.show(late_refunds.listed(ctx.t, found))


async def refund(_: Update, ctx: Ctx) -> None:
    """One of them was chosen."""
    refund_id = ctx.pressed(buttons.OpenLateRefund).refund_id
    owed = await ctx.shop.overseeing.look(ctx.actor, refund_id)
    ctx.show(late_refunds.one(ctx.t, owed, zone=ctx.actor.zone))


def routes() -> list[BaseHandler[Any, Ctx, Any]]:
    """What operators press, apart from shops' requests."""
    return [
        pressed(buttons.OpenDisputes, disputes),
        pressed(buttons.OpenDispute, dispute),
        pressed(buttons.Rule, rule),
        pressed(buttons.OpenLateRefunds, refunds),
        pressed(buttons.OpenLateRefund, refund),
    ]

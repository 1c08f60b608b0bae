"""Money that goes back: the desk's list, one of it, and the buyer's word that it came or not."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.buttons import refunds as buttons
from bot.buttons.orders import OpenOrders
from bot.context import Ctx
from bot.routing import pressed
from bot.screens import orders, refusals
from bot.screens import owed_refunds as screens
from store.errors import RefundMoved
from store.views.orders import OrderPage


async def listed(_: Update, ctx: Ctx) -> None:
    """Refunds was pressed on the desk."""
    button = ctx.pressed(buttons.OpenRefunds)
    shop = await ctx.shop.desk.shop(ctx.actor, button.shop_id)
    found = await ctx.shop.refunding.owed(ctx.actor, button.shop_id, page=button.page)
    ctx.show(screens.listed(ctx.t, shop, found, zone=ctx.actor.zone))


async def one(_: Update, ctx: Ctx) -> None:
    """A refund was opened by one of the shop's people."""
    refund_id = ctx.pressed(buttons.OpenRefund).refund_id
    owed = await ctx.shop.refunding.look(ctx.actor, refund_id)
    ctx.show(screens.one(ctx.t, owed, zone=ctx.actor.zone))


async def received(_: Update, ctx: Ctx) -> None:
    """I have received it was pressed."""
    refund_id = ctx.pressed(buttons.RefundReceived).refund_id
    _show(ctx, await ctx.shop.refunding.received(ctx.actor, refund_id))


async def not_received(_: Update, ctx: Ctx) -> None:
    """I have not received it was pressed."""
    button = ctx.pressed(buttons.RefundNotReceived)
    try:
        page = await ctx.shop.refunding.not_received(
            ctx.actor, button.refund_id, attempt=button.attempt
        )
    except RefundMoved as moved:
        ctx.alert(refusals.words(ctx.t, moved))
        page = await ctx.shop.refunding.page(ctx.actor, button.refund_id)
    _show(ctx, page)


def routes() -> list[BaseHandler[Any, Ctx, Any]]:
    """What is pressed about it."""
    return [
        pressed(buttons.OpenRefunds, listed),
        pressed(buttons.OpenRefund, one),
        pressed(buttons.RefundReceived, received),
        pressed(buttons.RefundNotReceived, not_received),
    ]


def _show(ctx: Ctx, page: OrderPage) -> None:
    ctx.show(orders.card(ctx.t, page, zone=ctx.actor.zone, back=OpenOrders()))

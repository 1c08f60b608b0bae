"""Orders from the three doors: list, tabs, order page."""

from telegram import Update

from bot.buttons.orders import OpenOrder, OpenOrders
from bot.context import Ctx
from bot.screens import desk_order
from bot.screens import orders as screens
from store.domain.order import Party


async def orders(update: Update, ctx: Ctx) -> None:
    """My orders, a tab or a page of it was pressed, or /orders was sent."""
    button = ctx.pressed(OpenOrders) if update.callback_query else OpenOrders()
    tab, door = screens.tab_of(button.tab), screens.door_of(button.door)
    counts = await ctx.shop.orders.counts(ctx.actor)
    found = await ctx.shop.orders.page(ctx.actor, tab, page=button.page)
    ctx.show(screens.listed(ctx.t, found, counts, tab=tab, door=door))


async def order(_: Update, ctx: Ctx) -> None:
    """An order was opened."""
    button = ctx.pressed(OpenOrder)
    page = await ctx.shop.orders.card(ctx.actor, button.order_id)
    if page.viewer is Party.SELLER:
        ctx.show(desk_order.order(ctx.t, page, zone=ctx.actor.zone))
        return
    back = OpenOrders(button.door, button.tab, button.page)
    ctx.show(screens.card(ctx.t, page, zone=ctx.actor.zone, back=back))

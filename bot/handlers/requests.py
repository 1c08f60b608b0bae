"""Requests to cancel: the shop's answer by button, the desk's list, the buyer's way back."""

from telegram import Update

from bot.answers import Answers, chosen
from bot.buttons import requests as buttons
from bot.buttons.orders import Door, OpenOrders
from bot.context import Ctx
from bot.screens import orders, seller_requests
from bot.screens import requests as screens
from bot.screens.requests import Where
from store.errors import AlreadyDecided

_CARDS = Answers(
    name="request",
    service=lambda ctx: ctx.shop.deciding,
    draw=seller_requests.drawn,
    why_not=screens.why_not,
    too_late=screens.too_late,
)


async def approve(_: Update, ctx: Ctx) -> None:
    """Approve was pressed."""
    request_id = ctx.pressed(buttons.Approve).request_id
    await _CARDS.answer(ctx, request_id, ctx.shop.deciding.approve(ctx.actor, request_id))


async def ask_rejection(_: Update, ctx: Ctx) -> None:
    """Reject was pressed: the reasons come in the place of the card."""
    await _CARDS.weigh(ctx, ctx.pressed(buttons.AskRejection).request_id)


async def reject(_: Update, ctx: Ctx) -> None:
    """A reason for the no was pressed."""
    button = ctx.pressed(buttons.Reject)
    reason = chosen(screens.REJECTIONS, button.reason)
    step = ctx.shop.deciding.reject(ctx.actor, button.request_id, reason=reason)
    await _CARDS.answer(ctx, button.request_id, step)


async def back(_: Update, ctx: Ctx) -> None:
    """Back was pressed among the reasons."""
    await _CARDS.back(ctx, ctx.pressed(buttons.BackToRequest).request_id)


async def listed(_: Update, ctx: Ctx) -> None:
    """Requests to cancel was pressed on the desk."""
    button = ctx.pressed(buttons.OpenRequests)
    shop = await ctx.shop.desk.shop(ctx.actor, button.shop_id)
    found = await ctx.shop.deciding.waiting(ctx.actor, button.shop_id, page=button.page)
    ctx.show(screens.waiting(ctx.t, shop, found, zone=ctx.actor.zone))


async def one(_: Update, ctx: Ctx) -> None:
    """A request was chosen on the desk."""
    card = await ctx.shop.deciding.look(ctx.actor, ctx.pressed(buttons.OpenRequest).request_id)
    ctx.show(seller_requests.drawn(ctx.t, card, Where(zone=ctx.actor.zone)))


async def withdraw(_: Update, ctx: Ctx) -> None:
    """Take the request back was pressed by the buyer."""
    order_id = ctx.pressed(buttons.Withdraw).order_id
    try:
        page = await ctx.shop.cancellations.withdraw(ctx.actor, order_id)
    except AlreadyDecided as late:
        ctx.alert(screens.too_late(ctx.t, late, ctx.actor.zone))
        page = await ctx.shop.orders.card(ctx.actor, order_id)
    ctx.show(orders.card(ctx.t, page, zone=ctx.actor.zone, back=OpenOrders(Door.PROFILE)))

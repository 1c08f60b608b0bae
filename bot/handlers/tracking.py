"""A buyer follows a parcel, says yes to it, and says that it is there."""

from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.buttons import tracking as buttons
from bot.buttons.orders import OpenOrders
from bot.context import Ctx
from bot.routing import pressed
from bot.screens import desk_order, orders, refusals
from bot.screens import tracking as screens
from store.domain.desk import CodAnswer
from store.domain.order import Party
from store.errors import IllegalMove
from store.views.orders import OrderPage


async def track(_: Update, ctx: Ctx) -> None:
    """Track was pressed."""
    page = await ctx.shop.orders.card(ctx.actor, ctx.pressed(buttons.Track).order_id)
    if page.viewer is Party.SELLER:
        ctx.show(desk_order.order(ctx.t, page, zone=ctx.actor.zone))
        return
    ctx.show(screens.tracked(ctx.t, page, zone=ctx.actor.zone))


async def confirm(_: Update, ctx: Ctx) -> None:
    """Yes, send it was pressed."""
    order_id = ctx.pressed(buttons.ConfirmCod).order_id
    page = await ctx.shop.receiving.confirm(ctx.actor, order_id)
    if page.confirmation is not None and page.confirmation.answer is CodAnswer.SEND:
        ctx.toast(screens.confirmed(ctx.t))
    else:
        ctx.toast(screens.nobody_asks(ctx.t))
    _show(ctx, page)


async def ask_received(_: Update, ctx: Ctx) -> None:
    """Order received was pressed: a second press closes the order."""
    page = await ctx.shop.orders.card(ctx.actor, ctx.pressed(buttons.AskReceived).order_id)
    if orders.received_key(ctx.t, page) is None:
        _show(ctx, page)
        return
    ctx.show(screens.is_all_there(ctx.t, page))


async def received(_: Update, ctx: Ctx) -> None:
    """Yes, everything is there was pressed."""
    order_id = ctx.pressed(buttons.Received).order_id
    if await _moved(ctx, order_id, ctx.shop.receiving.complete(ctx.actor, order_id)):
        ctx.toast(screens.completed(ctx.t))


def routes() -> list[BaseHandler[Any, Ctx, Any]]:
    """What a buyer presses about a parcel."""
    return [
        pressed(buttons.Track, track),
        pressed(buttons.ConfirmCod, confirm),
        pressed(buttons.AskReceived, ask_received),
        pressed(buttons.Received, received),
    ]


async def _moved(ctx: Ctx, order_id: int, move: Awaitable[OrderPage]) -> bool:
    try:
        page = await move
    except IllegalMove as refused:
        ctx.alert(refusals.words(ctx.t, refused))
        _show(ctx, await ctx.shop.orders.card(ctx.actor, order_id))
        return False
    _show(ctx, page)
    return True


def _show(ctx: Ctx, page: OrderPage) -> None:
    if page.viewer is Party.SELLER:
        ctx.show(desk_order.order(ctx.t, page, zone=ctx.actor.zone))
        return
    ctx.show(orders.card(ctx.t, page, zone=ctx.actor.zone, back=OpenOrders()))

"""Requests to cancel: the shop's answer by button, the desk's list, the buyer's way back."""

from telegram import Update

from bot.buttons import requests as buttons
from bot.buttons.orders import Door, OpenOrders
from bot.context import Ctx
from bot.i18n.translator import Translator
from bot.screens import groups, orders
from bot.screens import requests as screens
from bot.screens.requests import Where
from store.errors import AlreadyDecided, ReasonRefused
from store.views.requests import RequestCard


async def approve(_: Update, ctx: Ctx) -> None:
    """Approve was pressed."""
    request_id = ctx.pressed(buttons.Approve).request_id
    if not await _may_answer(ctx, request_id):
        return
    try:
        await _redraw(ctx, await ctx.shop.deciding.approve(ctx.actor, request_id))
    except AlreadyDecided as late:
        await _too_late(ctx, request_id, late)


async def ask_rejection(_: Update, ctx: Ctx) -> None:
    """Reject was pressed: the reasons come in the place of the card."""
    request_id = ctx.pressed(buttons.AskRejection).request_id
    if not await _may_answer(ctx, request_id):
        return
    try:
        card = await ctx.shop.deciding.weigh(ctx.actor, request_id)
    except AlreadyDecided as late:
        await _too_late(ctx, request_id, late)
        return
    t, where = await _as_read_here(ctx, card)
    ctx.redraw(screens.why_not(t, card, where), card=_name(card))


async def reject(_: Update, ctx: Ctx) -> None:
    """A reason for the no was pressed."""
    button = ctx.pressed(buttons.Reject)
    if not await _may_answer(ctx, button.request_id):
        return
    try:
        card = await ctx.shop.deciding.reject(
            ctx.actor, button.request_id, reason=_reason(button.reason)
        )
    except AlreadyDecided as late:
        await _too_late(ctx, button.request_id, late)
        return
    await _redraw(ctx, card)


async def back(_: Update, ctx: Ctx) -> None:
    """Back was pressed among the reasons."""
    request_id = ctx.pressed(buttons.BackToRequest).request_id
    if await _may_answer(ctx, request_id):
        await _redraw(ctx, await ctx.shop.deciding.look(ctx.actor, request_id))


async def listed(_: Update, ctx: Ctx) -> None:
    """Requests to cancel was pressed on the desk."""
    button = ctx.pressed(buttons.OpenRequests)
    shop = await ctx.shop.desk.shop(ctx.actor, button.shop_id)
    found = await ctx.shop.deciding.waiting(ctx.actor, button.shop_id, page=button.page)
    ctx.show(screens.waiting(ctx.t, shop, found, zone=ctx.actor.zone))


async def one(_: Update, ctx: Ctx) -> None:
    """A request was chosen on the desk."""
    card = await ctx.shop.deciding.look(ctx.actor, ctx.pressed(buttons.OpenRequest).request_id)
    ctx.show(screens.card(ctx.t, card, Where(zone=ctx.actor.zone)))


async def withdraw(_: Update, ctx: Ctx) -> None:
    """Take the request back was pressed by the buyer."""
    order_id = ctx.pressed(buttons.Withdraw).order_id
    try:
        page = await ctx.shop.cancellations.withdraw(ctx.actor, order_id)
    except AlreadyDecided as late:
        ctx.alert(screens.too_late(ctx.t, late, ctx.actor.zone))
        page = await ctx.shop.orders.card(ctx.actor, order_id)
    ctx.show(orders.card(ctx.t, page, zone=ctx.actor.zone, back=OpenOrders(Door.PROFILE)))


async def _may_answer(ctx: Ctx, request_id: int) -> bool:
    """Whether this person works in the shop; whoever does not is told so and nothing moves."""
    card = await ctx.shop.deciding.card(request_id)
    if ctx.actor.sells_for(card.shop_id):
        return True
    ctx.alert(groups.members_only(ctx.t, card.shop_name))
    return False


async def _too_late(ctx: Ctx, request_id: int, late: AlreadyDecided) -> None:
    ctx.alert(screens.too_late(ctx.t, late, ctx.actor.zone))
    await _redraw(ctx, await ctx.shop.deciding.look(ctx.actor, request_id))


async def _redraw(ctx: Ctx, card: RequestCard) -> None:
    t, where = await _as_read_here(ctx, card)
    ctx.redraw(screens.card(t, card, where), card=_name(card))


async def _as_read_here(ctx: Ctx, card: RequestCard) -> tuple[Translator, Where]:
    """A group reads in its shop's language and zone, a person in their own."""
    if ctx.in_private:
        return ctx.t, Where(zone=ctx.actor.zone)
    shop = await ctx.shop.catalogue.shop(card.shop_id)
    return Translator(shop.language), Where(zone=shop.zone, group_of=ctx.bot_name)


def _reason(at: int) -> str:
    if not 0 <= at < len(screens.REJECTIONS):
        raise ReasonRefused(reason=str(at), status="")
    return screens.REJECTIONS[at]


def _name(card: RequestCard) -> str:
    return f"request:{card.request.id}"

"""What shops ask operators: taken back by the shop, answered by an operator."""

from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.answers import Answers, chosen
from bot.buttons import seller_cancels as buttons
from bot.buttons.orders import Door, OpenOrders
from bot.context import Ctx
from bot.routing import pressed
from bot.screens import orders as order_screens
from bot.screens import requests as request_screens
from bot.screens import seller_request_list
from bot.screens import seller_requests as screens
from store.errors import AlreadyDecided
from store.views.requests import RequestCard

_CARDS = Answers(
    name="request",
    service=lambda ctx: ctx.shop.deciding,
    draw=screens.drawn,
    why_not=request_screens.why_not,
    too_late=screens.too_late,
)


async def withdraw(_: Update, ctx: Ctx) -> None:
    """Take the request back was pressed by a member."""
    request_id = ctx.pressed(buttons.WithdrawSellerCancel).request_id
    await _CARDS.answer(ctx, request_id, ctx.shop.seller_cancels.withdraw(ctx.actor, request_id))


async def listed(_: Update, ctx: Ctx) -> None:
    """Cancellations by shops was pressed by an operator."""
    page = ctx.pressed(buttons.OpenSellerCancels).page
    found = await ctx.shop.agreeing.waiting(ctx.actor, page=page)
    ctx.show(seller_request_list.waiting(ctx.t, found, ctx.actor.zone))


async def one(_: Update, ctx: Ctx) -> None:
    """One of them was chosen, or Back was pressed among the reasons."""
    request_id = ctx.pressed(buttons.OpenSellerCancel).request_id
    await _answer(ctx, request_id, ctx.shop.agreeing.look(ctx.actor, request_id))


async def confirm(_: Update, ctx: Ctx) -> None:
    """Confirm was pressed."""
    request_id = ctx.pressed(buttons.ConfirmSellerCancel).request_id
    await _answer(ctx, request_id, ctx.shop.agreeing.confirm(ctx.actor, request_id))


async def ask_refusal(_: Update, ctx: Ctx) -> None:
    """Refuse was pressed: the reasons come in the place of the card."""
    request_id = ctx.pressed(buttons.AskRefusal).request_id
    try:
        card = await ctx.shop.agreeing.weigh(ctx.actor, request_id)
    except AlreadyDecided as late:
        await _too_late(ctx, request_id, late)
        return
    ctx.redraw(screens.why_not(ctx.t, card), card=_name(request_id))


async def refuse(_: Update, ctx: Ctx) -> None:
    """A reason for the no was pressed."""
    button = ctx.pressed(buttons.RefuseSellerCancel)
    reason = chosen(screens.REFUSALS, button.reason)
    step = ctx.shop.agreeing.refuse(ctx.actor, button.request_id, reason=reason)
    await _answer(ctx, button.request_id, step)


async def agree(_: Update, ctx: Ctx) -> None:
    """Agree was pressed by the buyer; pressed twice, or too late, it shows what is true."""
    order_id = ctx.pressed(buttons.AgreeToCancel).order_id
    try:
        page = await ctx.shop.agreeing.agree(ctx.actor, order_id)
    except AlreadyDecided as late:
        ctx.toast(screens.too_late(ctx.t, late, ctx.actor.zone))
        page = await ctx.shop.orders.card(ctx.actor, order_id)
    ctx.show(order_screens.card(ctx.t, page, zone=ctx.actor.zone, back=OpenOrders(Door.INBOX)))


def for_buyers() -> list[BaseHandler[Any, Ctx, Any]]:
    """What buyers press."""
    return [pressed(buttons.AgreeToCancel, agree)]


def on_shops_cards() -> list[BaseHandler[Any, Ctx, Any]]:
    """What members press, in the shop's group and in private alike."""
    return [pressed(buttons.WithdrawSellerCancel, withdraw)]


def for_operators() -> list[BaseHandler[Any, Ctx, Any]]:
    """What operators press."""
    return [
        pressed(buttons.OpenSellerCancels, listed),
        pressed(buttons.OpenSellerCancel, one),
        pressed(buttons.ConfirmSellerCancel, confirm),
        pressed(buttons.AskRefusal, ask_refusal),
        pressed(buttons.RefuseSellerCancel, refuse),
    ]


async def _answer(ctx: Ctx, request_id: int, step: Awaitable[RequestCard]) -> None:
    """Take the step and show the card that it leaves."""
    try:
        card = await step
    except AlreadyDecided as late:
        await _too_late(ctx, request_id, late)
        return
    _redraw(ctx, card)


async def _too_late(ctx: Ctx, request_id: int, late: AlreadyDecided) -> None:
    ctx.alert(screens.too_late(ctx.t, late, ctx.actor.zone))
    _redraw(ctx, await ctx.shop.agreeing.look(ctx.actor, request_id))


def _redraw(ctx: Ctx, card: RequestCard) -> None:
    screen = screens.operators_card(ctx.t, card, ctx.actor.zone)
    ctx.redraw(screen, card=_name(card.request.id))


def _name(request_id: int) -> str:
    return f"seller-cancel:{request_id}"

"""The first screen, help, and links that people arrive with."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from telegram import Update

from bot.buttons import links
from bot.buttons.orders import OpenOrders
from bot.context import Ctx
from bot.screens import claims as claim_screens
from bot.screens import (
    commands,
    desk_order,
    disputes,
    groups,
    messages,
    operators,
    owed_refunds,
    refusals,
)
from bot.screens import desk as desk_screens
from bot.screens import orders as order_screens
from bot.screens import start as screens
from bot.screens.requests import Where
from store.domain.order import Party
from store.errors import NotFound

JOIN: Final = links.SHOP_LINK
Arrives = Callable[[Ctx, str], Awaitable[None]]


async def start(_: Update, ctx: Ctx) -> None:
    """/start was sent, perhaps with what a link carries."""
    payload = ctx.args[0] if ctx.args else ""
    for prefix, arrives in _LINKS.items():
        if payload.startswith(prefix):
            await arrives(ctx, payload.removeprefix(prefix))
            return
    await _home(ctx)


async def home(_: Update, ctx: Ctx) -> None:
    """Home was pressed."""
    await _home(ctx)


async def nothing_to_go_on_with(_: Update, ctx: Ctx) -> None:
    """Go on was pressed, and what it meant is over."""
    ctx.toast(refusals.old_button(ctx.t))
    await _home(ctx)


async def old_button(_: Update, ctx: Ctx) -> None:
    """A button was pressed that this version does not have."""
    ctx.toast(refusals.old_button(ctx.t))
    await _home(ctx)


async def help_(_: Update, ctx: Ctx) -> None:
    """Help was pressed or /help was sent."""
    ctx.show(screens.help_(ctx.t, ctx.actor))


async def _home(ctx: Ctx) -> None:
    unread = await ctx.shop.inbox.unread(ctx.actor)
    begun = ctx.talk.top.conversation if ctx.talk.top else None
    checkout = await ctx.shop.buying.has_open(ctx.actor)
    key = screens.going_on(ctx.t, begun, checkout=checkout)
    waiting = await ctx.shop.desk.waiting(ctx.actor) if ctx.actor.memberships else None
    decisions = None
    if ctx.actor.is_operator:
        count = await ctx.shop.ruling.count_waiting(ctx.actor)
        count += await ctx.shop.agreeing.count_waiting(ctx.actor)
        count += await ctx.shop.overseeing.count_waiting(ctx.actor)
        decisions = disputes.decisions_key(ctx.t, count)
    ctx.show(
        screens.home(
            ctx.t,
            name=ctx.actor.name,
            unread=unread,
            waiting=waiting,
            decisions=decisions,
            going_on=key,
        )
    )


async def _order(ctx: Ctx, ref: str) -> None:
    try:
        page = await ctx.shop.orders.by_ref(ctx.actor, ref)
    except NotFound:
        ctx.show(order_screens.not_yours(ctx.t))
        return
    if page.viewer is Party.SELLER:
        ctx.show(desk_order.order(ctx.t, page, zone=ctx.actor.zone))
        return
    ctx.show(order_screens.card(ctx.t, page, zone=ctx.actor.zone, back=OpenOrders()))


async def _claim(ctx: Ctx, number: str) -> None:
    """A link from the shop's group to what a buyer says about money."""
    if not _is_number(number):
        await _home(ctx)
        return
    card = await ctx.shop.checking.look(ctx.actor, int(number))
    ctx.show(claim_screens.card(ctx.t, card, Where(zone=ctx.actor.zone)))


async def _refund(ctx: Ctx, number: str) -> None:
    """A link from the shop's group to money that has to be sent back."""
    if not _is_number(number):
        await _home(ctx)
        return
    owed = await ctx.shop.refunding.look(ctx.actor, int(number))
    ctx.show(owed_refunds.one(ctx.t, owed, zone=ctx.actor.zone))


async def _thread(ctx: Ctx, ref: str) -> None:
    """A link from the shop's group to what was written about an order."""
    try:
        thread = await ctx.shop.messaging.by_ref(ctx.actor, ref)
    except NotFound:
        ctx.show(order_screens.not_yours(ctx.t))
        return
    ctx.show(messages.thread(ctx.t, thread, zone=ctx.actor.zone))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 16


async def _join_shop(ctx: Ctx, token: str) -> None:
    shop = await ctx.shop.sellers.join(ctx.actor, token)
    place = await ctx.places.of_shop(shop.id)
    owner = (await ctx.shop.people.actor(ctx.actor.id)).owns(shop.id)
    news = groups.news(ctx.t, title=place.title if place else None, owner=owner)
    ctx.show(desk_screens.joined(ctx.t, shop, news=news))
    ctx.menu(commands.menu(ctx.t, seller=True, operator=ctx.actor.is_operator))


async def _join_operators(ctx: Ctx, token: str) -> None:
    await ctx.shop.operators.join(ctx.actor, token)
    ctx.show(operators.joined(ctx.t))
    ctx.menu(commands.menu(ctx.t, seller=bool(ctx.actor.memberships), operator=True))


# What a link carries begins with what it is about.
_LINKS: Final[Mapping[str, Arrives]] = {
    JOIN: _join_shop,
    links.OPERATOR_LINK: _join_operators,
    links.ORDER_LINK: _order,
    links.CLAIM_LINK: _claim,
    links.REFUND_LINK: _refund,
    links.MESSAGE_LINK: _thread,
}

"""The first screen, help, and links that people arrive with."""

from telegram import Update

from bot.context import Ctx
from bot.screens import desk as desk_screens
from bot.screens import start as screens


async def start(_: Update, ctx: Ctx) -> None:
    """/start was sent, perhaps with what a link carries."""
    payload = ctx.args[0] if ctx.args else ""
    if payload.startswith(JOIN):
        shop = await ctx.shop.sellers.join(ctx.actor, payload.removeprefix(JOIN))
        ctx.show(desk_screens.joined(ctx.t, shop))
        return
    await home(_, ctx)


async def home(_: Update, ctx: Ctx) -> None:
    """Home was pressed."""
    unread = await ctx.shop.inbox.unread(ctx.actor)
    ctx.show(screens.home(ctx.t, name=ctx.actor.name, unread=unread))


async def help_(_: Update, ctx: Ctx) -> None:
    """Help was pressed."""
    ctx.show(screens.help_(ctx.t))


JOIN = "shop_"

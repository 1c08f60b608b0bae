"""An answer to anything that nothing else answers."""

from telegram import Update

from bot.context import Ctx
from bot.screens import refusals
from bot.screens import start as screens


async def old_button(_: Update, ctx: Ctx) -> None:
    """A button was pressed that this version does not have."""
    ctx.toast(refusals.old_button(ctx.t))
    unread = await ctx.shop.inbox.unread(ctx.actor)
    ctx.show(screens.home(ctx.t, name=ctx.actor.name, unread=unread))


async def words(_: Update, ctx: Ctx) -> None:
    """Words were written that belong to nothing."""
    ctx.show(screens.not_understood(ctx.t))


async def anything(_: Update, ctx: Ctx) -> None:
    """A photo, a sticker or the like was sent."""
    ctx.show(screens.only_words(ctx.t))

"""The profile and the saved addresses, as far as no words have to be typed."""

from telegram import Update

from bot.buttons.profile import AskRemoval, PreferAddress, RemoveAddress
from bot.context import Ctx
from bot.screens import profile as screens
from store.domain.order import Tab


async def profile(_: Update, ctx: Ctx) -> None:
    """Profile was pressed or /profile was sent."""
    who = await ctx.shop.people.profile(ctx.actor.id)
    saved = await ctx.shop.addresses.mine(ctx.actor)
    counts = await ctx.shop.orders.counts(ctx.actor)
    shops = await ctx.shop.sellers.shops_of(ctx.actor)
    orders = counts.get(Tab.ALL, 0)
    ctx.show(screens.profile(ctx.t, who, addresses=len(saved), orders=orders, shops=shops))


async def addresses(_: Update, ctx: Ctx) -> None:
    """Addresses was pressed."""
    ctx.show(screens.addresses(ctx.t, await ctx.shop.addresses.mine(ctx.actor)))


async def prefer(_: Update, ctx: Ctx) -> None:
    """Use it first was pressed."""
    chosen = await ctx.shop.addresses.prefer(ctx.actor, ctx.pressed(PreferAddress).address_id)
    ctx.show(screens.address(ctx.t, chosen, first=True))


async def ask_removal(_: Update, ctx: Ctx) -> None:
    """Remove was pressed."""
    chosen = await ctx.shop.addresses.card(ctx.actor, ctx.pressed(AskRemoval).address_id)
    ctx.show(screens.ask_removal(ctx.t, chosen))


async def remove(update: Update, ctx: Ctx) -> None:
    """Yes, remove it was pressed."""
    await ctx.shop.addresses.remove(ctx.actor, ctx.pressed(RemoveAddress).address_id)
    await addresses(update, ctx)

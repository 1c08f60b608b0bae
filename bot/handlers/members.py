"""The people of a shop: seen by its members, changed by its owners."""

from telegram import Update

from bot.buttons.links import SHOP_LINK, start_link
from bot.buttons.members import AskDismissal, Dismiss, Invite, OpenMembers
from bot.context import Ctx
from bot.screens import commands
from bot.screens import members as screens
from store.errors import NotFound


async def mine(_: Update, ctx: Ctx) -> None:
    """/members was sent."""
    shops = await ctx.shop.sellers.shops_of(ctx.actor)
    if not shops:
        ctx.show(screens.none(ctx.t))
    elif len(shops) == 1:
        await _show(ctx, shops[0].id)
    else:
        ctx.show(screens.several(ctx.t, shops))


async def members(_: Update, ctx: Ctx) -> None:
    """The people of a shop were opened."""
    await _show(ctx, ctx.pressed(OpenMembers).shop_id)


async def invite(_: Update, ctx: Ctx) -> None:
    """Invite staff was pressed."""
    shop_id = ctx.pressed(Invite).shop_id
    token = await ctx.shop.sellers.invite(ctx.actor, shop_id)
    link = start_link(ctx.bot_name, SHOP_LINK + token)
    ctx.show(screens.invited(ctx.t, await ctx.shop.sellers.shop(ctx.actor, shop_id), link=link))


async def ask_dismissal(_: Update, ctx: Ctx) -> None:
    """Remove or Leave was pressed."""
    button = ctx.pressed(AskDismissal)
    people = await ctx.shop.sellers.colleagues(ctx.actor, button.shop_id)
    member = next((one for one in people if one.person_id == button.person_id), None)
    if member is None:
        raise NotFound(what="member")
    shop = await ctx.shop.sellers.shop(ctx.actor, button.shop_id)
    ctx.show(screens.ask_dismissal(ctx.t, shop, member, own=member.person_id == ctx.actor.id))


async def dismiss(_: Update, ctx: Ctx) -> None:
    """Yes, remove or Yes, leave was pressed."""
    button = ctx.pressed(Dismiss)
    shop = await ctx.shop.sellers.shop(ctx.actor, button.shop_id)
    gone = await ctx.shop.sellers.remove(ctx.actor, button.shop_id, button.person_id)
    if gone.person_id != ctx.actor.id:
        await _show(ctx, button.shop_id)
        return
    ctx.show(screens.left(ctx.t, shop))
    still = bool(await ctx.shop.sellers.shops_of(ctx.actor))
    ctx.menu(commands.menu(ctx.t, seller=still, operator=ctx.actor.is_operator))


async def _show(ctx: Ctx, shop_id: int) -> None:
    shop = await ctx.shop.sellers.shop(ctx.actor, shop_id)
    people = await ctx.shop.sellers.colleagues(ctx.actor, shop_id)
    ctx.show(screens.members(ctx.t, shop, people, reader=ctx.actor))

"""One's own data: shown, and forgotten after a second press."""

from telegram import Update

from bot.buttons.privacy import EraseMe, ShowMyData
from bot.context import Ctx
from bot.screens import commands
from bot.screens import privacy as screens
from store.domain.language import language_of
from store.domain.order import MOVES


async def privacy(_: Update, ctx: Ctx) -> None:
    """Privacy was pressed or /privacy was sent."""
    ctx.show(screens.privacy(ctx.t))


async def my_data(_: Update, ctx: Ctx) -> None:
    """Show my data was pressed, or another page of it."""
    kept = await ctx.shop.privacy.belongings(ctx.actor)
    ctx.show(
        screens.belongings(ctx.t, kept, typed=ctx.talk.typed, page=ctx.pressed(ShowMyData).page)
    )


async def ask_erasure(_: Update, ctx: Ctx) -> None:
    """Forget my data was pressed."""
    kept = await ctx.shop.privacy.belongings(ctx.actor)
    still_open = sum(bool(MOVES[order.status]) for order in kept.orders)
    erasures = kept.profile.erasures
    ctx.show(screens.ask_erasure(ctx.t, erasures=erasures, open_orders=still_open))


async def erase(update: Update, ctx: Ctx) -> None:
    """Yes, forget everything was pressed; an older question only shows what is true now."""
    asked = ctx.pressed(EraseMe).erasures
    user = update.effective_user
    code = user.language_code if user else None
    receipt = await ctx.shop.privacy.erase(ctx.actor, erasures=asked, language_code=code)
    if receipt is None:
        ctx.alert(screens.erased_before(ctx.t))
        return
    ctx.forget()
    ctx.speak(language_of(code))
    ctx.show(screens.erased(ctx.t, receipt))
    seller, operator = bool(ctx.actor.memberships), ctx.actor.is_operator
    ctx.menu(commands.menu(ctx.t, seller=seller, operator=operator))

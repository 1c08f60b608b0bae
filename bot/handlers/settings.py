"""Language, time zone and notices, each changed by one press."""

from telegram import Update

from bot.buttons.settings import SetLanguage, SetNotices, SetQuietNights, SetZone
from bot.context import Ctx
from bot.screens import commands
from bot.screens import settings as screens
from bot.screens.settings import KINDS, SPOKEN, ZONES


async def settings(_: Update, ctx: Ctx) -> None:
    """Settings was pressed or /settings was sent."""
    ctx.show(screens.settings(ctx.t, await ctx.shop.people.profile(ctx.actor.id)))


async def set_language(_: Update, ctx: Ctx) -> None:
    """A language was pressed: this very screen and the command menu speak it."""
    language = SPOKEN[ctx.pressed(SetLanguage).language % len(SPOKEN)]
    profile = await ctx.shop.people.choose_language(ctx.actor, language)
    ctx.speak(language)
    ctx.show(screens.settings(ctx.t, profile))
    seller, operator = bool(ctx.actor.memberships), ctx.actor.is_operator
    ctx.menu(commands.menu(ctx.t, seller=seller, operator=operator))


async def set_zone(_: Update, ctx: Ctx) -> None:
    """A time zone was pressed."""
    zone = ZONES[ctx.pressed(SetZone).zone % len(ZONES)]
    ctx.show(screens.settings(ctx.t, await ctx.shop.people.choose_zone(ctx.actor, zone)))


async def notices(_: Update, ctx: Ctx) -> None:
    """Notices was pressed."""
    ctx.show(screens.notices(ctx.t, await ctx.shop.people.profile(ctx.actor.id)))


async def set_notices(_: Update, ctx: Ctx) -> None:
    """A kind of notices was switched."""
    button = ctx.pressed(SetNotices)
    kind = KINDS[button.kind % len(KINDS)]
    profile = await ctx.shop.people.choose_notices(ctx.actor, kind, told=button.told)
    ctx.show(screens.notices(ctx.t, profile))


async def set_quiet_nights(_: Update, ctx: Ctx) -> None:
    """Quiet hours were switched."""
    quiet = ctx.pressed(SetQuietNights).quiet
    ctx.show(screens.notices(ctx.t, await ctx.shop.people.choose_quiet_nights(ctx.actor, quiet)))

"""Tells Telegram the bot's name, commands and descriptions, by language."""

from collections.abc import Awaitable, Callable
from functools import partial

import structlog
from telegram import (
    Bot,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)
from telegram.error import TelegramError

from bot.i18n.translator import Translator
from bot.memory.places import Places
from bot.screens import commands
from store.errors import Unavailable
from store.shop import Shop

log = structlog.get_logger()


async def publish(bot: Bot, *, shop: Shop, places: Places) -> None:
    """Set everything; trouble with one thing is logged and stops neither the others nor the bot.

    Chats of sellers, of operators and of people who chose a language get a menu of their own
    when that happens; it comes before these. So do shops' groups, and at each start: one that
    was connected by an earlier version has none.
    """
    for language, code in (("en", None), ("id", "id")):
        t = Translator(language)
        await _try("name", partial(_name, bot, t, code))
        await _try("menu", partial(_menu, bot, t, code))
        await _try("description", partial(_descriptions, bot, t, code))
    try:
        groups = [(one, await shop.catalogue.shop(one.shop_id)) for one in await places.every()]
    except Unavailable:
        log.warning("not_published", what="groups")
        return
    for place, card in groups:
        await _try("group", partial(_group, bot, Translator(card.language), place.chat_id))


async def _name(bot: Bot, t: Translator, code: str | None) -> None:
    """Only where it differs: Telegram lets a bot change its name a few times a day."""
    if (await bot.get_my_name(language_code=code)).name != commands.name(t):
        await bot.set_my_name(commands.name(t), language_code=code)


async def _menu(bot: Bot, t: Translator, code: str | None) -> None:
    """One for people and one for groups; what stood for both before would hide neither."""
    private, group = BotCommandScopeAllPrivateChats(), BotCommandScopeAllGroupChats()
    await bot.set_my_commands(commands.menu(t), scope=private, language_code=code)
    await bot.set_my_commands(commands.any_group(t), scope=group, language_code=code)
    await bot.delete_my_commands(language_code=code)


async def _group(bot: Bot, t: Translator, chat_id: int) -> None:
    await bot.set_my_commands(commands.shop_group(t), scope=BotCommandScopeChat(chat_id))


async def _descriptions(bot: Bot, t: Translator, code: str | None) -> None:
    await bot.set_my_description(commands.description(t), language_code=code)
    await bot.set_my_short_description(commands.short_description(t), language_code=code)


async def _try(what: str, publishing: Callable[[], Awaitable[None]]) -> None:
    try:
        await publishing()
    except TelegramError as error:
        log.warning("not_published", what=what, kind=type(error).__name__)

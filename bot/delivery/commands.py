"""Tells Telegram the bot's commands and descriptions, by language."""

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.i18n.translator import Translator
from bot.screens import commands

log = structlog.get_logger()


async def publish(bot: Bot) -> None:
    """Set menu and descriptions; trouble is logged and does not stop the bot."""
    try:
        for language, code in (("en", None), ("id", "id")):
            t = Translator(language)
            await bot.set_my_commands(commands.menu(t), language_code=code)
            await bot.set_my_description(commands.description(t), language_code=code)
            await bot.set_my_short_description(commands.short_description(t), language_code=code)
    except TelegramError as error:
        log.warning("commands_not_published", kind=type(error).__name__)

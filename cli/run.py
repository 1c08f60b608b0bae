"""`lapak run`: serve Telegram until a signal says stop."""

import asyncio
import signal
from typing import Final

from telegram.error import InvalidToken, TelegramError

from bot.app import open_bot
from bot.intake.polling import SecondPoller, TokenRefused
from bot.settings import Settings
from cli import words
from cli.opening import only_process, opened_shop, plain_words, utc_now

SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


def serve(settings: Settings) -> None:
    """Run the bot of the settings; every way it cannot start is told in plain words."""
    token = settings.token()
    if token is None:
        words.stop_with(words.NO_TOKEN)
    with plain_words(), only_process(settings.database_url.get_secret_value()):
        try:
            asyncio.run(_serve(settings, token))
        except* SecondPoller:
            words.stop_with(words.SECOND_POLLER)
        except* (TokenRefused, InvalidToken):
            words.stop_with(words.TOKEN_REFUSED)
        except* TelegramError as trouble:
            kind = type(trouble.exceptions[0]).__name__
            words.stop_with(f"Telegram cannot be reached at BOT_API_URL ({kind}).")


async def _serve(settings: Settings, token: str) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in SIGNALS:
        loop.add_signal_handler(number, stop.set)
    async with (
        opened_shop(settings) as shop,
        open_bot(
            shop,
            token=token,
            api_url=settings.bot_api_url,
            poll_seconds=settings.poll_seconds,
            now=utc_now,
        ) as bot,
    ):
        await bot.serve(stop)

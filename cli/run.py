"""`lapak run`: serve Telegram until a signal says stop."""

import asyncio
import contextlib
import itertools
import signal
from collections.abc import Callable
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

import typer
from telegram.error import InvalidToken, NetworkError

from bot.app import open_bot
from bot.intake.polling import SecondPoller, TokenRefused
from bot.settings import Settings
from cli import words
from cli.opening import judge, only_process, opened_shop, plain_words, utc_now
from store.shop import Shop

Clock = Callable[[], datetime]
SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)
LONGEST_PAUSE: Final = 15.0


def serve(settings: Settings, *, now: Clock = utc_now) -> None:
    """Run the bot of the settings; every way it cannot start is told in plain words."""
    token = settings.token()
    if token is None:
        words.stop_with(words.BAD_TOKEN if settings.bot_token else words.NO_TOKEN)
    if urlsplit(settings.bot_api_url).scheme not in ("http", "https"):
        words.stop_with(words.BAD_API_URL)
    if settings.payment_provider_token is not None and settings.provider_token() is None:
        words.stop_with(words.BAD_PROVIDER)
    with plain_words():
        judge(settings)
    with plain_words(), only_process(settings.database_url.get_secret_value()):
        why = _why_it_ended(settings, token, now)
    if why is not None:
        words.stop_with(why)


def _why_it_ended(settings: Settings, token: str, now: Clock) -> str | None:
    """Serve; what to say when that was not by a signal."""
    why: str | None = None
    try:
        asyncio.run(_serve(settings, token, now))
    except* SecondPoller:
        why = words.SECOND_POLLER
    except* (TokenRefused, InvalidToken):
        why = words.TOKEN_REFUSED
    return why


async def _serve(settings: Settings, token: str, now: Clock) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in SIGNALS:
        loop.add_signal_handler(number, stop.set)
    async with opened_shop(settings, now=now) as shop, shop.begin.database.alone():
        for attempt in itertools.count():
            try:
                await _serve_once(settings, token, shop, stop)
            except NetworkError:
                # Telegram, or the network, may come later than we do; nothing is lost by waiting.
                if attempt == 0:
                    typer.echo(words.NOT_REACHED, err=True)
                await _pause(stop, min(LONGEST_PAUSE, 0.5 * 2 ** min(attempt, 6)))
            else:
                return
            if stop.is_set():
                return


async def _serve_once(settings: Settings, token: str, shop: Shop, stop: asyncio.Event) -> None:
    """Say hello and serve until the signal; NetworkError when nobody says hello back."""
    opening = open_bot(
        shop,
        token=token,
        api_url=settings.bot_api_url,
        poll_seconds=settings.poll_seconds,
        now=shop.begin.now,
        provider_token=settings.provider_token() or "",
    )
    async with opening as bot:
        await bot.serve(stop)


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    """Wait, but not longer than until the signal."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()

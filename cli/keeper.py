"""Keeps a bot alive that runs as a process of its own."""

import asyncio
import contextlib
import time
from asyncio.subprocess import Process
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

import typer

from cli import words

STOP_SECONDS: Final = 6.0
QUICK_SECONDS: Final = 30.0
MOST_DEATHS: Final = 5


@dataclass(slots=True, kw_only=True)
class Keeper:
    """Keeps the bot's process alive; one that dies at once, again and again, is given up."""

    start: Callable[[], Awaitable[Process]]
    bot: Process
    clock: Callable[[], float] = time.monotonic
    quick_deaths: int = 0
    closing: bool = False
    killed: bool = False

    async def watch(self) -> None:
        """Start the bot again whenever it has died; returns after five quick deaths in a row."""
        while self.quick_deaths < MOST_DEATHS:
            began = self.clock()
            code = await self.bot.wait()
            if self.closing:
                return
            quick = self.clock() - began < QUICK_SECONDS and not self.killed
            self.killed = False
            self.quick_deaths = self.quick_deaths + 1 if quick else 0
            if self.quick_deaths < MOST_DEATHS:
                typer.echo(words.BOT_DIED.format(code=code), err=True)
                self.bot = await self.start()
                if self.closing:
                    return
        typer.echo(words.BOT_GIVEN_UP.format(deaths=MOST_DEATHS), err=True)

    async def kill(self) -> None:
        """End the bot without a warning; that it comes back is watch's work."""
        self.killed = True
        with contextlib.suppress(ProcessLookupError):
            self.bot.kill()

    async def close(self) -> None:
        """Let watch return; it is not cancelled, so that a bot it is starting stays known."""
        self.closing = True
        await stop_bot(self.bot)


async def stop_bot(bot: Process) -> None:
    """Ask the bot to end, and end it when it does not."""
    if bot.returncode is not None:
        return
    with contextlib.suppress(ProcessLookupError):
        bot.terminate()
    try:
        async with asyncio.timeout(STOP_SECONDS):
            await bot.wait()
    except TimeoutError:
        bot.kill()
        await bot.wait()

"""Heartbeats: says again and again what is due; what is due stands in the database."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import structlog

from bot.memory import talks, updates
from bot.memory.session import Begin
from bot.outgoing.courier import ReplyCourier

log = structlog.get_logger()

BEAT_SECONDS: Final = 30.0
# A deadline is kept at most so much late while the bot is up.
DEADLINE_SECONDS: Final = 2.0
BODIES_LIVE: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heartbeats:
    """What has to be done from time to time, whoever writes or presses."""

    begin: Begin
    courier: ReplyCourier
    now: Callable[[], datetime]
    fire: Callable[[], Awaitable[object]]
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def run(self, *, bot_id: int) -> None:
        """Beat until cancelled; trouble is logged and the next beat tries again."""

        async def beat() -> None:
            await self.beat(bot_id=bot_id)

        await self._again_and_again(BEAT_SECONDS, beat)

    async def run_deadlines(self) -> None:
        """Fire what is due until cancelled; what is due stands in the database."""
        await self._again_and_again(DEADLINE_SECONDS, self.fire)

    async def _again_and_again(
        self, seconds: float, beat: Callable[[], Awaitable[object]]
    ) -> None:
        while True:
            await self.pause(seconds)
            try:
                await beat()
            except Exception as error:
                log.error("beat_missed", kind=type(error).__name__)

    async def beat(self, *, bot_id: int) -> None:
        """Send what could not be sent before, and forget what is kept for a day only."""
        await self.courier.carry_left_over(bot_id=bot_id)
        async with self.begin() as tx:
            await updates.empty_bodies(tx, before=self.now() - BODIES_LIVE)
            await talks.forget_old(tx, now=self.now())

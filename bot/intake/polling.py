"""Our own polling: what Telegram gives is committed before the offset moves."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Protocol, cast
from urllib.parse import urlencode

import structlog
from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.memory import updates
from bot.memory.session import Begin
from bot.memory.updates import WaitingUpdate
from bot.outgoing.sender import asked_seconds
from store.errors import ShopError

log = structlog.get_logger()

ALLOWED: Final = [
    "message",
    "edited_message",
    "callback_query",
    "pre_checkout_query",
    "my_chat_member",
    "chat_member",
]
BATCH: Final = 100
# Whoever has served insists for as long as that, at least and at most so many seconds: a newcomer
# that was started by mistake gives way first, and of two strangers none insists for ever.
CONFLICTS: Final = 3
INSISTS_LEAST: Final = 10.0
INSISTS_MOST: Final = 120.0
LONGEST_PAUSE: Final = 30.0


class SecondPoller(Exception):
    """Somebody else polls with the same token."""


class TokenRefused(Exception):
    """Telegram does not know this token."""


class Feed(Protocol):
    """Whoever takes stored updates further."""

    def feed(self, waiting: list[WaitingUpdate]) -> None:
        """Take them, in this order."""
        ...


@dataclass(slots=True)
class Quarrel:
    """Two programs poll with one token, and each poll ends the other's: who gives way?"""

    serving_since: datetime | None = None
    began: datetime | None = None
    conflicts: int = 0

    @property
    def pause(self) -> float:
        """How long to wait after a conflict: whoever has served is back before the other."""
        return 1.0 if self.serving_since is None else 0.2

    def served(self, now: datetime) -> None:
        """A poll went through."""
        self.serving_since = self.serving_since or now
        self.began, self.conflicts = None, 0

    def is_lost(self, now: datetime) -> bool:
        """Count a conflict; whether it is time to give way."""
        self.conflicts += 1
        self.began = self.began or now
        insists = 0.0
        if self.serving_since is not None:
            served = (self.began - self.serving_since).total_seconds()
            insists = min(max(served, INSISTS_LEAST), INSISTS_MOST)
        return self.conflicts >= CONFLICTS and (now - self.began).total_seconds() >= insists


@dataclass(slots=True, kw_only=True)
class Polling:
    """Asks for updates, stores them, hands them to the lanes."""

    bot: Bot
    begin: Begin
    lanes: Feed
    now: Callable[[], datetime]
    wait_seconds: int
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    offset: int = 0
    quarrel: Quarrel = field(default_factory=Quarrel)

    async def run(self) -> None:
        """Poll until cancelled; raises SecondPoller or TokenRefused when it is no use."""
        troubles = 0
        while True:
            try:
                await self.once()
                troubles = 0
                self.quarrel.served(self.now())
            except Conflict as error:
                if self.quarrel.is_lost(self.now()):
                    raise SecondPoller from error
                await self.pause(self.quarrel.pause)
            except InvalidToken as error:
                raise TokenRefused from error
            except (TelegramError, ShopError) as error:
                troubles += 1
                log.warning("polling_trouble", kind=type(error).__name__, times=troubles)
                await self.pause(_pause_after(error, troubles))

    async def once(self) -> int:
        """Ask once: store what came, then move the offset; returns how many came."""
        raw = await self._ask()
        if not raw:
            return 0
        async with self.begin() as tx:
            fresh = await updates.remember(tx, raw, bot_id=self.bot.id, at=self.now())
        self.offset = raw[-1]["update_id"] + 1
        self.lanes.feed(fresh)
        return len(raw)

    async def _ask(self) -> list[dict[str, Any]]:
        """The next updates as they came; parsing is the turn's work."""
        parameters = {
            "offset": self.offset,
            "limit": BATCH,
            "timeout": self.wait_seconds,
            "allowed_updates": json.dumps(ALLOWED),
        }
        answer = await self.bot.request.post(
            f"{self.bot.base_url}/getUpdates?{urlencode(parameters)}",
            read_timeout=self.wait_seconds + 10,
        )
        found = cast(list[dict[str, Any]], answer)
        return found


def _pause_after(error: Exception, troubles: int) -> float:
    if isinstance(error, RetryAfter):
        return asked_seconds(error)
    soon = isinstance(error, NetworkError) and troubles == 1
    return 0.2 if soon else min(LONGEST_PAUSE, 0.5 * 2**troubles)

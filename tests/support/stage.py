"""The whole shop on a stage: a database, the sandbox over HTTP, the bot, and people."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.app import Bot, open_bot
from bot.handlers.start import JOIN
from sandbox.server.app import build_app
from sandbox.server.serving import serve
from sandbox.server.state import Sandbox
from sandbox.world import Person, World
from store.db import migrations
from store.db.engine import Database, open_database
from store.db.sealing import Sealer, new_key
from store.db.uow import Seam
from store.domain.actor import Role
from store.shop import Shop, open_shop
from tests.support import shelf

NOON = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@dataclass(slots=True)
class Clock:
    """A clock that stands still until somebody moves it."""

    at: datetime = NOON

    def __call__(self) -> datetime:
        """The time."""
        return self.at

    def passes(self, span: timedelta) -> None:
        """Let time go by."""
        self.at += span


@dataclass(slots=True, kw_only=True)
class Stage:
    """What a story plays on."""

    shop: Shop
    bot: Bot
    sandbox: Sandbox
    world: World
    clock: Clock
    database: Database

    def person(self, name: str, *, language: str = "id") -> Person:
        """Somebody with a phone."""
        return self.world.person(name, language=language)

    async def seller(self, name: str, *, language: str = "id", slug: str = shelf.SLUG) -> Person:
        """Somebody who has opened a shop's one-time link."""
        token = await self.shop.sellers.open_link(slug, role=Role.OWNER)
        person = self.person(name, language=language)
        await person.starts(JOIN + token)
        await self.settles()
        return person

    async def settles(self) -> None:
        """Wait until nothing is left to do: no update, no reply, no notice."""
        while True:
            await self.bot.lanes.idle()
            await self.bot.outgoing.idle()
            if not await self.bot.relay.drain() and not self._busy():
                return

    def _busy(self) -> bool:
        return not (self.bot.lanes.is_idle and self.bot.outgoing.is_idle)


@asynccontextmanager
async def opened(url: str, *, key: str) -> AsyncIterator[Database]:
    """A database with its tables."""
    database = open_database(url, sealer=Sealer.from_key(key))
    try:
        await migrations.upgrade(database)
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def staged(
    folder: Path,
    *,
    url: str | None = None,
    seam: Seam | None = None,
    fill: Callable[[Shop], object] | None = None,
) -> AsyncIterator[Stage]:
    """Everything up and running for the length of a story."""
    clock, chance = Clock(), random.Random(7)
    address = url or f"sqlite:///{folder / 'shop.sqlite3'}"
    async with opened(address, key=new_key()) as database:
        shop = open_shop(database, now=clock, randbits=chance.getrandbits, seam=seam)
        if fill is None:
            await shelf.fill(shop)
        sandbox = Sandbox(now=clock, chance=random.Random(11))
        token = sandbox.add_bot().token
        async with serve(build_app(sandbox)) as api_url:
            opening = open_bot(shop, token=token, api_url=api_url, poll_seconds=5, now=clock)
            async with opening as bot, running(bot):
                yield Stage(
                    shop=shop,
                    bot=bot,
                    sandbox=sandbox,
                    world=World(sandbox),
                    clock=clock,
                    database=database,
                )


@asynccontextmanager
async def running(bot: Bot) -> AsyncIterator[None]:
    """Serve while the block runs."""
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(bot.serve(stop))
        try:
            yield
        finally:
            stop.set()

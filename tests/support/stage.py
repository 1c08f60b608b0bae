"""The whole shop on a stage: a database, the sandbox over HTTP, the bot, and people."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.app import Bot, open_bot
from bot.handlers.start import JOIN
from bot.invoices import LIMITS
from bot.memory.places import Places
from sandbox.server.app import build_app
from sandbox.server.serving import serve
from sandbox.server.state import Sandbox
from sandbox.world import Person, World
from store.db.engine import Database
from store.domain.actor import Actor, Role
from store.shop import Shop, open_shop
from tests.support import shelf
from tests.support.clock import Clock
from tests.support.databases import Databases, opened

PROVIDER = "284685063:TEST:YTMzMDQzYzQ4"
FRIDAY_MORNING = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@dataclass(slots=True, kw_only=True)
class Stage:
    """What a story plays on."""

    shop: Shop
    bot: Bot
    sandbox: Sandbox
    world: World
    clock: Clock
    database: Database
    stop: asyncio.Event

    def person(self, name: str, *, language: str = "id", last_name: str = "") -> Person:
        """Somebody with a phone."""
        return self.world.person(name, language=language, last_name=last_name)

    @property
    def places(self) -> Places:
        """Which group is which shop's own."""
        return Places(begin=self.shop.begin, now=self.clock.now)

    async def actor(self, person: Person) -> Actor:
        """The person as the shop knows them."""
        return await self.shop.people.actor(person.id)

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
            await self._taken()
            await self.bot.lanes.idle()
            await self.bot.outgoing.idle()
            told = await self.bot.relay.drain()
            if told or self._busy() or await self._carried_elsewhere():
                continue
            if not self._busy():
                return

    async def passes(self, **by: float) -> None:
        """Let time pass; everything that was due in it happens."""
        self.clock.move(**by)
        await self.shop.sweeps.run()
        await self.settles()

    async def _taken(self) -> None:
        """Wait until the bot has confirmed every update; a confirmation changes nothing seen."""
        while self.world.bot.updates.pending:
            await self._a_moment()

    async def _carried_elsewhere(self) -> bool:
        """Whether the bot's own relay has something in hand, or takes up the next at once."""
        carried = False
        with contextlib.suppress(_OnlyLooked):
            async with self.shop.begin() as tx:
                carried = bool(await tx.outbox.interrupted()) or bool(await tx.outbox.claim())
                raise _OnlyLooked
        if carried:
            await self._a_moment()
        return carried

    async def _a_moment(self) -> None:
        with contextlib.suppress(TimeoutError):
            await self.sandbox.changes.until(_never, seconds=0.01)

    def _busy(self) -> bool:
        # While the bot's own relay claims a parcel on PostgreSQL nobody else sees it.
        bot = self.bot
        return not (bot.lanes.is_idle and bot.outgoing.is_idle and bot.relay.is_idle)


class _OnlyLooked(Exception):
    """What was claimed is given back."""


def _never() -> None:
    """Nothing to look for."""


@asynccontextmanager
async def staged(databases: Databases) -> AsyncIterator[Stage]:
    """Everything up and running for the length of a story."""
    clock, chance = Clock(FRIDAY_MORNING), random.Random(7)
    async with opened(databases, await databases.fresh()) as database:
        shop = open_shop(database, now=clock.now, randbits=chance.getrandbits, invoices=LIMITS)
        await shelf.fill(shop)
        sandbox = Sandbox(now=clock.now, chance=random.Random(11))
        token = sandbox.add_bot().token
        async with serve(build_app(sandbox)) as api_url:
            opening = open_bot(
                shop,
                token=token,
                api_url=api_url,
                poll_seconds=5,
                now=clock.now,
                provider_token=PROVIDER,
            )
            stop = asyncio.Event()
            async with opening as bot, running(bot, stop):
                yield Stage(
                    shop=shop,
                    bot=bot,
                    sandbox=sandbox,
                    world=World(sandbox),
                    clock=clock,
                    database=database,
                    stop=stop,
                )


@asynccontextmanager
async def running(bot: Bot, stop: asyncio.Event) -> AsyncIterator[None]:
    """Serve while the block runs, unless it is stopped before."""
    async with asyncio.TaskGroup() as group:
        group.create_task(bot.serve(stop))
        try:
            yield
        finally:
            stop.set()

"""Our own polling: stored first, then confirmed; hopeless trouble is told and ends it."""

import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from telegram import Bot

from bot.intake.polling import Polling, Quarrel, SecondPoller
from bot.memory.updates import WaitingUpdate
from sandbox.in_process import BASE_URL, InProcessRequest
from sandbox.server.state import Sandbox
from sandbox.world import Person, World
from store.db.engine import Database
from store.db.uow import UnitOfWork
from store.errors import Unavailable
from tests.support.clock import Clock


@dataclass(slots=True)
class Heard:
    """Lanes that only remember what they are fed."""

    texts: list[str] = field(default_factory=list)

    def feed(self, waiting: list[WaitingUpdate]) -> None:
        """Remember."""
        self.texts += [one.body["message"]["text"] for one in waiting]


@dataclass(slots=True, kw_only=True)
class Post:
    """A poller on a sandbox, and who writes to it."""

    polling: Polling
    heard: Heard
    ratna: Person
    sandbox: Sandbox
    pauses: list[float]
    clock: Clock


@asynccontextmanager
async def post(database: Database, begin: Any = None) -> AsyncIterator[Post]:
    """A poller whose pauses are written down."""
    sandbox = Sandbox(chance=random.Random(3))
    token = sandbox.add_bot().token
    request = InProcessRequest(sandbox)
    clock, heard, pauses = Clock(), Heard(), list[float]()

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        clock.move(seconds=seconds)

    async with Bot(token, base_url=BASE_URL, request=request, get_updates_request=request) as bot:
        polling = Polling(
            bot=bot,
            begin=begin or UnitOfWork(database, now=clock.now),
            lanes=heard,
            now=clock.now,
            wait_seconds=0,
            pause=pause,
        )
        ratna = World(sandbox).person("Ratna")
        await ratna.starts()
        yield Post(
            polling=polling,
            heard=heard,
            ratna=ratna,
            sandbox=sandbox,
            pauses=pauses,
            clock=clock,
        )


def away_once(begin: UnitOfWork) -> Callable[[], Any]:
    """A database that is away the first time."""
    asked: list[int] = []

    def begins() -> Any:
        asked.append(1)
        if len(asked) == 1:
            raise Unavailable
        return begin()

    return begins


async def test_what_came_is_stored_and_fed_once(database: Database) -> None:
    async with post(database) as place:
        await place.ratna.writes("halo")

        assert await place.polling.once() == 2
        assert await place.polling.once() == 0
        place.polling.offset = 0
        await place.ratna.writes("lagi")
        await place.polling.once()

        assert place.heard.texts == ["/start", "halo", "lagi"]


async def test_the_offset_stays_while_the_database_is_away(database: Database) -> None:
    begin = UnitOfWork(database, now=Clock().now)
    async with post(database, away_once(begin)) as place:
        with pytest.raises(Unavailable):
            await place.polling.once()
        assert place.polling.offset == 0
        assert place.heard.texts == []

        await place.polling.once()

        assert place.heard.texts == ["/start"]


async def test_a_newcomer_gives_way_after_three_conflicts(database: Database) -> None:
    async with post(database) as place:
        next(iter(place.sandbox.bots.values())).webhook_url = "https://example.com/hook"

        with pytest.raises(SecondPoller):
            await place.polling.run()

        assert place.pauses == [1.0, 1.0]


@pytest.mark.parametrize(
    ("minutes", "seconds"), [(0, 10), (1, 60), (600, 120)], ids=["just now", "a minute", "long"]
)
async def test_whoever_has_served_insists_for_as_long_as_that_within_bounds(
    database: Database, minutes: int, seconds: int
) -> None:
    async with post(database) as place:
        await served_for(place, minutes=minutes)

        with pytest.raises(SecondPoller):
            await place.polling.run()

        assert sum(place.pauses) == pytest.approx(seconds, abs=0.5)


async def served_for(place: Post, *, minutes: int) -> None:
    """A poll has gone through so long ago; from now on somebody else takes the updates."""
    place.polling.quarrel.served(place.clock.now())
    place.clock.move(minutes=minutes)
    next(iter(place.sandbox.bots.values())).webhook_url = "https://example.com/hook"


def test_a_poll_that_goes_through_ends_a_quarrel() -> None:
    clock, quarrel = Clock(), Quarrel()
    assert [quarrel.is_lost(clock.now()) for _ in range(2)] == [False, False]

    quarrel.served(clock.now())

    assert not quarrel.is_lost(clock.now())
    assert quarrel.conflicts == 1

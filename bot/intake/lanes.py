"""Lanes: one person's updates in order, different people's side by side."""

import asyncio
import itertools
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Final

import structlog

from bot.memory import updates
from bot.memory.session import Begin
from bot.memory.updates import WaitingUpdate
from bot.turns import Turns
from store.errors import ShopError

log = structlog.get_logger()

LONGEST_PAUSE: Final = 5.0
FAULTS: Final = 3


@dataclass(slots=True, kw_only=True)
class Lanes:
    """Takes stored updates through their turns; the database is the truth, this the order."""

    turns: Turns
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    _lanes: dict[int, deque[WaitingUpdate]] = field(default_factory=dict)
    _group: asyncio.TaskGroup | None = None
    _idle: asyncio.Event = field(default_factory=asyncio.Event)
    _closing: bool = False

    def open(self, group: asyncio.TaskGroup) -> None:
        """Use this group for the lanes' tasks; called once before anything is fed."""
        self._group = group
        self._idle.set()

    async def feed_left_over(self, begin: Begin, *, bot_id: int) -> int:
        """Take up what an earlier process stored and did not finish; returns how many."""
        async with begin() as tx:
            waiting = await updates.left_over(tx, bot_id=bot_id)
        self.feed(waiting)
        return len(waiting)

    def feed(self, waiting: Iterable[WaitingUpdate]) -> None:
        """Queue stored updates behind those of the same person."""
        if self._group is None:
            raise RuntimeError("the lanes are not open")
        for one in waiting:
            lane = self._lanes.get(one.lane)
            if lane is not None:
                lane.append(one)
                continue
            self._lanes[one.lane] = deque([one])
            self._idle.clear()
            self._group.create_task(self._work(one.lane), name=f"lane:{one.lane}")

    def close(self) -> None:
        """End after the turns that are under way; what waits is taken up by the next start."""
        self._closing = True

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits here."""
        return self._idle.is_set()

    async def idle(self) -> None:
        """Wait until no update waits for its turn."""
        await self._idle.wait()

    async def _work(self, key: int) -> None:
        lane = self._lanes[key]
        while lane and not self._closing:
            await self._take(lane[0])
            lane.popleft()
        del self._lanes[key]
        if not self._lanes:
            self._idle.set()

    async def _take(self, waiting: WaitingUpdate) -> None:
        """Run one turn; while the database is away, wait for it and keep the place in line."""
        for attempt in itertools.count():
            try:
                await self.turns.run(waiting)
            except ShopError as error:
                log.warning("turn_waits", seq=waiting.seq, code=error.code)
            except Exception as error:
                # Not even the apology could be written: one person's update must not take
                # the others' lanes down. It stays undone, and the next start takes it up.
                log.error("turn_failed", seq=waiting.seq, kind=type(error).__name__)
                if attempt >= FAULTS:
                    return
            else:
                return
            # A try is counted once a process, not once a pause.
            waiting = replace(waiting, leftover=False)
            await self.pause(min(LONGEST_PAUSE, 0.1 * 2 ** min(attempt, 6)))
            if self._closing:
                return

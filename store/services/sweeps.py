"""What is due happens: each deadline in a transaction of its own, once, however late."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

import structlog

from store.db.uow import UnitOfWork
from store.domain.timers import Timer
from store.traces import where_of

log = structlog.get_logger()

Act = Callable[[int], Awaitable[None]]
_A_PASS: Final = 200
_LATER: Final = timedelta(minutes=5)
_LATEST: Final = timedelta(hours=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepService:
    """Fires deadlines; what firing means is said by the use cases themselves."""

    begin: UnitOfWork
    now: Callable[[], datetime]
    acts: Mapping[Timer, Act] = field(default_factory=dict)

    async def run(self) -> int:
        """Fire everything that is due, oldest first; says how many fired.

        One that fails is put off and keeps no other from firing.
        """
        fired = 0
        while fired < _A_PASS and await self._fire_one():
            fired += 1
        return fired

    async def next_at(self) -> datetime | None:
        """When the next deadline is due; None where nothing is waited for."""
        async with self.begin() as tx:
            return await tx.deadlines.next_at()

    async def _fire_one(self) -> bool:
        timer, subject_id = None, 0
        try:
            async with self.begin() as tx:
                row = await tx.deadlines.due(self.now())
                if row is None:
                    return False
                timer, subject_id = row.timer, row.subject_id
                row.fired_at = self.now()
                await tx.session.flush()
                await self.acts[timer](subject_id)
        except Exception as error:
            if timer is None:
                raise
            log.error(
                "deadline_failed",
                timer=timer,
                subject_id=subject_id,
                kind=type(error).__name__,
                where=where_of(error),
            )
            await self._put_off(timer, subject_id)
        return True

    async def _put_off(self, timer: Timer, subject_id: int) -> None:
        """Try again later, and later still each time."""
        async with self.begin() as tx:
            row = await tx.deadlines.find(timer, subject_id)
            if row is None or row.fired_at is not None:
                return
            row.tries += 1
            row.due_at = self.now() + min(_LATER * row.tries, _LATEST)

"""Keeping deadlines, and taking those that are due."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.deadlines import DeadlineRow
from store.db.reading import find
from store.domain.timers import Timer


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """The table of deadlines; whoever sets or drops one holds the lock of its subject."""

    session: AsyncSession

    async def set(self, timer: Timer, subject_id: int, *, at: datetime) -> None:
        """Let it fire then, whether it stood at another moment or has fired before."""
        row = await self.find(timer, subject_id)
        if row is None:
            row = DeadlineRow(timer=timer, subject_id=subject_id)
            self.session.add(row)
        row.due_at, row.fired_at, row.tries = at, None, 0
        await self.session.flush()

    async def drop(self, subject_id: int, *timers: Timer) -> None:
        """Let none of these fire any more; safe to repeat."""
        await self.session.execute(
            delete(DeadlineRow).where(
                DeadlineRow.subject_id == subject_id,
                DeadlineRow.timer.in_(timers),
                DeadlineRow.fired_at.is_(None),
            )
        )

    async def find(self, timer: Timer, subject_id: int) -> DeadlineRow | None:
        """The deadline, if it was ever set."""
        return await find(self.session, DeadlineRow, timer, subject_id)

    async def due(self, now: datetime) -> DeadlineRow | None:
        """The oldest that is due, held until the end of the transaction."""
        return await self.session.scalar(
            select(DeadlineRow)
            .where(DeadlineRow.fired_at.is_(None), DeadlineRow.due_at <= now)
            .order_by(DeadlineRow.due_at, DeadlineRow.timer, DeadlineRow.subject_id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )

    async def next_at(self) -> datetime | None:
        """When the next one is due; None where nothing is waited for."""
        return await self.session.scalar(
            select(func.min(DeadlineRow.due_at)).where(DeadlineRow.fired_at.is_(None))
        )

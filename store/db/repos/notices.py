"""The inbox."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.inbox import NoticeRow
from store.domain.inbox import NoticeKind
from store.errors import NotFound
from store.events.base import Event
from store.events.registry import to_payload


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices:
    """The table of notices."""

    session: AsyncSession

    async def add(
        self,
        person_id: int,
        event: Event,
        *,
        kind: NoticeKind,
        shop_id: int | None,
        at: datetime,
    ) -> NoticeRow:
        """Put the event into a person's inbox."""
        row = NoticeRow(
            person_id=person_id,
            shop_id=shop_id,
            kind=kind,
            subject=event.subject,
            event=event.name,
            event_version=event.version,
            payload=to_payload(event),
            created_at=at,
        )
        self.session.add(row)
        await self.session.flush()
        return row

    async def get(self, person_id: int, notice_id: int) -> NoticeRow:
        """The person's own notice, or NotFound."""
        row = await self.session.get(NoticeRow, notice_id)
        if row is None or row.person_id != person_id:
            raise NotFound(what="notice")
        return row

    async def count(self, person_id: int, kind: NoticeKind | None) -> int:
        """How many notices the person has, of one kind or of all."""
        query = select(func.count(NoticeRow.id)).where(*_of(person_id, kind))
        return (await self.session.scalar(query)) or 0

    async def unread(self, person_id: int) -> dict[NoticeKind, int]:
        """How many unread notices the person has, by kind; kinds without any are left out."""
        rows = await self.session.execute(
            select(NoticeRow.kind, func.count(NoticeRow.id))
            .where(NoticeRow.person_id == person_id, NoticeRow.read_at.is_(None))
            .group_by(NoticeRow.kind)
        )
        return {kind: count for kind, count in rows}

    async def newest(
        self, person_id: int, kind: NoticeKind | None, *, offset: int, limit: int
    ) -> Sequence[NoticeRow]:
        """A stretch of the inbox, newest first."""
        rows = await self.session.scalars(
            select(NoticeRow)
            .where(*_of(person_id, kind))
            .order_by(NoticeRow.id.desc())
            .offset(offset)
            .limit(limit)
        )
        return rows.all()

    async def read(self, person_id: int, notice_ids: Iterable[int], *, at: datetime) -> None:
        """These have been seen."""
        await self._mark(NoticeRow.id.in_(tuple(notice_ids)), person_id=person_id, at=at)

    async def read_about(self, person_id: int, subject: str, *, at: datetime) -> None:
        """Everything about this subject has been seen."""
        await self._mark(NoticeRow.subject == subject, person_id=person_id, at=at)

    async def read_all(self, person_id: int, *, at: datetime) -> None:
        """The whole inbox has been seen."""
        await self._mark(NoticeRow.id > 0, person_id=person_id, at=at)

    async def forget(self, person_id: int) -> None:
        """Empty the inbox for good."""
        await self.session.execute(
            delete(NoticeRow)
            .where(NoticeRow.person_id == person_id)
            .execution_options(synchronize_session=False)
        )

    async def _mark(self, which: ColumnElement[bool], *, person_id: int, at: datetime) -> None:
        await self.session.execute(
            update(NoticeRow)
            .where(NoticeRow.person_id == person_id, NoticeRow.read_at.is_(None), which)
            .values(read_at=at)
            .execution_options(synchronize_session=False)
        )


def _of(person_id: int, kind: NoticeKind | None) -> tuple[ColumnElement[bool], ...]:
    mine = (NoticeRow.person_id == person_id,)
    return mine if kind is None else (*mine, NoticeRow.kind == kind)

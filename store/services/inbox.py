"""The inbox: what a person was told, and what of it they have seen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from store.db.models.inbox import NoticeRow as Row
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.inbox import NoticeKind
from store.events.registry import as_kept
from store.views.inbox import NoticeRow, UnreadCounts
from store.views.paging import Page, cut


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxService:
    """Looking into one's own inbox."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def unread(self, actor: Actor) -> int:
        """How many notices wait to be seen."""
        return sum((await self.unread_by_kind(actor)).values())

    async def unread_by_kind(self, actor: Actor) -> UnreadCounts:
        """The same under each heading; headings without any are left out."""
        async with self.begin() as tx:
            return await tx.notices.unread(actor.id)

    async def page(
        self, actor: Actor, kind: NoticeKind | None = None, *, page: int = 1, size: int = 5
    ) -> Page[NoticeRow]:
        """A page of the inbox, newest first; what stands on it has been seen by this."""
        async with self.begin() as tx:
            part = cut(await tx.notices.count(actor.id, kind), page=page, size=size)
            rows = await tx.notices.newest(actor.id, kind, offset=part.offset, limit=size)
            names = await _shop_names(tx, rows)
            shown = part.of(tuple(_view(row, names) for row in rows))
            await tx.notices.read(actor.id, (row.id for row in rows), at=self.now())
            return shown

    async def read(self, actor: Actor, notice_id: int) -> NoticeRow:
        """One notice, seen by this; safe to repeat."""
        async with self.begin() as tx:
            row = await tx.notices.get(actor.id, notice_id)
            view = _view(row, await _shop_names(tx, (row,)))
            await tx.notices.read(actor.id, (row.id,), at=self.now())
            return view

    async def mark_all_read(self, actor: Actor) -> None:
        """The whole inbox has been seen."""
        async with self.begin() as tx:
            await tx.notices.read_all(actor.id, at=self.now())


async def _shop_names(tx: Transaction, rows: Sequence[Row]) -> Mapping[int, str]:
    """The names of the shops that were told, by their ids."""
    told = {row.shop_id for row in rows if row.shop_id is not None}
    return {card.id: card.name for card in await tx.shops.cards(shop_ids=told)} if told else {}


def _view(row: Row, names: Mapping[int, str]) -> NoticeRow:
    return NoticeRow(
        id=row.id,
        kind=row.kind,
        event=as_kept(row.event, row.payload),
        shop_id=row.shop_id,
        shop_name=None if row.shop_id is None else names.get(row.shop_id),
        created_at=row.created_at,
        unread=row.read_at is None,
    )

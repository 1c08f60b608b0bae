"""Which group is a shop's own: in it the shop's people are told together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, ColumnElement, Index, Integer, String, select, text, update
from sqlalchemy.orm import Mapped, mapped_column

from bot.memory.session import Begin, Session
from store.db.base import Base
from store.domain.text import tame

TITLE_LIMIT = 128
NOW = text("ended_at IS NULL")


class GroupRow(Base):
    """A group that is a shop's own until it ends; a shop has one at a time, and so has a chat."""

    __tablename__ = "shop_groups"
    __table_args__ = (
        Index(
            "uq_shop_groups_shop_id",
            "shop_id",
            unique=True,
            sqlite_where=NOW,
            postgresql_where=NOW,
        ),
        Index(
            "uq_shop_groups_chat_id",
            "chat_id",
            unique=True,
            sqlite_where=NOW,
            postgresql_where=NOW,
        ),
    )

    number: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    shop_id: Mapped[int] = mapped_column(BigInteger)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    title: Mapped[str] = mapped_column(String(TITLE_LIMIT))
    bound_by: Mapped[int] = mapped_column(BigInteger)
    bound_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A shop's group as it is now."""

    number: int
    shop_id: int
    chat_id: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Every shop's group."""

    begin: Begin
    now: Callable[[], datetime]

    async def of_shop(self, shop_id: int) -> Place | None:
        """The shop's group, or None where its owners are told in private."""
        async with self.begin() as tx:
            return _place(await _row(tx.session, GroupRow.shop_id == shop_id))

    async def at(self, chat_id: int) -> Place | None:
        """The shop's group that this chat is, or None where it is nobody's."""
        async with self.begin() as tx:
            return _place(await _row(tx.session, GroupRow.chat_id == chat_id))

    async def every(self) -> list[Place]:
        """Each shop's group as it is now."""
        async with self.begin() as tx:
            rows = await tx.session.scalars(select(GroupRow).where(GroupRow.ended_at.is_(None)))
            return [_as_place(row) for row in rows]

    async def bind(self, shop_id: int, chat_id: int, *, title: str, by: int) -> Place:
        """Make a free chat the shop's group; the one before ends."""
        async with self.begin() as tx:
            await _end(tx.session, GroupRow.shop_id == shop_id, at=self.now())
            row = GroupRow(
                shop_id=shop_id,
                chat_id=chat_id,
                title=_tidy(title),
                bound_by=by,
                bound_at=self.now(),
            )
            tx.session.add(row)
            await tx.session.flush()
            return _as_place(row)

    async def release(self, place: Place) -> bool:
        """Let the group go; False where somebody did before."""
        async with self.begin() as tx:
            return await _end(tx.session, GroupRow.number == place.number, at=self.now())

    async def rename(self, chat_id: int, title: str) -> None:
        """The chat is called so; where it is a shop's group, that is what its people read."""
        async with self.begin() as tx:
            row = await _row(tx.session, GroupRow.chat_id == chat_id)
            if row is not None and row.title != _tidy(title):
                row.title = _tidy(title)

    async def move(self, old_chat_id: int, new_chat_id: int) -> bool:
        """The group goes on as another chat; False where that is another shop's already.

        Safe to repeat: a group that has moved is not moved again.
        """
        async with self.begin() as tx:
            if await _row(tx.session, GroupRow.chat_id == new_chat_id) is not None:
                return await _row(tx.session, GroupRow.chat_id == old_chat_id) is None
            await tx.session.execute(
                update(GroupRow)
                .where(GroupRow.chat_id == old_chat_id, GroupRow.ended_at.is_(None))
                .values(chat_id=new_chat_id)
            )
            return True


async def _row(session: Session, which: ColumnElement[bool]) -> GroupRow | None:
    query = select(GroupRow).where(which, GroupRow.ended_at.is_(None))
    return (await session.scalars(query.execution_options(populate_existing=True))).first()


async def _end(session: Session, which: ColumnElement[bool], *, at: datetime) -> bool:
    ended = await session.scalars(
        update(GroupRow)
        .where(which, GroupRow.ended_at.is_(None))
        .values(ended_at=at)
        .returning(GroupRow.number)
    )
    return ended.first() is not None


def _tidy(title: str) -> str:
    return tame(title)[:TITLE_LIMIT] or "?"


def _place(row: GroupRow | None) -> Place | None:
    return None if row is None else _as_place(row)


def _as_place(row: GroupRow) -> Place:
    return Place(number=row.number, shop_id=row.shop_id, chat_id=row.chat_id, title=row.title)

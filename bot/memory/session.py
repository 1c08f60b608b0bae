"""The part of an open transaction that the bot's memory writes through."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import lru_cache
from typing import Any, Protocol

from sqlalchemy import Table, bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession as Session
from sqlalchemy.sql.dml import ReturningInsert

from store.db.base import Base

__all__ = ["Begin", "Seal", "Session", "Transaction", "plain", "put", "put_new"]


class Seal(Protocol):
    """Keeps what people wrote unreadable for whoever only has the database."""

    def seal(self, content: bytes, *, place: str) -> bytes:
        """The content sealed for one place."""
        ...

    def unseal(self, sealed: bytes, *, place: str) -> bytes:
        """The content again."""
        ...


class Transaction(Protocol):
    """An open transaction of the shop, seen from here."""

    @property
    def sealer(self) -> Seal:
        """The seal for personal words."""
        ...

    @property
    def session(self) -> Session:
        """The session in which everything of the turn is written."""
        ...


Begin = Callable[[], AbstractAsyncContextManager[Transaction]]


def plain(table: type[Base]) -> Table:
    """The table without its rows as objects: what writes through it skips their bookkeeping."""
    return Base.metadata.tables[table.__tablename__]


@lru_cache
def _insert(
    dialect: str, table: type[Base], names: tuple[str, ...]
) -> postgresql.Insert | sqlite.Insert:
    """Built once for each table: putting a statement together costs more than SQLite does."""
    words = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return words(plain(table)).values({name: bindparam(name) for name in names})


@lru_cache
def _over(
    dialect: str, table: type[Base], names: tuple[str, ...], keys: tuple[str, ...]
) -> postgresql.Insert | sqlite.Insert:
    statement = _insert(dialect, table, names)
    given = {name: statement.excluded[name] for name in names if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=given)


@lru_cache
def _unless_there(
    dialect: str, table: type[Base], names: tuple[str, ...], keys: tuple[str, ...]
) -> ReturningInsert[Any]:
    statement = _insert(dialect, table, names).on_conflict_do_nothing(index_elements=keys)
    return statement.returning(*plain(table).primary_key.columns)


async def put(
    session: Session, table: type[Base], keys: tuple[str, ...], **values: object
) -> None:
    """Write a row, over the one of the same keys if there is one."""
    statement = _over(session.get_bind().dialect.name, table, tuple(values), keys)
    await session.execute(statement, values)


async def put_new(
    session: Session, table: type[Base], keys: tuple[str, ...], **values: object
) -> int | None:
    """Write a row and give the first part of its key; None where one of these keys is there."""
    statement = _unless_there(session.get_bind().dialect.name, table, tuple(values), keys)
    written: int | None = await session.scalar(statement, values)
    return written

"""The part of an open transaction that the bot's memory writes through."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession as Session

from store.db.base import Base

__all__ = ["Begin", "Seal", "Session", "Transaction", "insert"]


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


def insert(session: Session, table: type[Base]) -> postgresql.Insert | sqlite.Insert:
    """An INSERT that knows ON CONFLICT, in the words of the session's database."""
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)

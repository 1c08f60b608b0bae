"""An aiosqlite connection without its thread: SQLite is called where the event loop runs.

A statement of SQLite takes microseconds, the trip to a thread and back takes longer and costs
several times its CPU. What leans on aiosqlite's private names stands here and nowhere else, and
`tests/db/test_in_place.py` fails when they change.
"""

import sqlite3
from collections.abc import Callable, Generator
from typing import Any, TypeVar

import aiosqlite

_T = TypeVar("_T")


class InPlaceConnection(aiosqlite.Connection):
    """Does each piece of work at once instead of handing it to a thread."""

    def __await__(self) -> Generator[Any, None, "InPlaceConnection"]:
        """Open the file; nothing is waited for."""
        self._connection = self._connector()
        return self
        yield  # What makes this a generator; it is never reached.

    async def _execute(self, fn: Callable[..., _T], *args: Any, **kwargs: Any) -> _T:
        if not self._running or self._connection is None:
            raise ValueError("Connection closed")
        return fn(*args, **kwargs)

    async def close(self) -> None:
        """Close the file; safe to repeat."""
        self.stop()

    def stop(self) -> None:
        """Close the file at once, as when the program ends without asking."""
        self._running = False
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


def connector(path: str, *, busy_seconds: float) -> Callable[..., InPlaceConnection]:
    """What opens such connections to a file; transactions are begun by the engine alone."""

    def open_file() -> sqlite3.Connection:
        return sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)

    def connect(*_: object, **__: object) -> InPlaceConnection:
        # SQLAlchemy hands over the address once more, for a driver that needs it.
        return InPlaceConnection(open_file, 64)

    return connect

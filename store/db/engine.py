"""Opening the database: one address in, one engine with the right habits out."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.util import await_only

from store.db.in_place import connector
from store.db.sealing import Sealer
from store.wrong_setup import BadDatabaseUrl

_SQLITE: Final = frozenset({"sqlite", "sqlite+aiosqlite"})
_POSTGRES: Final = frozenset({"postgres", "postgresql", "postgresql+asyncpg"})
_SSL_MODES: Final = frozenset(
    {"disable", "allow", "prefer", "require", "verify-ca", "verify-full"}
)
# SQLite itself waits for another process in the event loop's thread, so hardly at all.
_BUSY_SECONDS: Final = 0.005
_PAUSES: Final = (0.005, 0.01, 0.02, *[0.05] * 40)
_POOL: Final = 10
# Any number will do as long as it stays the same.
_BOT_LOCK: Final = 4_711_262_112
# A server that says nothing any more is an outage, not something to wait for until tomorrow.
_COMMAND_SECONDS: Final = 30
_LOCK_SECONDS: Final = 10

# In the order in which they must be given: the journal mode cannot change inside a transaction.
_PRAGMAS: Final = (
    f"PRAGMA busy_timeout={_BUSY_SECONDS * 1000:.0f}",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """An engine, the key of its personal data and, on SQLite, the right to write."""

    engine: AsyncEngine
    sealer: Sealer
    write_lock: asyncio.Lock | None
    where: str

    @property
    def is_sqlite(self) -> bool:
        """Whether it is one file with one writer."""
        return self.write_lock is not None

    async def probe(self) -> None:
        """Connect once; raises BadDatabaseUrl when nobody answers there."""
        try:
            async with self.engine.connect() as connection:
                await connection.execute(text("SELECT 1"))
        except (OSError, DBAPIError) as unreachable:
            problem = "no_database" if self.is_sqlite else "unreachable"
            raise BadDatabaseUrl(problem=problem, where=self.where) from unreachable

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """Be the one bot process of a server; raises BadDatabaseUrl while another one is.

        SQLite's one process is held by a lock on its file, where the bot is started.
        """
        if self.is_sqlite:
            yield
            return
        async with self.engine.connect() as plain:
            connection = await plain.execution_options(isolation_level="AUTOCOMMIT")
            if not await connection.scalar(text(f"SELECT pg_try_advisory_lock({_BOT_LOCK})")):
                raise BadDatabaseUrl(problem="in_use", where=self.where)
            yield

    async def close(self) -> None:
        """Let go of all connections."""
        await self.engine.dispose()


def open_database(url: str, *, sealer: Sealer) -> Database:
    """The database behind an address as people and hosts write it; connects on first use."""
    try:
        address = make_url(url)
    except ArgumentError as unreadable:
        raise BadDatabaseUrl(problem="unreadable", where="") from unreadable
    if address.drivername in _SQLITE:
        return _open_sqlite(address, sealer)
    if address.drivername in _POSTGRES:
        return _open_postgres(address, sealer)
    raise BadDatabaseUrl(problem="unknown_kind", where=address.drivername)


def _open_sqlite(address: URL, sealer: Sealer) -> Database:
    """One write connection behind a lock, so that writers queue here and not in the driver."""
    if not address.database or address.database == ":memory:":
        raise BadDatabaseUrl(problem="no_file", where=address.drivername)
    path = Path(address.database)
    if not path.parent.is_dir():
        raise BadDatabaseUrl(problem="no_folder", where=str(path.parent))
    engine = create_async_engine(
        address.set(drivername="sqlite+aiosqlite"),
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
        connect_args={"async_creator_fn": connector(str(path), busy_seconds=_BUSY_SECONDS)},
    )
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    return Database(engine=engine, sealer=sealer, write_lock=asyncio.Lock(), where=str(path))


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """The driver must not begin transactions of its own; the rest are per-connection habits."""
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    """Take the right to write first: a read that wants to write later is refused at once.

    Another process that writes is waited for here, where the event loop goes on meanwhile.
    """
    for pause in _PAUSES:
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        except OperationalError as refused:
            if "locked" not in str(refused.orig):
                raise
            await_only(asyncio.sleep(pause))
        else:
            return
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _open_postgres(address: URL, sealer: Sealer) -> Database:
    where = f"{address.host or 'localhost'}:{address.port or 5432}/{address.database or ''}"
    try:
        engine = create_async_engine(
            _for_asyncpg(address, where),
            pool_size=_POOL,
            max_overflow=0,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={
                "command_timeout": _COMMAND_SECONDS,
                "server_settings": {"lock_timeout": f"{_LOCK_SECONDS}s"},
            },
        )
    except ModuleNotFoundError as missing:
        raise BadDatabaseUrl(problem="driver_missing", where=where) from missing
    return Database(engine=engine, sealer=sealer, write_lock=None, where=where)


def _for_asyncpg(address: URL, where: str) -> URL:
    """With libpq's sslmode spelled as asyncpg wants it, and its other words left out."""
    mode = address.query.get("sslmode")
    if mode is not None and mode not in _SSL_MODES:
        raise BadDatabaseUrl(problem="unknown_sslmode", where=where)
    kept = {name: value for name, value in address.query.items() if name in {"host", "ssl"}}
    if isinstance(mode, str):
        kept["ssl"] = mode
    return address.set(drivername="postgresql+asyncpg", query=kept)

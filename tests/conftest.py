"""Databases for every test: SQLite, or PostgreSQL when LAPAK_TEST_DATABASE=postgres."""

import gc
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from store.db.engine import Database
from tests.support.databases import Databases, SqliteFiles, opened, start_postgres
from tests.support.market import Market, a_market

# Loading makes no garbage worth looking for, and what was loaded stays until the end.
gc.disable()


def pytest_collection_finish() -> None:
    """From here on the tests make garbage of their own."""
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """Where databases come from."""
    # A folder of our own: pytest clears away those of runs that lie a few runs back.
    with TemporaryDirectory(prefix="lapak-tests-", dir=in_memory()) as folder:
        if os.environ.get("LAPAK_TEST_DATABASE") != "postgres":
            yield SqliteFiles(folder=Path(folder))
            return
        postgres = start_postgres(Path(folder))
        yield postgres
        postgres.server.cleanup()


def in_memory() -> str | None:
    """Where files cost no disk, if there is such a place."""
    memory = Path("/dev/shm")
    return str(memory) if memory.is_dir() else None


@pytest.fixture
async def database(databases: Databases) -> AsyncIterator[Database]:
    """A fresh database with all tables."""
    async with opened(databases, await databases.fresh()) as fresh:
        yield fresh


@pytest.fixture
def market(database: Database) -> Market:
    """A shop on a fresh database, with a clock that stands still."""
    return a_market(database)

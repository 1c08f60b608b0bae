"""SQLite without a thread: what it leans on in aiosqlite is still there, and nobody is starved."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import aiosqlite
import pytest

from store.db.engine import open_database
from store.db.in_place import InPlaceConnection, connector
from store.db.sealing import Sealer, new_key
from store.db.uow import UnitOfWork
from store.errors import Unavailable
from tests.support.clock import Clock


async def test_it_does_what_aiosqlite_does(tmp_path: Path) -> None:
    path = str(tmp_path / "in-place.db")

    ours = await connector(path, busy_seconds=1)()
    await ours.execute("CREATE TABLE people (name TEXT)")
    cursor = await ours.execute("INSERT INTO people VALUES (?)", ("Ratna",))
    await ours.close()
    await ours.close()

    async with aiosqlite.connect(path) as theirs:
        rows = await theirs.execute_fetchall("SELECT name FROM people")
    assert list(rows) == [("Ratna",)]
    assert cursor.lastrowid == 1


async def test_a_closed_connection_says_so(tmp_path: Path) -> None:
    ours = await connector(str(tmp_path / "in-place.db"), busy_seconds=1)()
    await ours.close()

    with pytest.raises(ValueError, match=r"no active connection|Connection closed"):
        await ours.execute("SELECT 1")


def test_the_private_names_of_aiosqlite_are_where_they_were() -> None:
    connection = InPlaceConnection(lambda: sqlite3.connect(":memory:"), 64)

    assert {"_connection", "_connector", "_running", "_tx"} <= set(vars(connection))
    assert "_execute" in vars(aiosqlite.Connection)


async def test_another_process_that_writes_is_waited_for_while_others_go_on(
    tmp_path: Path,
) -> None:
    path = tmp_path / "shop.db"
    database = open_database(f"sqlite:///{path}", sealer=Sealer.from_key(new_key()))
    begin = UnitOfWork(database, now=Clock().now)
    await database.probe()
    seen: list[str] = []

    async def writes() -> None:
        async with begin():
            seen.append("ours")

    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with asyncio.TaskGroup() as group:
            group.create_task(writes())
            for _ in range(20):
                await asyncio.to_thread(seen.append, "others")
            other.execute("ROLLBACK")

    await database.close()
    assert seen == ["others"] * 20 + ["ours"]


async def test_a_process_that_never_ends_writing_is_an_outage(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    database = open_database(f"sqlite:///{path}", sealer=Sealer.from_key(new_key()))
    begin = UnitOfWork(database, now=Clock().now)
    await database.probe()

    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable):
            async with begin():
                pass

    await database.close()

"""The schema's one history."""

import importlib
import json
import pkgutil
from collections.abc import AsyncIterator
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, Integer, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

import bot.memory
from store.db import migrations
from store.db.base import Base
from store.db.engine import Database
from store.wrong_setup import NewerDatabase, OlderDatabase
from tests.support.databases import Databases, opened
from tests.support.market import Market


@pytest.fixture
async def empty(databases: Databases) -> AsyncIterator[Database]:
    """A database without tables."""
    async with opened(databases, await databases.empty()) as database:
        yield database


async def test_every_step_goes_up_down_and_up_again(empty: Database) -> None:
    for revision in migrations.revisions():
        await migrations.upgrade(empty, revision)
        await migrations.downgrade(empty, "-1")
        await migrations.upgrade(empty, revision)

    assert await migrations.current(empty) == migrations.head()
    await migrations.downgrade(empty, "base")
    assert await migrations.current(empty) is None


async def test_the_tables_are_those_of_the_models(database: Database) -> None:
    for module in pkgutil.iter_modules(bot.memory.__path__, prefix="bot.memory."):
        importlib.import_module(module.name)

    def same_on_sqlite(*told: Any) -> bool | None:
        # SQLite keeps every whole number the same way, whatever its column is called.
        whole = all(isinstance(kind, Integer) for kind in told[3:5])
        return False if whole and database.is_sqlite else None

    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_type": same_on_sqlite})
        return list(compare_metadata(context, Base.metadata))

    async with database.engine.connect() as connection:
        found = await connection.run_sync(differences)

    assert found == []


async def test_an_empty_database_is_filled_and_a_ready_one_left_alone(empty: Database) -> None:
    await migrations.prepare(empty)
    await migrations.prepare(empty)

    assert await migrations.current(empty) == migrations.head()


@pytest.mark.parametrize(("stamp", "refusal"), [("9999", NewerDatabase), ("0001", OlderDatabase)])
async def test_a_database_of_another_version_is_refused(
    database: Database, stamp: str, refusal: type[Exception]
) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(text(f"UPDATE alembic_version SET version_num = '{stamp}'"))

    with pytest.raises(refusal):
        await migrations.prepare(database)


async def test_a_newer_database_is_not_touched(database: Database) -> None:
    async with database.engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(NewerDatabase):
        await migrations.upgrade(database)

    assert await migrations.current(database) == "9999"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE variants SET stock = -1",
        "UPDATE variants SET price = 0",
        "UPDATE shops SET free_cancel_minutes = 61",
        "INSERT INTO pictures (product_id, position, media_hash) VALUES (77, 0, 'x')",
        "INSERT INTO people SELECT * FROM people",
    ],
)
async def test_the_database_itself_refuses_what_may_never_be(
    market: Market, statement: str
) -> None:
    await market.sells()
    await market.person()

    with pytest.raises(IntegrityError):
        async with market.database.engine.begin() as connection:
            await connection.execute(text(statement))


async def test_words_that_lay_in_plain_are_gone_and_everything_else_is_kept(
    market: Market,
) -> None:
    product = await market.sells()
    await market.seller()
    order = await market.orders(await market.buyer(), product.variants[0].id)
    await migrations.downgrade(market.database, "0005")
    async with market.database.engine.begin() as connection:
        await connection.execute(text("UPDATE orders SET note = 'Titip di satpam'"))
        await connection.execute(text("UPDATE checkouts SET shown = '{}', note = 'Titip'"))
        for table in ("notices", "outbox"):
            payload = await _payload(connection, table)
            assert (payload["note"], "has_note" in payload) == (None, False)
            await connection.execute(
                text(f"UPDATE {table} SET payload = :new WHERE event = 'order_placed'"),
                {"new": json.dumps(payload | {"note": "Titip di satpam"})},
            )

    await migrations.upgrade(market.database)

    async with market.database.engine.connect() as connection:
        for table in ("notices", "outbox"):
            payload = await _payload(connection, table)
            assert ("note" in payload, payload["has_note"]) == (False, True)
            assert payload["ref"] == order.ref
        orders = await connection.execute(text("SELECT ref, sealed_note, total FROM orders"))
        assert orders.all() == [(order.ref, None, order.total)]
        checkouts = await connection.execute(text("SELECT sealed_shown FROM checkouts"))
        assert checkouts.all() == [(None,)]


async def _payload(connection: AsyncConnection, table: str) -> dict[str, Any]:
    """What the notice, or the parcel, says of the order that was placed."""
    found = await connection.scalar(
        text(f"SELECT payload FROM {table} WHERE event = 'order_placed'")
    )
    payload: dict[str, Any] = json.loads(found) if isinstance(found, str) else found
    return payload

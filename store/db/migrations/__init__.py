"""The one history of the schema: up, down, and where a database stands in it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from store.db.engine import Database
from store.wrong_setup import NewerDatabase, OlderDatabase

# Any number will do as long as it stays the same: it keeps two upgrades of one server apart.
_LOCK: Final = 4_711_262_111
_Steps = Callable[[str | None, ScriptDirectory], list[Any]]


def head() -> str:
    """The revision that this version of the shop needs."""
    newest = _history().get_current_head()
    assert newest is not None
    return newest


def revisions() -> tuple[str, ...]:
    """All revisions, oldest first."""
    return tuple(reversed([script.revision for script in _history().walk_revisions()]))


async def current(database: Database) -> str | None:
    """The revision of a database; None while it is empty."""
    await database.probe()
    async with database.engine.connect() as connection:
        return await connection.run_sync(_read)


async def upgrade(database: Database, revision: str = "head") -> None:
    """Bring the database up to a revision; safe to repeat, and for two at once."""

    def steps(found: str | None, history: ScriptDirectory) -> list[Any]:
        return history._upgrade_revs(revision, found or "base")

    await _migrate(database, steps)


async def downgrade(database: Database, revision: str) -> None:
    """Take the database back to a revision; `base` leaves no tables."""

    def steps(found: str | None, history: ScriptDirectory) -> list[Any]:
        return history._downgrade_revs(revision, found or "base")

    await _migrate(database, steps)


async def prepare(database: Database) -> None:
    """Make the tables of an empty database; refuse one that is ahead of or behind the code."""
    found = await current(database)
    if found is None:
        await upgrade(database)
        return
    _must_be_known(found)
    if found != head():
        raise OlderDatabase(found=found, known=head())


def _history() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def _read(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _must_be_known(found: str | None) -> None:
    if found is not None and found not in revisions():
        raise NewerDatabase(found=found, known=head())


async def _migrate(database: Database, steps: _Steps) -> None:
    await database.probe()
    async with database.engine.connect() as connection:
        if not database.is_sqlite:
            await _run(connection, steps, lock=f"SELECT pg_advisory_xact_lock({_LOCK})")
            return
        # Moving a table on SQLite means dropping it, which would take its children along.
        await _foreign_keys(connection, "OFF")
        try:
            await _run(connection, steps, lock="PRAGMA foreign_key_check")
        finally:
            await _foreign_keys(connection, "ON")


async def _foreign_keys(connection: AsyncConnection, state: str) -> None:
    """Outside any transaction, where alone it has an effect; so past the engine's BEGIN."""
    raw = await connection.get_raw_connection()
    driver: Any = raw.driver_connection
    await driver.execute(f"PRAGMA foreign_keys={state}")


async def _run(connection: AsyncConnection, steps: _Steps, *, lock: str) -> None:
    """Everything in one transaction: the first statement takes the lock, then it is looked."""
    async with connection.begin():
        await connection.execute(text(lock))
        await connection.run_sync(_apply, steps)


def _apply(connection: Connection, steps: _Steps) -> None:
    history = _history()
    _must_be_known(_read(connection))

    def migrate(found: tuple[str, ...], _: MigrationContext) -> list[Any]:
        return steps(found[0] if found else None, history)

    with EnvironmentContext(Config(), history, fn=migrate) as environment:
        environment.configure(connection=connection)
        environment.run_migrations()
    _must_be_whole(connection)


def _must_be_whole(connection: Connection) -> None:
    """Refuse to commit children without parents."""
    if connection.dialect.name != "sqlite":
        return
    orphans = connection.execute(text("PRAGMA foreign_key_check")).all()
    if orphans:
        raise RuntimeError(f"{len(orphans)} rows would lose their parents")

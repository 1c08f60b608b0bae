"""Opens what the commands work with: settings, key, database, shop."""

import contextlib
import secrets
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import ValidationError
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.invoices import LIMITS
from bot.settings import Settings
from cli import keys, words
from store.db import migrations
from store.db.engine import Database, open_database
from store.db.sealing import Sealer, new_key
from store.errors import ShopError
from store.shop import Shop, open_shop
from store.wrong_setup import BadDatabaseUrl


def utc_now() -> datetime:
    """The system's clock."""
    return datetime.now(UTC)


def read_settings() -> Settings:
    """The settings, or an end that names what is wrong in them without its value."""
    if Path(".env").is_dir():
        words.stop_with(words.ENV_UNREADABLE)
    try:
        return Settings()
    except (UnicodeDecodeError, OSError):
        words.stop_with(words.ENV_UNREADABLE)
    except ValidationError as error:
        wrong = ", ".join(sorted({str(one["loc"][0]).upper() for one in error.errors()}))
        words.stop_with(f"These settings cannot be used: {wrong}. See .env.example.")


def judge(settings: Settings) -> None:
    """Refuse an address or a key that cannot be one, before anything is made for them."""
    key = new_key() if settings.data_key is None else settings.data_key.get_secret_value()
    sealer = Sealer.from_key(key)
    try:
        open_database(settings.database_url.get_secret_value(), sealer=sealer)
    except BadDatabaseUrl as bad:
        if bad.problem != "no_folder":  # It may still be made, once everything else is right.
            raise


def sqlite_path(url: str) -> Path | None:
    """The file of a local database, or None for a server."""
    try:
        address = make_url(url)
    except ArgumentError:
        return None
    local = address.drivername.startswith("sqlite") and address.database
    return Path(address.database) if local and address.database else None


@contextlib.contextmanager
def only_process(url: str) -> Iterator[None]:
    """Hold a local database for one bot process; the system lets go when the process ends."""
    path = sqlite_path(url)
    if path is None:
        yield
        return
    lock = FileLock(path.with_name(path.name + ".lock"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        words.stop_with(words.SECOND_PROCESS)
    except OSError as refused:
        raise BadDatabaseUrl(problem="no_folder", where=str(path.parent)) from refused
    with lock:
        yield


@contextlib.asynccontextmanager
async def opened_database(settings: Settings) -> AsyncIterator[Database]:
    """The database of the settings, reachable; its schema is not looked at."""
    judge(settings)
    url = settings.database_url.get_secret_value()
    path = sqlite_path(url)
    sealed = await _looked_into(url, path)
    database = open_database(url, sealer=keys.sealer(settings, path, sealed))
    try:
        await database.probe()
        yield database
    finally:
        await database.close()


async def _looked_into(url: str, path: Path | None) -> bytes | None:
    """Something that is sealed there, if anything is; the address is refused before the key."""
    try:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as refused:
        raise BadDatabaseUrl(problem="no_folder", where=str(path)) from refused
    database = open_database(url, sealer=Sealer.from_key(new_key()))
    try:
        await database.probe()
        return await keys.something_sealed(database)
    finally:
        await database.close()


@contextlib.asynccontextmanager
async def opened_shop(
    settings: Settings, *, now: Callable[[], datetime] = utc_now
) -> AsyncIterator[Shop]:
    """The shop on its database; an empty database is filled with tables first."""
    async with opened_database(settings) as database:
        await migrations.prepare(database)
        yield open_shop(
            database,
            now=now,
            randbits=secrets.randbits,
            invoices=LIMITS if settings.provider_token() else None,
        )


@contextlib.contextmanager
def plain_words() -> Iterator[None]:
    """Turn the shop's set-up errors into words and a non-zero exit."""
    try:
        yield
    except ShopError as error:
        words.stop_with(words.explain(error))

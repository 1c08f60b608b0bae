"""Opening databases and keeping secrets in them."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.dialects import sqlite

from store.db.base import UtcDateTime
from store.db.engine import Database, open_database
from store.db.sealing import Sealer, new_key
from store.errors import SealBroken
from store.views.paging import cut
from store.wrong_setup import BadDatabaseUrl, BadKey
from tests.support.builders import an_address
from tests.support.databases import KEY, Databases, SqliteFiles, opened
from tests.support.market import Market

SEALER = Sealer.from_key(KEY)


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("", "unreadable"),
        ("not an address", "unreadable"),
        ("mysql://anna:geheim@host/shop", "unknown_kind"),
        ("sqlite://", "no_file"),
        ("sqlite:///:memory:", "no_file"),
        ("sqlite:////no/such/folder/shop.db", "no_folder"),
        ("postgres://anna:geheim@host/shop?sslmode=perhaps", "unknown_sslmode"),
    ],
)
def test_a_wrong_address_is_told_plainly_and_without_the_password(url: str, problem: str) -> None:
    with pytest.raises(BadDatabaseUrl) as refused:
        open_database(url, sealer=SEALER)

    assert refused.value.problem == problem
    assert "geheim" not in str(refused.value)


async def test_a_server_that_does_not_answer_is_told_by_its_name() -> None:
    database = open_database("postgres://anna:geheim@127.0.0.1:9/shop", sealer=SEALER)

    with pytest.raises(BadDatabaseUrl) as refused:
        await database.probe()

    assert refused.value.facts == {"problem": "unreachable", "where": "127.0.0.1:9/shop"}


async def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "shop.db").write_text("Halo, ini bukan basis data." * 99, encoding="utf-8")
    database = open_database(f"sqlite:///{tmp_path}/shop.db", sealer=SEALER)

    with pytest.raises(BadDatabaseUrl):
        await database.probe()

    await database.close()


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg"])
def test_addresses_of_hosts_are_understood(scheme: str) -> None:
    database = open_database(
        f"{scheme}://anna:pw@db.example:6543/shop?sslmode=require&channel_binding=prefer",
        sealer=SEALER,
    )

    url = make_url(database.engine.url)
    assert (url.drivername, url.port, dict(url.query)) == (
        "postgresql+asyncpg",
        6543,
        {"ssl": "require"},
    )
    assert not database.is_sqlite


async def test_sqlite_has_the_habits_that_keep_what_was_committed(database: Database) -> None:
    if not database.is_sqlite:
        pytest.skip("habits of SQLite")
    async with database.engine.connect() as connection:
        habits = {
            name: (await connection.execute(text(f"PRAGMA {name}"))).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }

    assert habits == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5,
    }


async def test_neither_phone_nor_name_nor_street_stand_in_the_file(market: Market) -> None:
    if not market.database.is_sqlite:
        pytest.skip("looks into a file")
    product = await market.sells()
    ratna = await market.person("Ratna")
    canary = an_address(name="Kenari Emas", street="Jl. Kenari Kuning 77")
    await market.shop.addresses.save(ratna, canary)
    await market.orders(ratna, product.variants[0].id)

    folder = Path(market.database.where)
    written = b"".join(
        path.read_bytes() for path in folder.parent.glob(f"{folder.name}*") if path.is_file()
    )

    assert b"Sepatu Angin" in written
    for secret in (b"Kenari", b"81234567890", b"40132"):
        assert secret not in written


def test_sealed_bytes_open_only_in_their_place_and_with_their_key() -> None:
    sealed = SEALER.seal(b"Jl. Melati 5", place="address:1")

    assert SEALER.unseal(sealed, place="address:1") == b"Jl. Melati 5"
    assert SEALER.seal(b"Jl. Melati 5", place="address:1") != sealed
    with pytest.raises(SealBroken):
        SEALER.unseal(sealed, place="address:2")
    with pytest.raises(SealBroken):
        SEALER.unseal(sealed[:-1], place="address:1")
    with pytest.raises(SealBroken):
        Sealer.from_key(new_key()).unseal(sealed, place="address:1")


@pytest.mark.parametrize(
    ("key", "problem"),
    [("", "wrong_length"), ("c2hvcnQ=", "wrong_length"), ("ganti saya!", "not_base64")],
)
def test_a_bad_key_is_told_plainly(key: str, problem: str) -> None:
    with pytest.raises(BadKey) as refused:
        Sealer.from_key(key)

    assert refused.value.problem == problem


def test_a_time_without_a_zone_is_never_stored() -> None:
    column, dialect = UtcDateTime(), sqlite.dialect()
    jakarta = timezone(timedelta(hours=7))

    assert column.process_bind_param(
        datetime(2026, 11, 21, 14, 30, tzinfo=jakarta), dialect
    ) == datetime(2026, 11, 21, 7, 30, tzinfo=UTC)
    without_zone = datetime(2026, 11, 21, tzinfo=UTC).replace(tzinfo=None)
    with pytest.raises(ValueError, match="naive"):
        column.process_bind_param(without_zone, dialect)


@pytest.mark.parametrize(
    ("total", "page", "number", "pages", "offset"),
    [(0, 1, 1, 1, 0), (5, 1, 1, 1, 0), (6, 2, 2, 2, 5), (6, 9, 2, 2, 5), (6, -3, 1, 2, 0)],
)
def test_a_page_out_of_range_is_the_nearest_one(
    total: int, page: int, number: int, pages: int, offset: int
) -> None:
    part = cut(total, page=page, size=5)

    assert (part.number, part.pages, part.offset) == (number, pages, offset)


async def test_one_bot_process_serves_a_server_and_a_second_is_refused(
    databases: Databases,
) -> None:
    if isinstance(databases, SqliteFiles):
        pytest.skip("on SQLite the file is locked where the bot is started")
    url = await databases.fresh()
    async with opened(databases, url) as first:
        second = open_database(url, sealer=SEALER)
        async with first.alone():
            with pytest.raises(BadDatabaseUrl) as refused:
                async with second.alone():
                    pass
        await second.close()

    assert refused.value.problem == "in_use"

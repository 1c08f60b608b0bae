"""What is set up wrongly is told in plain words, once, with what to do, and ends non-zero."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings import Settings
from store.db import migrations
from store.db.sealing import new_key
from tests.cli.command import TOKEN, a_database, end_of, lapak, lies_in, start


@pytest.mark.parametrize(
    "token",
    ["", "changeme", "your-token-here", "<token>", "1234:kurz", "123456:ABC-DEF", "token"],
)
def test_a_placeholder_is_no_token(token: str) -> None:
    assert Settings(bot_token=SecretStr(token)).token() is None


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("hm", "it is not an address"),
        ("mysql://anna:geheim@host/shop", "only SQLite and PostgreSQL are supported"),
        ("sqlite://", "SQLite needs a file"),
        ("sqlite:////proc/nowhere/shop.db", "the folder cannot be made or written to"),
        ("postgres://anna:geheim@127.0.0.1:9/shop", "nobody answers there"),
        ("postgres://anna:geheim@127.0.0.1:9/shop?sslmode=perhaps", "sslmode has a value"),
    ],
)
async def test_a_wrong_database_address_says_what_is_wrong_with_it(url: str, words: str) -> None:
    ended = await lapak("migrate", env={"DATABASE_URL": url})

    assert ended.code == 2
    assert ended.said.count("DATABASE_URL cannot be used") == 1
    assert words in ended.said
    assert ended.is_plain("geheim")


async def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "shop.sqlite3").write_text("Halo, ini bukan basis data." * 99, encoding="utf-8")

    ended = await lapak("migrate", env=a_database(tmp_path))

    assert ended.code == 2
    assert "the file is not a database" in ended.said
    assert ended.is_plain()
    assert not (tmp_path / "shop.sqlite3.key").exists()


async def test_a_database_of_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    await lapak("migrate", env=a_database(tmp_path))
    _say(tmp_path, "UPDATE alembic_version SET version_num = '9999'")

    ended = await lapak("shop", "link", "toko", env=a_database(tmp_path))

    assert ended.code == 2
    assert "written by a newer version of Lapak (schema 9999)" in ended.said
    assert ended.is_plain()


async def test_a_database_of_an_older_version_asks_for_migrate(tmp_path: Path) -> None:
    await lapak("migrate", env=a_database(tmp_path))
    _say(tmp_path, f"UPDATE alembic_version SET version_num = '{migrations.revisions()[0]}'")

    ended = await lapak("shop", "link", "toko", env=a_database(tmp_path))

    assert ended.code == 2
    assert "older version" in ended.said
    assert "lapak migrate" in ended.said
    assert ended.is_plain()


@pytest.mark.parametrize("key", ["kurz", "!!!!", "c2hvcnQtYnV0LWJhc2U2NA=="])
async def test_a_key_that_is_none_is_told_without_being_repeated(tmp_path: Path, key: str) -> None:
    ended = await lapak("migrate", env={**a_database(tmp_path), "DATA_KEY": key})

    assert ended.code == 2
    assert "DATA_KEY cannot be used" in ended.said
    assert ended.is_plain(key)


async def test_a_key_that_does_not_open_the_database_is_refused(tmp_path: Path) -> None:
    await _with_something_sealed(tmp_path)
    other = new_key()

    ended = await lapak("migrate", env={**a_database(tmp_path), "DATA_KEY": other})

    assert ended.code == 2
    assert "DATA_KEY is not the key of this database" in ended.said
    assert ended.is_plain(other)


async def test_a_lost_key_file_is_not_replaced_by_a_new_one(tmp_path: Path) -> None:
    await _with_something_sealed(tmp_path)
    (tmp_path / "shop.sqlite3.key").unlink()

    ended = await lapak("migrate", env=a_database(tmp_path))

    assert ended.code == 2
    assert "Put the key file back" in ended.said
    assert not (tmp_path / "shop.sqlite3.key").exists()


async def test_a_shop_that_does_not_exist_gets_no_link(tmp_path: Path) -> None:
    ended = await lapak("shop", "link", "toko-hantu", env=a_database(tmp_path))

    assert ended.code == 2
    assert "There is no such shop" in ended.said
    assert ended.is_plain()


@pytest.mark.parametrize("command", [("migrate",), ("run",)])
async def test_a_bad_key_is_told_before_a_folder_is_made(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    url = f"sqlite:///{tmp_path / 'deep' / 'shop.sqlite3'}"

    ended = await lapak(
        *command, env={"DATABASE_URL": url, "DATA_KEY": "kurz", "BOT_TOKEN": TOKEN}
    )

    assert ended.code == 2
    assert ended.said.count("DATA_KEY cannot be used") == 1
    assert lies_in(tmp_path) == []


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"BOT_TOKEN": ""}, "No bot token"),
        ({"BOT_TOKEN": "1234:kurz"}, "BOT_TOKEN is not the token of a bot"),
        ({"BOT_TOKEN": TOKEN, "BOT_API_URL": "telegram"}, "BOT_API_URL is not a web address"),
    ],
)
async def test_a_wrong_token_or_address_is_told_before_a_folder_is_made(
    tmp_path: Path, wrong: dict[str, str], words: str
) -> None:
    url = f"sqlite:///{tmp_path / 'deep' / 'shop.sqlite3'}"

    ended = await lapak("run", env={"DATABASE_URL": url, **wrong})

    assert ended.code == 2
    assert ended.said.count(words) == 1
    assert lies_in(tmp_path) == []


async def test_a_settings_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00")

    ended = await end_of(await start(tmp_path, "migrate"))

    assert ended.code == 2
    assert ended.said.count("The file .env in this folder cannot be read") == 1
    assert ended.is_plain()


async def test_a_port_that_cannot_be_one_is_refused() -> None:
    ended = await lapak("demo", "--port", "99999", env={})

    assert ended.code == 2
    assert ended.is_plain()


def _say(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "shop.sqlite3")) as database, database:
        database.execute(statement)


async def _with_something_sealed(folder: Path) -> None:
    """A database in which an update of somebody waits."""
    await lapak("migrate", env=a_database(folder))
    _say(
        folder,
        "INSERT INTO updates (bot_id, update_id, lane, kind, body, received_at, tries)"
        " VALUES (1, 1, 1, 'message', x'00010203', '2026-11-20 03:00:00', 0)",
    )

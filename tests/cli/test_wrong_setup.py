"""What is set up wrongly is told in plain words, once, with what to do, and ends non-zero."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings import Settings
from cli.opening import opened_shop
from store.db import migrations
from store.db.sealing import new_key
from store.domain.actor import Role
from tests.cli.command import TOKEN, a_database, end_of, lapak, start

HEADER = "product,title,description,category,sku,variant,price,original_price,stock,pictures\n"
SHOP = """
slug = "toko-coba"
name = "Toko Coba"
language = "id"
province = "Jawa Barat"
city = "Kota Bandung"

[[couriers]]
courier = "JNE"
service = "REG"
same_city = { fee = 12000, days = [1, 2] }
"""


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


async def test_a_catalogue_that_is_not_there_is_told(tmp_path: Path) -> None:
    ended = await lapak("import", str(tmp_path / "produk.csv"), env=a_database(tmp_path))

    assert ended.code == 2
    assert "There is no file" in ended.said


@pytest.mark.parametrize(
    ("csv", "words"),
    [
        (
            b"product,title\nA,B\n",
            "products.csv, line 1: price is a column that every catalogue needs",
        ),
        (f"{HEADER}A,Sepatu,Enak,Sepatu,A-1,41,gratis,,3,\n".encode(), "line 2: price"),
        (f"{HEADER}A,Sepatu,Enak,Sepatu,A-1,41,1000,,-3,\n".encode(), "line 2: stock"),
        (
            f"{HEADER}A,Sepatu,Enak,Sepatu,A-1,41,1000,,3,pictures/hilang.png\n".encode(),
            "names a file that is not there",
        ),
    ],
)
async def test_a_bad_catalogue_is_told_by_line_and_ends_with_three(
    tmp_path: Path, csv: bytes, words: str
) -> None:
    (tmp_path / "products.csv").write_bytes(csv)
    (tmp_path / "shop.toml").write_text(SHOP, encoding="utf-8")

    ended = await lapak("import", str(tmp_path / "products.csv"), env=a_database(tmp_path))

    assert ended.code == 3, ended.said
    assert words in ended.said
    assert ended.is_plain()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"# Lapak\n\nA shop, in a chat.\n\nMore\n", "is not a catalogue"),
        (b"", "holds no products"),
        (HEADER.encode(), "holds no products"),
        (f"{HEADER};;;\r\n\r\n".encode(), "holds no products"),
        (f"{HEADER}A,Sepatu caf\xe9,,Sepatu,A-1,41,1000,,3,\n".encode("cp1252"), "UTF-8"),
        (b"\xff\xfe\x00bukan utf-8", "UTF-8"),
        ((HEADER + "A,Sepatu,,Sepatu,A-1,41,1,,3,\n" * 10_001).encode(), "more than 10,000 lines"),
    ],
)
async def test_what_is_no_catalogue_is_told_once_and_nothing_is_made_for_it(
    tmp_path: Path, content: bytes, words: str
) -> None:
    (tmp_path / "products.csv").write_bytes(content)

    ended = await lapak("import", str(tmp_path / "products.csv"), env=a_database(tmp_path))

    assert ended.code == 3
    assert words in ended.said
    assert ended.said.count("\n") == 1
    assert ended.is_plain()
    assert lies_in(tmp_path) == ["products.csv"]


async def test_everything_that_is_wrong_with_a_line_is_told_at_once(tmp_path: Path) -> None:
    row = "A,,Enak,Sepatu,A-1,41,1000,,3,../rahasia.png\n"
    (tmp_path / "products.csv").write_text(HEADER + row, encoding="utf-8")
    (tmp_path / "shop.toml").write_text(SHOP, encoding="utf-8")

    ended = await lapak("import", str(tmp_path / "products.csv"), env=a_database(tmp_path))

    assert "line 2: title is missing" in ended.said
    assert "line 2: pictures names a file that is not there" in ended.said


async def test_a_shop_in_which_somebody_works_is_loaded_without_a_word_about_people(
    tmp_path: Path,
) -> None:
    settings = Settings(database_url=SecretStr(a_database(tmp_path)["DATABASE_URL"]))
    rows = f"{HEADER}A,Sepatu,Enak,Sepatu,A-1,41,1000,,3,\n"
    (tmp_path / "products.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "shop.toml").write_text(SHOP, encoding="utf-8")
    await lapak("import", str(tmp_path / "products.csv"), env=a_database(tmp_path))
    async with opened_shop(settings) as shop:
        budi = await shop.people.arrive(7, name="Budi", language_code="id")
        token = await shop.sellers.open_link("toko-coba", role=Role.OWNER)
        await shop.sellers.join(budi, token)

    ended = await lapak("import", str(tmp_path / "products.csv"), env=a_database(tmp_path))

    assert ended.code == 0, ended.said
    assert "1 as they were" in ended.said
    assert "Nobody works" not in ended.said


async def test_a_folder_is_no_catalogue_and_the_file_in_it_is_named(tmp_path: Path) -> None:
    ended = await lapak("import", str(tmp_path), env=a_database(tmp_path))

    assert ended.code == 2
    assert "is a folder" in ended.said
    assert "products.csv" in ended.said
    assert lies_in(tmp_path) == []


async def test_a_file_as_excel_writes_it_here_is_loaded(tmp_path: Path) -> None:
    rows = HEADER.replace(",", ";") + "A;Sepatu;Enak;Sepatu;A-1;41;100.000;;3;\n"
    (tmp_path / "products.csv").write_bytes(rows.replace("\n", "\r\n").encode("utf-8-sig"))
    (tmp_path / "shop.toml").write_bytes(SHOP.encode("utf-8-sig"))

    ended = await lapak("import", str(tmp_path / "products.csv"), env=a_database(tmp_path))

    assert ended.code == 0, ended.said
    assert "1 products added" in ended.said
    assert ended.said.count("lapak shop link toko-coba") == 1


@pytest.mark.parametrize(
    ("shop", "words"),
    [
        (None, "shop.toml is not there"),
        (b"name = ", "shop.toml cannot be read"),
        (b'name = "caf\xe9"', "shop.toml is not in UTF-8"),
        (SHOP.replace("12000", '"gratis"').encode(), "shop.toml: couriers no. 1, same_city.fee"),
    ],
)
async def test_a_bad_shop_file_is_told_by_its_name_and_place(
    tmp_path: Path, shop: bytes | None, words: str
) -> None:
    rows = f"{HEADER}A,Sepatu,Enak,Sepatu,A-1,41,1000,,3,\n"
    (tmp_path / "products.csv").write_text(rows, encoding="utf-8")
    if shop is not None:
        (tmp_path / "shop.toml").write_bytes(shop)

    ended = await lapak("import", str(tmp_path / "products.csv"), env=a_database(tmp_path))

    assert ended.code == 3
    assert ended.said.count(words) == 1
    assert "0 products added" in ended.said
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


def lies_in(folder: Path) -> list[str]:
    """The names of what lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


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

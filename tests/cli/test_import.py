"""`lapak import`: what is wrong with a file is told by its place, and where nobody works yet."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings import Settings
from cli.opening import opened_shop
from store.domain.actor import Role
from tests.cli.command import a_database, lapak, lies_in

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
        ((HEADER + "A,Sepatu,,Sepatu,A-1,41,1,,3,\n" * 20_001).encode(), "more than 20,000 lines"),
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


async def test_empty_columns_behind_the_last_as_spreadsheets_export_them_say_nothing(
    tmp_path: Path,
) -> None:
    rows = f"{HEADER}A,Sepatu,Enak,Sepatu,A-1,41,1000,,3,\n".replace("\n", ",, \n")
    (tmp_path / "products.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "shop.toml").write_text(SHOP, encoding="utf-8")

    ended = await lapak("import", str(tmp_path / "products.csv"), env=a_database(tmp_path))

    assert ended.code == 0, ended.said
    assert "1 products added" in ended.said


async def test_a_column_without_a_name_is_told_once_when_something_stands_in_it(
    tmp_path: Path,
) -> None:
    row = "A,Sepatu,Enak,Sepatu,A-1,41,1000,,3,,,laris\n"
    rows = HEADER.replace("\n", ",,\n") + row + row.replace("A-1,41", "A-2,42")
    (tmp_path / "products.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "shop.toml").write_text(SHOP, encoding="utf-8")

    ended = await lapak("import", str(tmp_path / "products.csv"), env=a_database(tmp_path))

    assert ended.code == 3
    told = [line for line in ended.said.splitlines() if line.startswith("products.csv")]
    assert told == ["products.csv, line 1: column 12 has no name, and something stands below it"]
    assert "1 products added" in ended.said
    assert ended.is_plain()


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

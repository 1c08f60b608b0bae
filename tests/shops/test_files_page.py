"""The page that describes the files of a shop, against the readers of these files."""

import csv
import re
import shutil
from pathlib import Path

from store.adapters.sheets import COLUMNS, read_products
from store.adapters.shop_file import KEYS, read_shop
from tests.shops.test_shelves import SHOPS

PAGE = Path(__file__).parents[2] / "docs/files.md"


def table(head: str) -> dict[str, str]:
    """What a table of the page names, with its examples."""
    rows = PAGE.read_text(encoding="utf-8").split(f"| {head} | example | says |")[1]
    found = re.findall(r"^\| `(\w+)` \| `([^|]+)` \| .+ \|$", rows.split("\n\n")[0], re.MULTILINE)
    return dict(found)


def test_the_page_names_the_columns_that_are_read_and_its_line_is_a_product(
    tmp_path: Path,
) -> None:
    line = table("column")
    (tmp_path / "pictures").mkdir()
    for name in line["pictures"].split(";"):
        shutil.copy(SHOPS / "toko-langkah" / name, tmp_path / name)
    with (tmp_path / "products.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([line.keys(), line.values()])

    sheet = read_products(tmp_path / "products.csv")

    assert tuple(line) == COLUMNS
    assert sheet.problems == ()
    assert [len(product.pictures) for product in sheet.products] == [2]


def test_the_page_names_the_keys_that_are_read_and_its_examples_are_a_shop(
    tmp_path: Path,
) -> None:
    tables = {
        "key": table("key"),
        "couriers": table("`couriers`"),
        "accounts": table("`accounts`"),
    }
    said = [
        line
        for head, keys in tables.items()
        for line in (
            "" if head == "key" else f"[[{head}]]",
            *(f"{name} = {example}" for name, example in keys.items()),
        )
    ]
    (tmp_path / "shop.toml").write_text("\n".join(said), encoding="utf-8")

    shop, wrong = read_shop(tmp_path / "shop.toml")

    assert {head: set(keys) for head, keys in tables.items()} == {
        head: set(keys) for head, keys in KEYS.items()
    }
    assert wrong == ()
    assert shop is not None
    assert [len(shop.couriers), len(shop.accounts)] == [4, 1]

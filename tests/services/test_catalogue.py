"""Loading shops and products from files, and looking at them."""

import io
from pathlib import Path

import pytest
from PIL import Image

from store.adapters import sheets
from store.db.models.catalogue import MediaRow, ProductRow
from store.domain.catalogue import Problem
from store.domain.shipment import Reach
from store.errors import NotFound
from tests.services.test_shop_file import SHOP
from tests.support.builders import a_product, a_rate, a_sheet, a_shop, a_variant
from tests.support.market import Market

HEADER = "product,title,description,category,sku,variant,price,original_price,stock,pictures\n"
SHOES = HEADER + (
    'ANGIN,Sepatu Angin,"Ringan, sol karet.",Sepatu,H41,Hitam/41,Rp279.000,349000,4,angin.png\n'
    "ANGIN,,,,B41,Biru/41,279000,,2,\n"
    "TAS,Tas Kanvas,,Tas,T1,Krem,150.000,,9,\n"
)


def a_png() -> bytes:
    """A small picture."""
    kept = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(kept, "PNG")
    return kept.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a shop file, a picture and a catalogue."""
    (tmp_path / "shop.toml").write_text(SHOP, encoding="utf-8")
    (tmp_path / "angin.png").write_bytes(a_png())
    (tmp_path / "besar.png").write_bytes(bytes(5_000_001))
    (tmp_path / "products.csv").write_text(SHOES, encoding="utf-8")
    return tmp_path


def rewrite(folder: Path, text: str) -> Path:
    """The catalogue file with other lines."""
    path = folder / "products.csv"
    path.write_text(text, encoding="utf-8")
    return path


async def test_a_file_becomes_a_shop_with_products(market: Market, folder: Path) -> None:
    report = await sheets.load(market.shop.catalogue, folder / "products.csv")

    assert (report.added, report.problems) == (("ANGIN", "TAS"), ())
    shop = (await market.shop.catalogue.shops())[0]
    assert (shop.name, shop.province, shop.products) == ("Toko Langkah", "Jawa Barat", 2)
    cards = await market.shop.catalogue.products(shop.id)
    assert [(card.title, card.price_from, card.stock) for card in cards.items] == [
        ("Sepatu Angin", 279_000, 6),
        ("Tas Kanvas", 150_000, 9),
    ]
    page = await market.shop.catalogue.product(cards.items[0].id)
    assert [(one.name, one.price, one.original_price) for one in page.variants] == [
        ("Hitam/41", 279_000, 349_000),
        ("Biru/41", 279_000, None),
    ]
    assert (page.description, page.category) == ("Ringan, sol karet.", "Sepatu")
    picture = await market.shop.catalogue.picture(page.pictures[0])
    assert (picture.mime, picture.content) == ("image/png", a_png())


async def test_loading_twice_changes_nothing_even_after_a_sale(
    market: Market, folder: Path
) -> None:
    path = folder / "products.csv"
    await sheets.load(market.shop.catalogue, path)
    ratna = await market.buyer()
    shop = (await market.shop.catalogue.shops())[0]
    shoes = (await market.shop.catalogue.products(shop.id)).items[0]
    variant = (await market.shop.catalogue.product(shoes.id)).variants[0]
    await market.orders(ratna, variant.id)

    report = await sheets.load(market.shop.catalogue, path)

    assert (report.added, report.updated, report.unchanged) == ((), (), ("ANGIN", "TAS"))
    assert await market.stock(variant.id) == 3
    assert len(await market.rows(MediaRow)) == 1


@pytest.mark.parametrize(("listed", "left"), [(10, 9), (3, 2), (0, 0)])
async def test_a_new_count_keeps_what_was_sold(market: Market, listed: int, left: int) -> None:
    product = await market.sells(a_product(a_variant(stock=4)))
    ratna = await market.buyer()
    await market.orders(ratna, product.variants[0].id)

    recounted = a_sheet(a_product(a_variant(stock=listed)))
    report = await market.shop.catalogue.import_products("toko-langkah", recounted)

    assert report.updated == ("ANGIN",)
    assert await market.stock(product.variants[0].id) == left


async def test_a_product_with_a_bad_line_is_skipped_whole_and_the_others_load(
    market: Market, folder: Path
) -> None:
    path = rewrite(folder, SHOES.replace("279000,,2", "gratis,,2"))

    report = await sheets.load(market.shop.catalogue, path)

    assert (report.added, report.skipped) == (("TAS",), ("ANGIN",))
    assert [(one.line, one.column, one.problem, one.value) for one in report.problems] == [
        (3, "price", Problem.NOT_A_NUMBER, "gratis")
    ]
    assert [row.code for row in await market.rows(ProductRow)] == ["TAS"]


async def test_strict_loads_nothing(market: Market, folder: Path) -> None:
    path = rewrite(folder, SHOES.replace("150.000", "-1"))

    report = await sheets.load(market.shop.catalogue, path, strict=True)

    assert (report.added, report.skipped) == ((), ("ANGIN", "TAS"))
    assert await market.shop.catalogue.shops() == ()


async def test_strict_leaves_a_shop_as_it_was(market: Market, folder: Path) -> None:
    await market.opens()
    sheet = sheets.read_products(rewrite(folder, SHOES.replace("150.000", "-1")))

    report = await market.shop.catalogue.import_products("toko-langkah", sheet, strict=True)

    assert report.skipped == ("ANGIN", "TAS")
    assert await market.rows(ProductRow) == []


async def test_a_shop_file_brings_its_shop_up_to_date(market: Market) -> None:
    opened = await market.opens(a_shop())
    dearer = a_shop(couriers=(a_rate(Reach.SAME_CITY, 10_000, (1, 2)),))

    again = await market.opens(dearer)

    assert again.id == opened.id
    async with market.shop.begin() as tx:
        assert await tx.shops.rates(opened.id) == dearer.couriers


@pytest.mark.parametrize(
    ("old", "new", "column", "problem"),
    [
        ("Sepatu Angin", "", "title", Problem.MISSING),
        ("Sepatu Angin", "x" * 121, "title", Problem.TOO_LONG),
        ("Sepatu Angin", "x" * 10_001, "title", Problem.TOO_LONG),
        ("angin.png", "besar.png", "pictures", Problem.TOO_BIG),
        ("angin.png", "angin.png;" * 11, "pictures", Problem.OUT_OF_RANGE),
        ("Rp279.000", "0", "price", Problem.OUT_OF_RANGE),
        ("349000", "279000", "original_price", Problem.NOT_ABOVE_PRICE),
        (",2,\n", ",2.5,\n", "stock", Problem.NOT_A_NUMBER),
        ("B41", "H41", "sku", Problem.TWICE),
        ("ANGIN,,,,", "ANGIN,Sandal,,,", "title", Problem.DIFFERS),
        ("angin.png", "tidak-ada.png", "pictures", Problem.NO_SUCH_FILE),
        ("angin.png", "../secret.png", "pictures", Problem.NO_SUCH_FILE),
        ("angin.png", "shop.toml", "pictures", Problem.NOT_A_PICTURE),
        (",2,\n", ",2,,,,\n", "pictures", Problem.UNREADABLE),
    ],
)
def test_what_is_wrong_is_told_by_place(
    folder: Path, old: str, new: str, column: str, problem: Problem
) -> None:
    sheet = sheets.read_products(rewrite(folder, SHOES.replace(old, new)))

    assert sheet.skipped == ("ANGIN",)
    assert [row.code for row in sheet.products] == ["TAS"]
    assert (column, problem) in {(one.column, one.problem) for one in sheet.problems}


def test_a_file_without_needed_columns_loads_nothing(folder: Path) -> None:
    sheet = sheets.read_products(rewrite(folder, "product,title\nA,B\n"))

    assert sheet.products == ()
    assert {one.column for one in sheet.problems} == {
        "category",
        "sku",
        "variant",
        "price",
        "stock",
    }


def test_semicolons_and_a_byte_order_mark_are_read_too(folder: Path) -> None:
    text = "\ufeffproduct;title;category;sku;variant;price;stock\nTAS;Tas;Tas;T1;Krem;1.500;3\n"

    sheet = sheets.read_products(rewrite(folder, text))

    assert sheet.problems == ()
    assert sheet.products[0].variants[0].price == 1_500


def test_bytes_that_are_no_text_are_refused(folder: Path) -> None:
    (folder / "products.csv").write_bytes(b"\xff\xfe\x00product")

    sheet = sheets.read_products(folder / "products.csv")

    assert [one.problem for one in sheet.problems] == [Problem.NOT_UTF8]


def test_lines_are_counted_as_a_spreadsheet_counts_them(folder: Path) -> None:
    row = 'P{},Tas,"Kuat.\n\nRingan.\nMuat banyak.",Tas,S{},Krem,150.000,,9,\n'
    most = "".join(row.format(at, at) for at in range(sheets.MOST_LINES))

    fits = sheets.unfit(rewrite(folder, HEADER + most))
    too_long = sheets.unfit(rewrite(folder, HEADER + most + row.format("", "")))

    assert fits is None
    assert too_long is not None
    assert too_long.problem is Problem.TOO_MANY_LINES


def test_a_quote_that_never_ends_is_told_when_it_is_read(folder: Path) -> None:
    sheet = sheets.read_products(rewrite(folder, HEADER + 'TAS,"' + "Tas\n" * 50_000))

    assert [one.problem for one in sheet.problems] == [Problem.UNREADABLE]
    assert sheet.products == ()


async def test_without_a_shop_file_nothing_is_loaded(market: Market, folder: Path) -> None:
    (folder / "shop.toml").unlink()

    report = await sheets.load(market.shop.catalogue, folder / "products.csv")

    assert report.skipped == ("ANGIN", "TAS")
    assert [one.problem for one in report.problems] == [Problem.NO_SUCH_FILE]
    assert await market.shop.catalogue.shops() == ()


async def test_products_come_in_pages(market: Market) -> None:
    await market.opens()
    many = [a_product(code=f"P{number}", title=f"Produk {number}") for number in range(8)]
    await market.shop.catalogue.import_products("toko-langkah", a_sheet(*many))
    shop = (await market.shop.catalogue.shops())[0]

    second = await market.shop.catalogue.products(shop.id, page=2)

    assert [card.title for card in second.items] == ["Produk 6", "Produk 7"]
    assert (second.number, second.pages, second.total) == (2, 2, 8)


async def test_what_does_not_exist_is_not_found(market: Market) -> None:
    catalogue = market.shop.catalogue

    for missing in (
        catalogue.shop(9),
        catalogue.products(9),
        catalogue.product(9),
        catalogue.picture("00"),
        catalogue.import_products("tidak-ada", a_sheet()),
    ):
        with pytest.raises(NotFound):
            await missing

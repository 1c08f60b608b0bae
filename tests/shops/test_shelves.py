"""The shop files and catalogue files of the demo, through the reader that sellers' files take."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest

from store.adapters.sheets import load
from store.adapters.shop_file import read_shop
from store.domain.account import AccountKind
from store.domain.catalogue import ImportReport, ProductRow, ProductSheet, ShopSheet
from store.domain.language import Language
from store.domain.money import Rupiah
from store.domain.shipment import Reach
from store.domain.zones import Zone
from store.views.catalogue import ShopCard

SHOPS: Final = Path(__file__).parents[2] / "shops"
CATALOGUES: Final = sorted(SHOPS.glob("*/products.csv"))


@dataclass(slots=True)
class EmptyShelves:
    """Whoever keeps the catalogue, with nothing in it yet."""

    shops: list[ShopSheet] = field(default_factory=list)
    products: list[ProductRow] = field(default_factory=list)

    async def import_shop(self, sheet: ShopSheet) -> ShopCard:
        """Keep the shop."""
        self.shops.append(sheet)
        return ShopCard(
            id=len(self.shops),
            slug=sheet.slug,
            name=sheet.name,
            verified=sheet.verified,
            language=sheet.language,
            zone=sheet.zone,
            province=sheet.province,
            city=sheet.city,
            free_shipping_from=sheet.free_shipping_from,
            products=0,
        )

    async def import_products(
        self, shop_slug: str, sheet: ProductSheet, *, strict: bool = False
    ) -> ImportReport:
        """Keep the products of the shop that came last."""
        assert strict
        assert shop_slug == self.shops[-1].slug
        self.products.extend(sheet.products)
        return ImportReport(
            added=tuple(product.code for product in sheet.products),
            updated=(),
            unchanged=(),
            skipped=sheet.skipped,
            problems=sheet.problems,
        )


@pytest.fixture(scope="module")
async def filled() -> EmptyShelves:
    """Shelves that every shop of the demo was loaded into, strictly."""
    shelves = EmptyShelves()
    for file in CATALOGUES:
        report = await load(shelves, file, strict=True)
        assert report.problems == (), file.parent.name
        assert report.skipped == (), file.parent.name
    return shelves


def test_there_are_enough_shops_products_and_categories_to_look_around(
    filled: EmptyShelves,
) -> None:
    cities = {(shop.city, shop.province) for shop in filled.shops}
    categories = {product.category for product in filled.products}

    assert len(filled.shops) >= 5
    assert len(cities) == len(filled.shops)
    assert len(filled.products) >= 66
    assert len(categories) >= 4


def test_every_policy_is_shown_by_some_shop(filled: EmptyShelves) -> None:
    shops = {shop.slug: shop for shop in filled.shops}

    assert shops["toko-langkah"].free_shipping_from == Rupiah(500_000)
    assert shops["batik-sekar-arum"].free_cancel_minutes == 30
    assert shops["kopi-losari"].zone is Zone.WITA
    assert shops["tepi-laut"].language is Language.EN
    assert shops["kebun-daun"].closed_days != ()
    assert [slug for slug, shop in shops.items() if not shop.verified] == ["gawai-kita"]


def test_every_shop_takes_money_somewhere_that_nobody_else_owns(filled: EmptyShelves) -> None:
    numbers = [{one.number for one in shop.accounts} for shop in filled.shops]

    assert all(1 <= len(shop.accounts) <= 4 for shop in filled.shops)
    assert {one.kind for shop in filled.shops for one in shop.accounts} == set(AccountKind)
    assert sum(map(len, numbers)) == len(set.union(*numbers))


def test_the_further_a_courier_goes_the_more_it_asks(filled: EmptyShelves) -> None:
    for shop in filled.shops:
        tables: dict[tuple[str, str], list[int]] = {}
        for rate in sorted(shop.couriers, key=lambda each: list(Reach).index(each.reach)):
            tables.setdefault((rate.courier, rate.service), []).append(rate.fee)

        assert all(fees == sorted(fees) for fees in tables.values()), shop.slug


def test_every_shop_sends_at_least_within_its_island(filled: EmptyShelves) -> None:
    for shop in filled.shops:
        served = {rate.reach for rate in shop.couriers}

        assert served >= {Reach.SAME_CITY, Reach.SAME_PROVINCE, Reach.SAME_ISLAND}, shop.slug


def test_a_folder_is_named_like_the_shop_in_it() -> None:
    for file in CATALOGUES:
        shop, problems = read_shop(file.parent / "shop.toml")

        assert problems == ()
        assert shop is not None
        assert shop.slug == file.parent.name


def test_every_product_says_what_it_is_and_shows_itself(filled: EmptyShelves) -> None:
    for product in filled.products:
        assert 20 <= len(product.description) <= 300, product.code
        assert 1 <= len(product.pictures) <= 4, product.code
        assert 1 <= len(product.variants) <= 6, product.code


def test_some_variants_are_gone_some_nearly_and_most_plentiful(filled: EmptyShelves) -> None:
    stocks = [variant.stock for product in filled.products for variant in product.variants]

    assert stocks.count(0) >= 10
    assert sum(1 <= stock <= 3 for stock in stocks) >= 20
    assert sum(stock > 3 for stock in stocks) > len(stocks) / 2


def test_the_shoe_of_the_story_has_four_left_and_a_sold_out_sibling(
    filled: EmptyShelves,
) -> None:
    shoe = next(product for product in filled.products if product.code == "ANGIN")
    stock = {variant.name: variant.stock for variant in shoe.variants}

    assert shoe.title == "Sepatu Lari Angin"
    assert shoe.variants[0].price == Rupiah(279_000)
    assert shoe.variants[0].original_price == Rupiah(349_000)
    assert stock["Hitam/41"] == 4
    assert stock["Biru/40"] == 0

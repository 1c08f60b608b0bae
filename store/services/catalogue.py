"""What the shops sell, and how it got there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.db.models.catalogue import ProductRow as Product
from store.db.models.shops import ShopRow
from store.db.repos.products import Shelf
from store.db.uow import Transaction, UnitOfWork
from store.domain.catalogue import ImportReport, ProductSheet, ShopSheet
from store.domain.money import Rupiah
from store.errors import NotFound
from store.services.accounts import bring_accounts
from store.services.shelving import Shelved, shelve
from store.views.catalogue import (
    CategoryCard,
    Picture,
    ProductCard,
    ProductPage,
    ShopCard,
    VariantLine,
)
from store.views.paging import Page, cut


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueService:
    """Looking at shops and products, and loading them from files."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def shops(self) -> tuple[ShopCard, ...]:
        """All shops, by name."""
        async with self.begin() as tx:
            return await tx.shops.cards()

    async def shop(self, shop_id: int) -> ShopCard:
        """One shop."""
        async with self.begin() as tx:
            return await tx.shops.card(shop_id)

    async def products(self, shop_id: int, *, page: int = 1, size: int = 6) -> Page[ProductCard]:
        """A page of what a shop sells."""
        async with self.begin() as tx:
            await tx.shops.get(shop_id)
            return await _stretch(tx, Shelf(shop_id=shop_id), page=page, size=size)

    async def categories(self) -> tuple[CategoryCard, ...]:
        """The kinds of products there are, by name."""
        async with self.begin() as tx:
            return await tx.products.categories()

    async def category(self, category_id: int) -> CategoryCard:
        """One kind of products; NotFound where nothing of it is sold."""
        async with self.begin() as tx:
            for card in await tx.products.categories():
                if card.id == category_id:
                    return card
        raise NotFound(what="category")

    async def in_category(
        self, category_id: int, *, page: int = 1, size: int = 6
    ) -> Page[ProductCard]:
        """A page of a kind of products, over all shops."""
        async with self.begin() as tx:
            return await _stretch(tx, Shelf(category_id=category_id), page=page, size=size)

    async def product(self, product_id: int) -> ProductPage:
        """Everything about one product."""
        async with self.begin() as tx:
            return await _page(tx, await tx.products.get(product_id))

    async def picture(self, media_hash: str) -> Picture:
        """The bytes of a picture."""
        async with self.begin() as tx:
            media = await tx.products.media(media_hash)
            return Picture(hash=media.hash, mime=media.mime, content=media.content)

    async def import_shop(self, sheet: ShopSheet) -> ShopCard:
        """Open the shop that a file describes, or bring it up to date; safe to repeat."""
        async with self.begin() as tx:
            shop = await tx.shops.find_by_slug(sheet.slug)
            if shop is None:
                shop = ShopRow(slug=sheet.slug, created_at=self.now(), operator_collects=False)
                tx.shops.add(shop)
            _describe(shop, sheet)
            await tx.session.flush()
            if await tx.shops.rates(shop.id) != sheet.couriers:
                await tx.shops.replace_rates(shop.id, sheet.couriers)
            await bring_accounts(tx, shop.id, sheet.accounts, at=self.now())
            return await tx.shops.card(shop.id)

    async def import_products(
        self, shop_slug: str, sheet: ProductSheet, *, strict: bool = False
    ) -> ImportReport:
        """Load the good products of a file; safe to repeat: a second time changes nothing.

        Strict loads nothing as soon as there is one problem. What is not in the file stays.
        """
        if strict and sheet.problems:
            return _refused(sheet)
        async with self.begin() as tx:
            shop = await tx.shops.get_by_slug(shop_slug)
            fates = [
                (row.code, await shelve(tx, shop.id, row, at=self.now())) for row in sheet.products
            ]
        return _report(sheet, fates)


async def _stretch(tx: Transaction, shelf: Shelf, *, page: int, size: int) -> Page[ProductCard]:
    part = cut(await tx.products.count(shelf), page=page, size=size)
    return part.of(await tx.products.cards(shelf, offset=part.offset, limit=size))


async def _page(tx: Transaction, product: Product) -> ProductPage:
    return ProductPage(
        id=product.id,
        shop=await tx.shops.card(product.shop_id),
        title=product.title,
        description=product.description,
        category=await tx.products.category(product.category_id),
        variants=tuple(
            VariantLine(
                id=variant.id,
                name=variant.name,
                price=Rupiah(variant.price),
                original_price=variant.original_price,
                stock=variant.stock,
            )
            for variant in await tx.products.variants(product.id)
        ),
        pictures=await tx.products.pictures(product.id),
    )


def _describe(shop: ShopRow, sheet: ShopSheet) -> None:
    shop.name = sheet.name
    shop.language = sheet.language
    shop.zone = sheet.zone
    shop.province = sheet.province
    shop.city = sheet.city
    shop.verified = sheet.verified
    shop.free_cancel_minutes = sheet.free_cancel_minutes
    shop.free_shipping_from = sheet.free_shipping_from
    shop.closed_days = [day.isoformat() for day in sheet.closed_days]


def _refused(sheet: ProductSheet) -> ImportReport:
    every = (*(product.code for product in sheet.products), *sheet.skipped)
    return ImportReport(added=(), updated=(), unchanged=(), skipped=every, problems=sheet.problems)


def _report(sheet: ProductSheet, fates: list[tuple[str, Shelved]]) -> ImportReport:
    def those(fate: Shelved) -> tuple[str, ...]:
        return tuple(code for code, met in fates if met is fate)

    return ImportReport(
        added=those(Shelved.ADDED),
        updated=those(Shelved.UPDATED),
        unchanged=those(Shelved.UNCHANGED),
        skipped=sheet.skipped,
        problems=sheet.problems,
    )

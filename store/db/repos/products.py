"""Finding and keeping products, variants and pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, ScalarSelect, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.catalogue import CategoryRow, MediaRow, PictureRow, ProductRow, VariantRow
from store.db.reading import find
from store.domain.money import Rupiah
from store.errors import NotFound
from store.views.catalogue import CategoryCard, ProductCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Where products stand together: in a shop, or in a category of all shops."""

    shop_id: int | None = None
    category_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Products:
    """The tables of the catalogue."""

    session: AsyncSession

    async def get(self, product_id: int) -> ProductRow:
        """The product, or NotFound."""
        product = await find(self.session, ProductRow, product_id)
        if product is None:
            raise NotFound(what="product")
        return product

    async def find_by_code(self, shop_id: int, code: str) -> ProductRow | None:
        """The shop's product of this code, if there is one."""
        return await self.session.scalar(
            select(ProductRow).where(ProductRow.shop_id == shop_id, ProductRow.code == code)
        )

    async def variant(self, variant_id: int) -> VariantRow:
        """The variant as the database has it now, or NotFound."""
        variant = await find(self.session, VariantRow, variant_id, fresh=True)
        if variant is None:
            raise NotFound(what="variant")
        return variant

    async def variants(self, product_id: int) -> Sequence[VariantRow]:
        """All variants of a product as the database has them now, in the shop's order."""
        rows = await self.session.scalars(
            select(VariantRow)
            .where(VariantRow.product_id == product_id)
            .order_by(VariantRow.position, VariantRow.id)
            .execution_options(populate_existing=True)
        )
        return rows.all()

    async def pictures(self, product_id: int) -> tuple[str, ...]:
        """The hashes of a product's pictures, in their order."""
        rows = await self.session.scalars(
            select(PictureRow.media_hash)
            .where(PictureRow.product_id == product_id)
            .order_by(PictureRow.position)
        )
        return tuple(rows)

    async def media(self, media_hash: str) -> MediaRow:
        """The picture of this hash, or NotFound."""
        media = await find(self.session, MediaRow, media_hash)
        if media is None:
            raise NotFound(what="picture")
        return media

    async def keep_media(self, media: MediaRow) -> None:
        """Keep the bytes unless they are there already."""
        if await self.session.get(MediaRow, media.hash) is None:
            self.session.add(media)
            await self.session.flush()

    async def replace_pictures(self, product_id: int, hashes: Sequence[str]) -> None:
        """Exactly these pictures from now on."""
        await self.session.execute(delete(PictureRow).where(PictureRow.product_id == product_id))
        self.session.add_all(
            PictureRow(product_id=product_id, position=position, media_hash=media_hash)
            for position, media_hash in enumerate(hashes)
        )
        await self.session.flush()

    async def category(self, category_id: int) -> str:
        """The name of a category."""
        return (await self.session.get_one(CategoryRow, category_id)).name

    async def category_id(self, name: str) -> int:
        """The number of the category of this name, made when it is new."""
        found = await self.session.scalar(select(CategoryRow.id).where(CategoryRow.name == name))
        if found is not None:
            return found
        row = CategoryRow(name=name)
        await self.add(row)
        return row.id

    async def add(self, row: ProductRow | VariantRow | CategoryRow) -> None:
        """Keep a new row of the catalogue."""
        self.session.add(row)
        await self.session.flush()

    async def categories(self) -> tuple[CategoryCard, ...]:
        """The categories that have products, by name."""
        rows = await self.session.execute(
            select(CategoryRow.id, CategoryRow.name, func.count(ProductRow.id))
            .join(ProductRow, ProductRow.category_id == CategoryRow.id)
            .group_by(CategoryRow.id, CategoryRow.name)
            .order_by(CategoryRow.name)
        )
        return tuple(CategoryCard(id=id_, name=name, products=n) for id_, name, n in rows)

    async def count(self, shelf: Shelf) -> int:
        """How many products stand there."""
        query = select(func.count(ProductRow.id)).where(_on(shelf))
        return (await self.session.scalar(query)) or 0

    async def cards(self, shelf: Shelf, *, offset: int, limit: int) -> tuple[ProductCard, ...]:
        """A stretch of the products that stand there, in the order in which they came."""
        rows = await self.session.execute(
            select(
                ProductRow.id,
                ProductRow.title,
                func.min(VariantRow.price),
                func.max(VariantRow.price),
                func.sum(VariantRow.stock),
                _first_picture(),
            )
            .join(VariantRow, VariantRow.product_id == ProductRow.id)
            .where(_on(shelf))
            .group_by(ProductRow.id)
            .order_by(ProductRow.id)
            .offset(offset)
            .limit(limit)
        )
        return tuple(
            ProductCard(
                id=product_id,
                title=title,
                price_from=Rupiah(cheapest),
                price_to=Rupiah(dearest),
                stock=int(stock),
                picture=picture,
            )
            for product_id, title, cheapest, dearest, stock, picture in rows
        )


def _on(shelf: Shelf) -> ColumnElement[bool]:
    if shelf.shop_id is not None:
        return ProductRow.shop_id == shelf.shop_id
    return ProductRow.category_id == shelf.category_id


def _first_picture() -> ScalarSelect[str]:
    return (
        select(PictureRow.media_hash)
        .where(PictureRow.product_id == ProductRow.id)
        .order_by(PictureRow.position)
        .limit(1)
        .scalar_subquery()
    )

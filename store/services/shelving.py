"""Putting one product of a file on the shelf, in place and without undoing what was sold."""

from datetime import datetime
from enum import StrEnum

from store.db.models.catalogue import MediaRow
from store.db.models.catalogue import ProductRow as Product
from store.db.models.catalogue import VariantRow as Variant
from store.db.uow import Transaction
from store.domain.catalogue import PictureRow, ProductRow, VariantRow


class Shelved(StrEnum):
    """What became of a product of a file."""

    ADDED = "ADDED"
    UPDATED = "UPDATED"
    UNCHANGED = "UNCHANGED"


async def shelve(tx: Transaction, shop_id: int, row: ProductRow, *, at: datetime) -> Shelved:
    """Bring the shop's product of this code to what the file says."""
    category_id = await tx.products.category_id(row.category)
    product = await tx.products.find_by_code(shop_id, row.code)
    if product is None:
        await _add(tx, shop_id, category_id, row, at)
        return Shelved.ADDED
    described = _describe(product, row, category_id)
    stocked = await _bring_variants(tx, product.id, row.variants)
    pictured = await _bring_pictures(tx, product.id, row.pictures)
    return Shelved.UPDATED if described or stocked or pictured else Shelved.UNCHANGED


async def _add(
    tx: Transaction, shop_id: int, category_id: int, row: ProductRow, at: datetime
) -> None:
    product = Product(
        shop_id=shop_id,
        code=row.code,
        title=row.title,
        description=row.description,
        category_id=category_id,
        created_at=at,
    )
    await tx.products.add(product)
    await _bring_variants(tx, product.id, row.variants)
    await _bring_pictures(tx, product.id, row.pictures)


def _describe(product: Product, row: ProductRow, category_id: int) -> bool:
    before = (product.title, product.description, product.category_id)
    product.title, product.description = row.title, row.description
    product.category_id = category_id
    return before != (row.title, row.description, category_id)


async def _bring_variants(tx: Transaction, product_id: int, rows: tuple[VariantRow, ...]) -> bool:
    known = {variant.sku: variant for variant in await tx.products.variants(product_id)}
    changed = False
    for position, row in enumerate(rows):
        variant = known.get(row.sku)
        if variant is None:
            await tx.products.add(_variant(product_id, position, row))
            changed = True
        elif await _bring_variant(tx, variant, position, row):
            changed = True
    return changed


async def _bring_variant(
    tx: Transaction, variant: Variant, position: int, row: VariantRow
) -> bool:
    before = (
        variant.position,
        variant.name,
        variant.price,
        variant.original_price,
        variant.listed_stock,
    )
    if before == (position, row.name, row.price, row.original_price, row.stock):
        return False
    variant.position, variant.name = position, row.name
    variant.price, variant.original_price = row.price, row.original_price
    await tx.session.flush()
    await tx.stock.relist(variant.id, listed=row.stock)
    return True


def _variant(product_id: int, position: int, row: VariantRow) -> Variant:
    return Variant(
        product_id=product_id,
        position=position,
        sku=row.sku,
        name=row.name,
        price=row.price,
        original_price=row.original_price,
        stock=row.stock,
        listed_stock=row.stock,
    )


async def _bring_pictures(
    tx: Transaction, product_id: int, pictures: tuple[PictureRow, ...]
) -> bool:
    hashes = tuple(picture.hash for picture in pictures)
    if await tx.products.pictures(product_id) == hashes:
        return False
    for picture in pictures:
        media = MediaRow(hash=picture.hash, mime=picture.mime, content=picture.content)
        await tx.products.keep_media(media)
    await tx.products.replace_pictures(product_id, hashes)
    return True

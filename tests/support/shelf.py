"""A small shop with a few products, as its files would describe it."""

import io
from hashlib import sha256

from PIL import Image

from store.domain.account import Account, AccountKind
from store.domain.address import Address
from store.domain.catalogue import PictureRow, ProductRow, ProductSheet, ShopSheet, VariantRow
from store.domain.language import Language
from store.domain.money import Rupiah
from store.domain.shipment import CourierRate, Reach
from store.domain.zones import Zone
from store.shop import Shop

SLUG = "toko-langkah"
BCA = Account(kind=AccountKind.BANK, name="BCA", number="1234567890", holder="Budi Santoso")


def couriers() -> tuple[CourierRate, ...]:
    """A table with a cheap and a fast service for every distance."""
    return tuple(
        CourierRate(
            courier=courier,
            service=service,
            reach=reach,
            fee=Rupiah(fee + 6_000 * far),
            days_from=1 + far,
            days_to=days + far,
        )
        for courier, service, fee, days in (("JNE", "REG", 12_000, 3), ("JNE", "YES", 24_000, 1))
        for far, reach in enumerate(Reach)
    )


def a_shop(
    *,
    slug: str = SLUG,
    name: str = "Toko Langkah",
    hold: int = 0,
    language: Language = Language.ID,
) -> ShopSheet:
    """A verified shop in Bandung."""
    return ShopSheet(
        slug=slug,
        name=name,
        language=language,
        zone=Zone.WIB,
        province="Jawa Barat",
        city="Kota Bandung",
        verified=True,
        free_cancel_minutes=hold,
        free_shipping_from=None,
        closed_days=(),
        couriers=couriers(),
        accounts=(BCA,),
    )


def a_picture(colour: str) -> PictureRow:
    """A plain square of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (64, 64), colour).save(out, "PNG")
    content = out.getvalue()
    return PictureRow(hash=sha256(content).hexdigest(), mime="image/png", content=content)


def a_product(
    title: str,
    *variants: tuple[str, int, int],
    colours: tuple[str, ...] = ("navy", "teal"),
    description: str = "Ringan, sol karet, untuk jalan aspal.",
) -> ProductRow:
    """A product whose variants are (name, price, stock)."""
    return ProductRow(
        code=title.lower().replace(" ", "-"),
        title=title,
        description=description,
        category="Sepatu",
        variants=tuple(
            VariantRow(
                line=at + 2,
                sku=f"{title}-{name}",
                name=name,
                price=Rupiah(price),
                original_price=None,
                stock=stock,
            )
            for at, (name, price, stock) in enumerate(variants)
        ),
        pictures=tuple(a_picture(colour) for colour in colours),
    )


async def fill(shop: Shop, *products: ProductRow, sheet: ShopSheet | None = None) -> None:
    """Open a shop with products on its shelf."""
    described = sheet or a_shop()
    await shop.catalogue.import_shop(described)
    stocked = products or (
        a_product("Sepatu Angin", ("Hitam 41", 279_000, 4), ("Biru 42", 289_000, 1)),
        a_product("Kaus Lari", ("L", 99_000, 10)),
    )
    await shop.catalogue.import_products(
        described.slug, ProductSheet(products=stocked, skipped=(), problems=()), strict=True
    )


def an_address() -> Address:
    """Ratna's address in Bandung."""
    return Address(
        name="Ratna Dewi",
        phone="+6281234567890",
        street="Jl. Melati 5 RT 02/RW 04",
        district="Coblong",
        city="Kota Bandung",
        province="Jawa Barat",
        postcode="40132",
    )

"""Things of a shop with believable values; name what matters, the rest is filled in."""

from dataclasses import replace
from datetime import date

from store.domain.account import Account, AccountKind
from store.domain.address import Address
from store.domain.catalogue import PictureRow, ProductRow, ProductSheet, ShopSheet, VariantRow
from store.domain.language import Language
from store.domain.money import Rupiah
from store.domain.shipment import CourierRate, Reach
from store.domain.zones import Zone

PIXEL = PictureRow(hash="5eed", mime="image/png", content=b"not really a picture")


def a_rate(
    reach: Reach, fee: int, days: tuple[int, int], *, courier: str = "JNE", service: str = "REG"
) -> CourierRate:
    """A line of a courier table."""
    return CourierRate(
        courier=courier,
        service=service,
        reach=reach,
        fee=Rupiah(fee),
        days_from=days[0],
        days_to=days[1],
    )


COURIERS = (
    a_rate(Reach.SAME_CITY, 9_000, (1, 2)),
    a_rate(Reach.SAME_PROVINCE, 12_000, (2, 3)),
    a_rate(Reach.SAME_ISLAND, 15_000, (2, 4)),
    a_rate(Reach.SAME_CITY, 20_000, (1, 1), courier="SiCepat", service="BEST"),
    a_rate(Reach.ELSEWHERE, 38_000, (4, 7), courier="J&T", service="EZ"),
)


def a_shop(
    *,
    slug: str = "toko-langkah",
    free_cancel_minutes: int = 0,
    free_shipping_from: int | None = None,
    closed_days: tuple[date, ...] = (),
    couriers: tuple[CourierRate, ...] = COURIERS,
    accounts: tuple[Account, ...] = (),
) -> ShopSheet:
    """A shop in Bandung."""
    return ShopSheet(
        slug=slug,
        name=slug.replace("-", " ").title(),
        language=Language.ID,
        zone=Zone.WIB,
        province="Jawa Barat",
        city="Kota Bandung",
        verified=True,
        free_cancel_minutes=free_cancel_minutes,
        free_shipping_from=None if free_shipping_from is None else Rupiah(free_shipping_from),
        closed_days=closed_days,
        couriers=couriers,
        accounts=accounts,
    )


def an_account(
    name: str = "BCA",
    *,
    kind: AccountKind = AccountKind.BANK,
    number: str = "1234567890",
    holder: str = "Budi Santoso",
) -> Account:
    """Where Budi takes money."""
    return Account(kind=kind, name=name, number=number, holder=holder)


def a_variant(
    sku: str = "HITAM-41",
    *,
    price: int = 279_000,
    original_price: int | None = 349_000,
    stock: int = 4,
) -> VariantRow:
    """A black shoe of size 41."""
    return VariantRow(
        line=2,
        sku=sku,
        name=sku.replace("-", "/").title(),
        price=Rupiah(price),
        original_price=None if original_price is None else Rupiah(original_price),
        stock=stock,
    )


def a_product(
    *variants: VariantRow, code: str = "ANGIN", title: str = "Sepatu Angin"
) -> ProductRow:
    """Running shoes."""
    return ProductRow(
        code=code,
        title=title,
        description="Ringan, sol karet.",
        category="Sepatu",
        variants=variants or (a_variant(),),
        pictures=(PIXEL,),
    )


def a_sheet(*products: ProductRow) -> ProductSheet:
    """A catalogue file without mistakes."""
    return ProductSheet(products=products or (a_product(),), skipped=(), problems=())


def an_address(**other: str) -> Address:
    """Ratna's address in Bandung."""
    home = Address(
        name="Ratna Dewi",
        phone="+6281234567890",
        street="Jl. Melati 5, RT 03/RW 07",
        district="Coblong",
        city="Kota Bandung",
        province="Jawa Barat",
        postcode="40132",
    )
    return replace(home, **other)

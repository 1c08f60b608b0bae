"""Shops and products as screens show them."""

from dataclasses import dataclass

from store.domain.language import Language
from store.domain.money import Rupiah
from store.domain.zones import Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopCard:
    """A shop in one line."""

    id: int
    slug: str
    name: str
    verified: bool
    language: Language
    zone: Zone
    province: str
    city: str
    free_shipping_from: Rupiah | None
    products: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryCard:
    """A kind of products, over all shops."""

    id: int
    name: str
    products: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductCard:
    """A product in one line of a list; prices from the cheapest to the dearest variant."""

    id: int
    title: str
    price_from: Rupiah
    price_to: Rupiah
    stock: int
    picture: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantLine:
    """A variant that can be chosen."""

    id: int
    name: str
    price: Rupiah
    original_price: Rupiah | None
    stock: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductPage:
    """Everything about one product; pictures are media hashes."""

    id: int
    shop: ShopCard
    title: str
    description: str
    category: str
    variants: tuple[VariantLine, ...]
    pictures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The bytes of a picture."""

    hash: str
    mime: str
    content: bytes

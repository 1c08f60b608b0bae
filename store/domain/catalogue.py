"""What a seller's files say, before any of it is believed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from store.domain.account import Account
from store.domain.language import Language
from store.domain.money import Rupiah
from store.domain.shipment import CourierRate
from store.domain.zones import Zone


class Problem(StrEnum):
    """What is wrong with a place in a file."""

    MISSING = "MISSING"
    NOT_A_NUMBER = "NOT_A_NUMBER"
    OUT_OF_RANGE = "OUT_OF_RANGE"
    TOO_LONG = "TOO_LONG"
    UNREADABLE = "UNREADABLE"
    UNKNOWN = "UNKNOWN"
    TWICE = "TWICE"
    DIFFERS = "DIFFERS"
    NO_SUCH_FILE = "NO_SUCH_FILE"
    NOT_A_PICTURE = "NOT_A_PICTURE"
    TOO_BIG = "TOO_BIG"
    NOT_UTF8 = "NOT_UTF8"
    NOT_A_CATALOGUE = "NOT_A_CATALOGUE"
    EMPTY = "EMPTY"
    TOO_MANY_LINES = "TOO_MANY_LINES"
    NOT_IN_QUOTES = "NOT_IN_QUOTES"
    NOT_AN_ACCOUNT = "NOT_AN_ACCOUNT"
    NOT_QRIS = "NOT_QRIS"
    QRIS_CHECK_SUM = "QRIS_CHECK_SUM"
    QRIS_NOT_STATIC = "QRIS_NOT_STATIC"
    QRIS_NOT_RUPIAH = "QRIS_NOT_RUPIAH"
    QRIS_NOT_INDONESIA = "QRIS_NOT_INDONESIA"
    QRIS_NO_MERCHANT = "QRIS_NO_MERCHANT"
    QRIS_MERCHANT_NUMBER = "QRIS_MERCHANT_NUMBER"
    NOT_A_PHONE = "NOT_A_PHONE"
    NOT_TERMS = "NOT_TERMS"
    NOT_A_SLUG = "NOT_A_SLUG"
    NOT_ABOVE_PRICE = "NOT_ABOVE_PRICE"
    NO_COLUMN = "NO_COLUMN"
    NO_NAME = "NO_NAME"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetProblem:
    """A place in a file that cannot be read; lines count from 1, 0 is the whole file."""

    line: int
    column: str
    problem: Problem
    value: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopSheet:
    """A shop as its file describes it."""

    slug: str
    name: str
    language: Language
    zone: Zone
    province: str
    city: str
    verified: bool
    free_cancel_minutes: int
    free_shipping_from: Rupiah | None
    closed_days: tuple[date, ...]
    couriers: tuple[CourierRate, ...]
    accounts: tuple[Account, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantRow:
    """A variant as one line of a file describes it."""

    line: int
    sku: str
    name: str
    price: Rupiah
    original_price: Rupiah | None
    stock: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRow:
    """A picture that stands beside a file."""

    hash: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductRow:
    """A product with its variants, all of whose lines could be read."""

    code: str
    title: str
    description: str
    category: str
    variants: tuple[VariantRow, ...]
    pictures: tuple[PictureRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductSheet:
    """What a catalogue file holds: good products, skipped ones by their code, and why."""

    products: tuple[ProductRow, ...]
    skipped: tuple[str, ...]
    problems: tuple[SheetProblem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What became of a catalogue file, by product code."""

    added: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]
    skipped: tuple[str, ...]
    problems: tuple[SheetProblem, ...]

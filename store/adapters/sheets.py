"""Reading a catalogue file: CSV, one line a variant, pictures by name beside the file.

Columns: product (the shop's own code), title, description, category, sku, variant, price,
original_price, stock, pictures (names separated by “;”). Lines with the same product code are its
variants; title, description, category and pictures may stand on the first of them alone.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, ValidationError

from store.adapters.pictures import read_picture
from store.adapters.reading import Count, Price, Short, Title, Words, problems_of
from store.adapters.shop_file import read_shop
from store.domain.catalogue import (
    ImportReport,
    PictureRow,
    Problem,
    ProductRow,
    ProductSheet,
    SheetProblem,
    VariantRow,
)
from store.domain.money import Rupiah
from store.ports.shelves import Shelves

SHOP_FILE: Final = "shop.toml"
COLUMNS: Final = (
    "product",
    "title",
    "description",
    "category",
    "sku",
    "variant",
    "price",
    "original_price",
    "stock",
    "pictures",
)
_SHARED: Final = ("title", "description", "category", "pictures")
MOST_LINES: Final = 20_000
_MOST_PICTURES: Final = 10
# Where a reader of CSV puts what stands behind the last column, as after a stray comma.
_TOO_MUCH: Final = "*"


class _Variant(BaseModel):
    """What every line says."""

    model_config = ConfigDict(extra="ignore")

    product: Short
    sku: Short
    variant: Short
    price: Price
    original_price: Price | None = None
    stock: Count


class _Product(BaseModel):
    """What the first line of a product says."""

    model_config = ConfigDict(extra="ignore")

    title: Title
    description: Words = ""
    category: Short
    pictures: str = ""


@dataclass(slots=True, kw_only=True)
class _Reading:
    """The file so far."""

    path: Path
    problems: list[SheetProblem] = field(default_factory=list)
    products: dict[str, _Product | None] = field(default_factory=dict)
    variants: dict[str, list[VariantRow]] = field(default_factory=dict)
    pictures: dict[str, tuple[PictureRow, ...]] = field(default_factory=dict)
    bad: set[str] = field(default_factory=set)
    # Columns without a name in which nothing was found so far, as spreadsheets export them.
    nameless: set[str] = field(default_factory=set)

    def refuse(self, code: str, *problems: SheetProblem) -> None:
        """The product has a bad line and is skipped whole."""
        self.bad.add(code)
        self.problems.extend(problems)

    def problem(self, line: int, column: str, problem: Problem, value: str = "") -> SheetProblem:
        """A problem at a place of this file."""
        return SheetProblem(
            line=line, column=column, problem=problem, value=value, file=self.path.name
        )


async def load(catalogue: Shelves, path: Path, *, strict: bool = False) -> ImportReport:
    """Load a catalogue file into the shop that the shop file beside it describes."""
    shop, wrong = read_shop(path.parent / SHOP_FILE)
    products = read_products(path)
    if shop is None or (strict and products.problems):
        return _nothing(products, wrong)
    await catalogue.import_shop(shop)
    return await catalogue.import_products(shop.slug, products, strict=strict)


def shop_of(path: Path) -> str:
    """The short name of the shop that the file beside it describes; empty where none can be."""
    shop, _ = read_shop(path.parent / SHOP_FILE)
    return shop.slug if shop is not None else ""


def unfit(path: Path) -> SheetProblem | None:
    """Why the file as a whole cannot be a catalogue, told before anything else is opened."""
    reading = _Reading(path=path)
    try:
        names, filled = _looked_over(path)
    except UnicodeDecodeError:
        return reading.problem(0, "", Problem.NOT_UTF8)
    except OSError:
        return reading.problem(0, "", Problem.UNREADABLE)
    except csv.Error:
        return None  # Whoever reads it says where.
    if (filled or any(names)) and not set(names) & set(COLUMNS):
        return reading.problem(0, "", Problem.NOT_A_CATALOGUE)
    if not filled:
        return reading.problem(0, "", Problem.EMPTY)
    if filled > MOST_LINES:
        return reading.problem(0, "", Problem.TOO_MANY_LINES)
    return None


def _looked_over(path: Path) -> tuple[list[str], int]:
    """The columns and how many lines say something; words in quotes may have lines of their own.

    Nothing of it is kept, however long the file is.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        names, parted = _header(file.readline())
        table = csv.reader(file, delimiter=parted)
        return names, sum(any(cell.strip(" \t;,") for cell in row) for row in table)


def read_products(path: Path) -> ProductSheet:
    """The good products of a file; a product with a bad line is skipped whole and reported."""
    problem = unfit(path)
    if problem is not None:
        return ProductSheet(products=(), skipped=(), problems=(problem,))
    reading = _Reading(path=path)
    try:
        for number, row in _rows(reading):
            _take(reading, number, row)
    except csv.Error as unreadable:
        problem = reading.problem(0, path.name, Problem.UNREADABLE, str(unreadable)[:60])
        return ProductSheet(products=(), skipped=(), problems=(problem,))
    return _sheet(reading)


def _rows(reading: _Reading) -> Iterator[tuple[int, dict[str, Any]]]:
    """The lines with their numbers; a comma or a semicolon parts the columns."""
    with reading.path.open(encoding="utf-8-sig", newline="") as file:
        names, parted = _header(file.readline())
        if not _columns_are_there(reading, names):
            return
        columns = [name or f"column {at}" for at, name in enumerate(names, start=1)]
        reading.nameless = set(columns) - set(names)
        table = csv.DictReader(file, fieldnames=columns, delimiter=parted, restkey=_TOO_MUCH)
        for row in table:
            yield table.line_num + 1, {name: text or "" for name, text in row.items()}


def _header(line: str) -> tuple[list[str], str]:
    """The names of the columns, and what parts them: Excel writes semicolons here."""
    parted = ";" if line.count(";") > line.count(",") else ","
    names = next(csv.reader([line], delimiter=parted), [])
    return [name.strip().casefold() for name in names], parted


def _columns_are_there(reading: _Reading, names: list[str]) -> bool:
    needed = [
        name for name in COLUMNS if name not in {"description", "original_price", "pictures"}
    ]
    missing = [name for name in needed if name not in names]
    unknown = [name for name in names if name and name not in COLUMNS]
    reading.problems.extend(reading.problem(1, name, Problem.NO_COLUMN) for name in missing)
    reading.problems.extend(reading.problem(1, name, Problem.UNKNOWN) for name in unknown)
    return not missing


def _take(reading: _Reading, line: int, row: dict[str, Any]) -> None:
    """One line: a variant, and with the first of its kind the product."""
    written = {name: text for name, text in row.items() if isinstance(text, str) and text.strip()}
    code = written.get("product", "").strip()
    for column in sorted(reading.nameless & written.keys()):
        reading.problems.append(reading.problem(1, column, Problem.NO_NAME))
        reading.nameless.remove(column)
    if _TOO_MUCH in row:
        reading.refuse(code, reading.problem(line, "pictures", Problem.UNREADABLE))
    if code not in reading.products:
        _take_product(reading, line, code, written)
    else:
        _compare(reading, line, code, written)
    try:
        variant = _Variant.model_validate(written)
    except ValidationError as errors:
        reading.refuse(code, *problems_of(errors, file=reading.path.name, line=line))
        return
    _take_variant(reading, line, code, variant)


def _take_product(reading: _Reading, line: int, code: str, written: dict[str, str]) -> None:
    reading.products[code] = None
    reading.variants[code] = []
    try:
        product = _Product.model_validate(written)
    except ValidationError as errors:
        reading.refuse(code, *problems_of(errors, file=reading.path.name, line=line))
        # The pictures too, so that everything that is wrong with the line is told at once.
        _pictures(reading, line, code, written.get("pictures", ""))
        return
    reading.products[code] = product
    reading.pictures[code] = _pictures(reading, line, code, product.pictures)


def _pictures(reading: _Reading, line: int, code: str, names: str) -> tuple[PictureRow, ...]:
    found: list[PictureRow] = []
    for name in [one.strip() for one in names.split(";") if one.strip()]:
        picture = read_picture(reading.path.parent, name)
        if isinstance(picture, Problem):
            reading.refuse(code, reading.problem(line, "pictures", picture, name))
        else:
            found.append(picture)
    if len(found) > _MOST_PICTURES:
        reading.refuse(code, reading.problem(line, "pictures", Problem.OUT_OF_RANGE))
    return tuple(found)


def _compare(reading: _Reading, line: int, code: str, written: dict[str, str]) -> None:
    """What a later line says of the whole product must be what the first one said."""
    product = reading.products[code]
    if product is None:
        return
    for name in _SHARED:
        text = written.get(name)
        if text is not None and " ".join(text.split()) != " ".join(getattr(product, name).split()):
            reading.refuse(code, reading.problem(line, name, Problem.DIFFERS, text[:60]))


def _take_variant(reading: _Reading, line: int, code: str, variant: _Variant) -> None:
    known = reading.variants[code]
    if any(one.sku == variant.sku for one in known):
        reading.refuse(code, reading.problem(line, "sku", Problem.TWICE, variant.sku))
    original = variant.original_price
    if original is not None and original <= variant.price:
        reading.refuse(
            code,
            reading.problem(line, "original_price", Problem.NOT_ABOVE_PRICE, str(original)),
        )
    known.append(
        VariantRow(
            line=line,
            sku=variant.sku,
            name=variant.variant,
            price=Rupiah(variant.price),
            original_price=None if original is None else Rupiah(original),
            stock=variant.stock,
        )
    )


def _sheet(reading: _Reading) -> ProductSheet:
    good = {code: product for code, product in reading.products.items() if code not in reading.bad}
    return ProductSheet(
        products=tuple(
            ProductRow(
                code=code,
                title=product.title,
                description=product.description,
                category=product.category,
                variants=tuple(reading.variants[code]),
                pictures=reading.pictures[code],
            )
            for code, product in good.items()
            if product is not None
        ),
        skipped=tuple(code for code in reading.products if code in reading.bad),
        problems=tuple(reading.problems),
    )


def _nothing(sheet: ProductSheet, wrong: tuple[SheetProblem, ...]) -> ImportReport:
    every = (*(product.code for product in sheet.products), *sheet.skipped)
    return ImportReport(
        added=(), updated=(), unchanged=(), skipped=every, problems=(*wrong, *sheet.problems)
    )

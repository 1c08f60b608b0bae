"""How many may be bought, and what there is instead."""

from collections.abc import Iterable
from typing import Final, Protocol

from store.errors import OutOfStock, QuantityRefused, VariantLeft

MOST_AT_ONCE: Final = 99
MOST_STOCK: Final = 99_999


class OnShelf(Protocol):
    """A variant as the rules see it."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def stock(self) -> int:
        """How many can be sold."""


def check_quantity(asked: int) -> None:
    """Refuse fewer than one and more than anybody buys in one go."""
    if not 1 <= asked <= MOST_AT_ONCE:
        raise QuantityRefused(asked=asked, limit=MOST_AT_ONCE)


def check_count(counted: int) -> None:
    """Refuse a count that no shelf holds."""
    if not 0 <= counted <= MOST_STOCK:
        raise QuantityRefused(asked=counted, limit=MOST_STOCK)


def check_stock(wanted: OnShelf, asked: int, *, title: str, siblings: Iterable[OnShelf]) -> None:
    """Refuse more than there is, naming what else of the product can be bought."""
    if wanted.stock >= asked:
        return
    raise out_of_stock(wanted, asked, title=title, siblings=siblings)


def out_of_stock(
    wanted: OnShelf, asked: int, *, title: str, siblings: Iterable[OnShelf]
) -> OutOfStock:
    """The refusal with its alternatives."""
    return OutOfStock(
        variant_id=wanted.id,
        title=title,
        variant_name=wanted.name,
        asked=asked,
        left=wanted.stock,
        alternatives=tuple(
            VariantLeft(variant_id=other.id, name=other.name, stock=other.stock)
            for other in siblings
            if other.id != wanted.id and other.stock >= 1
        ),
    )

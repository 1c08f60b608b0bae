"""A page of a longer list."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Item]):
    """Some rows of a list; pages are counted from 1 and a page out of range is the nearest one."""

    items: tuple[Item, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """Which rows of a list of known length a page shows."""

    number: int
    pages: int
    total: int
    size: int

    @property
    def offset(self) -> int:
        """How many rows lie before the page."""
        return (self.number - 1) * self.size

    def of(self, items: tuple[Item, ...]) -> Page[Item]:
        """The page with these rows on it."""
        return Page(items=items, number=self.number, pages=self.pages, total=self.total)


def cut(total: int, *, page: int, size: int) -> Slice:
    """The slice for a wanted page; there is always at least one page."""
    pages = max(1, -(-total // size))
    return Slice(number=min(max(page, 1), pages), pages=pages, total=total, size=size)

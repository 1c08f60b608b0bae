"""The port through which files of sellers reach the shop."""

from typing import Protocol

from store.domain.catalogue import ImportReport, ProductSheet, ShopSheet
from store.views.catalogue import ShopCard


class Shelves(Protocol):
    """Whoever keeps the catalogue."""

    async def import_shop(self, sheet: ShopSheet) -> ShopCard:
        """Open the shop or bring it up to date."""

    async def import_products(
        self, shop_slug: str, sheet: ProductSheet, *, strict: bool = False
    ) -> ImportReport:
        """Load the good products of a file."""

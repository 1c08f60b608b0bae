"""What the people who run the marketplace have to know."""

from dataclasses import dataclass
from typing import ClassVar

from store.events.base import Event


@dataclass(frozen=True, kw_only=True)
class ShopUnheard(Event):
    """An order waits in a shop in which nobody could be told of it; told to the operators."""

    name: ClassVar[str] = "shop_unheard"

    shop_id: int
    shop_name: str
    slug: str
    ref: str
    members: int

    @property
    def subject(self) -> str:
        """The shop."""
        return f"shop:{self.shop_id}"

    @property
    def occasion(self) -> str:
        """This order of the shop."""
        return f"{self.subject}:{self.ref}"

"""Buttons of shops and products."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class OpenShops(Button):
    """The list of shops."""

    PREFIX: ClassVar[str] = "ss"


@dataclass(frozen=True)
class OpenCategories(Button):
    """The list of categories."""

    PREFIX: ClassVar[str] = "gs"


@dataclass(frozen=True)
class OpenCategory(Button):
    """A page of a category's products; pages count from 1."""

    PREFIX: ClassVar[str] = "g"

    category_id: int
    page: int = 1


@dataclass(frozen=True)
class OpenShop(Button):
    """A page of a shop's products; pages count from 1."""

    PREFIX: ClassVar[str] = "s"

    shop_id: int
    page: int = 1


@dataclass(frozen=True)
class OpenProduct(Button):
    """A product with one of its pictures, a chosen variant (0 = none yet) and a quantity."""

    PREFIX: ClassVar[str] = "p"

    product_id: int
    picture: int = 0
    variant_id: int = 0
    quantity: int = 1


@dataclass(frozen=True)
class SendPictures(Button):
    """All pictures of a product at once; the page beneath them is the one they were asked on."""

    PREFIX: ClassVar[str] = "pa"

    product_id: int
    picture: int = 0
    variant_id: int = 0
    quantity: int = 1


@dataclass(frozen=True)
class ChooseVariant(Button):
    """The variants of a product to choose from; the quantity is kept.

    On the way to buying, choosing one goes on to the checkout card.
    """

    PREFIX: ClassVar[str] = "pv"

    product_id: int
    quantity: int = 1
    buying: bool = False


@dataclass(frozen=True)
class ChooseQuantity(Button):
    """How many of a variant."""

    PREFIX: ClassVar[str] = "pq"

    product_id: int
    variant_id: int
    quantity: int = 1

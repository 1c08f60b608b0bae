"""Buttons of a shop's desk."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class OpenDesk(Button):
    """The desk of a shop; 0 is the only one, or the choice among several."""

    PREFIX: ClassVar[str] = "d"

    shop_id: int = 0


@dataclass(frozen=True)
class OpenPile(Button):
    """A page of a pile of orders, by its place among the piles; pages count from 1."""

    PREFIX: ClassVar[str] = "dp"

    shop_id: int
    pile: int
    page: int = 1


@dataclass(frozen=True)
class OpenDeskOrder(Button):
    """An order as its shop sees it."""

    PREFIX: ClassVar[str] = "do"

    order_id: int


@dataclass(frozen=True)
class AskBuyer(Button):
    """Ask the buyer whether the parcel shall come."""

    PREFIX: ClassVar[str] = "da"

    order_id: int


@dataclass(frozen=True)
class Arrange(Button):
    """Begin to arrange the shipment."""

    PREFIX: ClassVar[str] = "dr"

    order_id: int


@dataclass(frozen=True)
class ArrangeBy(Button):
    """Arrange or correct it by the courier of this mark; 0 is the one that carries it as it is."""

    PREFIX: ClassVar[str] = "dn"

    order_id: int
    mark: int = 0


@dataclass(frozen=True)
class ChooseCarrier(Button):
    """The couriers that can carry the order."""

    PREFIX: ClassVar[str] = "dk"

    order_id: int


@dataclass(frozen=True)
class ArrangeInstead(Button):
    """Really this courier, although the buyer chose and paid another one."""

    PREFIX: ClassVar[str] = "dx"

    order_id: int
    mark: int


@dataclass(frozen=True)
class BringInstead(Button):
    """Really the shop's own people, although the buyer chose and paid a courier."""

    PREFIX: ClassVar[str] = "dz"

    order_id: int


@dataclass(frozen=True)
class BringOurselves(Button):
    """No number: the shop's own people bring it; asked once more."""

    PREFIX: ClassVar[str] = "dw"

    order_id: int


@dataclass(frozen=True)
class UseNumber(Button):
    """The typed number is right although it looks odd; the courier is kept."""

    PREFIX: ClassVar[str] = "du"

    order_id: int
    mark: int


@dataclass(frozen=True)
class HandOver(Button):
    """The courier has the parcel."""

    PREFIX: ClassVar[str] = "dh"

    order_id: int


@dataclass(frozen=True)
class Undo(Button):
    """Take back the last step, where the order is still in this version."""

    PREFIX: ClassVar[str] = "dc"

    order_id: int
    version: int


@dataclass(frozen=True)
class AddTrackingLine(Button):
    """Say where the parcel was seen."""

    PREFIX: ClassVar[str] = "dl"

    order_id: int


@dataclass(frozen=True)
class Arrived(Button):
    """Has the parcel arrived?"""

    PREFIX: ClassVar[str] = "dv"

    order_id: int


@dataclass(frozen=True)
class HasArrived(Button):
    """It has; what is to be paid at the door is asked for next."""

    PREFIX: ClassVar[str] = "di"

    order_id: int


@dataclass(frozen=True)
class MoneyCame(Button):
    """Whether the money has come."""

    PREFIX: ClassVar[str] = "dm"

    order_id: int
    came: bool


@dataclass(frozen=True)
class MoneyWaits(Button):
    """The parcel is there, the courier has not paid yet."""

    PREFIX: ClassVar[str] = "dq"

    order_id: int


@dataclass(frozen=True)
class TakeMoney(Button):
    """The money of a parcel that arrived before has come."""

    PREFIX: ClassVar[str] = "dd"

    order_id: int


@dataclass(frozen=True)
class AskCameBack(Button):
    """Why did the parcel come back?"""

    PREFIX: ClassVar[str] = "db"

    order_id: int


@dataclass(frozen=True)
class CameBack(Button):
    """The parcel came back: refused at the door, or for another reason."""

    PREFIX: ClassVar[str] = "dg"

    order_id: int
    refused: bool


@dataclass(frozen=True)
class JudgeGoods(Button):
    """Whether goods that came back can be sold again."""

    PREFIX: ClassVar[str] = "dj"

    order_id: int
    sellable: bool


@dataclass(frozen=True)
class OpenAccounts(Button):
    """The shop's bank accounts and e-wallets."""

    PREFIX: ClassVar[str] = "df"

    shop_id: int


@dataclass(frozen=True)
class OpenStock(Button):
    """A page of the shop's products with their stock; pages count from 1."""

    PREFIX: ClassVar[str] = "dt"

    shop_id: int
    page: int = 1


@dataclass(frozen=True)
class OpenStockSheet(Button):
    """The stock of one product."""

    PREFIX: ClassVar[str] = "ds"

    product_id: int


@dataclass(frozen=True)
class Recount(Button):
    """Set a variant's stock, where it is still what this button saw."""

    PREFIX: ClassVar[str] = "de"

    variant_id: int
    seen: int
    counted: int


@dataclass(frozen=True)
class TypeCount(Button):
    """Type a variant's stock."""

    PREFIX: ClassVar[str] = "dy"

    variant_id: int

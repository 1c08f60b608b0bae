"""What lies on a shop's desk, and the answers that are given there."""

from enum import StrEnum
from typing import Final


class Pile(StrEnum):
    """A heap of orders on the desk; an order to confirm lies among those to ship as well."""

    TO_SHIP = "TO_SHIP"
    TO_CONFIRM = "TO_CONFIRM"
    TO_COLLECT = "TO_COLLECT"
    ON_THE_WAY = "ON_THE_WAY"
    CAME_BACK = "CAME_BACK"
    DONE = "DONE"
    NOT_PAID = "NOT_PAID"
    CANCELLED = "CANCELLED"


# Nobody waits for these: they are looked up, the newest first.
LOOKED_UP: Final = frozenset({Pile.DONE, Pile.NOT_PAID, Pile.CANCELLED})
# What somebody at the shop has to do something about; the rest waits for others or for nobody.
FOR_SELLER: Final = frozenset({Pile.TO_SHIP, Pile.CAME_BACK})


class CodAnswer(StrEnum):
    """What a buyer says who is asked whether a parcel to be paid at the door shall come."""

    SEND = "SEND"
    CANCEL = "CANCEL"


class ReturnReason(StrEnum):
    """Why a parcel came back; the codes are spelled as the field spells them."""

    REFUSED = "returned_to_shipper_refused"
    OTHER = "returned_to_shipper_other"


class Goods(StrEnum):
    """What became of goods that came back."""

    SELLABLE = "SELLABLE"
    LOST = "LOST"

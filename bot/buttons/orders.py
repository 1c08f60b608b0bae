"""Buttons of the order list and the order page."""

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar

from bot.buttons.base import Button


class Door(IntEnum):
    """Through which menu the orders were opened; Back leads there again."""

    PROFILE = 0
    SHOP = 1
    INBOX = 2
    HOME = 3


@dataclass(frozen=True)
class OpenOrders(Button):
    """A page of a tab of the order list; pages count from 1."""

    PREFIX: ClassVar[str] = "os"

    door: int = Door.PROFILE
    tab: int = 0
    page: int = 1


@dataclass(frozen=True)
class OpenOrder(Button):
    """An order's page; the door, tab and page are where Back leads."""

    PREFIX: ClassVar[str] = "o"

    order_id: int
    door: int = Door.PROFILE
    tab: int = 0
    page: int = 1

"""Buttons for the people of a shop."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class OpenMembers(Button):
    """Who works in the shop."""

    PREFIX: ClassVar[str] = "m"

    shop_id: int


@dataclass(frozen=True)
class Invite(Button):
    """Make a one-time link for a new member of the staff."""

    PREFIX: ClassVar[str] = "mi"

    shop_id: int


@dataclass(frozen=True)
class AskDismissal(Button):
    """Should this person really leave the shop?"""

    PREFIX: ClassVar[str] = "mq"

    shop_id: int
    person_id: int


@dataclass(frozen=True)
class Dismiss(Button):
    """This person leaves the shop."""

    PREFIX: ClassVar[str] = "mr"

    shop_id: int
    person_id: int

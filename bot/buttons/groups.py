"""Buttons of a shop's group: on the desk, and in the group itself."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class OpenGroup(Button):
    """In which group the shop's people are told."""

    PREFIX: ClassVar[str] = "gr"

    shop_id: int


@dataclass(frozen=True)
class ConnectGroup(Button):
    """A fresh link for choosing a group."""

    PREFIX: ClassVar[str] = "gc"

    shop_id: int


@dataclass(frozen=True)
class ReleaseGroup(Button):
    """Let this group of the shop go; pressed on the desk."""

    PREFIX: ClassVar[str] = "gf"

    shop_id: int
    number: int


@dataclass(frozen=True)
class ReleaseHere(Button):
    """Let this group of the shop go; pressed in the group."""

    PREFIX: ClassVar[str] = "gh"

    number: int

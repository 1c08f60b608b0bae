"""Buttons that lead home and to help."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class Home(Button):
    """Back to the first screen."""

    PREFIX: ClassVar[str] = "h"


@dataclass(frozen=True)
class Help(Button):
    """What the bot can do."""

    PREFIX: ClassVar[str] = "hp"


@dataclass(frozen=True)
class GoOn(Button):
    """Go on with what was begun and not finished."""

    PREFIX: ClassVar[str] = "go"

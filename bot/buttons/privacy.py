"""Buttons of one's own data."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class OpenPrivacy(Button):
    """What is kept, why and how long."""

    PREFIX: ClassVar[str] = "y"


@dataclass(frozen=True)
class ShowMyData(Button):
    """A page of everything that is kept; pages count from 1."""

    PREFIX: ClassVar[str] = "yd"

    page: int = 1


@dataclass(frozen=True)
class AskErasure(Button):
    """Should everything really be forgotten?"""

    PREFIX: ClassVar[str] = "ya"


@dataclass(frozen=True)
class EraseMe(Button):
    """Forget everything; counts how often that was done when the question was asked."""

    PREFIX: ClassVar[str] = "ye"

    erasures: int

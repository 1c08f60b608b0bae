"""Buttons while an address is typed."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class NewAddress(Button):
    """Type a new address."""

    PREFIX: ClassVar[str] = "an"


@dataclass(frozen=True)
class FixField(Button):
    """Type one field of the address again, by its place in the form."""

    PREFIX: ClassVar[str] = "af"

    field: int


@dataclass(frozen=True)
class KeepField(Button):
    """What was typed for this field before is right."""

    PREFIX: ClassVar[str] = "ak"


@dataclass(frozen=True)
class ChooseCity(Button):
    """Which of two places of one name is meant, by its place in TWINS."""

    PREFIX: ClassVar[str] = "ac"

    twin: int
    regency: bool


@dataclass(frozen=True)
class StartOver(Button):
    """Forget what was typed and begin with the first field."""

    PREFIX: ClassVar[str] = "ao"


@dataclass(frozen=True)
class SaveAddress(Button):
    """The address is right."""

    PREFIX: ClassVar[str] = "as"


@dataclass(frozen=True)
class LeaveAddress(Button):
    """Stop typing the address; what was typed is kept for a while."""

    PREFIX: ClassVar[str] = "al"

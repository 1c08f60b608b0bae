"""Buttons of the profile and of the saved addresses."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class OpenProfile(Button):
    """Who one is here, and the way to everything of one's own."""

    PREFIX: ClassVar[str] = "u"


@dataclass(frozen=True)
class OpenAddresses(Button):
    """The saved addresses."""

    PREFIX: ClassVar[str] = "ua"


@dataclass(frozen=True)
class OpenAddress(Button):
    """One saved address."""

    PREFIX: ClassVar[str] = "ub"

    address_id: int


@dataclass(frozen=True)
class AddAddress(Button):
    """Type another address."""

    PREFIX: ClassVar[str] = "un"


@dataclass(frozen=True)
class EditField(Button):
    """Type one field of a saved address again, by its place in the form."""

    PREFIX: ClassVar[str] = "ue"

    address_id: int
    field: int


@dataclass(frozen=True)
class SetCity(Button):
    """Which of two places of one name a saved address is in, by its place in TWINS."""

    PREFIX: ClassVar[str] = "uc"

    address_id: int
    twin: int
    regency: bool


@dataclass(frozen=True)
class PreferAddress(Button):
    """Fill in this address first from now on."""

    PREFIX: ClassVar[str] = "uf"

    address_id: int


@dataclass(frozen=True)
class AskRemoval(Button):
    """Should this address really be removed?"""

    PREFIX: ClassVar[str] = "uq"

    address_id: int


@dataclass(frozen=True)
class RemoveAddress(Button):
    """Remove this address."""

    PREFIX: ClassVar[str] = "ur"

    address_id: int

"""Buttons of the settings; each carries what it makes true, so that a second press is harmless."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class OpenSettings(Button):
    """Language, zone and notices."""

    PREFIX: ClassVar[str] = "uo"


@dataclass(frozen=True)
class SetLanguage(Button):
    """Speak this language, by its place in the list."""

    PREFIX: ClassVar[str] = "gl"

    language: int


@dataclass(frozen=True)
class SetZone(Button):
    """Show times in this zone, by its place; 0 goes by the last address."""

    PREFIX: ClassVar[str] = "gz"

    zone: int


@dataclass(frozen=True)
class OpenNoticeSettings(Button):
    """Which notices are told, and whether the nights are quiet."""

    PREFIX: ClassVar[str] = "gn"


@dataclass(frozen=True)
class SetNotices(Button):
    """Tell this kind of notices, by its place, or only keep it."""

    PREFIX: ClassVar[str] = "gk"

    kind: int
    told: bool


@dataclass(frozen=True)
class SetQuietNights(Button):
    """Tell silently at night, or not."""

    PREFIX: ClassVar[str] = "gq"

    quiet: bool

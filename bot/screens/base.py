"""A screen: what one message shows, as plain JSON-able parts."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.buttons.base import Key

Rows = tuple[tuple[Key, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactKey:
    """A key in place of the phone's keyboard that shares a contact, and the words for it."""

    words: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """HTML text, rows of buttons and, where people look, one picture (by content hash).

    A contact key stands as long as screens that have one are shown; what is protected can be
    neither forwarded nor saved.
    """

    text: str
    rows: Rows = ()
    picture: str | None = None
    contact: ContactKey | None = None
    protected: bool = False

    def to_json(self) -> dict[str, Any]:
        """What is stored until the screen is sent."""
        return {
            "text": self.text,
            "rows": [[key.to_json() for key in row] for row in self.rows],
            "picture": self.picture,
            "contact": dataclasses.asdict(self.contact) if self.contact else None,
            "protected": self.protected,
        }

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Screen":
        """The screen that `to_json` described."""
        rows = tuple(tuple(Key(**key) for key in row) for row in stored["rows"])
        shared = stored.get("contact")
        return cls(
            text=stored["text"],
            rows=rows,
            picture=stored["picture"],
            contact=ContactKey(**shared) if shared else None,
            protected=stored.get("protected", False),
        )


def lines(*parts: str | None) -> str:
    """Join the lines that are there; None leaves a line out, an empty one stays as a gap."""
    return "\n".join(part for part in parts if part is not None)


def rows(*parts: Iterable[Key | None]) -> Rows:
    """Rows of buttons without those that are None and without empty rows."""
    kept = (tuple(key for key in part if key is not None) for part in parts)
    return tuple(row for row in kept if row)


def in_pairs(keys: Iterable[Key]) -> Rows:
    """Buttons two a row."""
    listed = list(keys)
    return tuple(tuple(listed[at : at + 2]) for at in range(0, len(listed), 2))


def in_threes(keys: Iterable[Key]) -> Rows:
    """Buttons three a row."""
    listed = list(keys)
    return tuple(tuple(listed[at : at + 3]) for at in range(0, len(listed), 3))

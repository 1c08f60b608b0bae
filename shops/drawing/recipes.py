"""What a recipe file says about each picture: which kind of thing, in which colours.

A table a picture, named like its file: kind (a word of kinds.py, or "card"), colours (#rrggbb:
body, trim, extra), label (under the thing, or a card's title), word (printed on it; “|” begins a
small second line), pattern (of batik.py), style (a cut that the kind knows), close_up (x, y,
times), rows (of a card, the heading first), ground (behind it all; the one on top of the file is
the shop's).
"""

import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from shops.drawing.colours import WHITE, Colour, colour, dim

# The built-in typeface has no others; a missing letter would be a box in the picture.
LETTERS: Final = frozenset(string.ascii_letters + string.digits + string.punctuation + " ·°")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paint:
    """How one thing looks: its colours, the word on it, its pattern and its cut."""

    body: Colour
    trim: Colour
    extra: Colour
    word: str = ""
    pattern: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """One picture."""

    name: str
    kind: str
    ground: Colour
    paint: Paint
    label: str
    close_up: tuple[float, float, float] | None
    rows: tuple[tuple[str, ...], ...]


def read(file: Path) -> tuple[Recipe, ...]:
    """Every picture of a recipe file; what stands on top of it holds for all of them."""
    words = tomllib.loads(file.read_text(encoding="utf-8"))
    common = {key: value for key, value in words.items() if not isinstance(value, dict)}
    return tuple(
        _recipe(name, common | said) for name, said in words.items() if isinstance(said, dict)
    )


def _recipe(name: str, said: Mapping[str, Any]) -> Recipe:
    view = said.get("close_up")
    rows = tuple(tuple(_legible(name, cell) for cell in row) for row in said.get("rows", ()))
    return Recipe(
        name=name,
        kind=said["kind"],
        ground=colour(said["ground"]),
        paint=_paint(name, said),
        label=_legible(name, said.get("label", "")),
        close_up=(view[0], view[1], view[2]) if view else None,
        rows=rows,
    )


def _paint(name: str, said: Mapping[str, Any]) -> Paint:
    body, *others = [colour(text) for text in said.get("colours", ("#888888",))]
    trim = others[0] if others else dim(body)
    return Paint(
        body=body,
        trim=trim,
        extra=others[1] if len(others) > 1 else WHITE,
        word=_legible(name, said.get("word", "")),
        pattern=said.get("pattern", ""),
        style=said.get("style", ""),
    )


def _legible(name: str, text: str) -> str:
    strange = set(text) - LETTERS
    if strange:
        raise ValueError(f"{name}: no letters for {' '.join(sorted(strange))}")
    return text

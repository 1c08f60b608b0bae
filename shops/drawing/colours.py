"""Colours and their neighbours."""

from typing import Final, TypeAlias

Colour: TypeAlias = tuple[int, int, int]

WHITE: Final[Colour] = (255, 255, 255)
INK: Final[Colour] = (46, 44, 52)
PAPER: Final[Colour] = (250, 247, 240)
STEEL: Final[Colour] = (176, 182, 190)
WOOD: Final[Colour] = (196, 148, 98)
LEAF: Final[Colour] = (74, 140, 88)
EARTH: Final[Colour] = (92, 66, 52)


def colour(text: str) -> Colour:
    """The colour written as #rrggbb."""
    if len(text) != 7 or not text.startswith("#"):
        raise ValueError(f"not a colour: {text}")
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """The first colour with a share (0 to 1) of the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def lit(base: Colour, share: float = 0.22) -> Colour:
    """The colour where light falls on it."""
    return mix(base, WHITE, share)


def dim(base: Colour, share: float = 0.2) -> Colour:
    """The colour in the shade; very dark ones stay readable."""
    return mix(base, (24, 20, 36), share)


def is_dark(base: Colour) -> bool:
    """Whether white reads better on it than ink."""
    return base[0] * 0.3 + base[1] * 0.59 + base[2] * 0.11 < 140

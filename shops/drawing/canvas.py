"""A sheet on which outlines are filled and lines are drawn, finer than it will be shown."""

import contextlib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from shops.drawing.colours import Colour, dim
from shops.drawing.forms import Point, moved, oval

SIDE: Final = 800
FINER: Final = 2


class Canvas:
    """A sheet of 800 by 800 units; a close-up shows a part of it larger."""

    def __init__(self, ground: Colour) -> None:
        self._image = Image.new("RGB", (SIDE * FINER, SIDE * FINER), ground)
        self._pen = ImageDraw.Draw(self._image)
        self._centre: Point = (SIDE / 2, SIDE / 2)
        self._times = 1.0
        self._shade = dim(ground, 0.16)

    def look(self, centre: Point, times: float) -> None:
        """From now on show what is around a point, so many times larger."""
        self._centre, self._times = centre, times

    def fill(self, outline: Sequence[Point], paint: Colour) -> None:
        """Fill a closed outline."""
        self._pen.polygon(self._placed(outline), fill=paint)

    def stroke(self, line: Sequence[Point], paint: Colour, width: float) -> None:
        """Draw along a line, its ends and bends round."""
        placed, thick = self._placed(line), self._long(width)
        self._pen.line(placed, fill=paint, width=max(1, round(thick)), joint="curve")
        for x, y in (placed[0], placed[-1]):
            reach = thick / 2 - 0.5
            self._pen.ellipse((x - reach, y - reach, x + reach, y + reach), fill=paint)

    def ring(self, outline: Sequence[Point], paint: Colour, width: float) -> None:
        """Draw along a closed outline."""
        self.stroke([*outline, outline[0], outline[1]], paint, width)

    def cast(self, outline: Sequence[Point]) -> None:
        """The shadow of something that lies flat."""
        self.fill(moved(outline, 9, 15), self._shade)

    def dot(self, x: float, y: float, radius: float, paint: Colour) -> None:
        """Fill a circle."""
        self.fill(oval(x, y, radius), paint)

    def word(
        self,
        at: Point,
        text: str,
        size: float,
        paint: Colour,
        *,
        anchor: str = "mm",
        bold: bool = False,
    ) -> None:
        """Write a word; its place is its middle unless the anchor says otherwise."""
        letters = round(self._long(size))
        weight = max(1, letters // 34) if bold else 0
        [place] = self._placed([at])
        font = _font(letters)
        self._pen.text(place, text, fill=paint, font=font, anchor=anchor, stroke_width=weight)

    def width_of(self, text: str, size: float) -> float:
        """How many units a word would take."""
        return _font(round(self._long(size))).getlength(text) / self._long(1)

    @contextlib.contextmanager
    def inside(self, outline: Sequence[Point]) -> Iterator[None]:
        """What is drawn meanwhile shows only inside the outline."""
        below, pen = self._image, self._pen
        self._image = below.copy()
        self._pen = ImageDraw.Draw(self._image)
        yield
        mask = Image.new("L", below.size)
        ImageDraw.Draw(mask).polygon(self._placed(outline), fill=255)
        below.paste(self._image, mask=mask)
        self._image, self._pen = below, pen

    def seen(self) -> Image.Image:
        """The sheet as it will be shown."""
        return self._image.reduce(FINER)

    def _placed(self, line: Sequence[Point]) -> list[Point]:
        (left, top), middle = self._centre, SIDE / 2
        return [
            (
                ((x - left) * self._times + middle) * FINER,
                ((y - top) * self._times + middle) * FINER,
            )
            for x, y in line
        ]

    def _long(self, units: float) -> float:
        return units * self._times * FINER


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)
    return font

"""Patterns printed on cloth: batik of the coast and the courts, and woven stripes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from shops.drawing.canvas import Canvas
from shops.drawing.colours import dim, lit, mix
from shops.drawing.forms import Point, arc, box, moved, oval, path, star, turned
from shops.drawing.recipes import Paint

Printer = Callable[[Canvas, Paint], None]


def printed(canvas: Canvas, outline: Sequence[Point], paint: Paint) -> None:
    """Fill an outline with the body colour and, when the paint names one, its pattern."""
    canvas.fill(outline, paint.body)
    if paint.pattern:
        with canvas.inside(outline):
            PATTERNS[paint.pattern](canvas, paint)


def parang(canvas: Canvas, paint: Paint) -> None:
    """Slanting rows of blades."""
    blade = path("M 0 0 C 34 -6 52 14 44 40 C 38 60 16 58 8 44 C 24 44 28 30 14 22 C 4 16 0 8 0 0")
    for row in range(-8, 9):
        centre = row * 92
        band = [(-400.0, centre), (1200.0, centre), (1200.0, centre + 12), (-400.0, centre + 12)]
        canvas.fill(turned(moved(band, 0, 400), -45), paint.trim)
        for step in range(-8, 26):
            place = moved(blade, step * 48, centre + 430)
            canvas.fill(turned(place, -45), paint.trim)
            eye = oval(step * 48 + 8, centre + 492, 7)
            canvas.fill(turned(eye, -45), paint.extra)


def kawung(canvas: Canvas, paint: Paint) -> None:
    """Four palm fruits around a point, row by row."""
    for x in range(0, 880, 88):
        for y in range(60, 780, 88):
            for angle in (45, 135, 225, 315):
                petal = turned(oval(x, y - 33, 17, 28), angle, (x, y))
                canvas.fill(petal, paint.trim)
                canvas.fill(turned(oval(x, y - 36, 4, 11), angle, (x, y)), paint.body)
            canvas.dot(x, y, 5, paint.extra)
            canvas.dot(x + 44, y + 44, 7, paint.extra)


def truntum(canvas: Canvas, paint: Paint) -> None:
    """Small stars, scattered evenly."""
    for row, y in enumerate(range(80, 760, 56)):
        for x in range(-20 + row % 2 * 40, 860, 80):
            canvas.fill(star(x, y, 21, 8, 8), paint.trim)
            canvas.dot(x, y, 7, paint.extra)
            canvas.dot(x + 40, y, 5, mix(paint.body, paint.trim, 0.6))


def clouds(canvas: Canvas, paint: Paint) -> None:
    """Mega mendung: clouds in rings of lighter and lighter tones."""
    lobes = ((0, 0, 46), (-46, 14, 32), (46, 14, 32), (-84, 24, 18), (84, 24, 18))
    for row, y in enumerate(range(110, 820, 112)):
        for x in range(60 - row % 2 * 120, 960, 240):
            for ring in range(4):
                tone = mix(paint.trim, paint.extra, ring / 3)
                for right, down, radius in lobes:
                    wide = radius - ring * 9
                    if wide > 0:
                        canvas.fill(oval(x + right, y + down, wide * 1.1, wide), tone)
            canvas.fill(box(x - 110, y + 32, x + 110, y + 60), paint.body)
            canvas.stroke([(x - 96, y + 34), (x + 96, y + 34)], paint.trim, 7)


def flowers(canvas: Canvas, paint: Paint) -> None:
    """Buketan: flowers on winding stems."""
    for x, y in (
        (210, 210),
        (470, 300),
        (250, 470),
        (560, 540),
        (380, 640),
        (650, 220),
        (90, 620),
    ):
        stem = path(f"M {x} {y} C {x + 70} {y + 30} {x + 20} {y + 100} {x + 110} {y + 130}")
        canvas.stroke(stem, paint.extra, 7)
        for angle in (20, 150):
            leaf = oval(x + 70, y + 92, 30, 12)
            canvas.fill(turned(leaf, angle, (x + 46, y + 84)), paint.extra)
        for angle in range(0, 360, 60):
            canvas.fill(turned(oval(x, y - 30, 18, 28), angle, (x, y)), paint.trim)
        canvas.dot(x, y, 18, lit(paint.trim, 0.5))
        canvas.dot(x, y, 9, dim(paint.trim, 0.3))


def patches(canvas: Canvas, paint: Paint) -> None:
    """Sekar jagad: fields like islands on a map, each filled in its own way."""
    for row, y in enumerate(range(100, 800, 108)):
        for column, x in enumerate(range(70 - row % 2 * 70, 860, 140)):
            number = row * 2 + column
            tone = (paint.trim, paint.extra, lit(paint.body, 0.25))[number % 3]
            canvas.fill(oval(x, y, 66, 50), tone)
            ink = paint.body if number % 3 < 2 else paint.trim
            for angle in range(0, 360, 60):
                canvas.fill(turned(oval(x, y - 24, 6, 13), angle, (x, y)), ink)
            canvas.dot(x, y, 8, ink)


def stripes(canvas: Canvas, paint: Paint) -> None:
    """Lurik: narrow upright stripes."""
    for x in range(60, 760, 44):
        canvas.fill(box(x, 0, x + 10, 800), paint.trim)
        canvas.fill(box(x + 18, 0, x + 22, 800), paint.extra)


def checks(canvas: Canvas, paint: Paint) -> None:
    """Squares as on a sarong."""
    for step in range(40, 800, 84):
        canvas.fill(box(step, 0, step + 26, 800), mix(paint.body, paint.trim, 0.6))
        canvas.fill(box(0, step, 800, step + 26), mix(paint.body, paint.trim, 0.6))
    for x in range(40, 800, 84):
        for y in range(40, 800, 84):
            canvas.fill(box(x, y, x + 26, y + 26), paint.trim)
        canvas.fill(box(x + 50, 0, x + 54, 800), paint.extra)
        canvas.fill(box(0, x + 50, 800, x + 54), paint.extra)


def scales(canvas: Canvas, paint: Paint) -> None:
    """Half circles that overlap like waves."""
    for row, y in enumerate(range(60, 840, 44)):
        for x in range(-44 + row % 2 * 44, 880, 88):
            canvas.fill(arc(x, y, 44, 180, 360), paint.body)
            for radius in (40, 26, 12):
                canvas.stroke(arc(x, y, radius, 180, 360), paint.trim, 5)


PATTERNS: Final[Mapping[str, Printer]] = {
    "parang": parang,
    "kawung": kawung,
    "truntum": truntum,
    "mega": clouds,
    "bunga": flowers,
    "sekar": patches,
    "lurik": stripes,
    "kotak": checks,
    "ombak": scales,
}

"""Cards with measures or contents, as shops add them behind the photos."""

from typing import Final

from shops.drawing.canvas import Canvas
from shops.drawing.colours import INK, WHITE, dim, is_dark, lit, mix
from shops.drawing.forms import box
from shops.drawing.recipes import Recipe

KIND: Final = "card"
TOP: Final = 216
BOTTOM: Final = 690
LEFT: Final = 90
RIGHT: Final = 710


def table(canvas: Canvas, recipe: Recipe) -> None:
    """A titled table; its first row is the heading."""
    accent = recipe.paint.body
    canvas.fill(box(58, 66, 742, 746, 36), dim(recipe.ground, 0.12))
    canvas.fill(box(50, 56, 750, 736, 36), WHITE)
    canvas.fill(box(50, 56, 750, 180, 36), accent)
    canvas.fill(box(50, 130, 750, 180), accent)
    ink = WHITE if is_dark(accent) else INK
    canvas.word((LEFT, 118), recipe.label, 46, ink, anchor="lm", bold=True)
    _rows(canvas, recipe)


def _rows(canvas: Canvas, recipe: Recipe) -> None:
    high = (BOTTOM - TOP) / max(len(recipe.rows), 5)
    for number, cells in enumerate(recipe.rows):
        middle = TOP + high * (number + 0.5)
        if number % 2:
            stripe = box(LEFT - 16, middle - high / 2, RIGHT + 16, middle + high / 2, 14)
            canvas.fill(stripe, mix(WHITE, lit(recipe.paint.body, 0.6), 0.3))
        _cells(canvas, cells, middle, min(36, high * 0.5, 120 / len(cells)), heading=not number)


def _cells(
    canvas: Canvas, cells: tuple[str, ...], middle: float, size: float, *, heading: bool
) -> None:
    ink = mix(INK, WHITE, 0.35) if heading else INK
    canvas.word((LEFT, middle), cells[0], size, ink, anchor="lm", bold=not heading)
    for number, text in enumerate(reversed(cells[1:])):
        right = RIGHT - number * (RIGHT - LEFT) / len(cells)
        canvas.word((right, middle), text, size, ink, anchor="rm")

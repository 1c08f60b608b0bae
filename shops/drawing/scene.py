"""A whole picture: soft background, shadow, the thing itself, a label; packed small."""

import io
from typing import Final

from PIL import Image

from shops.drawing import cards
from shops.drawing.canvas import Canvas
from shops.drawing.colours import INK, WHITE, Colour, dim, lit, mix
from shops.drawing.forms import box, oval
from shops.drawing.kinds import KINDS, Kind
from shops.drawing.recipes import Recipe

TONES: Final = 64


def draw(recipe: Recipe) -> bytes:
    """The PNG of a recipe, the same bytes every time."""
    return _packed(_drawn(recipe).seen())


def _drawn(recipe: Recipe) -> Canvas:
    canvas = Canvas(recipe.ground)
    if recipe.kind == cards.KIND:
        cards.table(canvas, recipe)
        return canvas
    kind = KINDS[recipe.kind]
    if recipe.close_up:
        _close_up(canvas, recipe)
    else:
        canvas.fill(oval(400, 390, 352), lit(recipe.ground, 0.45))
        x, y, times = kind.view
        canvas.look((x, y), times)
        _floor(canvas, recipe.ground, kind)
    kind.draw(canvas, recipe.paint)
    canvas.look((400, 400), 1)
    _label(canvas, recipe.label)
    return canvas


def _close_up(canvas: Canvas, recipe: Recipe) -> None:
    assert recipe.close_up is not None
    x, y, times = recipe.close_up
    canvas.fill(oval(150, 160, 420), lit(recipe.ground, 0.3))
    canvas.look((x, y), times)


def _floor(canvas: Canvas, ground: Colour, kind: Kind) -> None:
    if not kind.shadow:
        return
    for share, deep in ((1.0, 0.06), (0.93, 0.1), (0.86, 0.14), (0.78, 0.19)):
        shade = mix(dim(ground, deep), lit(ground), 0.1)
        canvas.fill(oval(kind.middle, kind.floor, kind.shadow * share, 30 * share), shade)


def _label(canvas: Canvas, text: str) -> None:
    if not text:
        return
    half = canvas.width_of(text, 32) / 2 + 30
    canvas.fill(box(400 - half, 712, 400 + half, 768, 28), WHITE)
    canvas.word((400, 739), text, 32, INK)


def _packed(image: Image.Image) -> bytes:
    few = image.quantize(TONES, Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE)
    file = io.BytesIO()
    few.save(file, "PNG", optimize=True)
    return file.getvalue()

"""Cloth and the small things that are sewn from it."""

from shops.drawing.batik import printed
from shops.drawing.canvas import Canvas
from shops.drawing.colours import WHITE, WOOD, dim, lit
from shops.drawing.forms import Outline, arc, box, oval, path, turned
from shops.drawing.recipes import Paint


def cloth(canvas: Canvas, paint: Paint) -> None:
    """A folded length of cloth with a paper band."""
    back = path("M 214 150 L 640 150 L 640 610 L 214 610")
    front = path("M 160 190 L 586 190 L 586 660 L 160 660")
    canvas.cast(back)
    printed(canvas, back, paint)
    with canvas.inside(back):
        canvas.fill(box(586, 150, 640, 610), dim(paint.body, 0.25))
    canvas.cast(front)
    printed(canvas, front, paint)
    canvas.stroke([(160, 194), (586, 194)], lit(paint.body, 0.3), 7)
    canvas.stroke([(582, 194), (582, 660)], dim(paint.body, 0.4), 7)
    canvas.fill(box(152, 380, 594, 476), WHITE)
    canvas.stroke([(152, 394), (594, 394)], paint.trim, 4)
    canvas.stroke([(152, 462), (594, 462)], paint.trim, 4)
    canvas.word((373, 428), paint.word, 34, dim(paint.body, 0.2), bold=True)


def scarf(canvas: Canvas, paint: Paint) -> None:
    """A shawl that hangs in two ends with fringes."""
    left = path(
        "M 250 120 C 300 90 480 90 540 120 C 470 190 400 210 396 300 L 376 610 L 216 590"
        " C 230 400 230 240 250 120"
    )
    right = path(
        "M 540 120 C 570 300 570 430 590 640 L 436 660 C 430 480 420 330 370 240"
        " C 440 220 500 190 540 120"
    )
    for end, (low, start, stop) in ((right, (648, 446, 584)), (left, (602, 226, 372))):
        canvas.cast(end)
        printed(canvas, end, paint)
        for x in range(start, stop, 15):
            canvas.stroke([(x, low), (x - 3, low + 46)], paint.trim, 6)
    canvas.stroke(path("M 250 122 C 330 200 470 190 540 122"), dim(paint.body, 0.35), 10)


def tote(canvas: Canvas, paint: Paint) -> None:
    """A shopping bag of cloth with a printed field."""
    for middle in (372, 428):
        canvas.stroke(
            path(f"M {middle - 104} 340 C {middle - 110} 60 {middle + 110} 60 {middle + 104} 340"),
            dim(paint.trim, 0.1 if middle > 400 else 0),
            26,
        )
    bag = path("M 176 300 L 624 300 C 640 420 650 540 646 660 L 154 660 C 150 540 160 420 176 300")
    canvas.cast(bag)
    canvas.fill(bag, paint.trim)
    field = path("M 168 380 L 632 380 L 642 570 L 158 570")
    printed(canvas, field, paint)
    canvas.stroke([(178, 322), (622, 322)], dim(paint.trim, 0.24), 4)
    for x in (268, 476):
        canvas.fill(box(x - 13, 300, x + 13, 366), dim(paint.trim, 0.08))
        canvas.fill(box(x + 43, 300, x + 69, 366), dim(paint.trim, 0.14))
    canvas.word((400, 616), paint.word, 32, dim(paint.body, 0.2), bold=True)


def pouch(canvas: Canvas, paint: Paint) -> None:
    """A flat purse with a zip and a wrist strap."""
    canvas.stroke(
        path("M 640 300 C 760 320 740 500 690 540 C 650 570 620 480 644 320"), paint.trim, 15
    )
    purse = box(120, 260, 650, 600, 40)
    canvas.cast(purse)
    printed(canvas, purse, paint)
    with canvas.inside(purse):
        canvas.fill(box(120, 260, 660, 326), paint.trim)
        canvas.stroke([(150, 300), (620, 300)], dim(paint.trim, 0.45), 13)
        for x in range(156, 620, 15):
            canvas.stroke([(x, 296), (x, 304)], lit(paint.trim, 0.5), 4)
    canvas.fill(box(586, 284, 650, 316, 10), paint.extra)
    tag = box(180, 500, 330, 556, 6)
    canvas.fill(tag, lit(WOOD, 0.35))
    canvas.word((255, 527), paint.word, 26, dim(WOOD, 0.5), bold=True)


def fan(canvas: Canvas, paint: Paint) -> None:
    """A folding fan, opened."""
    wide = [*arc(400, 560, 390, 196, 344), *reversed(arc(400, 560, 170, 196, 344))]
    canvas.cast(wide)
    for step in range(13):
        rib = box(396, 205, 404, 590, 4)
        canvas.fill(turned(rib, -72 + step * 12, (400, 560)), WOOD)
    printed(canvas, wide, paint)
    with canvas.inside(wide):
        for step in range(13):
            fold = _ray(-74 + step * 12.3, 10)
            canvas.fill(fold, dim(paint.body, 0.3))
        canvas.ring(oval(400, 560, 386), paint.extra, 16)
    for angle in (-76, 76):
        canvas.fill(turned(box(388, 180, 412, 600, 10), angle, (400, 560)), dim(WOOD, 0.2))
    canvas.dot(400, 560, 16, dim(WOOD, 0.4))
    canvas.stroke(path("M 400 566 C 380 600 400 630 396 660"), paint.trim, 8)
    canvas.stroke([(396, 640), (396, 690)], paint.trim, 22)


def cushion(canvas: Canvas, paint: Paint) -> None:
    """A square cushion with piping."""
    pillow = path(
        "M 150 170 C 300 200 500 200 650 170 C 622 320 622 480 650 636"
        " C 500 606 300 606 150 636 C 178 480 178 320 150 170"
    )
    canvas.cast(pillow)
    printed(canvas, pillow, paint)
    canvas.ring(pillow, paint.trim, 10)


def _ray(angle: float, width: float) -> Outline:
    return turned(box(400 - width / 2, 150, 400 + width / 2, 420), angle, (400, 560))

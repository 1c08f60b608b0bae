"""Food and drink as it is packed for sale."""

from shops.drawing.canvas import Canvas
from shops.drawing.colours import INK, PAPER, WHITE, Colour, dim, is_dark, lit, mix
from shops.drawing.forms import Outline, box, drum, oval, path, symmetric, turned
from shops.drawing.recipes import Paint


def standing_bag(canvas: Canvas, paint: Paint) -> None:
    """A bag that stands by itself, as coffee comes in."""
    bag = symmetric(
        path("M 238 150 C 230 280 222 420 206 600 C 204 640 230 652 260 652 L 400 656")
    )
    canvas.fill(bag, paint.body)
    with canvas.inside(bag):
        canvas.fill(box(480, 100, 700, 700), dim(paint.body, 0.12))
        canvas.fill(path("M 200 652 C 300 560 500 560 600 652"), dim(paint.body, 0.22))
        canvas.fill(box(200, 130, 600, 196), dim(paint.body, 0.2))
        canvas.stroke([(226, 196), (580, 196)], lit(paint.body, 0.3), 4)
        canvas.stroke(path("M 262 210 C 254 340 246 460 236 590"), lit(paint.body, 0.22), 12)
    canvas.dot(400, 236, 15, dim(paint.body, 0.3))
    canvas.dot(400, 236, 6, dim(paint.body, 0.6))
    _paper(canvas, box(270, 280, 530, 540, 16), paint)
    emblem = {"daun": _leaf, "buah": _fruit}.get(paint.style, _bean)
    emblem(canvas, 400, 352, paint.trim)


def pillow_bag(canvas: Canvas, paint: Paint) -> None:
    """A bag of crisps, sealed at both ends."""
    bag = symmetric(
        path("M 214 130 L 226 200 C 196 300 190 420 206 540 L 200 640 C 260 648 330 650 400 650")
    )
    canvas.fill(bag, paint.body)
    with canvas.inside(bag):
        for x in range(210, 600, 16):
            canvas.stroke([(x, 130), (x, 172)], dim(paint.body, 0.25), 5)
            canvas.stroke([(x, 612), (x, 652)], dim(paint.body, 0.25), 5)
        canvas.fill(
            path("M 560 180 C 530 320 530 460 570 640 L 660 640 L 660 180"), dim(paint.body, 0.14)
        )
        canvas.stroke(path("M 252 220 C 228 320 226 440 240 560"), lit(paint.body, 0.4), 12)
        canvas.fill(oval(400, 520, 168, 100), lit(paint.body, 0.2))
        for angle, x, y in ((20, 330, 520), (-30, 400, 500), (60, 470, 530), (100, 380, 560)):
            chip = oval(x, y, 54, 34)
            canvas.fill(turned(chip, angle, (x, y)), paint.extra)
            canvas.ring(turned(chip, angle, (x, y)), dim(paint.extra, 0.24), 5)
    ribbon = path("M 180 262 C 320 236 480 236 620 262 L 620 384 C 480 358 320 358 180 384")
    with canvas.inside(bag):
        canvas.fill(ribbon, paint.trim)
    canvas.word((400, 306), paint.word, 48, _ink(paint.trim), bold=True)


def jar(canvas: Canvas, paint: Paint) -> None:
    """A glass jar with a screw lid and a label."""
    glass = box(236, 236, 564, 650, 52)
    canvas.fill(box(256, 150, 544, 240, 18), paint.trim)
    with canvas.inside(box(256, 150, 544, 240, 18)):
        for x in range(270, 540, 22):
            canvas.stroke([(x, 176), (x, 240)], dim(paint.trim, 0.2), 6)
        canvas.fill(box(256, 150, 544, 170), lit(paint.trim))
    canvas.fill(glass, mix(paint.body, WHITE, 0.66))
    with canvas.inside(glass):
        canvas.fill(path("M 252 310 C 330 290 470 330 548 306 L 548 634 L 252 634"), paint.body)
        for step in range(26):
            x, y = 268 + step * 97 % 270, 330 + step * 61 % 300
            canvas.dot(x, y, 9, dim(paint.body, 0.22) if step % 2 else lit(paint.body, 0.25))
        canvas.fill(box(258, 262, 276, 620, 9), lit(paint.body, 0.6))
    _paper(canvas, box(290, 386, 510, 574, 12), paint)


def syrup(canvas: Canvas, paint: Paint) -> None:
    """A tall bottle of something sweet to dilute."""
    glass = symmetric(
        path(
            "M 366 170 L 366 256 C 360 310 300 320 296 390 L 296 610 C 296 640 310 652 336 652"
            " L 400 652"
        )
    )
    canvas.fill(glass, paint.body)
    with canvas.inside(glass):
        canvas.fill(box(300, 160, 500, 240), lit(paint.body, 0.5))
        canvas.fill(box(462, 250, 520, 660), dim(paint.body, 0.2))
        canvas.fill(box(316, 390, 334, 620, 9), lit(paint.body, 0.5))
    canvas.fill(box(354, 104, 446, 180, 10), paint.trim)
    canvas.fill(box(354, 158, 446, 170), dim(paint.trim, 0.3))
    _paper(canvas, box(296, 412, 504, 576), paint)


def bar(canvas: Canvas, paint: Paint) -> None:
    """A chocolate bar, half out of its wrapper."""
    canvas.fill(box(176, 300, 330, 540, 10), paint.extra)
    for x in (184, 258):
        for y in (308, 386, 464):
            canvas.fill(box(x, y, x + 66, y + 70, 8), lit(paint.extra, 0.14))
            canvas.fill(box(x + 8, y + 10, x + 58, y + 60, 6), lit(paint.extra, 0.06))
    foil = path(
        "M 300 286 L 336 306 L 306 336 L 338 366 L 306 398 L 338 430 L 306 462 L 338 494"
        " L 304 524 L 336 546 L 660 556 L 660 286"
    )
    canvas.fill([(x - 12, y) for x, y in foil], PAPER)
    wrapper = path("M 336 284 L 664 284 L 664 556 L 336 556")
    canvas.cast(wrapper)
    canvas.fill(wrapper, paint.body)
    canvas.fill(box(336, 500, 664, 524), paint.trim)
    canvas.fill(box(336, 316, 664, 324), paint.trim)
    canvas.word((500, 412), paint.word, 50, _ink(paint.body), bold=True)


def carton(canvas: Canvas, paint: Paint) -> None:
    """A box with sachets before it."""
    side = path("M 560 190 L 660 240 L 660 600 L 560 640")
    canvas.fill(side, dim(paint.body, 0.3))
    canvas.fill(path("M 180 190 L 560 190 L 660 240 L 300 240"), lit(paint.body, 0.3))
    canvas.fill(box(180, 190, 560, 640), paint.body)
    canvas.fill(box(180, 540, 560, 572), paint.trim)
    _paper(canvas, box(216, 240, 524, 500, 14), paint)
    _cup(canvas, 370, 330, paint.trim)
    for x, angle in ((500, -8), (590, 9)):
        sachet = turned(box(x, 470, x + 96, 646, 4), angle, (x + 48, 646))
        canvas.fill(sachet, lit(paint.trim, 0.15 if x == 500 else 0.3))
        canvas.stroke([sachet[0], sachet[1]], dim(paint.trim, 0.3), 7)


def tin(canvas: Canvas, paint: Paint) -> None:
    """A round tin with a lid."""
    can = drum(400, 250, 606, 190, 44)
    canvas.fill(can, paint.body)
    with canvas.inside(can):
        canvas.fill(box(500, 200, 640, 700), dim(paint.body, 0.14))
        canvas.fill(box(228, 240, 250, 660), lit(paint.body, 0.4))
    canvas.fill(box(204, 212, 596, 262), paint.trim)
    canvas.fill(oval(400, 262, 196, 40), paint.trim)
    canvas.fill(oval(400, 212, 196, 44), lit(paint.trim))
    canvas.ring(oval(400, 212, 168, 34), paint.trim, 5)
    _paper(canvas, box(262, 340, 538, 566, 16), paint)


def sugar(canvas: Canvas, paint: Paint) -> None:
    """Discs of palm sugar, stacked and tied with leaf."""
    for number, (x, y) in enumerate(((400, 570), (280, 606), (520, 606), (400, 520), (404, 436))):
        tone = mix(paint.body, WHITE, 0.06 * (number % 2))
        canvas.fill(box(x - 120, y - 50, x + 120, y + 30, 36), dim(tone, 0.16))
        canvas.fill(oval(x, y - 46, 118, 36), lit(tone, 0.18))
        canvas.ring(oval(x, y - 46, 92, 26), tone, 5)
    canvas.stroke(path("M 404 356 C 384 420 384 480 394 540"), paint.trim, 22)
    canvas.fill(turned(oval(444, 336, 66, 20), -24, (444, 336)), paint.trim)
    canvas.fill(turned(oval(354, 338, 62, 18), 28, (354, 338)), lit(paint.trim))
    canvas.word((400, 566), paint.word, 30, WHITE, bold=True)


def _paper(canvas: Canvas, field: Outline, paint: Paint) -> None:
    """A paper label with the word on its lower half; “|” begins a second, smaller line."""
    canvas.fill(field, paint.extra)
    left, right = min(x for x, _ in field), max(x for x, _ in field)
    top, low = min(y for _, y in field), max(y for _, y in field)
    name, _, small = paint.word.partition("|")
    size = min(46, (right - left - 28) / max(canvas.width_of(name, 1.0), 1) if name else 46)
    deep = top + (low - top) * (0.66 if low - top > 240 else 0.44)
    canvas.word(((left + right) / 2, deep), name, size, _ink(paint.extra), bold=True)
    canvas.word(((left + right) / 2, deep + 46), small, 25, _ink(paint.extra))
    canvas.stroke([(left + 18, low - 14), (right - 18, low - 14)], paint.trim, 7)


def _bean(canvas: Canvas, x: float, y: float, tone: Colour) -> None:
    for shift, angle in ((-34, -24), (34, 24)):
        place = (x + shift, y)
        canvas.fill(turned(oval(x + shift, y, 28, 42), angle, place), tone)
        groove = path(
            f"M {x + shift} {y - 36} C {x + shift + 18} {y - 12} {x + shift - 18}"
            f" {y + 12} {x + shift} {y + 36}"
        )
        canvas.stroke(turned(groove, angle, place), lit(tone, 0.6), 6)


def _leaf(canvas: Canvas, x: float, y: float, tone: Colour) -> None:
    blade = path(
        f"M {x - 60} {y + 30} C {x - 50} {y - 50} {x + 20} {y - 60} {x + 64} {y - 46}"
        f" C {x + 60} {y + 20} {x} {y + 60} {x - 60} {y + 30}"
    )
    canvas.fill(blade, tone)
    canvas.stroke([(x - 66, y + 38), (x + 40, y - 28)], lit(tone, 0.6), 6)


def _fruit(canvas: Canvas, x: float, y: float, tone: Colour) -> None:
    canvas.dot(x, y + 6, 42, tone)
    canvas.dot(x - 14, y - 8, 9, lit(tone, 0.6))
    canvas.fill(turned(oval(x + 22, y - 44, 24, 10), -24, (x + 22, y - 44)), (86, 140, 80))


def _cup(canvas: Canvas, x: float, y: float, tone: Colour) -> None:
    canvas.ring(oval(x + 48, y + 2, 20, 18), tone, 9)
    canvas.fill(
        path(
            f"M {x - 56} {y - 26} L {x + 50} {y - 26} C {x + 50} {y + 40} {x + 20} {y + 44}"
            f" {x - 3} {y + 44} C {x - 30} {y + 44} {x - 56} {y + 40} {x - 56} {y - 26}"
        ),
        tone,
    )


def _ink(ground: Colour) -> Colour:
    return WHITE if is_dark(ground) else INK

"""Skin care in its bottles, tubes and jars."""

from shops.drawing.canvas import Canvas
from shops.drawing.colours import INK, WHITE, Colour, dim, is_dark, lit, mix
from shops.drawing.forms import arc, box, oval, path, symmetric, turned
from shops.drawing.recipes import Paint


def dropper(canvas: Canvas, paint: Paint) -> None:
    """A small bottle of serum with a dropper."""
    bulb = symmetric(path("M 378 96 C 356 110 362 170 366 226 L 400 226"))
    canvas.fill(bulb, paint.trim)
    canvas.fill(box(340, 214, 460, 306, 12), dim(paint.trim, 0.25))
    for x in range(352, 456, 16):
        canvas.stroke([(x, 230), (x, 296)], paint.trim, 5)
    glass = symmetric(
        path(
            "M 352 300 L 352 330 C 300 346 272 362 270 410 L 270 616 C 270 640 284 652 308 652"
            " L 400 652"
        )
    )
    canvas.fill(glass, paint.body)
    with canvas.inside(glass):
        canvas.fill(box(476, 300, 560, 660), dim(paint.body, 0.16))
        canvas.fill(box(292, 400, 308, 630, 8), lit(paint.body, 0.5))
    _label(canvas, paint, 318, 406, 482, 616)


def tube(canvas: Canvas, paint: Paint) -> None:
    """A tube that stands on its cap."""
    body = path(
        "M 256 110 L 544 110 C 540 260 524 400 500 556 L 300 556 C 276 400 260 260 256 110"
    )
    canvas.fill(body, paint.body)
    with canvas.inside(body):
        canvas.fill(path("M 486 100 L 560 100 L 520 570 L 450 570"), dim(paint.body, 0.1))
        canvas.fill(box(240, 100, 560, 138), dim(paint.body, 0.16))
        for x in range(262, 548, 14):
            canvas.stroke([(x, 112), (x, 136)], lit(paint.body, 0.2), 4)
        canvas.fill(
            path("M 200 430 C 320 380 460 480 600 420 L 600 600 L 200 600"),
            mix(paint.body, paint.trim, 0.55),
        )
        canvas.stroke(path("M 292 160 C 300 280 312 400 330 540"), lit(paint.body, 0.6), 9)
    canvas.fill(box(292, 552, 508, 652, 16), paint.trim)
    canvas.fill(box(292, 552, 508, 566), dim(paint.trim, 0.2))
    name, _, small = paint.word.partition("|")
    ink = _ink(paint.body)
    canvas.word((400, 262), name, _fitting(canvas, name, 190), ink, bold=True)
    canvas.word((400, 318), small, 26, ink)


def cream(canvas: Canvas, paint: Paint) -> None:
    """A low jar of cream with a round lid."""
    canvas.fill(box(190, 260, 610, 430, 30), paint.trim)
    with canvas.inside(box(190, 260, 610, 430, 30)):
        canvas.fill(box(190, 260, 610, 296), lit(paint.trim, 0.3))
        canvas.fill(box(520, 260, 610, 440), dim(paint.trim, 0.12))
    canvas.fill(box(214, 424, 586, 446), dim(paint.body, 0.3))
    pot = box(176, 440, 624, 650, 56)
    canvas.fill(pot, paint.body)
    with canvas.inside(pot):
        canvas.fill(box(520, 430, 640, 660), dim(paint.body, 0.12))
        canvas.fill(box(206, 470, 222, 620, 8), lit(paint.body, 0.5))
    name, _, small = paint.word.partition("|")
    ink = _ink(paint.body)
    canvas.word((390, 526), name, _fitting(canvas, name, 280), ink, bold=True)
    canvas.word((390, 580), small, 27, ink)


def pump(canvas: Canvas, paint: Paint) -> None:
    """A bottle with a pump; the cut "semprot" sprays."""
    if paint.style == "semprot":
        canvas.fill(box(352, 116, 448, 200, 14), paint.trim)
        canvas.fill(box(376, 96, 424, 124, 8), dim(paint.trim, 0.2))
        canvas.dot(360, 142, 7, INK)
    else:
        canvas.fill(path("M 276 132 L 420 112 L 436 150 L 292 168"), paint.trim)
        canvas.fill(box(372, 112, 436, 166, 12), paint.trim)
        canvas.fill(box(390, 160, 412, 206), dim(paint.trim, 0.2))
    canvas.fill(box(340, 196, 460, 266, 12), dim(paint.trim, 0.12))
    body = box(268, 258, 532, 652, 44)
    canvas.fill(body, paint.body)
    with canvas.inside(body):
        canvas.fill(box(466, 240, 560, 660), dim(paint.body, 0.12))
        canvas.fill(box(290, 300, 306, 620, 8), lit(paint.body, 0.5))
    _label(canvas, paint, 318, 340, 482, 590)


def soap(canvas: Canvas, paint: Paint) -> None:
    """A bar of soap with a paper band and bubbles."""
    for x, y, radius in ((560, 240, 46), (640, 310, 26), (500, 190, 22), (606, 190, 16)):
        canvas.dot(x, y, radius, mix(paint.body, WHITE, 0.72))
        canvas.dot(x - radius * 0.3, y - radius * 0.3, radius * 0.25, WHITE)
    canvas.fill(box(150, 400, 650, 650, 70), dim(paint.body, 0.22))
    top = box(150, 360, 650, 600, 76)
    canvas.fill(top, paint.body)
    canvas.ring(box(186, 392, 614, 568, 54), lit(paint.body, 0.3), 7)
    for step in range(18):
        canvas.dot(200 + step * 89 % 410, 396 + step * 53 % 172, 6, dim(paint.body, 0.16))
    band = path("M 300 356 L 500 356 L 500 650 L 300 650")
    canvas.fill(band, paint.extra)
    canvas.fill(box(300, 596, 500, 604), dim(paint.extra, 0.2))
    name, _, small = paint.word.partition("|")
    canvas.word((400, 460), name, _fitting(canvas, name, 170), INK, bold=True)
    canvas.word((400, 512), small, 25, INK)
    canvas.stroke([(324, 556), (476, 556)], paint.trim, 6)


def sachet(canvas: Canvas, paint: Paint) -> None:
    """A flat sachet with a face mask."""
    for tilt, tone in ((9, dim(paint.body, 0.14)), (-3, paint.body)):
        packet = turned(box(216, 120, 584, 660, 14), tilt)
        canvas.cast(packet)
        canvas.fill(packet, tone)
    with canvas.inside(packet):
        canvas.fill(turned(box(200, 120, 600, 164), -3), dim(paint.body, 0.16))
        canvas.fill(turned(box(200, 616, 600, 670), -3), dim(paint.body, 0.16))
        canvas.fill(oval(400, 330, 116, 140), paint.extra)
        for x in (354, 446):
            canvas.fill(oval(x, 306, 30, 15), paint.body)
        canvas.fill(oval(400, 404, 40, 14), paint.body)
        canvas.stroke(path("M 400 330 C 392 350 388 360 404 364"), dim(paint.extra, 0.16), 6)
        for x, y in ((290, 230), (512, 236), (300, 440), (508, 440)):
            canvas.dot(x, y, 15, paint.trim)
    name, _, small = paint.word.partition("|")
    canvas.word((404, 524), name, _fitting(canvas, name, 280), _ink(paint.body), bold=True)
    canvas.word((406, 578), small, 27, _ink(paint.body))


def balm(canvas: Canvas, paint: Paint) -> None:
    """A lip balm, its cap beside it."""
    canvas.fill(path("M 330 260 C 340 180 420 150 450 190 L 450 300 L 330 300"), paint.trim)
    canvas.fill(
        path("M 330 260 C 340 180 420 150 450 190 C 410 190 360 220 352 270"),
        lit(paint.trim, 0.35),
    )
    canvas.fill(box(322, 290, 458, 370, 8), WHITE)
    body = box(306, 356, 474, 650, 18)
    canvas.fill(body, paint.body)
    with canvas.inside(body):
        canvas.fill(box(430, 350, 490, 660), dim(paint.body, 0.14))
        canvas.fill(box(300, 596, 480, 660), dim(paint.body, 0.26))
        for x in range(314, 470, 15):
            canvas.stroke([(x, 604), (x, 648)], dim(paint.body, 0.45), 5)
    canvas.word(
        (390, 470), paint.word, _fitting(canvas, paint.word, 140), _ink(paint.body), bold=True
    )
    canvas.stroke([(342, 520), (438, 520)], paint.extra, 6)
    canvas.fill(box(520, 420, 680, 650, 22), paint.body)
    canvas.fill(box(538, 440, 554, 630, 8), lit(paint.body, 0.45))


def pads(canvas: Canvas, paint: Paint) -> None:
    """Washable cotton rounds, stacked beside one that lies open."""
    for step in range(6):
        y = 610 - step * 46
        canvas.fill(box(150, y - 36, 440, y + 24, 26), dim(paint.body, 0.12 if step % 2 else 0.04))
        canvas.stroke([(164, y - 4), (426, y - 4)], paint.trim, 5)
    canvas.fill(oval(295, 346, 145, 34), lit(paint.body, 0.3))
    canvas.ring(oval(295, 346, 122, 26), paint.trim, 5)
    canvas.dot(552, 512, 136, paint.body)
    canvas.ring(oval(552, 512, 118), paint.trim, 7)
    for turn in range(0, 360, 20):
        [dot] = turned([(552, 442)], turn, (552, 512))
        canvas.dot(*dot, 5, dim(paint.body, 0.18))
    canvas.stroke(arc(552, 512, 40, 200, 340), paint.extra, 8)


def _label(
    canvas: Canvas, paint: Paint, left: float, top: float, right: float, low: float
) -> None:
    canvas.fill(box(left, top, right, low, 8), paint.extra)
    name, _, small = paint.word.partition("|")
    middle, ink = (left + right) / 2, _ink(paint.extra)
    size = _fitting(canvas, name, right - left - 24)
    canvas.word((middle, top + (low - top) * 0.36), name, size, ink, bold=True)
    canvas.word((middle, top + (low - top) * 0.56), small, 23, ink)
    canvas.stroke([(left + 28, low - 34), (right - 28, low - 34)], paint.trim, 7)


def _fitting(canvas: Canvas, text: str, width: float) -> float:
    """The largest size up to 46 at which a word fits into a width."""
    return min(46, 40 * width / max(canvas.width_of(text, 40), 1))


def _ink(ground: Colour) -> Colour:
    return WHITE if is_dark(ground) else INK

"""What stands in a kitchen."""

from shops.drawing.canvas import Canvas
from shops.drawing.colours import STEEL, WHITE, WOOD, Colour, dim, lit, mix
from shops.drawing.forms import Outline, box, drum, moved, oval, path, symmetric, turned
from shops.drawing.recipes import Paint


def mug(canvas: Canvas, paint: Paint) -> None:
    """A mug with a handle; the cut "garis" has stripes, "enamel" a dark rim."""
    canvas.ring(oval(566, 450, 92, 108), dim(paint.body, 0.14), 36)
    body = drum(380, 290, 604, 190, 40)
    canvas.fill(body, paint.body)
    with canvas.inside(body):
        canvas.fill(box(476, 200, 620, 700), dim(paint.body, 0.12))
        canvas.fill(box(214, 330, 232, 590, 9), lit(paint.body, 0.4))
        if paint.style == "garis":
            for y in (470, 510, 550):
                canvas.fill(box(100, y, 660, y + 22), paint.trim)
    canvas.fill(oval(380, 290, 190, 40), lit(paint.body, 0.3))
    canvas.fill(oval(380, 296, 168, 30), dim(paint.body, 0.35))
    if paint.style == "enamel":
        canvas.ring(oval(380, 290, 188, 39), paint.trim, 12)
    canvas.word((380, 410), paint.word, 50, paint.trim, bold=True)


def pan(canvas: Canvas, paint: Paint) -> None:
    """A frying pan from above, its handle to the right."""
    handle = turned(box(540, 372, 800, 428, 26), 28, (340, 400))
    canvas.cast(handle)
    canvas.fill(handle, paint.trim)
    canvas.fill(turned(box(560, 380, 780, 392, 6), 28, (340, 400)), lit(paint.trim, 0.3))
    canvas.fill(turned(oval(772, 400, 10), 28, (340, 400)), WHITE)
    rim = oval(330, 390, 248)
    canvas.cast(rim)
    canvas.fill(rim, paint.body)
    canvas.ring(oval(330, 390, 240), lit(paint.body, 0.3), 10)
    canvas.dot(330, 390, 212, dim(paint.body, 0.3))
    for radius in (180, 150, 120, 90, 60, 30):
        canvas.ring(oval(330, 390, radius), dim(paint.body, 0.4), 4)
    canvas.stroke(path("M 160 330 C 190 240 260 200 330 196"), lit(paint.body, 0.45), 14)


def pot(canvas: Canvas, paint: Paint) -> None:
    """A cooking pot with two handles and a glass lid."""
    for x in (130, 670):
        canvas.ring(box(x - 44, 376, x + 44, 430, 26), paint.trim, 22)
    body = box(150, 330, 650, 646, 60)
    canvas.fill(body, paint.body)
    with canvas.inside(body):
        canvas.fill(box(500, 300, 700, 700), dim(paint.body, 0.14))
        canvas.fill(box(180, 300, 204, 610, 12), lit(paint.body, 0.4))
        canvas.fill(box(100, 330, 700, 352), dim(paint.body, 0.26))
    dome = path("M 140 330 C 180 210 620 210 660 330")
    canvas.fill(dome, mix(STEEL, WHITE, 0.5))
    with canvas.inside(dome):
        canvas.stroke(path("M 200 300 C 260 250 360 244 420 244"), WHITE, 14)
    canvas.stroke([(146, 330), (654, 330)], STEEL, 20)
    canvas.fill(box(376, 196, 424, 244, 8), dim(paint.trim, 0.2))
    canvas.fill(box(350, 172, 450, 208, 18), paint.trim)
    canvas.word((400, 500), paint.word, 40, lit(paint.body, 0.6), bold=True)


def bowls(canvas: Canvas, paint: Paint) -> None:
    """Three bowls, the smallest on top."""
    for number, (wide, low) in enumerate(((230, 640), (190, 500), (150, 380))):
        tone = (paint.body, paint.trim, paint.extra)[number]
        top = low - 150
        bowl = path(
            f"M {400 - wide} {top} C {400 - wide} {low} {400 - wide / 2} {low} 400 {low}"
            f" C {400 + wide / 2} {low} {400 + wide} {low} {400 + wide} {top}"
        )
        canvas.fill(bowl, tone)
        with canvas.inside(bowl):
            canvas.fill(box(400 + wide * 0.45, top, 700, low), dim(tone, 0.12))
            canvas.stroke(
                path(
                    f"M {420 - wide} {top + 20} C {424 - wide} {low - 60}"
                    f" {430 - wide / 2} {low - 24} 380 {low - 20}"
                ),
                lit(tone, 0.35),
                9,
            )
        canvas.fill(oval(400, top, wide, wide * 0.17), lit(tone, 0.3))
        canvas.fill(oval(400, top + 4, wide * 0.9, wide * 0.13), dim(tone, 0.2))


def knife(canvas: Canvas, paint: Paint) -> None:
    """A kitchen knife on a board."""
    _board(canvas, lit(WOOD, 0.25))
    blade = path("M 330 240 L 560 240 C 640 250 690 300 700 350 L 330 350")
    tilt = -28
    for part, tone in (
        (blade, mix(STEEL, WHITE, 0.4)),
        (path("M 330 318 L 692 326 L 700 350 L 330 350"), WHITE),
        (box(120, 246, 332, 330, 26), paint.body),
    ):
        placed = turned(moved(part, -20, 110), tilt, (400, 400))
        if tone == paint.body:
            canvas.cast(placed)
        canvas.fill(placed, tone)
    for x in (170, 230, 290):
        canvas.fill(turned(moved(oval(x, 288, 10), -20, 110), tilt), paint.trim)


def board(canvas: Canvas, paint: Paint) -> None:
    """A chopping board with a hole to hang it by."""
    _board(canvas, paint.body)


def dripper(canvas: Canvas, paint: Paint) -> None:
    """A coffee dripper on a glass server."""
    glass = symmetric(
        path("M 290 420 C 240 470 214 540 220 610 C 222 640 250 650 280 650 L 400 650")
    )
    canvas.ring(oval(590, 530, 62, 84), paint.trim, 22)
    canvas.fill(glass, mix(STEEL, WHITE, 0.66))
    with canvas.inside(glass):
        canvas.fill(box(200, 548, 600, 700), paint.extra)
        canvas.fill(oval(400, 548, 200, 18), lit(paint.extra, 0.3))
        canvas.stroke(path("M 290 460 C 256 510 246 560 250 610"), WHITE, 12)
    canvas.fill(box(270, 396, 530, 424, 12), paint.trim)
    cone = path("M 206 176 L 594 176 L 462 384 L 338 384")
    canvas.fill(cone, paint.body)
    with canvas.inside(cone):
        for shift in range(-160, 200, 56):
            canvas.stroke(
                path(
                    f"M {400 + shift} 180 C {390 + shift * 0.8} 260 {410 + shift * 0.4}"
                    f" 330 {400 + shift * 0.3} 390"
                ),
                dim(paint.body, 0.16),
                7,
            )
        canvas.fill(path("M 520 176 L 600 176 L 462 384 L 430 384"), dim(paint.body, 0.12))
    canvas.fill(oval(400, 176, 196, 34), lit(paint.body, 0.35))
    canvas.fill(oval(400, 180, 170, 26), paint.extra)
    canvas.fill(box(300, 378, 500, 400, 10), dim(paint.body, 0.2))


def tumbler(canvas: Canvas, paint: Paint) -> None:
    """A drinking cup to take along."""
    body = path(
        "M 268 240 L 532 240 L 500 630 C 498 646 488 652 474 652 L 326 652"
        " C 312 652 302 646 300 630"
    )
    canvas.stroke([(452, 210), (486, 70)], paint.extra, 20)
    canvas.fill(body, paint.body)
    with canvas.inside(body):
        canvas.fill(path("M 470 200 L 560 200 L 520 660 L 440 660"), dim(paint.body, 0.14))
        canvas.stroke([(306, 290), (334, 610)], lit(paint.body, 0.4), 14)
        canvas.fill(box(200, 590, 600, 660), paint.trim)
    canvas.fill(box(246, 184, 554, 250, 24), paint.trim)
    canvas.fill(box(262, 194, 538, 208, 7), lit(paint.trim))
    canvas.word((400, 430), paint.word, 40, paint.extra, bold=True)


def container(canvas: Canvas, paint: Paint) -> None:
    """Food boxes with clip lids, stacked."""
    for wide, top, low in ((250, 470, 648), (206, 316, 462), (164, 190, 308)):
        glass = box(400 - wide, top, 400 + wide, low, 24)
        canvas.fill(glass, mix(paint.body, WHITE, 0.62))
        with canvas.inside(glass):
            canvas.fill(box(400 - wide, low - (low - top) * 0.45, 400 + wide, low), paint.extra)
            canvas.fill(box(424 - wide, top + 30, 438 - wide, low - 16, 7), WHITE)
        canvas.fill(box(388 - wide, top - 12, 412 + wide, top + 24, 12), paint.body)
        for x in (400 - wide * 0.6, 400 + wide * 0.6):
            canvas.fill(box(x - 30, top - 4, x + 30, top + 40, 8), paint.trim)


def _board(canvas: Canvas, tone: Colour) -> None:
    shape: Outline = turned(box(170, 200, 640, 620, 48), 6)
    handle = turned(box(352, 96, 458, 240, 46), 6)
    canvas.cast(handle)
    canvas.cast(shape)
    canvas.fill(handle, tone)
    canvas.fill(shape, tone)
    with canvas.inside(shape):
        for y in (270, 340, 400, 480, 550):
            grain = path(f"M 130 {y} C 260 {y - 26} 420 {y + 30} 700 {y - 6}")
            canvas.stroke(grain, dim(tone, 0.13), 7)
    canvas.fill(turned(oval(405, 142, 18), 6), dim(tone, 0.6))
    canvas.stroke([shape[22], shape[40]], dim(tone, 0.2), 4)

"""What makes a room pleasant."""

from shops.drawing.canvas import Canvas
from shops.drawing.colours import INK, WHITE, WOOD, dim, lit, mix
from shops.drawing.forms import box, oval, path, star, turned
from shops.drawing.recipes import Paint


def lamp(canvas: Canvas, paint: Paint) -> None:
    """A table lamp that is on."""
    canvas.fill(path("M 250 360 L 550 360 L 660 640 L 140 640"), mix(paint.extra, WHITE, 0.45))
    canvas.fill(box(386, 350, 414, 620), paint.trim)
    canvas.fill(box(386, 350, 394, 620), lit(paint.trim, 0.3))
    canvas.fill(oval(400, 632, 132, 26), dim(paint.trim, 0.2))
    canvas.fill(oval(400, 620, 132, 26), paint.trim)
    shade = path("M 300 130 L 500 130 L 590 370 L 210 370")
    canvas.fill(shade, paint.body)
    with canvas.inside(shade):
        canvas.fill(path("M 440 100 L 520 100 L 620 400 L 490 400"), dim(paint.body, 0.14))
        for x, low in ((330, 262), (370, 344), (430, 456), (470, 538)):
            canvas.stroke([(x, 120), (low, 380)], dim(paint.body, 0.1), 5)
        canvas.fill(box(180, 346, 620, 380), lit(paint.body, 0.45))
    canvas.stroke([(460, 370), (460, 440)], dim(paint.trim, 0.1), 4)
    canvas.dot(460, 448, 10, paint.trim)


def basket(canvas: Canvas, paint: Paint) -> None:
    """A woven basket with two handles."""
    for x in (214, 586):
        canvas.ring(oval(x, 300, 54, 66), dim(paint.body, 0.24), 20)
    body = path(
        "M 160 300 L 640 300 C 636 430 616 540 586 650 L 214 650 C 184 540 164 430 160 300"
    )
    canvas.fill(body, paint.body)
    with canvas.inside(body):
        for row, y in enumerate(range(312, 660, 36)):
            for x in range(120 + row % 2 * 30, 700, 60):
                canvas.fill(box(x, y, x + 46, y + 26, 11), dim(paint.body, 0.16))
                canvas.fill(box(x, y, x + 46, y + 9, 4), lit(paint.body, 0.25))
        canvas.fill(box(100, 470, 700, 536), paint.trim)
    canvas.fill(box(146, 284, 654, 322, 19), lit(paint.body, 0.15))
    for x in range(160, 650, 34):
        canvas.stroke([(x, 314), (x + 14, 292)], dim(paint.body, 0.25), 6)


def candle(canvas: Canvas, paint: Paint) -> None:
    """A scented candle in a glass."""
    glass = box(246, 310, 554, 650, 34)
    flame = path("M 400 140 C 440 190 446 230 400 256 C 354 230 366 190 400 140")
    canvas.dot(400, 210, 96, mix((255, 220, 140), WHITE, 0.4))
    canvas.fill(flame, (247, 168, 58))
    canvas.fill(
        path("M 400 190 C 420 214 420 236 400 250 C 382 236 384 214 400 190"), (255, 232, 150)
    )
    canvas.fill(glass, mix(paint.body, WHITE, 0.7))
    with canvas.inside(glass):
        canvas.fill(box(246, 372, 554, 660), paint.body)
        canvas.fill(oval(400, 372, 154, 18), lit(paint.body, 0.35))
        canvas.fill(box(270, 330, 286, 630, 8), lit(paint.body, 0.5))
    canvas.stroke([(400, 250), (400, 370)], INK, 8)
    canvas.fill(box(310, 430, 490, 590, 8), paint.extra)
    name, _, small = paint.word.partition("|")
    canvas.word((400, 494), name, 32, INK, bold=True)
    canvas.word((400, 538), small, 22, INK)
    canvas.stroke([(330, 566), (470, 566)], paint.trim, 5)


def clock(canvas: Canvas, paint: Paint) -> None:
    """A wall clock at ten past ten."""
    canvas.cast(oval(400, 390, 268))
    canvas.dot(400, 390, 268, paint.body)
    canvas.ring(oval(400, 390, 258), lit(paint.body, 0.25), 10)
    canvas.dot(400, 390, 224, paint.extra)
    for hour in range(12):
        long = 30 if hour % 3 == 0 else 16
        mark = box(394, 182, 406, 182 + long, 4)
        canvas.fill(turned(mark, hour * 30, (400, 390)), paint.trim)
    canvas.fill(turned(box(391, 272, 409, 410, 9), -56, (400, 390)), INK)
    canvas.fill(turned(box(394, 210, 406, 414, 6), 60, (400, 390)), INK)
    canvas.fill(turned(box(397, 200, 403, 440, 3), 128, (400, 390)), paint.body)
    canvas.dot(400, 390, 16, paint.body)
    canvas.word((400, 490), paint.word, 26, paint.trim)


def diffuser(canvas: Canvas, paint: Paint) -> None:
    """A bottle with reeds that spread a scent."""
    for angle in (-26, -13, 2, 14, 27):
        canvas.fill(turned(box(396, 80, 404, 460), angle, (400, 440)), dim(WOOD, 0.15))
    bottle = path(
        "M 362 350 L 438 350 L 438 400 C 520 410 540 440 540 480 L 540 610"
        " C 540 640 520 650 490 650 L 310 650 C 280 650 260 640 260 610 L 260 480"
        " C 260 440 280 410 362 400"
    )
    canvas.fill(bottle, mix(paint.body, WHITE, 0.5))
    with canvas.inside(bottle):
        canvas.fill(box(240, 500, 560, 660), paint.body)
        canvas.fill(box(278, 470, 292, 630, 7), WHITE)
    canvas.fill(box(352, 330, 448, 368, 8), paint.trim)
    canvas.fill(box(318, 490, 482, 610, 8), paint.extra)
    canvas.word((400, 540), paint.word, 30, INK, bold=True)
    canvas.fill(star(400, 582, 14, 6, 6), paint.trim)


def rug(canvas: Canvas, paint: Paint) -> None:
    """A rolled-out mat with fringes, from above."""
    mat = box(130, 230, 670, 590, 8)
    for y in range(238, 590, 16):
        canvas.stroke([(104, y), (696, y)], dim(paint.extra, 0.1), 6)
    canvas.cast(mat)
    canvas.fill(mat, paint.body)
    with canvas.inside(mat):
        for inset, tone in (
            (24, paint.trim),
            (36, paint.body),
            (60, paint.extra),
            (68, paint.body),
        ):
            canvas.fill(box(130 + inset, 230 + inset, 670 - inset, 590 - inset), tone)
        for x in range(240, 600, 80):
            for wide, tone in ((64, paint.trim), (40, paint.extra), (18, paint.body)):
                canvas.fill(
                    [
                        (x, 410 - wide),
                        (x + wide * 0.6, 410),
                        (x, 410 + wide),
                        (x - wide * 0.6, 410),
                    ],
                    tone,
                )

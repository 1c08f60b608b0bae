"""Shoes, sandals and socks, seen from the side."""

from typing import Final

from shops.drawing.canvas import Canvas
from shops.drawing.colours import Colour, dim, lit
from shops.drawing.forms import Outline, box, moved, oval, path
from shops.drawing.recipes import Paint

UPPER: Final = path(
    "M 128 560 C 112 490 116 420 138 356 C 150 334 178 334 192 352 C 218 398 284 400 318 346"
    " C 330 326 356 328 370 346 C 416 420 500 452 592 474 C 662 490 702 518 704 562"
)
SOLE: Final = path(
    "M 112 546 C 200 562 300 542 400 554 C 520 568 620 562 708 548 C 724 586 700 628 648 630"
    " L 172 630 C 126 630 100 602 112 546"
)
CUSHION: Final = path(
    "M 108 536 C 200 556 300 536 400 550 C 520 564 630 558 714 540 C 738 586 712 646 652 648"
    " L 160 648 C 108 648 84 606 108 536"
)
LACES: Final = (
    ((372, 372), (352, 424)),
    ((412, 404), (386, 452)),
    ((458, 428), (430, 474)),
    ((508, 448), (482, 492)),
)


def shoe(canvas: Canvas, paint: Paint) -> None:
    """A running shoe; the cut "tebal" has a thick sole, "jalan" is for walking."""
    canvas.fill(UPPER, paint.body)
    with canvas.inside(UPPER):
        _panels(canvas, paint)
    _collar(canvas, paint.body)
    for top, end in LACES:
        canvas.stroke([top, end], dim(paint.extra, 0.12), 17)
        canvas.stroke([top, end], paint.extra, 11)
    _sole(canvas, paint, CUSHION if paint.style == "tebal" else SOLE)


def sandal(canvas: Canvas, paint: Paint) -> None:
    """A trekking sandal with three straps."""
    bed = path("M 96 560 C 180 536 330 566 420 566 C 520 566 640 548 706 560 L 700 600 L 104 600")
    for strap in (
        path("M 138 556 C 146 420 196 380 250 372 L 286 404 C 230 420 200 470 196 560"),
        path("M 268 566 C 290 450 350 410 410 406 L 446 440 C 390 458 352 500 344 570"),
        path("M 470 566 C 486 480 540 446 586 446 L 622 480 C 580 490 554 520 546 566"),
    ):
        _strap(canvas, strap, paint)
    canvas.stroke(path("M 190 420 C 260 330 330 356 400 430"), paint.trim, 34)
    canvas.stroke(path("M 190 414 C 260 324 330 350 400 424"), lit(paint.trim, 0.16), 10)
    canvas.fill(box(224, 338, 292, 380, 10), dim(paint.body, 0.35))
    canvas.fill(bed, lit(paint.body, 0.15))
    sole = path("M 92 574 L 710 574 C 716 616 690 640 650 640 L 150 640 C 108 640 88 616 92 574")
    canvas.fill(sole, dim(paint.body, 0.3))
    with canvas.inside(sole):
        for x in range(100, 720, 36):
            canvas.fill(box(x, 622, x + 20, 650, 4), dim(paint.body, 0.6))


def slipper(canvas: Canvas, paint: Paint) -> None:
    """A pair of woven slippers from above."""
    left = path(
        "M 240 150 C 330 150 372 230 362 350 C 352 450 360 520 348 590 C 330 690 190 690 170 590"
        " C 156 500 152 430 146 350 C 140 230 170 150 240 150"
    )
    for pair in (left, moved([(800 - x, y) for x, y in left], 0)):
        canvas.cast(pair)
        canvas.fill(pair, paint.extra)
        canvas.ring(pair, dim(paint.extra, 0.2), 12)
        with canvas.inside(pair):
            top = [(x, min(y, 400 + abs(x - 400) * 0.1)) for x, y in pair]
            canvas.fill(moved(top, 0, 12), dim(paint.extra, 0.18))
            canvas.fill(top, paint.body)
            for y in range(190, 430, 44):
                canvas.stroke([(130, y + 20), (670, y + 20)], paint.trim, 7)
            for x in range(140, 680, 44):
                canvas.stroke([(x, 140), (x + 6, 420)], lit(paint.body, 0.2), 5)


def socks(canvas: Canvas, paint: Paint) -> None:
    """A pair of socks, one behind the other."""
    front = path(
        "M 250 150 L 400 150 C 404 280 400 360 404 410 C 410 450 470 480 540 510 C 640 552 630 660"
        " 530 660 L 380 654 C 290 640 246 580 246 490 C 250 380 254 260 250 150"
    )
    _sock(canvas, moved(front, 70, -30), dim(paint.body, 0.12), dim(paint.trim, 0.12), -30, 70)
    _sock(canvas, moved(front, -40, 0), paint.body, paint.trim, 0, -40)
    canvas.word((282, 300), paint.word, 34, paint.extra, bold=True)


def _sock(
    canvas: Canvas, line: Outline, body: Colour, trim: Colour, down: float, right: float
) -> None:
    canvas.cast(line)
    canvas.fill(line, body)
    with canvas.inside(line):
        canvas.fill(oval(250 + right, 590 + down, 96), trim)
        canvas.fill(oval(600 + right, 610 + down, 104), trim)
        canvas.fill(box(200 + right, 140 + down, 460 + right, 212 + down), trim)
        for x in range(200, 460, 22):
            canvas.stroke([(x + right, 144 + down), (x + right, 206 + down)], lit(trim, 0.2), 5)
        canvas.fill(box(200 + right, 352 + down, 460 + right, 372 + down), trim)
        canvas.fill(box(200 + right, 388 + down, 460 + right, 400 + down), trim)


def _panels(canvas: Canvas, paint: Paint) -> None:
    canvas.fill(oval(160, 570, 130, 110), dim(paint.body, 0.22))
    canvas.fill(oval(720, 590, 150, 92), dim(paint.body, 0.22))
    canvas.fill(oval(735, 610, 130, 76), paint.trim)
    tongue = path(
        "M 318 346 C 330 326 356 328 370 346 C 416 420 500 452 592 474 L 540 520"
        " C 440 490 350 450 318 346"
    )
    canvas.fill(tongue, dim(paint.body, 0.12))
    if paint.style == "jalan":
        for y, width in ((500, 12), (530, 6)):
            canvas.stroke(
                path(f"M 120 {y} C 240 {y - 40} 340 {y + 50} 520 {y + 20}"), paint.trim, width
            )
    else:
        for lift in (0, 34, 68):
            swing = path(
                f"M 150 {520 - lift} C 250 {560 - lift} 330 {500 - lift} 470 {556 - lift}"
            )
            canvas.stroke(swing, paint.trim, 13)
    for row in range(3):
        for step in range(4 - row):
            canvas.dot(560 + step * 26 + row * 14, 492 + row * 20, 5, dim(paint.body, 0.4))


def _collar(canvas: Canvas, body: Colour) -> None:
    opening = path("M 146 352 C 156 336 176 338 188 354 C 218 404 286 406 322 350")
    canvas.stroke(opening, dim(body, 0.4), 16)
    canvas.stroke(path("M 132 370 C 122 430 122 470 130 530"), lit(body, 0.25), 9)


def _sole(canvas: Canvas, paint: Paint, line: Outline) -> None:
    canvas.fill(line, paint.extra)
    with canvas.inside(line):
        canvas.fill(box(60, 612, 760, 660), dim(paint.body, 0.3))
        canvas.stroke(moved(line[:61], 0, 30), dim(paint.extra, 0.16), 8)
        for x in range(110, 720, 44):
            canvas.fill(box(x, 634, x + 22, 660, 4), dim(paint.body, 0.65))


def _strap(canvas: Canvas, line: Outline, paint: Paint) -> None:
    canvas.fill(line, paint.body)
    with canvas.inside(line):
        canvas.fill(moved(line, 26, 16), paint.trim)
        canvas.fill(moved(line, 44, 26), paint.body)

"""Clothes, laid out flat as shops photograph them."""

from typing import Final

from shops.drawing.batik import printed
from shops.drawing.canvas import Canvas
from shops.drawing.colours import Colour, dim, lit
from shops.drawing.forms import Outline, box, mirrored, oval, path, symmetric
from shops.drawing.recipes import Paint

TEE: Final = symmetric(
    path(
        "M 318 160 L 246 186 C 200 204 178 226 160 270 L 102 400 L 204 450 L 246 372"
        " C 256 470 250 570 242 664 C 300 674 360 676 400 676"
    )
)
LONG: Final = symmetric(
    path(
        "M 318 160 L 246 186 C 206 202 186 226 176 270 C 150 380 130 490 116 616 L 204 632"
        " C 220 540 232 460 248 380 C 256 480 252 580 246 668 C 300 678 360 680 400 680"
    )
)
SHORTS: Final = symmetric(
    path("M 234 200 C 210 340 180 470 158 600 L 366 626 C 376 560 388 480 400 430")
)
LEGGINGS: Final = symmetric(
    path(
        "M 282 130 C 250 240 246 330 258 430 C 268 520 276 610 286 684 L 368 684"
        " C 376 590 388 440 400 330"
    )
)
DRESS: Final = symmetric(
    path(
        "M 330 130 L 282 146 C 250 170 222 214 200 268 L 270 304 L 298 250 C 306 310 300 356 290"
        " 396 C 256 490 222 580 196 664 C 270 690 340 694 400 694"
    )
)


def tee(canvas: Canvas, paint: Paint) -> None:
    """A T-shirt with a printed word."""
    _garment(canvas, TEE, paint)
    with canvas.inside(TEE):
        _side_panels(canvas, paint)
    _round_neck(canvas, paint)
    _hems(canvas, paint.body)
    canvas.word((400, 366), paint.word, 52, paint.extra, bold=True)
    canvas.stroke(path("M 330 412 C 370 396 420 430 470 410"), paint.trim, 9)


def shirt(canvas: Canvas, paint: Paint) -> None:
    """A shirt with a collar and buttons; the cut "panjang" has long sleeves."""
    line = LONG if paint.style == "panjang" else TEE
    _garment(canvas, line, paint)
    if paint.style == "panjang":
        for cuff in (path("M 112 596 L 206 614 L 202 640 L 108 624"),):
            canvas.fill(cuff, dim(paint.body))
            canvas.fill(mirrored(cuff), dim(paint.body))
    canvas.fill(box(382, 190, 418, 678), dim(paint.body, 0.12))
    canvas.stroke([(382, 210), (382, 676)], dim(paint.body, 0.4), 3)
    for y in range(270, 660, 78):
        canvas.dot(400, y, 9, paint.extra)
        canvas.dot(400, y, 3, dim(paint.extra, 0.5))
    pocket = box(456, 300, 548, 398, 8)
    canvas.ring(pocket, dim(paint.body, 0.4), 3)
    canvas.stroke([(456, 322), (548, 322)], dim(paint.body, 0.4), 3)
    _collar(canvas, paint.body)


def blouse(canvas: Canvas, paint: Paint) -> None:
    """A blouse with wide sleeves and a plain yoke."""
    line = symmetric(
        path(
            "M 326 168 L 262 188 C 214 206 190 236 170 286 C 140 356 118 430 104 512"
            " C 150 540 200 548 226 544 C 236 480 246 420 258 380 C 262 450 246 560 214 640"
            " C 270 672 340 680 400 680"
        )
    )
    _garment(canvas, line, paint)
    with canvas.inside(line):
        yoke = symmetric(path("M 326 150 L 240 180 C 262 268 330 312 400 318"))
        canvas.fill(yoke, paint.trim)
        for y in (520, 534):
            canvas.stroke([(80, y - 8), (240, y + 16)], paint.trim, 5)
            canvas.stroke([(720, y - 8), (560, y + 16)], paint.trim, 5)
    neck = path("M 326 166 C 340 230 380 262 400 270 C 420 262 460 230 474 166")
    canvas.fill(neck, dim(paint.body, 0.45))
    canvas.stroke(neck, dim(paint.trim, 0.3), 8)


def dress(canvas: Canvas, paint: Paint) -> None:
    """A dress with a belt, its skirt wide."""
    _garment(canvas, DRESS, paint)
    with canvas.inside(DRESS):
        for x, end in ((340, 300), (400, 400), (460, 500)):
            canvas.stroke([(x, 410), (end, 700)], dim(paint.body, 0.3), 5)
        canvas.fill(box(180, 378, 620, 416), paint.trim)
        canvas.fill(box(180, 662, 620, 712), paint.trim)
    canvas.fill(
        path("M 410 396 C 440 430 456 470 460 520 L 430 520 C 424 470 414 430 404 400"),
        dim(paint.trim, 0.15),
    )
    canvas.dot(406, 397, 20, dim(paint.trim, 0.25))
    neck = path("M 330 130 C 340 190 460 190 470 130")
    canvas.fill(neck, dim(paint.body, 0.45))
    canvas.stroke(neck, paint.trim, 9)


def jacket(canvas: Canvas, paint: Paint) -> None:
    """A light jacket with a hood and a zip."""
    hood = path(
        "M 292 200 C 280 96 340 76 400 76 C 460 76 520 96 508 200 C 460 240 340 240 292 200"
    )
    canvas.cast(LONG)
    canvas.fill(hood, dim(paint.body, 0.12))
    canvas.fill(oval(400, 172, 76, 62), dim(paint.body, 0.5))
    canvas.fill(LONG, paint.body)
    with canvas.inside(LONG):
        canvas.fill(path("M 60 320 L 400 400 L 740 320 L 740 100 L 60 100"), paint.trim)
        canvas.stroke(path("M 60 324 L 400 404 L 740 324"), paint.extra, 10)
        canvas.fill(box(200, 650, 600, 700), dim(paint.body))
    for sleeve in ([(120, 612), (204, 626)], [(680, 612), (596, 626)]):
        canvas.stroke(sleeve, dim(paint.body), 26)
    canvas.fill(
        path("M 322 164 C 340 240 460 240 478 164 C 460 200 340 200 322 164"), dim(paint.trim, 0.3)
    )
    canvas.stroke([(400, 214), (400, 676)], dim(paint.body, 0.55), 12)
    canvas.stroke([(400, 214), (400, 676)], paint.extra, 3)
    canvas.fill(box(390, 226, 410, 264, 6), paint.extra)
    for left, right in (((290, 520), (322, 610)), ((510, 520), (478, 610))):
        canvas.stroke([left, right], dim(paint.body, 0.5), 8)
    canvas.word((482, 470), paint.word, 22, paint.extra, bold=True)


def shorts(canvas: Canvas, paint: Paint) -> None:
    """Running shorts with a cord."""
    _garment(canvas, SHORTS, paint)
    with canvas.inside(SHORTS):
        for side in (
            path("M 236 260 C 214 400 190 500 176 620 L 240 640 C 246 500 240 380 236 260"),
        ):
            canvas.fill(side, paint.trim)
            canvas.fill(mirrored(side), paint.trim)
        canvas.fill(box(180, 180, 620, 256), dim(paint.body, 0.14))
        for x in range(230, 580, 18):
            canvas.stroke([(x, 210), (x, 246)], dim(paint.body, 0.34), 4)
        for hem in ([(130, 582), (380, 612)], [(670, 582), (420, 612)]):
            canvas.stroke(hem, dim(paint.body, 0.3), 4)
    canvas.stroke(path("M 400 256 C 400 330 420 400 470 460"), dim(paint.body, 0.3), 4)
    for cord in (
        path("M 386 230 C 360 290 366 330 350 372"),
        path("M 414 230 C 430 290 410 320 424 380"),
    ):
        canvas.stroke(cord, paint.extra, 9)
    canvas.word((306, 560), paint.word, 26, paint.extra, bold=True)


def leggings(canvas: Canvas, paint: Paint) -> None:
    """Long leggings with a wide waistband."""
    _garment(canvas, LEGGINGS, paint)
    with canvas.inside(LEGGINGS):
        stripe = path("M 262 210 C 240 320 262 460 292 700 L 310 700 C 290 480 282 330 296 210")
        canvas.fill(stripe, paint.trim)
        canvas.fill(mirrored(stripe), paint.trim)
        canvas.fill(box(200, 110, 600, 212), dim(paint.body, 0.22))
        canvas.fill(box(200, 200, 600, 212), paint.trim)
        canvas.fill(box(200, 664, 600, 700), dim(paint.body, 0.22))
    canvas.stroke([(400, 212), (400, 330)], dim(paint.body, 0.45), 4)
    canvas.word((400, 164), paint.word, 28, paint.extra, bold=True)


def cap(canvas: Canvas, paint: Paint) -> None:
    """A running cap, its peak to the right."""
    crown = path(
        "M 150 560 C 140 380 240 260 380 260 C 520 260 590 380 596 520 C 520 566 300 590 150 560"
    )
    peak = path(
        "M 430 566 C 500 520 560 508 606 504 C 690 516 748 560 756 606 C 690 582 560 582"
        " 470 604 C 446 604 430 590 430 566"
    )
    canvas.fill(crown, paint.body)
    with canvas.inside(crown):
        canvas.fill(path("M 60 600 C 150 600 190 380 300 262 L 100 240"), dim(paint.body, 0.16))
        canvas.stroke(path("M 384 262 C 452 340 470 430 460 560"), dim(paint.body, 0.3), 5)
        canvas.stroke(path("M 360 262 C 260 330 226 440 232 580"), dim(paint.body, 0.3), 5)
        for x, y in ((300, 400), (332, 380), (300, 440), (332, 420), (364, 364), (364, 404)):
            canvas.dot(x - 30, y - 20, 8, dim(paint.body, 0.4))
        canvas.stroke(path("M 140 552 C 300 580 520 556 610 506"), paint.trim, 30)
    canvas.dot(382, 262, 17, paint.trim)
    canvas.fill(peak, paint.trim)
    with canvas.inside(peak):
        canvas.stroke(path("M 470 556 C 540 530 640 536 730 590"), lit(paint.trim), 6)
        canvas.stroke(path("M 460 606 C 560 580 680 580 760 608"), dim(paint.trim), 14)
    canvas.word((526, 440), paint.word, 34, paint.extra, bold=True)


def _garment(canvas: Canvas, line: Outline, paint: Paint) -> None:
    canvas.cast(line)
    printed(canvas, line, paint)
    with canvas.inside(line):
        if not paint.pattern:
            for x, lean in ((236, 20), (560, -20)):
                fold = path(f"M {x} 380 C {x + lean} 470 {x} 560 {x + lean} 700")
                canvas.stroke(fold, dim(paint.body, 0.1), 26)


def _side_panels(canvas: Canvas, paint: Paint) -> None:
    panel = path("M 246 372 C 300 470 300 570 280 690 L 200 690 L 200 372")
    canvas.fill(panel, paint.trim)
    canvas.fill(mirrored(panel), paint.trim)
    for x in range(360, 450, 20):
        for y in range(560, 640, 20):
            canvas.dot(x, y, 3, dim(paint.body, 0.18))


def _round_neck(canvas: Canvas, paint: Paint) -> None:
    neck = path("M 316 160 C 340 236 460 236 484 160 C 460 186 340 186 316 160")
    canvas.fill(oval(400, 172, 78, 26), dim(paint.body, 0.4))
    canvas.fill(neck, paint.trim)


def _hems(canvas: Canvas, body: Colour) -> None:
    for hem in (path("M 246 646 C 340 660 460 660 554 646"), path("M 114 382 L 212 430")):
        canvas.stroke(hem, dim(body, 0.24), 4)
    canvas.stroke(path("M 686 382 L 588 430"), dim(body, 0.24), 4)


def _collar(canvas: Canvas, body: Colour) -> None:
    canvas.fill(oval(400, 172, 76, 34), dim(body, 0.5))
    half = path("M 322 148 C 350 190 376 204 400 214 L 340 274 C 316 232 302 196 300 168")
    for side in (half, mirrored(half)):
        canvas.fill(side, dim(body, 0.1))
        canvas.ring(side, dim(body, 0.42), 3)

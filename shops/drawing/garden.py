"""Plants in their pots, and what they need."""

import math
from itertools import product
from typing import Final

from shops.drawing.canvas import Canvas
from shops.drawing.colours import EARTH, INK, LEAF, STEEL, WHITE, WOOD, Colour, dim, lit, mix
from shops.drawing.forms import Outline, box, mirrored, moved, oval, path, star, turned
from shops.drawing.recipes import Paint

BLADE: Final = path("M 0 0 C -60 -40 -74 -130 0 -190 C 74 -130 60 -40 0 0")


def monstera(canvas: Canvas, paint: Paint) -> None:
    """A plant with large cut leaves."""
    for x, y, angle, size in (
        (400, 470, -58, 1.15),
        (400, 470, 56, 1.15),
        (400, 480, -24, 1.4),
        (400, 480, 26, 1.35),
        (400, 470, 0, 1.6),
    ):
        _cut_leaf(canvas, x, y, angle, size, paint.trim)
    _pot(canvas, paint.body, 470, paint.word)


def snake_plant(canvas: Canvas, paint: Paint) -> None:
    """A plant with upright, pointed leaves."""
    for lean, tall in ((-150, 210), (150, 230), (-84, 300), (90, 320), (0, 370)):
        blade = path(
            f"M {368 + lean * 0.5} 500 C {350 + lean} {480 - tall * 0.5} {380 + lean}"
            f" {520 - tall} {400 + lean} {470 - tall} C {430 + lean} {520 - tall}"
            f" {450 + lean} {480 - tall * 0.5} {432 + lean * 0.5} 500"
        )
        canvas.fill(blade, paint.extra)
        with canvas.inside(blade):
            canvas.stroke([(400 + lean * 0.5, 510), (400 + lean, 490 - tall)], paint.trim, 44)
            for y in range(130, 500, 38):
                canvas.stroke([(300 + lean, y), (500 + lean, y + 16)], lit(paint.trim, 0.2), 6)
    _pot(canvas, paint.body, 470, paint.word)


def cactus(canvas: Canvas, paint: Paint) -> None:
    """A cactus with a flower."""
    for line, width in (
        ([(510, 400), (590, 380), (596, 290)], 62),
        ([(300, 440), (214, 420), (206, 340)], 56),
        ([(400, 500), (400, 220)], 150),
    ):
        canvas.stroke(line, paint.trim, width)
    for x in (352, 400, 448):
        canvas.stroke([(x, 210), (x, 490)], dim(paint.trim, 0.2), 8)
    for x in (376, 424):
        for y in range(200, 480, 44):
            canvas.stroke([(x - 8, y), (x + 8, y + 10)], lit(paint.trim, 0.6), 4)
    for angle in range(0, 360, 60):
        canvas.fill(turned(oval(400, 116, 17, 30), angle, (400, 144)), paint.extra)
    canvas.dot(400, 144, 17, (250, 220, 120))
    _pot(canvas, paint.body, 480, paint.word)


def trailing(canvas: Canvas, paint: Paint) -> None:
    """A hanging pot with leaves that trail."""
    for end in (240, 560):
        canvas.stroke([(400, 70), (end, 340)], dim(WOOD, 0.3), 7)
    canvas.ring(oval(400, 70, 16), dim(WOOD, 0.4), 7)
    for start, sway, low in (
        (270, -90, 640),
        (330, -30, 560),
        (400, 20, 660),
        (470, 40, 580),
        (530, 96, 650),
    ):
        vine = path(
            f"M {start} 350 C {start + sway} 420 {start - sway * 0.3} 520"
            f" {start + sway * 0.6} {low}"
        )
        canvas.stroke(vine, dim(paint.trim, 0.25), 7)
        for number, (x, y) in enumerate(vine[4::4]):
            _heart(canvas, x, y, 120 if number % 2 else 240, paint)
    pot = path("M 226 330 L 574 330 C 570 420 530 470 470 480 L 330 480 C 270 470 230 420 226 330")
    canvas.fill(pot, paint.body)
    with canvas.inside(pot):
        canvas.fill(path("M 500 320 L 600 320 L 580 500 L 440 500"), dim(paint.body, 0.14))
        canvas.fill(box(200, 330, 600, 356), lit(paint.body, 0.2))
    for number, along in enumerate(range(250, 560, 44)):
        _heart(canvas, along, 324, 200 - number * 7 if number % 2 else 30, paint)


def pot(canvas: Canvas, paint: Paint) -> None:
    """An empty pot on its saucer."""
    canvas.fill(oval(400, 630, 236, 26), dim(paint.body, 0.3))
    canvas.fill(oval(400, 618, 236, 26), paint.trim)
    body = path("M 206 270 L 594 270 L 540 620 L 260 620")
    canvas.fill(body, paint.body)
    with canvas.inside(body):
        canvas.fill(path("M 500 240 L 620 240 L 560 640 L 450 640"), dim(paint.body, 0.14))
        if paint.style == "garis":
            for y in (400, 440):
                canvas.stroke([(180, y), (640, y)], paint.extra, 14)
        canvas.stroke([(252, 330), (290, 600)], lit(paint.body, 0.35), 12)
    canvas.fill(box(184, 230, 616, 306, 16), lit(paint.body, 0.1))
    canvas.fill(oval(400, 232, 208, 34), lit(paint.body, 0.3))
    canvas.fill(oval(400, 238, 184, 26), EARTH)


def watering_can(canvas: Canvas, paint: Paint) -> None:
    """A watering can with a long spout."""
    canvas.stroke(path("M 500 350 C 470 180 280 180 262 330"), dim(paint.body, 0.2), 28)
    canvas.ring(oval(220, 500, 96, 110), dim(paint.body, 0.2), 28)
    canvas.fill(
        path("M 520 560 L 520 480 C 620 440 650 340 690 220 L 736 240 C 700 400 640 520 520 600"),
        dim(paint.body, 0.1),
    )
    canvas.fill(turned(oval(716, 224, 62, 20), 24, (716, 224)), paint.trim)
    body = path("M 240 350 L 530 350 L 550 640 L 220 640")
    canvas.fill(body, paint.body)
    with canvas.inside(body):
        canvas.fill(path("M 450 340 L 560 340 L 560 660 L 430 660"), dim(paint.body, 0.14))
        for y in (420, 590):
            canvas.stroke([(200, y), (580, y)], dim(paint.body, 0.24), 8)
        canvas.stroke([(276, 380), (262, 620)], lit(paint.body, 0.4), 14)
    canvas.fill(oval(385, 350, 146, 26), dim(paint.body, 0.4))
    canvas.word((372, 506), paint.word, 40, paint.extra, bold=True)


def seeds(canvas: Canvas, paint: Paint) -> None:
    """A packet of seeds with its fruit printed on."""
    packet = box(226, 100, 574, 670, 10)
    canvas.cast(packet)
    canvas.fill(packet, paint.body)
    canvas.fill(box(226, 100, 574, 150), dim(paint.body, 0.16))
    canvas.fill(box(226, 238, 574, 560), mix(paint.body, WHITE, 0.8))
    if paint.style == "daun":
        for angle in (-50, 50, -22, 22, 0):
            canvas.fill(
                turned([(400 + x, 520 + y * 1.2) for x, y in BLADE], angle, (400, 520)),
                mix(paint.trim, WHITE, abs(angle) / 180),
            )
    elif paint.style == "cabai":
        pod = path("M 0 0 C 34 6 40 80 6 160 C -20 90 -30 10 0 0")
        for right, down, angle in ((-70, 330, 22), (0, 300, -4), (76, 334, -28)):
            place = (400.0 + right, 0.0 + down)
            canvas.fill(turned(moved(pod, *place), angle, place), paint.trim)
            canvas.stroke([place, *turned([(place[0], down - 34)], angle, place)], LEAF, 10)
            canvas.dot(*place, 15, LEAF)
    else:
        for x, y, radius in ((350, 440, 62), (456, 420, 56), (410, 500, 52)):
            canvas.dot(x, y, radius, paint.trim)
            canvas.dot(x - radius * 0.3, y - radius * 0.3, 9, lit(paint.trim, 0.6))
            canvas.fill(star(x, y - radius + 4, 28, 9, 5), LEAF)
    canvas.word((400, 196), paint.word, 40, paint.extra, bold=True)
    canvas.word((400, 612), "BENIH", 30, paint.extra)


def soil(canvas: Canvas, paint: Paint) -> None:
    """A sack of potting soil."""
    sack = path(
        "M 220 130 C 300 150 500 150 580 130 C 610 300 616 480 600 646 C 460 660 340 660"
        " 200 646 C 184 480 190 300 220 130"
    )
    canvas.fill(sack, paint.body)
    with canvas.inside(sack):
        canvas.fill(
            path("M 500 100 L 640 100 L 640 680 L 540 680 C 500 500 520 300 500 100"),
            dim(paint.body, 0.12),
        )
        canvas.fill(path("M 160 500 C 300 440 500 540 660 470 L 660 700 L 160 700"), EARTH)
        for step in range(20):
            canvas.dot(206 + step * 137 % 392, 548 + step * 53 % 88, 6, lit(EARTH, 0.3))
        canvas.stroke([(200, 176), (610, 176)], dim(paint.body, 0.25), 7)
    canvas.fill(moved(BLADE, 372, 470), paint.trim)
    canvas.fill(turned(moved(BLADE, 400, 480), 58, (400, 480)), lit(paint.trim, 0.2))
    name, _, small = paint.word.partition("|")
    canvas.word((400, 240), name, 44, paint.extra, bold=True)
    canvas.word((460, 296), small, 30, paint.extra)


def trowel(canvas: Canvas, paint: Paint) -> None:
    """A trowel and a fork."""
    for right, tool in ((-90, "trowel"), (110, "fork")):
        grip = box(372 + right, 110, 428 + right, 330, 28)
        canvas.cast(grip)
        canvas.fill(grip, paint.body)
        canvas.fill(box(382 + right, 130, 394 + right, 310, 6), lit(paint.body, 0.4))
        canvas.fill(box(366 + right, 310, 434 + right, 346, 8), paint.trim)
        canvas.fill(box(388 + right, 340, 412 + right, 440), STEEL)
        if tool == "trowel":
            blade = path("M 320 430 L 480 430 C 490 540 450 640 400 690 C 350 640 310 540 320 430")
            canvas.fill(moved(blade, right), STEEL)
            with canvas.inside(moved(blade, right)):
                canvas.fill(box(400 + right, 400, 600, 700), dim(STEEL, 0.16))
        else:
            canvas.stroke([(330 + right, 446), (470 + right, 446)], STEEL, 28)
            for x in (332, 400, 468):
                canvas.stroke([(x + right, 450), (x + right, 660)], STEEL, 22)


def _pot(canvas: Canvas, tone: Colour, top: float, word: str) -> None:
    body = path(f"M 270 {top} L 530 {top} L 500 650 L 300 650")
    canvas.fill(body, tone)
    with canvas.inside(body):
        canvas.fill(path(f"M 460 {top} L 540 {top} L 510 660 L 430 660"), dim(tone, 0.16))
    canvas.fill(box(250, top - 22, 550, top + 26, 12), lit(tone, 0.12))
    canvas.word((394, (top + 676) / 2), word, 30, INK if sum(tone) > 450 else WHITE, bold=True)


def _cut_leaf(canvas: Canvas, x: float, y: float, angle: float, size: float, tone: Colour) -> None:
    stem = [(x, y + 20), *turned([(x, y - 60 * size)], angle, (x, y))]
    canvas.stroke(stem, dim(tone, 0.3), 10)
    leaf = _placed(BLADE, x, y - 40 * size, angle, size, (x, y))
    canvas.fill(leaf, mix(tone, WHITE, abs(angle) / 300))
    with canvas.inside(leaf):
        for side, step in product((-1, 1), (50, 92, 134)):
            notch: Outline = [(side * 22, -step), (side * 90, -step), (side * 90, -step - 30)]
            placed = _placed(notch, x, y - 40 * size, angle, size, (x, y))
            canvas.fill(placed, dim(tone, 0.34))
    spine = _placed([(0.0, 0.0), (0.0, -176.0)], x, y - 40 * size, angle, size, (x, y))
    canvas.stroke(spine, lit(tone, 0.4), 6)


def _placed(
    outline: Outline, x: float, y: float, angle: float, size: float, about: tuple[float, float]
) -> Outline:
    return turned([(x + right * size, y + down * size) for right, down in outline], angle, about)


def _heart(canvas: Canvas, x: float, y: float, angle: float, paint: Paint) -> None:
    half = path("M 0 0 C -40 -16 -36 -62 0 -50")
    leaf = [*half, *reversed(mirrored(half, 0))]
    placed = turned(moved(leaf, x, y), angle, (x, y))
    canvas.fill(placed, mix(paint.trim, paint.extra, (math.sin(x + y) + 1) / 3))

"""Things that go with a telephone."""

from typing import Final

from shops.drawing.batik import printed
from shops.drawing.canvas import Canvas
from shops.drawing.colours import INK, STEEL, WHITE, Colour, dim, is_dark, lit, mix
from shops.drawing.forms import arc, box, moved, oval, path, turned
from shops.drawing.recipes import Paint

GLASS: Final[Colour] = (28, 30, 38)


def case(canvas: Canvas, paint: Paint) -> None:
    """A telephone's back cover, perhaps with a pattern."""
    cover = box(240, 90, 560, 690, 58)
    canvas.cast(cover)
    printed(canvas, cover, paint)
    with canvas.inside(cover):
        if not paint.pattern:
            canvas.fill(path("M 440 60 L 600 60 L 600 720 L 330 720"), lit(paint.body, 0.08))
            canvas.stroke(arc(400, 470, 70, 0, 360), mix(paint.body, paint.trim, 0.5), 9)
            canvas.stroke([(400, 560), (400, 610)], mix(paint.body, paint.trim, 0.5), 9)
    canvas.ring(box(247, 97, 553, 683, 52), dim(paint.body, 0.28), 12)
    canvas.fill(box(270, 122, 408, 262, 36), dim(paint.body, 0.5))
    for x, y in ((308, 160), (308, 224), (370, 160)):
        canvas.dot(x, y, 25, GLASS)
        canvas.dot(x, y, 13, lit(GLASS, 0.2))
        canvas.dot(x - 5, y - 5, 4, WHITE)
    canvas.dot(370, 224, 9, lit(STEEL, 0.6))
    canvas.word((400, 640), paint.word, 28, paint.extra, bold=True)


def cable(canvas: Canvas, paint: Paint) -> None:
    """A charging cable, coiled."""
    coil = path(
        "M 250 170 C 250 330 120 380 130 480 C 140 640 390 660 470 560 C 560 440 400 340"
        " 300 400 C 190 470 260 620 420 600 C 600 580 640 420 560 330 C 530 290 540 240 550 190"
    )
    canvas.stroke(moved(coil, 8, 14), dim(WHITE, 0.2), 22)
    canvas.stroke(coil, paint.body, 22)
    for x, y in coil[::4]:
        canvas.dot(x, y, 4, lit(paint.body, 0.35))
    for x, y, tall in ((250, 170, 50), (550, 190, 50)):
        canvas.fill(box(x - 24, y - 40, x + 24, y + 66, 14), paint.trim)
        canvas.fill(box(x - 15, y - 40 - tall, x + 15, y - 36, 6), STEEL)
        canvas.fill(box(x - 8, y - 82, x + 8, y - 62, 3), dim(STEEL, 0.4))
        canvas.stroke([(x - 12, y + 6), (x + 12, y + 6)], lit(paint.trim, 0.3), 5)
    strap = box(318, 566, 366, 650, 12)
    canvas.fill(strap, paint.extra)


def charger(canvas: Canvas, paint: Paint) -> None:
    """A wall charger with two sockets."""
    for y in (340, 470):
        canvas.fill(box(120, y, 240, y + 38, 18), STEEL)
        canvas.fill(box(120, y + 4, 236, y + 14, 5), lit(STEEL, 0.6))
    body = box(222, 230, 650, 580, 66)
    canvas.cast(body)
    canvas.fill(body, paint.body)
    with canvas.inside(body):
        canvas.fill(box(222, 500, 660, 590), dim(paint.body, 0.1))
        canvas.fill(box(540, 220, 660, 590), dim(paint.body, 0.16))
    for y in (310, 430):
        canvas.fill(box(566, y, 610, y + 84, 22), GLASS)
        canvas.fill(box(582, y + 18, 594, y + 66, 6), STEEL)
    canvas.word((380, 390), paint.word, 68, paint.trim, bold=True)
    canvas.fill(path("M 388 440 L 350 500 L 378 500 L 362 546 L 410 484 L 382 484"), paint.extra)


def power_bank(canvas: Canvas, paint: Paint) -> None:
    """A power bank with its charge shown."""
    body = box(210, 110, 590, 660, 60)
    canvas.cast(body)
    canvas.fill(body, paint.body)
    with canvas.inside(body):
        canvas.fill(path("M 480 90 L 620 90 L 620 680 L 400 680"), dim(paint.body, 0.1))
        canvas.fill(box(232, 170, 246, 600, 7), lit(paint.body, 0.4))
    for x in (300, 400, 500):
        canvas.fill(box(x - 30, 134, x + 30, 160, 12), GLASS)
    canvas.fill(box(290, 210, 510, 320, 22), GLASS)
    canvas.word((400, 264), "87%", 56, (140, 230, 170), bold=True)
    canvas.word((400, 430), paint.word, 46, paint.trim, bold=True)
    for step in range(4):
        canvas.dot(340 + step * 40, 560, 11, paint.extra if step < 3 else dim(paint.body, 0.3))


def earbuds(canvas: Canvas, paint: Paint) -> None:
    """Wireless earbuds over their open case."""
    canvas.fill(box(210, 360, 590, 460, 40), dim(paint.body, 0.2))
    canvas.fill(path("M 214 390 C 220 290 580 290 586 390"), lit(paint.body, 0.1))
    for side in (-1, 1):
        x = 400 + side * 96
        stem = box(x - 22 + side * 14, 200, x + 22 + side * 14, 380, 22)
        for part in (stem, oval(x, 190, 62)):
            canvas.cast(part)
        for part in (stem, oval(x, 190, 62)):
            canvas.fill(part, paint.body)
        canvas.fill(turned(oval(x - side * 36, 200, 28, 36), side * 20, (x, 190)), GLASS)
        canvas.dot(x + side * 18, 172, 12, paint.trim)
        canvas.stroke([(x + side * 14, 300), (x + side * 14, 360)], dim(paint.body, 0.2), 7)
    lower = box(196, 400, 604, 650, 84)
    canvas.fill(lower, paint.body)
    with canvas.inside(lower):
        canvas.fill(box(500, 390, 620, 660), dim(paint.body, 0.1))
        canvas.fill(box(190, 400, 610, 416), dim(paint.body, 0.2))
        canvas.fill(box(226, 460, 242, 600, 8), lit(paint.body, 0.5))
    canvas.dot(400, 470, 9, paint.extra)
    canvas.word((400, 556), paint.word, 36, paint.trim, bold=True)


def headphones(canvas: Canvas, paint: Paint) -> None:
    """Headphones over the ear."""
    canvas.stroke(arc(400, 400, 236, 190, 350), paint.trim, 44)
    canvas.stroke(arc(400, 400, 246, 205, 335), lit(paint.trim, 0.3), 8)
    for side in (-1, 1):
        x = 400 + side * 232
        canvas.stroke([(x, 360), (x, 440)], dim(paint.trim, 0.3), 30)
        shell = oval(x, 510, 74, 128)
        canvas.fill(oval(x - side * 44, 510, 56, 120), dim(paint.trim, 0.4))
        canvas.fill(shell, paint.body)
        with canvas.inside(shell):
            canvas.fill(oval(x + side * 30, 510, 54, 108), lit(paint.body, 0.14))
        canvas.dot(x + side * 14, 510, 26, paint.extra)
        canvas.dot(x + side * 14, 510, 12, paint.body)


def stand(canvas: Canvas, paint: Paint) -> None:
    """A table stand that holds a telephone."""
    canvas.fill(path("M 380 400 L 430 400 L 470 640 L 420 640"), dim(paint.body, 0.2))
    canvas.fill(box(240, 612, 600, 650, 19), paint.body)
    canvas.fill(box(256, 618, 584, 628, 5), lit(paint.body, 0.4))
    phone = turned(box(290, 110, 500, 530, 34), 7, (400, 530))
    canvas.fill(phone, GLASS)
    canvas.fill(turned(box(302, 122, 488, 518, 26), 7, (400, 530)), paint.trim)
    with canvas.inside(turned(box(302, 122, 488, 518, 26), 7, (400, 530))):
        canvas.dot(470, 240, 62, lit(paint.trim, 0.4))
        canvas.fill(
            path("M 280 480 C 350 340 420 420 520 330 L 520 560 L 260 560"), dim(paint.trim, 0.25)
        )
    canvas.fill(turned(box(262, 500, 520, 540, 18), 7, (400, 530)), paint.body)
    canvas.fill(turned(box(262, 470, 290, 530, 10), 7, (400, 530)), paint.body)
    canvas.dot(426, 470, 14, paint.extra)


def screen_glass(canvas: Canvas, paint: Paint) -> None:
    """A pane of protective glass over a telephone."""
    phone = box(180, 130, 480, 680, 46)
    canvas.cast(phone)
    canvas.fill(phone, GLASS)
    canvas.fill(box(194, 144, 466, 666, 36), paint.body)
    with canvas.inside(box(194, 144, 466, 666, 36)):
        canvas.fill(
            path("M 180 520 C 280 420 380 560 480 440 L 480 700 L 180 700"), lit(paint.body, 0.25)
        )
    canvas.dot(330, 172, 9, GLASS)
    pane = box(330, 100, 620, 640, 40)
    canvas.ring(pane, paint.trim, 7)
    with canvas.inside(pane):
        for left in (360, 430):
            canvas.stroke([(left, 420), (left + 180, 200)], WHITE, 12 if left < 400 else 26)
    canvas.fill(box(446, 120, 506, 134, 7), paint.trim)
    canvas.word((540, 590), paint.word, 44, paint.extra, bold=True)


def speaker(canvas: Canvas, paint: Paint) -> None:
    """A small speaker with a strap."""
    canvas.stroke(path("M 590 260 C 700 240 720 360 640 380"), paint.trim, 20)
    body = box(170, 220, 630, 650, 110)
    canvas.fill(body, paint.body)
    with canvas.inside(body):
        for row, y in enumerate(range(236, 650, 24)):
            for x in range(180 + row % 2 * 12, 640, 24):
                canvas.dot(x, y, 5, dim(paint.body, 0.3))
        canvas.fill(box(170, 220, 640, 290), dim(paint.body, 0.2))
    for x, sign in ((320, "-"), (400, "o"), (480, "+")):
        canvas.word((x, 256), sign, 44, lit(paint.body, 0.6), bold=True)
    canvas.dot(400, 460, 120, dim(paint.body, 0.4))
    canvas.ring(oval(400, 460, 112), paint.trim, 9)
    canvas.dot(400, 460, 50, paint.trim)
    ink = WHITE if is_dark(paint.trim) else INK
    canvas.word((400, 460), paint.word, 24, ink, bold=True)


def car_holder(canvas: Canvas, paint: Paint) -> None:
    """A magnetic holder for a car's air vent."""
    for y in (520, 580, 640):
        canvas.fill(box(150, y - 18, 650, y + 12, 14), mix(STEEL, INK, 0.4))
    canvas.fill(box(362, 420, 438, 610, 16), dim(paint.body, 0.2))
    canvas.dot(400, 450, 44, dim(paint.body, 0.35))
    canvas.dot(400, 310, 190, dim(paint.body, 0.25))
    canvas.dot(400, 300, 186, paint.body)
    canvas.ring(oval(400, 300, 150), paint.trim, 14)
    canvas.dot(400, 300, 100, lit(paint.body, 0.1))
    canvas.fill(
        path(
            "M 348 250 L 348 310 C 348 380 452 380 452 310 L 452 250 L 420 250 L 420 310"
            " C 420 334 380 334 380 310 L 380 250"
        ),
        paint.extra,
    )
    for x in (364, 436):
        canvas.fill(box(x - 16, 236, x + 16, 264), STEEL)

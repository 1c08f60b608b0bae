"""Things that people carry when they run or train."""

from shops.drawing.canvas import Canvas
from shops.drawing.colours import INK, STEEL, dim, lit
from shops.drawing.forms import arc, box, moved, oval, path, symmetric
from shops.drawing.recipes import Paint


def bottle(canvas: Canvas, paint: Paint) -> None:
    """A drinking bottle with a carrying loop."""
    body = symmetric(
        path("M 352 224 C 330 250 292 262 290 320 L 290 600 C 290 640 310 650 340 650 L 400 650")
    )
    canvas.stroke(arc(400, 130, 52, 180, 360), dim(paint.trim, 0.2), 22)
    canvas.fill(box(334, 128, 466, 230, 18), paint.trim)
    with canvas.inside(box(334, 128, 466, 230, 18)):
        for x in range(346, 470, 22):
            canvas.stroke([(x, 150), (x, 222)], dim(paint.trim, 0.22), 7)
    canvas.fill(body, paint.body)
    with canvas.inside(body):
        canvas.fill(box(440, 200, 520, 660), dim(paint.body, 0.16))
        canvas.fill(box(312, 290, 334, 590, 11), lit(paint.body, 0.4))
        for y in range(330, 600, 54):
            canvas.stroke([(474, y), (510, y)], paint.extra, 6)
        canvas.fill(box(280, 600, 520, 660), dim(paint.body, 0.3))
    canvas.word((396, 440), paint.word, 44, paint.extra, bold=True)


def belt_bag(canvas: Canvas, paint: Paint) -> None:
    """A narrow bag on a belt."""
    canvas.stroke(path("M 60 420 C 160 300 640 300 740 420"), dim(paint.trim, 0.15), 40)
    canvas.stroke(path("M 60 420 C 160 300 640 300 740 420"), paint.trim, 30)
    pouch = path(
        "M 170 380 C 170 330 220 322 260 322 L 540 322 C 580 322 630 330 630 380"
        " C 640 480 610 560 540 566 L 260 566 C 190 560 160 480 170 380"
    )
    canvas.cast(pouch)
    canvas.fill(pouch, paint.body)
    with canvas.inside(pouch):
        canvas.fill(
            path("M 120 470 C 300 520 500 520 680 470 L 680 620 L 120 620"), dim(paint.body, 0.18)
        )
        canvas.stroke(path("M 190 400 C 300 380 500 380 612 400"), INK, 12)
        canvas.stroke(path("M 190 400 C 300 380 500 380 612 400"), STEEL, 4)
    canvas.fill(box(566, 384, 590, 440, 10), paint.extra)
    canvas.word((400, 470), paint.word, 40, paint.extra, bold=True)
    for x in (96, 672):
        canvas.fill(box(x, 366, x + 36, 420, 8), INK)


def mat(canvas: Canvas, paint: Paint) -> None:
    """An exercise mat, rolled up but for its end."""
    end = path("M 170 640 L 700 640 L 752 610 L 700 590 L 200 590")
    canvas.fill(end, lit(paint.body, 0.2))
    canvas.stroke([(180, 644), (700, 644), (752, 612)], dim(paint.body, 0.35), 9)
    roll = [*arc(590, 480, 164, -90, 90), *arc(210, 480, 164, 90, 270)]
    canvas.fill(roll, paint.body)
    with canvas.inside(roll):
        canvas.fill(box(0, 560, 800, 660), dim(paint.body, 0.18))
        canvas.fill(box(0, 336, 800, 366), lit(paint.body, 0.3))
        for y in range(392, 560, 28):
            for x in range(376 + y % 56 // 2, 800, 44):
                canvas.stroke([(x, y), (x + 16, y)], lit(paint.body, 0.16), 5)
        for x in (430, 600):
            canvas.fill(box(x, 300, x + 34, 660), paint.trim)
            canvas.fill(box(x, 300, x + 8, 660), lit(paint.trim))
    canvas.dot(210, 480, 164, dim(paint.body, 0.2))
    for radius in range(146, 10, -30):
        canvas.ring(oval(210, 480, radius), lit(paint.body, 0.24), 9)
    canvas.stroke(path("M 447 330 C 470 210 580 210 617 330"), paint.trim, 16)


def rope(canvas: Canvas, paint: Paint) -> None:
    """A skipping rope with two handles."""
    line = path(
        "M 250 300 C 60 380 120 640 330 590 C 520 540 300 400 420 380"
        " C 560 360 720 560 590 610 C 470 650 430 400 556 300"
    )
    canvas.stroke(moved(line, 8, 12), dim(paint.extra, 0.2), 16)
    canvas.stroke(line, paint.trim, 16)
    canvas.stroke(line, lit(paint.trim, 0.3), 4)
    for left, right in (((232, 130), (252, 300)), ((574, 130), (554, 300))):
        canvas.stroke([left, right], paint.body, 54)
        canvas.stroke([(left[0] - 10, left[1]), (right[0] - 10, right[1])], lit(paint.body), 12)
        for share in (0.25, 0.45, 0.65, 0.85):
            x, y = left[0] + (right[0] - left[0]) * share, left[1] + 170 * share
            canvas.stroke([(x - 24, y), (x + 24, y)], dim(paint.body, 0.4), 7)


def towel(canvas: Canvas, paint: Paint) -> None:
    """Folded towels, one on the other."""
    tones = (paint.trim, paint.body) if paint.style == "dua" else (paint.body,)
    for number, tone in enumerate(tones):
        low = 640 - number * 130
        high = low - (130 if len(tones) > 1 else 210)
        sheet = box(150, high, 650, low, 44)
        canvas.fill(sheet, tone)
        with canvas.inside(sheet):
            canvas.fill(box(150, low - 40, 660, low), dim(tone, 0.14))
            canvas.fill(box(150, high + 36, 660, high + 58), lit(tone, 0.4))
            canvas.stroke(
                [(190, (high + low) / 2 + 10), (660, (high + low) / 2 + 10)], dim(tone, 0.24), 6
            )
            for x in range(190, 650, 26):
                canvas.dot(x, high + 84, 3, dim(tone, 0.16))
    canvas.word((400, 690 - len(tones) * 130), paint.word, 30, paint.extra)

"""Outlines: closed or open lines of points, on a sheet that is 800 units wide and high."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeAlias

Point: TypeAlias = tuple[float, float]
Outline: TypeAlias = list[Point]

STEPS: Final = 20
_PIECE: Final = re.compile(r"([MLCQ])([^MLCQ]*)")
_CURVE_POINTS: Final = {"M": 1, "L": 1, "Q": 2, "C": 3}


def path(text: str) -> Outline:
    """The outline that M, L, Q and C with absolute coordinates describe, as in SVG."""
    line: Outline = []
    for letter, words in _PIECE.findall(text):
        numbers = [float(word) for word in words.split()]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        for stretch in _stretches(points, _CURVE_POINTS[letter]):
            line.extend(_curve([line[-1], *stretch]) if len(stretch) > 1 else stretch)
    return line


def box(left: float, top: float, right: float, bottom: float, radius: float = 0) -> Outline:
    """A rectangle, its corners rounded by the radius."""
    if not radius:
        return [(left, top), (right, top), (right, bottom), (left, bottom)]
    corners = (
        (right - radius, top + radius, -90),
        (right - radius, bottom - radius, 0),
        (left + radius, bottom - radius, 90),
        (left + radius, top + radius, 180),
    )
    return [point for x, y, start in corners for point in arc(x, y, radius, start, start + 90)]


def oval(x: float, y: float, wide: float, high: float | None = None) -> Outline:
    """An ellipse by its centre and half axes; a circle when only one is given."""
    tall = wide if high is None else high
    around = (math.radians(angle) for angle in range(0, 360, 5))
    return [(x + wide * math.cos(turn), y + tall * math.sin(turn)) for turn in around]


def drum(x: float, top: float, bottom: float, wide: float, high: float) -> Outline:
    """An upright cylinder seen a little from above."""
    return [*oval(x, top, wide, high)[36:], *oval(x, bottom, wide, high)[:37]]


def arc(x: float, y: float, radius: float, start: float, end: float) -> Outline:
    """A part of a circle, angles in degrees clockwise from three o'clock."""
    turns = (math.radians(start + (end - start) * step / STEPS) for step in range(STEPS + 1))
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]


def star(x: float, y: float, outer: float, inner: float, points: int) -> Outline:
    """A star with so many points."""
    turns = [math.pi * step / points - math.pi / 2 for step in range(points * 2)]
    return [
        (x + far * math.cos(turn), y + far * math.sin(turn))
        for turn, far in zip(turns, (outer, inner) * points, strict=True)
    ]


def moved(outline: Sequence[Point], right: float, down: float = 0) -> Outline:
    """The outline somewhere else."""
    return [(x + right, y + down) for x, y in outline]


def turned(outline: Sequence[Point], angle: float, about: Point = (400, 400)) -> Outline:
    """The outline turned clockwise by degrees."""
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    return [
        (
            about[0] + (x - about[0]) * cosine - (y - about[1]) * sine,
            about[1] + (x - about[0]) * sine + (y - about[1]) * cosine,
        )
        for x, y in outline
    ]


def mirrored(outline: Sequence[Point], axis: float = 400) -> Outline:
    """The outline seen in a mirror that stands upright at the axis."""
    return [(2 * axis - x, y) for x, y in outline]


def symmetric(half: Sequence[Point], axis: float = 400) -> Outline:
    """A closed outline from its left half, drawn from top to bottom."""
    return [*half, *reversed(mirrored(half, axis))]


def resized(outline: Sequence[Point], times: float, about: Point = (400, 400)) -> Outline:
    """The outline larger or smaller."""
    return [
        (about[0] + (x - about[0]) * times, about[1] + (y - about[1]) * times) for x, y in outline
    ]


def wave(left: float, right: float, height: Callable[[float], float]) -> Outline:
    """An open line from left to right whose height is a function of x."""
    step = (right - left) / 60
    return [(left + step * n, height(left + step * n)) for n in range(61)]


def _stretches(points: list[Point], size: int) -> Iterator[list[Point]]:
    if len(points) % size:
        raise ValueError("a curve lacks a point")
    return (points[start : start + size] for start in range(0, len(points), size))


def _curve(knots: Sequence[Point]) -> Outline:
    return [_between(knots, step / STEPS) for step in range(1, STEPS + 1)]


def _between(knots: Sequence[Point], share: float) -> Point:
    """De Casteljau: halve the legs until one point is left."""
    while len(knots) > 1:
        knots = [
            (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            for a, b in pairwise(knots)
        ]
    return knots[0]

"""The kinds of things that can be drawn, by the word a recipe uses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from shops.drawing import clothing, footwear, sport
from shops.drawing.canvas import Canvas
from shops.drawing.recipes import Paint


View = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Kind:
    """How to draw a thing, its shadow's width (0: it lies flat), and what to look at."""

    draw: Callable[[Canvas, Paint], None]
    shadow: float = 0
    view: View = (400, 400, 1)


KINDS: Final[Mapping[str, Kind]] = {
    "shoe": Kind(footwear.shoe, 320, (404, 480, 1.1)),
    "sandal": Kind(footwear.sandal, 330, (400, 490, 1.1)),
    "slipper": Kind(footwear.slipper),
    "socks": Kind(footwear.socks, view=(430, 400, 1.05)),
    "tee": Kind(clothing.tee, view=(400, 412, 1)),
    "shirt": Kind(clothing.shirt, view=(400, 412, 1)),
    "blouse": Kind(clothing.blouse, view=(400, 420, 1)),
    "dress": Kind(clothing.dress, view=(400, 412, 1)),
    "jacket": Kind(clothing.jacket),
    "shorts": Kind(clothing.shorts),
    "leggings": Kind(clothing.leggings, view=(400, 412, 1)),
    "cap": Kind(clothing.cap, 300, (440, 440, 1.05)),
    "bottle": Kind(sport.bottle, 170),
    "belt-bag": Kind(sport.belt_bag, view=(400, 430, 1)),
    "mat": Kind(sport.mat, 330, (416, 430, 1)),
    "rope": Kind(sport.rope),
    "towel": Kind(sport.towel, 300, (400, 480, 1.1)),
}

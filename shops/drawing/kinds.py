"""The kinds of things that can be drawn, by the word a recipe uses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from shops.drawing import (
    care,
    clothing,
    fashion,
    footwear,
    gadgets,
    garden,
    home,
    kitchen,
    pantry,
    sport,
)
from shops.drawing.canvas import Canvas
from shops.drawing.recipes import Paint

View = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Kind:
    """How to draw a thing, its shadow (no width: it lies flat), and what to look at."""

    draw: Callable[[Canvas, Paint], None]
    shadow: float = 0
    view: View = (400, 400, 1)
    floor: float = 648
    middle: float = 400


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
    "cap": Kind(clothing.cap, 300, (440, 440, 1.05), floor=590),
    "bottle": Kind(sport.bottle, 170),
    "belt-bag": Kind(sport.belt_bag, view=(400, 430, 1)),
    "mat": Kind(sport.mat, 330, (416, 430, 1)),
    "rope": Kind(sport.rope),
    "towel": Kind(sport.towel, 300, (400, 480, 1.1)),
    "cloth": Kind(fashion.cloth),
    "scarf": Kind(fashion.scarf),
    "tote": Kind(fashion.tote),
    "pouch": Kind(fashion.pouch, view=(420, 420, 1)),
    "fan": Kind(fashion.fan, view=(400, 440, 0.95)),
    "cushion": Kind(fashion.cushion),
    "standing-bag": Kind(pantry.standing_bag, 240),
    "pillow-bag": Kind(pantry.pillow_bag, 230),
    "jar": Kind(pantry.jar, 210),
    "syrup": Kind(pantry.syrup, 150),
    "bar": Kind(pantry.bar, view=(420, 420, 1.15)),
    "carton": Kind(pantry.carton, 310),
    "tin": Kind(pantry.tin, 240),
    "sugar": Kind(pantry.sugar, 290, (400, 470, 1.1)),
    "mug": Kind(kitchen.mug, 240, (410, 440, 1.05)),
    "pan": Kind(kitchen.pan, view=(420, 420, 0.95)),
    "pot-lid": Kind(kitchen.pot, 320, (400, 430, 1)),
    "bowls": Kind(kitchen.bowls, 200, (400, 430, 1.05)),
    "knife": Kind(kitchen.knife),
    "board": Kind(kitchen.board),
    "dripper": Kind(kitchen.dripper, 230),
    "tumbler": Kind(kitchen.tumbler, 150),
    "container": Kind(kitchen.container, 300),
    "lamp": Kind(home.lamp, 200),
    "basket": Kind(home.basket, 250, (400, 440, 1.05)),
    "candle": Kind(home.candle, 210),
    "clock": Kind(home.clock),
    "diffuser": Kind(home.diffuser, 190),
    "rug": Kind(home.rug),
    "dropper": Kind(care.dropper, 180),
    "tube": Kind(care.tube, 160),
    "cream": Kind(care.cream, 270, (400, 450, 1.05)),
    "pump": Kind(care.pump, 180),
    "soap": Kind(care.soap, 290, (400, 430, 1)),
    "sachet": Kind(care.sachet),
    "balm": Kind(care.balm, 230, (488, 420, 1.05), middle=494),
    "pads": Kind(care.pads, 310, (410, 470, 1.05)),
    "case": Kind(gadgets.case),
    "cable": Kind(gadgets.cable),
    "charger": Kind(gadgets.charger),
    "power-bank": Kind(gadgets.power_bank),
    "earbuds": Kind(gadgets.earbuds, 230),
    "headphones": Kind(gadgets.headphones, view=(400, 410, 1)),
    "stand": Kind(gadgets.stand, 230),
    "screen-glass": Kind(gadgets.screen_glass),
    "speaker": Kind(gadgets.speaker, 260, (410, 440, 1.02)),
    "car-holder": Kind(gadgets.car_holder),
    "monstera": Kind(garden.monstera, 170),
    "snake-plant": Kind(garden.snake_plant, 170),
    "cactus": Kind(garden.cactus, 170),
    "trailing": Kind(garden.trailing),
    "flower-pot": Kind(garden.pot, 260, (400, 440, 1.02)),
    "watering-can": Kind(garden.watering_can, 280, (430, 430, 1)),
    "seeds": Kind(garden.seeds),
    "soil": Kind(garden.soil, 250),
    "trowel": Kind(garden.trowel),
}

"""Callback data is whatever a changed app sends: nothing moves, nothing leaks, all is answered."""

import dataclasses
import importlib
import os
import pkgutil
import random
from typing import Any, Final, get_type_hints

import pytest

import bot.buttons
from bot.buttons.base import Button
from tests.hostile.cast import THIEVES, Thief, Vault
from tests.hostile.conftest import Robbed
from tests.walks.looks import Onlooker
from tests.walks.town import Town, awake

TRIES: Final = 60 if os.environ.get("LAPAK_SOAK") else 4
STRANGE: Final = (0, -1, 7, 35, 36, 2**31, 2**53, 2**62, -(2**62))
GARBAGE: Final = (
    "",
    ".",
    "..",
    "h",
    "h1.",
    "h1.0",
    "h0",
    "h2",
    "H1",
    " h1",
    "h1 ",
    "h1\n",
    "o1",
    "o1.1",
    "o1.-0.0.0.1",
    "o1.01.0.0.1",
    "o1.1.0.0.1.1",
    "o1.zzzzzzzzzzzzz.0.0.1",
    "o1.zzzzzzzzzzzzzz.0.0.1",
    "o1.٣.0.0.1",
    "o1.1.0.0.1'--",
    "n1.𝟏",
    "cs1.1.99",
    "cs1.1.-1",
    "shop_AAAAAAAAAAAAAAAAAAAAAA",
    "{order_id}",
    "%s%n",
    "../../etc/passwd",
    "<b>h1</b>",
    "'; DROP TABLE orders; --",
    "x" * 64,
    "é" * 32,
    "🙂" * 16,
    "\u202eh1",
    "\x00h1",
    "a." * 31 + "a",
)


def every_button() -> list[type[Button]]:
    """Every button there is, once each."""
    for module in pkgutil.iter_modules(bot.buttons.__path__):
        importlib.import_module(f"bot.buttons.{module.name}")
    return sorted(Button.__subclasses__(), key=lambda one: one.PREFIX)


@pytest.mark.parametrize("thief", THIEVES, ids=lambda one: one.name)
async def test_numbers_of_other_peoples_things_open_nothing(robbed: Robbed, thief: Thief) -> None:
    async with awake(await robbed()) as town:
        vault, chance = Vault(town=town, thief=thief), random.Random(thief.name)
        before, numbers = vault.contents(), vault.numbers()
        onlooker = Onlooker(town=town)

        for button in every_button():
            forged = [_forged(button, numbers, chance) for _ in range(TRIES)]
            again = _of_another_version(forged[0])
            await _presses_all(town, thief, [*forged, again], onlooker=onlooker)

            assert vault.leaks() == [], (button, forged)
            assert vault.contents() == before, (button, forged)


async def test_the_robbed_town_has_something_to_steal(robbed: Robbed) -> None:
    async with awake(await robbed()) as town:
        joko = Vault(town=town, thief=THIEVES[0])

        assert len(joko.contents()["orders"]) == 3
        assert len(joko.contents()["addresses"]) == 1
        assert len(every_button()) >= 30
        assert joko.leaks() == []


async def test_garbage_is_answered_like_an_old_button(robbed: Robbed) -> None:
    thief = THIEVES[0]
    async with awake(await robbed()) as town:
        vault = Vault(town=town, thief=thief)
        before = vault.contents()

        await _presses_all(town, thief, list(GARBAGE))

        assert vault.leaks() == []
        assert vault.contents() == before


@pytest.mark.parametrize("thief", THIEVES, ids=lambda one: one.name)
async def test_buttons_of_somebody_elses_screens_open_nothing(
    robbed: Robbed, thief: Thief
) -> None:
    """Ratna's own buttons, as they stand in her chat, sent by somebody else."""
    async with awake(await robbed()) as town:
        genuine = [data for name in ("Ratna", "Budi") for data in await _shown_to(town, name)]
        vault = Vault(town=town, thief=thief)
        before = vault.contents()

        await _presses_all(town, thief, genuine)

        assert len(genuine) >= 20
        assert vault.leaks() == []
        assert vault.contents() == before


async def _shown_to(town: Town, name: str) -> list[str]:
    """What stands on all the buttons that somebody finds in a few looks around."""
    found: dict[str, None] = {}
    for _ in range(12):
        for message in town.chat(name).newest_first:
            found |= dict.fromkeys(_data_of(message))
        screen = town.screens(name)[0]
        fresh = _data_of(screen)
        pressed = {press.button_data for who, press in town.pressed if who == name}
        ahead = next((one for one in fresh if one not in pressed and _harmless(one)), fresh[-1])
        town.presses(name, screen, ahead)
        await town.settles()
    return list(found)


def _harmless(data: str) -> bool:
    """Looking around only: nothing is bought, sent or given up on the way."""
    return data[:1] in "hosni"


def _data_of(message: Any) -> list[str]:
    keyboard = message.content.keyboard
    rows = keyboard.inline_keyboard if keyboard else []
    return [key.callback_data for row in rows for key in row if key.callback_data]


async def _presses_all(
    town: Town, thief: Thief, forged: list[str], *, onlooker: Onlooker | None = None
) -> None:
    screen = town.chat(thief.name).newest_first[0]
    for data in forged:
        town.presses(thief.name, screen, data)
    await town.settles()
    looking = onlooker or Onlooker(town=town)
    assert not list(filter(_counts, looking.complaints())), forged


def _counts(complaint: str) -> bool:
    """Whether it tells against the shop: all these presses were made on one screen of before.

    What stands above it may be in the language that the thief has chosen in the meantime.
    """
    return "message to edit not found" not in complaint and " reads " not in complaint


def _forged(button: type[Button], numbers: list[int], chance: random.Random) -> str:
    hints = get_type_hints(button)
    kinds = [hints[one.name] for one in dataclasses.fields(button)]
    return button(*(_value(kind, numbers, chance) for kind in kinds)).pack()


def _value(kind: type, numbers: list[int], chance: random.Random) -> int | bool:
    if kind is bool:
        return chance.random() < 0.5
    return chance.choice(numbers if chance.random() < 0.7 else list(STRANGE))


def _of_another_version(data: str) -> str:
    head, *fields = data.split(".")
    return ".".join((f"{head[:-1]}{int(head[-1]) + 1}", *fields))

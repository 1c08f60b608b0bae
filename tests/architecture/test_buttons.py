"""Callback data of every button the bot can show, within Telegram's limit."""

import importlib
import pkgutil

import pytest

import bot.buttons
from bot.buttons.base import Button
from tests.architecture.rules import buttons


@pytest.fixture(scope="module")
def kinds() -> list[type[Button]]:
    """All kinds of button, with every module that defines one imported."""
    for module in pkgutil.iter_modules(bot.buttons.__path__, "bot.buttons."):
        importlib.import_module(module.name)
    found = [each for each in buttons.kinds_of(Button) if each.__module__.startswith("bot.")]
    return found or pytest.skip("no buttons yet")


def test_no_two_buttons_begin_alike(kinds: list[type[Button]]) -> None:
    assert list(buttons.shared_prefixes(kinds)) == []


def test_every_button_fits_into_64_bytes(kinds: list[type[Button]]) -> None:
    assert [each for kind in kinds for each in buttons.too_long(kind)] == []


def test_every_button_is_read_back_as_it_was_written(kinds: list[type[Button]]) -> None:
    assert [each for kind in kinds for each in buttons.not_read_back(kind)] == []

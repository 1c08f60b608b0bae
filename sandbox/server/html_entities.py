"""The HTML character references that the parse mode knows."""

import re
from typing import Final

_NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE: Final = re.compile(
    r"&(?:#(?P<dec>\d+)|#[xX](?P<hex>[0-9A-Fa-f]+)|(?P<name>[A-Za-z]+));?"
)
_LAST_CHARACTER: Final = 0x10FFFF


def character_at(text: str, position: int) -> tuple[str, int] | None:
    """The character that a reference at `position` stands for, and where the text goes on."""
    match = _REFERENCE.match(text, position)
    if match is None:
        return None
    if match["name"] is not None:
        return _named(match["name"], text, position)
    number = int(match["dec"] or match["hex"], 10 if match["dec"] else 16)
    if not 0 < number <= _LAST_CHARACTER or 0xD800 <= number <= 0xDFFF:
        return None
    return chr(number), match.end()


def _named(name: str, text: str, position: int) -> tuple[str, int] | None:
    character = _NAMED.get(name)
    if character is None:
        return None
    end = position + 1 + len(name)
    return character, end + (text[end : end + 1] == ";")

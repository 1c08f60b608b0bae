"""Rules about callback data: one prefix a button, short enough, read back as it was written."""

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, get_type_hints

from bot.buttons.base import LIMIT, Button

# Telegram's ids have 52 bits and our own rows count from one: nothing on a button is larger.
LARGEST: Final = 2**53 - 1


def shared_prefixes(kinds: Iterable[type[Button]]) -> Iterator[str]:
    """No two kinds of button begin alike."""
    heads = Counter(f"{kind.PREFIX}{kind.VERSION}" for kind in kinds)
    return (f"{head} is used {times} times" for head, times in heads.items() if times > 1)


def too_long(kind: type[Button]) -> Iterator[str]:
    """With the largest values a button still is at most 64 bytes."""
    size = len(largest(kind).pack().encode())
    if not 1 <= size <= LIMIT:
        yield f"{kind.__name__} can have {size} bytes"


def not_read_back(kind: type[Button]) -> Iterator[str]:
    """What a button writes it reads back as the same button."""
    button = largest(kind)
    if not kind.is_mine(button.pack()) or kind.unpack(button.pack()) != button:
        yield f"{kind.__name__} is not read back"


def largest(kind: type[Button]) -> Button:
    """The button with the largest value in each field."""
    hints = get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    return kind(**{name: True if hints[name] is bool else LARGEST for name in names})


def kinds_of(base: type[Button]) -> list[type[Button]]:
    """Every kind of button that has been imported, however deep it derives."""
    return [deep for kind in base.__subclasses__() for deep in (kind, *kinds_of(kind))]

"""Turns an English sentence and values into a person's language, with every value escaped."""

import html
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

LOCALES = Path(__file__).parent / "locales"
LANGUAGES = ("id", "en")
FIRST_ISOLATE, LAST_ISOLATE = "\u2068", "\u2069"


class Html(str):
    """Text that is markup already and is not escaped again."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Translator:
    """One language; called with the English sentence as it stands in the source."""

    language: str

    def __call__(self, sentence: str, /, **values: object) -> str:
        """The sentence as HTML, its values escaped."""
        return _sentence(self.language, sentence).format_map(
            {name: escape(value) for name, value in values.items()}
        )

    def plain(self, sentence: str, /, **values: object) -> str:
        """The sentence as plain text, for buttons, alerts and commands."""
        return _sentence(self.language, sentence).format_map(values)

    def many(self, one: str, more: str, /, *, n: int, **values: object) -> str:
        """The sentence for a count, as HTML."""
        found = _catalogue(self.language).get((one, more))
        chosen = found if found is not None else (one if n == 1 else more)
        return chosen.format_map({"n": n} | {k: escape(v) for k, v in values.items()})


def escape(value: object) -> str:
    """What a value looks like inside a message: never a tag, never a changed direction."""
    if isinstance(value, Html):
        return value
    text = str(value)
    escaped = html.escape(text, quote=False)
    return f"{FIRST_ISOLATE}{escaped}{LAST_ISOLATE}" if _turns_direction(text) else escaped


def _turns_direction(text: str) -> bool:
    return not text.isascii() and any(
        unicodedata.bidirectional(sign) in {"R", "AL", "RLE", "RLO", "RLI"} for sign in text
    )


def _sentence(language: str, sentence: str) -> str:
    return _catalogue(language).get(sentence, sentence)


@cache
def _catalogue(language: str) -> Mapping[object, str]:
    """All sentences of a language, read once from its catalogue."""
    file = LOCALES / language / "LC_MESSAGES" / "lapak.po"
    if not file.exists():
        return {}
    with file.open("rb") as source:
        messages = read_po(source, locale=language)
    found: dict[object, str] = {}
    for message in messages:
        if not message.id or message.fuzzy or not message.string:
            continue
        key = tuple(message.id) if isinstance(message.id, list | tuple) else message.id
        text = message.string
        found[key] = text[0] if isinstance(text, list | tuple) else text
    return found

"""Whether a line on somebody's phone is in their language, and whole."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from bot.i18n.translator import LOCALES

_PLACEHOLDER: Final = re.compile(r"\{\w*\}")
_TAG: Final = re.compile(r"</?[a-z]+[^>]*>")
_LEFT_OVER: Final = re.compile(r"\{\w*\}|%\(|\bNone\b|\bmsgid\b|</?b>|&amp;|&lt;|\b0x[0-9a-f]{6}")
# Fewer letters than this say nothing about a language.
_TELLING: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """What one language says where the other one says something else."""

    shapes: tuple[tuple[re.Pattern[str], str], ...]

    def says(self, line: str) -> str | None:
        """The sentence that this line is, or None."""
        return next((words for shape, words in self.shapes if shape.fullmatch(line)), None)


@cache
def foreign_sentence(language: str, line: str) -> str | None:
    """The sentence of the other language that stands here, or None."""
    mine, other = _languages()[language], _languages()["en" if language == "id" else "id"]
    found = other.says(line.strip())
    return None if found is None or mine.says(line.strip()) else found


def left_over(line: str) -> str | None:
    """A placeholder, a tag or a word of the machine that nobody should read, or None."""
    found = _LEFT_OVER.search(line)
    return found.group() if found else None


@cache
def _languages() -> dict[str, Sentences]:
    english: list[tuple[re.Pattern[str], str]] = []
    indonesian: list[tuple[re.Pattern[str], str]] = []
    for source, translated in _pairs():
        if source == translated:
            continue
        english += _shapes(source)
        indonesian += _shapes(translated)
    return {"en": Sentences(shapes=tuple(english)), "id": Sentences(shapes=tuple(indonesian))}


def _pairs() -> Iterator[tuple[str, str]]:
    with (LOCALES / "id" / "LC_MESSAGES" / "lapak.po").open("rb") as source:
        for message in read_po(source, locale="id"):
            yield from zip(_texts(message.id), _texts(message.string), strict=False)


def _texts(value: Message | str | tuple[str, ...] | list[str] | object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(value) if isinstance(value, tuple | list) else ()


def _shapes(sentence: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """The sentence as people see it: without tags, anything in the place of its values."""
    for line in html.unescape(_TAG.sub("", sentence)).split("\n"):
        literal = _PLACEHOLDER.sub("", line)
        if sum(sign.isalpha() for sign in literal) >= _TELLING:
            parts = (re.escape(part) for part in _PLACEHOLDER.split(line.strip()))
            yield re.compile(".+".join(parts)), line

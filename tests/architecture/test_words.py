"""Sentences stand in the screens and in the catalogue, and nowhere else."""

from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.i18n.translator import LANGUAGES, LOCALES
from tests.architecture.rules import words
from tests.architecture.sources import ROOT, breaches, under

SCREENS = ROOT / "bot" / "screens"
MARKS: dict[str, tuple[int, ...] | None] = {"t": None, "plain": None, "many": (1, 2)}
TRANSLATED = [language for language in LANGUAGES if language != "en"]


@pytest.fixture(scope="module")
def used() -> Catalog:
    """Every sentence that the screens say, as English in the source."""
    found = Catalog()
    for file, line, message, comments, context in extract_from_dir(SCREENS, keywords=MARKS):
        found.add(message, None, [(file, line)], auto_comments=comments, context=context)
    return found


def known(language: str) -> Catalog:
    """The catalogue of a language."""
    file: Path = LOCALES / language / "LC_MESSAGES" / "lapak.po"
    with file.open("rb") as stream:
        return read_po(stream, locale=language)


def test_no_sentence_stands_in_a_handler_or_a_conversation() -> None:
    assert breaches(words.no_sentences, under("bot/handlers", "bot/conversations")) == []


def test_every_sentence_of_a_screen_is_marked_for_translation(used: Catalog) -> None:
    assert breaches(words.unmarked(used), under("bot/screens")) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_is_translated_and_none_is_fuzzy(used: Catalog, language: str) -> None:
    assert list(words.untranslated(used, known(language))) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_outlives_its_sentence(used: Catalog, language: str) -> None:
    assert list(words.unused(used, known(language))) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_placeholders_of_its_sentence(language: str) -> None:
    assert list(words.other_placeholders(known(language))) == []

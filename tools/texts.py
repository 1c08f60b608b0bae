"""`make texts`: brings the catalogues up to date with the sentences of bot/screens.

New sentences are added without a translation, those that nobody says any more go away, and what
is translated stays. Prints what is still to be translated and ends with 1 when that is anything.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

SCREENS: Final = Path("bot/screens")
LOCALES: Final = Path("bot/i18n/locales")
KEYWORDS: Final = {"t": None, "plain": None, "many": (1, 2)}
WIDTH: Final = 99
# Indonesian has no plural; a language that has one states it here.
PLURALS: Final = {"id": "nplurals=1; plural=0;"}

Sentence = str | tuple[str, ...]


def sentences() -> Iterator[Sentence]:
    """Every sentence of the screens, in English as it stands there."""
    for _, _, found, _, _ in extract_from_dir(
        SCREENS, [("**.py", "python")], {}, keywords=KEYWORDS
    ):
        yield found if isinstance(found, str) else tuple(found)


def translated(file: Path, language: str) -> dict[Sentence, str]:
    """What a catalogue says already."""
    with file.open("rb") as source:
        messages = read_po(source, locale=language)
    found: dict[Sentence, str] = {}
    for message in messages:
        if message.id and message.string:
            key = message.id if isinstance(message.id, str) else tuple(message.id)
            text = message.string
            found[key] = text if isinstance(text, str) else text[0]
    return found


def write(file: Path, language: str, known: dict[Sentence, str]) -> list[Sentence]:
    """Write the catalogue anew, sorted; returns what has no translation."""
    catalogue = Catalog(locale=language, fuzzy=False)
    # Babel believes that Indonesian has a plural.
    catalogue.mime_headers = [("Plural-Forms", PLURALS[language])]
    missing: list[Sentence] = []
    for sentence in sentences():
        text = known.get(sentence, "")
        catalogue.add(sentence, text if isinstance(sentence, str) else (text,))
        if not text:
            missing.append(sentence)
    out = io.BytesIO()
    write_po(out, catalogue, omit_header=True, sort_output=True, no_location=True, width=WIDTH)
    file.write_text(header(language) + out.getvalue().decode())
    return missing


def header(language: str) -> str:
    """What gettext needs to know, and nothing that changes from day to day."""
    fields = (
        "Project-Id-Version: Lapak 1",
        f"Language: {language}",
        f"Plural-Forms: {PLURALS[language]}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
    )
    # Babel takes a header for one only when a comment stands above it.
    return (
        '# Sentences of Lapak.\nmsgid ""\nmsgstr ""\n'
        + "".join(f'"{field}\\n"\n' for field in fields)
        + "\n"
    )


def main() -> int:
    """Update every catalogue."""
    missing: list[Sentence] = []
    for language in PLURALS:
        file = LOCALES / language / "LC_MESSAGES" / "lapak.po"
        missing += write(file, language, translated(file, language))
    for sentence in missing:
        sys.stdout.write(f"not translated: {sentence}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())

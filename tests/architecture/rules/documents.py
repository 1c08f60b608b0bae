"""Rules that keep the documents from saying what is no longer so."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

HEADINGS: Final = ["Context", "Decision", "Consequences", "Alternatives", "Evidence"]
SCREEN: Final = 60
SETTING: Final = re.compile(
    r"^(?P<told># (?![A-Z_]+=).+\n)?#? ?(?P<name>[A-Z][A-Z_]+)=", re.MULTILINE
)
CODE: Final = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
TARGET: Final = re.compile(r"^(?P<name>[a-z][a-z-]*):.*?##", re.MULTILINE)

ADDRESS: Final = re.compile(r"://|^\s*--(?:extra-)?index-url|^\s*--find-links")


def different(said: Iterable[str], true: Iterable[str]) -> list[str]:
    """What a document says and is not so, and what is so and it does not say."""
    told, real = set(said), set(true)
    return [f"is not: {x}" for x in sorted(told - real)] + [
        f"not told: {x}" for x in sorted(real - told)
    ]


def settings_in(example: str) -> list[str]:
    """The variables of an example file that have a sentence above them."""
    return [found["name"] for found in SETTING.finditer(example) if found["told"]]


def commands_in(document: str) -> set[str]:
    """The `lapak` commands that stand as code in a document."""
    return set(re.findall(r"\blapak ([a-z]+(?: [a-z]+)*)(?![\w.])", _code(document)))


def targets_in(document: str) -> set[str]:
    """The `make` targets that stand as code in a document."""
    return set(re.findall(r"\bmake ([a-z]+(?:-[a-z]+)*)", _code(document)))


def targets_of(makefile: str) -> set[str]:
    """The targets that a Makefile offers."""
    return {found["name"] for found in TARGET.finditer(makefile)}


def commands_of(command: Any, *path: str) -> Iterator[str]:
    """The full names of all commands of a command line that people are shown."""
    inner = getattr(command, "commands", None)
    if inner is None:
        yield " ".join(path)
    for name, each in (inner or {}).items():
        yield from () if each.hidden else commands_of(each, *path, name)


def dead_links(document: str, folder: Path) -> Iterator[str]:
    """Links to files of the project that are not there."""
    for link in re.findall(r"\]\(([^)#\s]+)", document):
        if "://" not in link and not (folder / link).exists():
            yield f"nothing at {link}"


def misshapen_decision(text: str) -> Iterator[str]:
    """A decision fits on one screen and has its five headings."""
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    if headings != HEADINGS:
        yield f"headings are {headings}"
    if text.count("\n") > SCREEN:
        yield f"{text.count(chr(10))} lines"


def gaps(names: Iterable[str]) -> list[str]:
    """Decisions whose numbers do not follow one another from 0001."""
    return [x for at, x in enumerate(sorted(names), 1) if not x.startswith(f"{at:04}-")]


def addresses(lock: str) -> list[str]:
    """Lines of a lock that name an index or an address: any mirror must be able to serve it."""
    return [line for line in lock.splitlines() if ADDRESS.search(line)]


def extras_left_out(lock: str, asked: Iterable[str]) -> list[str]:
    """Requirements with an extra, like `coverage[toml]`, that the lock pins without it.

    An older pip takes such a pin for none as soon as a newer release is out, and refuses.
    """
    return sorted(x for x in set(asked) if re.search(rf"^{re.escape(x)}==", lock, re.M) is None)


def unknown_words(glossary: str, code: str) -> list[str]:
    """Names of a glossary that the code does not use."""
    known = set(re.findall(r"\w+", code))
    return [name for name in re.findall(r"`(\w+)`", glossary) if name not in known]


def _code(document: str) -> str:
    return "\n".join(CODE.findall(document))

"""Documents do not lie: what they name is there, and what is there is named."""

import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path

import pytest
import typer

from bot.settings import Settings
from cli.main import app
from store.domain.actor import Role
from store.domain.cancellation import Route
from store.domain.order import OrderStatus, Party, Tab
from store.domain.zones import Zone
from tests.architecture.rules import documents
from tests.architecture.sources import PRODUCT, ROOT, dependencies, under

DECISIONS = sorted((ROOT / "docs/adr").glob("*.md"))
PAGES = [*ROOT.glob("*.md"), *DECISIONS]


def said(name: str) -> str:
    """The words of a file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_setting_has_its_sentence_in_the_example() -> None:
    names = [name.upper() for name in Settings.model_fields]

    assert documents.different(documents.settings_in(said(".env.example")), names) == []


def test_the_readme_names_the_commands_that_there_are() -> None:
    commands = documents.commands_of(typer.main.get_command(app))

    assert documents.different(documents.commands_in(said("README.md")), commands) == []


def test_the_readme_names_the_targets_that_there_are() -> None:
    targets = documents.targets_of(said("Makefile"))

    assert documents.different(documents.targets_in(said("README.md")), targets) == []


def test_the_readme_gives_every_dependency_its_reason() -> None:
    words = set(re.findall(r"[a-z-]+", said("README.md")))

    assert sorted(dependencies() - words) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.name))
def test_no_link_leads_nowhere(page: Path) -> None:
    assert list(documents.dead_links(page.read_text(), page.parent)) == []


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: str(page.name))
def test_a_decision_fits_on_a_screen_under_five_headings(page: Path) -> None:
    assert list(documents.misshapen_decision(page.read_text())) == []


def test_decisions_are_numbered_without_gaps() -> None:
    assert documents.gaps(page.name for page in DECISIONS) == []


def test_the_glossary_names_what_the_code_names() -> None:
    code = "\n".join(source.text for source in under(*PRODUCT))

    assert documents.unknown_words(said("CONTEXT.md"), code) == []


def test_the_glossary_knows_every_status_and_every_route() -> None:
    names = {each.name for each in (*OrderStatus, *Tab, *Route, *Party, *Role, *Zone)}

    assert names - set(re.findall(r"`(\w+)`", said("CONTEXT.md"))) == set()


def test_the_changelog_knows_the_version_that_is_built() -> None:
    version = tomllib.loads(said("pyproject.toml"))["project"]["version"]

    assert f"## {version}" in said("CHANGELOG.md")


def test_the_lock_names_no_place_to_fetch_from() -> None:
    assert documents.addresses(said("requirements.lock")) == []


def test_the_lock_pins_what_is_asked_for_with_an_extra_with_that_extra() -> None:
    lock = said("requirements.lock")
    asked = {
        found.group().lower()
        for package in distributions()
        for wanted in package.requires or ()
        if "extra ==" not in wanted and (found := re.match(r"[\w.-]+\[\w+\]", wanted))
    }

    assert "sqlalchemy[asyncio]" in asked
    assert documents.extras_left_out(lock, asked) == []

"""Nobody is trapped, and nobody meets a fact that has no words."""

import importlib
import pkgutil
from dataclasses import replace

import pytest

import bot.conversations
from bot.dialogue import Conversation
from bot.i18n.translator import LANGUAGES, Translator
from bot.screens import notices, refusals
from store.domain import inbox
from store.domain.inbox import Recipient
from store.domain.zones import Zone
from store.errors import Rejected, rejections
from store.events.base import Event
from store.events.registry import EVENTS
from store.ports.notifier import Parcel
from tests.architecture.rules import dialogues
from tests.architecture.rules.samples import sample

in_each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def conversations() -> list[Conversation]:
    """Every conversation of the bot."""
    names = [each.name for each in pkgutil.iter_modules(bot.conversations.__path__)]
    modules = [importlib.import_module(f"bot.conversations.{name}") for name in names]
    found = {id(c): c for m in modules for c in vars(m).values() if isinstance(c, Conversation)}
    assert found
    return list(found.values())


def test_somebody_listens_at_every_step(conversations: list[Conversation]) -> None:
    assert [each for one in conversations for each in dialogues.silent_steps(one)] == []


def test_every_conversation_can_be_left(conversations: list[Conversation]) -> None:
    assert [each for one in conversations for each in dialogues.no_way_out(one)] == []


@in_each_language
@pytest.mark.parametrize("kind", list(rejections()), ids=lambda kind: str(kind.code))
def test_every_refusal_has_its_words(kind: type[Rejected], language: str) -> None:
    said = refusals.words(Translator(language), sample(kind))

    assert said
    assert "{" not in said


@in_each_language
@pytest.mark.parametrize("recipient", [inbox.person(4711), inbox.shop(1)], ids=str)
@pytest.mark.parametrize("kind", list(EVENTS.values()), ids=lambda kind: str(kind.name))
def test_every_event_has_its_words(kind: type[Event], recipient: Recipient, language: str) -> None:
    parcel = replace(sample(Parcel), event=sample(kind), recipient=recipient)

    screen = notices.pushed(Translator(language), parcel, zone=Zone.WIB)

    assert screen.rows
    assert screen.text
    assert "{" not in screen.text


def test_no_two_refusals_have_the_same_code() -> None:
    codes = [kind.code for kind in rejections()]

    assert sorted(codes) == sorted(set(codes))

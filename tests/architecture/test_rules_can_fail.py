"""A rule that cannot fail keeps nothing: each is shown what it must refuse."""

import inspect
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import ClassVar

import pytest
from babel.messages import Catalog
from telegram import Update
from telegram.ext import CommandHandler, MessageHandler
from telegram.ext.filters import TEXT

from bot.buttons.base import Button
from bot.context import Ctx
from bot.dialogue import Conversation
from tests.architecture.rules import buttons, dialogues, documents, flow, shape, words
from tests.architecture.sources import Rule, source

LONG = "def f():\n" + "    pass\n" * 41
USED = Catalog()
USED.add("Hello {name}")

CASES: list[tuple[Rule, str, str, str]] = [
    (shape.short_module, "bot/a.py", "x = 1\n" * 301, "x = 1\n" * 300),
    (shape.short_functions, "bot/a.py", LONG, LONG.replace("    pass\n", "", 2)),
    (shape.opens_with_a_sentence, "bot/a.py", "x = 1", '"""Holds x."""\nx = 1'),
    (shape.opens_with_a_sentence, "bot/a.py", '"""stuff"""', ""),
    (shape.documented, "bot/a.py", "def f(): ...", "def _f(): ..."),
    (shape.documented, "bot/a.py", "class A:\n def f(self): ...", "class _A:\n def f(self): ..."),
    (shape.imports_on_top, "bot/a.py", "def f():\n    import os", "import os"),
    (shape.declared_imports({"typer"}), "bot/a.py", "import babel", "import typer, ast, store.db"),
    (shape.telling_names, "store/utils.py", "", "x = 1"),
    (shape.telling_names, "bot/a.py", "class OrderManager: ...", "class Orders: ..."),
    (
        shape.reasoned_suppressions,
        "bot/a.py",
        "x = 1  # noqa: E501",
        "x = 1  # noqa: E501 long on purpose",
    ),
    (shape.reasoned_suppressions, "bot/a.py", "x = 1  # type: ignore[arg-type]", "x = 1  # why"),
    (shape.no_leftovers, "bot/a.py", "# TODO later", "# Later is never."),
    (shape.no_leftovers, "bot/a.py", "raise NotImplementedError", "raise ValueError"),
    (flow.no_sends, "bot/handlers/a.py", "bot.send_message(1)", "ctx.show(1)"),
    (flow.no_sends, "bot/handlers/a.py", "message.reply_text('x')", "ctx.alert('x')"),
    (flow.no_commits, "bot/turn.py", "session.commit()", "tx.after_commit(f)"),
    (flow.no_commits, "store/services/a.py", "s.rollback()", "s.roll()"),
    (
        flow.status_moves_in_the_model,
        "store/services/a.py",
        "order.status = 1",
        "order.move_to(1)",
    ),
    (
        flow.status_moves_in_the_model,
        "store/a.py",
        "setattr(o, 'status', 1)",
        "setattr(o, 'note', 1)",
    ),
    (flow.status_moves_in_the_model, "store/a.py", "u.values(status=1)", "u.values(stock=1)"),
    (
        flow.status_moves_in_the_model,
        "store/services/a.py",
        "claim.state, claim.decider_id = 1, 2",
        "claim.decide(1, decider_id=2)",
    ),
    (flow.status_moves_in_the_model, "store/a.py", "u.values(state=1)", "ClaimRow(state=1)"),
    (flow.status_moves_in_the_model, "store/outbox/a.py", "order.status = 1", "f(row.state)"),
    (flow.tasks_in_groups, "bot/intake/a.py", "asyncio.create_task(f())", "group(f())"),
    (flow.tasks_in_groups, "bot/handlers/a.py", "def f(g: TaskGroup): g.create_task(x)", "f(g)"),
    (flow.told_the_time, "store/domain/a.py", "datetime.now(UTC)", "now()"),
    (flow.no_environment, "bot/a.py", "os.environ['X']", "settings.x"),
    (flow.no_mocks, "tests/a.py", "from unittest.mock import Mock", "from tests.support import a"),
    (flow.no_mocks, "tests/a.py", "import unittest.mock", "import unittest"),
    (
        flow.no_mocks,
        "tests/a.py",
        "monkeypatch.setattr(a, 'b', 1)",
        "monkeypatch.setenv('A', 'b')",
    ),
    (flow.no_sleeps, "tests/a.py", "asyncio.sleep(0.1)", "asyncio.sleep(0)"),
    (words.no_sentences, "bot/handlers/a.py", "x = 'Thank you'", "def f():\n    'What f does.'"),
    (words.no_sentences, "bot/handlers/a.py", "x = f'Total {n}'", "x = f'{n}'"),
    (words.unmarked(USED), "bot/screens/a.py", "x = 'Good bye'", "x = 'Hello {name}'"),
]


@pytest.mark.parametrize(("rule", "path", "bad", "good"), CASES)
def test_a_rule_of_the_code_refuses_what_breaks_it_and_nothing_else(
    rule: Rule, path: str, bad: str, good: str
) -> None:
    named_well = path if bad else "store/orders.py"

    assert list(rule(source(path, bad)))
    assert not list(rule(source(named_well, good)))


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (flow.no_commits, "store/db/uow.py", "session.commit()"),
        (flow.status_moves_in_the_model, "store/db/models/orders.py", "self.status = x"),
        (flow.status_moves_in_the_model, "store/outbox/relay.py", "row.state = x"),
        (shape.short_functions, "store/db/migrations/versions/0001_first.py", LONG),
    ],
)
def test_the_places_a_rule_allows_are_allowed(rule: Rule, path: str, text: str) -> None:
    assert list(rule(source(path, text))) == []


def test_a_task_of_a_group_is_no_orphan_where_work_may_be_started() -> None:
    text = dedent("""
        async def f(self):
            async with asyncio.TaskGroup() as group:
                group.create_task(g())
    """)

    assert list(flow.tasks_in_groups(source("bot/intake/polling.py", text))) == []
    assert list(flow.tasks_in_groups(source("bot/screens/orders.py", text)))


def test_a_large_median_is_seen() -> None:
    long = source("bot/a.py", "def f():\n" + "    pass\n" * 10)
    small = source("bot/b.py", "def g(): ...\n")

    assert list(shape.small_median([long]))
    assert not list(shape.small_median([long, small]))


def test_faulty_buttons_are_seen() -> None:
    @dataclass(frozen=True)
    class Wide(Button):
        PREFIX: ClassVar[str] = "wide"
        a: int
        b: int
        c: int
        d: int
        e: int
        f: int

    @dataclass(frozen=True)
    class Twin(Button):
        PREFIX: ClassVar[str] = "wide"

    assert list(buttons.too_long(Wide))
    assert list(buttons.not_read_back(Wide))
    assert list(buttons.shared_prefixes([Wide, Twin]))
    assert not list(buttons.too_long(Twin))


def test_faulty_conversations_are_seen() -> None:
    class Step(StrEnum):
        WORDS = "words"
        SEND = "send"

    async def stay(_: Update, __: Ctx) -> None: ...

    typed, leave = MessageHandler(TEXT, stay), CommandHandler("cancel", stay)
    deaf = Conversation(
        name="deaf", entry_points=[typed], states={Step.WORDS: [typed]}, fallbacks=[typed]
    )
    open_ = Conversation(
        name="open",
        entry_points=[typed],
        states={Step.WORDS: [typed], Step.SEND: [typed]},
        fallbacks=[leave],
    )

    assert list(dialogues.silent_steps(deaf)) == ["nobody listens at deaf.send"]
    assert list(dialogues.no_way_out(deaf)) == ["deaf does not know /cancel"]
    assert not [*dialogues.silent_steps(open_), *dialogues.no_way_out(open_)]


def test_faults_of_a_catalogue_are_seen() -> None:
    known = Catalog(locale="id")
    known.add("Hello {name}", "Halo {nama}")
    known.add("Bye", "Dah")
    empty, unsure = Catalog(locale="id"), Catalog(locale="id")
    empty.add("Hello {name}", "")
    unsure.add("Hello {name}", "Halo {name}", flags={"fuzzy"})

    assert list(words.other_placeholders(known)) == ["other placeholders: 'Hello {name}'"]
    assert list(words.unused(USED, known)) == ["not used: 'Bye'"]
    assert list(words.untranslated(USED, empty)) == ["not translated: 'Hello {name}'"]
    assert list(words.untranslated(USED, unsure)) == ["not sure: 'Hello {name}'"]
    assert not list(words.untranslated(USED, known))


def test_faults_of_documents_are_seen(tmp_path: Path) -> None:
    page = "`make tea` and\n```\nlapak shop link SHOP\nlapak import FILE.csv\n```\nlapak dance"

    assert documents.targets_in(page) == {"tea"}
    assert documents.commands_in(page) == {"shop link", "import"}
    assert documents.different({"a", "b"}, {"b", "c"}) == ["is not: a", "not told: c"]
    assert documents.settings_in("# The token.\n# BOT_TOKEN=\n\nNAKED=1\n") == ["BOT_TOKEN"]
    assert documents.targets_of("run: ready  ## start\nhidden:\n") == {"run"}
    assert list(documents.dead_links("[a](gone.md) [b](https://example.org)", tmp_path))
    assert list(documents.misshapen_decision("# 1\n## Context\n"))
    assert documents.gaps(["0001-a.md", "0003-b.md"]) == ["0003-b.md"]
    assert documents.unknown_words("`gone` `kept`", "kept = 1") == ["gone"]
    assert documents.addresses("--index-url https://example.org\na==1\n")
    assert documents.extras_left_out("coverage==7.17.3 \\\n", ["coverage[toml]"])


@pytest.mark.parametrize("module", [shape, flow])
def test_no_rule_of_the_code_goes_without_a_case(module: ModuleType) -> None:
    tried = {rule.__name__ for rule, *_ in CASES}
    rules = inspect.getmembers(module, inspect.isgeneratorfunction)
    named = {name for name, _ in rules if not name.startswith("_")}

    assert named - tried <= {"small_median"}

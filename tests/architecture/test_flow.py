"""One way for everything: who may speak, commit, move a status and start work."""

from tests.architecture.rules import flow
from tests.architecture.sources import PRODUCT, breaches, under


def test_only_delivery_and_staged_replies_speak() -> None:
    assert breaches(flow.no_sends, under("bot/handlers", "bot/conversations")) == []


def test_only_the_edge_commits() -> None:
    assert breaches(flow.no_commits, under("bot", "store")) == []


def test_a_status_moves_in_the_model() -> None:
    assert breaches(flow.status_moves_in_the_model, under("bot", "store", "cli")) == []


def test_no_work_is_orphaned() -> None:
    assert breaches(flow.tasks_in_groups, under(*PRODUCT)) == []


def test_rules_and_use_cases_are_told_the_time() -> None:
    places = ("store/domain", "store/services", "store/db/repos", "bot/handlers", "bot/screens")

    assert breaches(flow.told_the_time, under(*places, "bot/conversations")) == []


def test_settings_are_read_in_one_place() -> None:
    assert breaches(flow.no_environment, under("bot", "store", "sandbox")) == []


def test_tests_use_fakes_and_never_mocks() -> None:
    assert breaches(flow.no_mocks, under("tests")) == []


def test_tests_wait_for_what_happened_and_never_for_a_while() -> None:
    assert breaches(flow.no_sleeps, under("tests")) == []

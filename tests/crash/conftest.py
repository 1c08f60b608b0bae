"""Gives a sweep its time, and says at the end of a run how many points were tried, by kind."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

POINTS = pytest.StashKey[Counter[str]]()


@pytest.fixture
def tell_points(request: pytest.FixtureRequest) -> Callable[[Counter[str]], None]:
    """Add to the points of this run."""

    def tell(seen: Counter[str]) -> None:
        request.config.stash.setdefault(POINTS, Counter()).update(seen)

    return tell


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One test here kills the bot some hundred times, which on a busy machine takes minutes."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.timeout(900))


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """One line for the whole run."""
    points = config.stash.get(POINTS, Counter())
    if points:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(points.items()))
        terminalreporter.write_line(f"crash points: {points.total()} ({kinds})")

"""What a command sets up for its whole process is taken back: tests share theirs."""

import logging
from collections.abc import Iterator

import pytest
import structlog


@pytest.fixture(autouse=True)
def _logging_of_our_own() -> Iterator[None]:
    """Logs go where they went before: a command writes them to a stream that is closed by now."""
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    yield
    structlog.reset_defaults()
    root.setLevel(level)
    root.handlers[:] = handlers

"""Logging: event names and ids, one line each, never a token or what people wrote."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any, Final

import structlog

TOKEN: Final = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
NOISY: Final = (
    "httpx",
    "httpcore",
    "telegram",
    "aiohttp",
    "sqlalchemy",
    "aiosqlite",
    "alembic",
    "asyncio",
    "filelock",
)


class RedactingFilter(logging.Filter):
    """Takes tokens out of every line of the standard logging."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through, without its secrets."""
        record.msg, record.args = redact(record.getMessage()), ()
        return True


def redact(text: str) -> str:
    """The text with bot tokens blacked out."""
    return TOKEN.sub("<token>", text)


def _redact_fields(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    for name, value in event.items():
        if isinstance(value, str):
            event[name] = redact(value)
    return event


def configure(level: str) -> None:
    """Write logs to the error stream; libraries speak only when something is wrong."""
    number = logging.getLevelNamesMapping()[level]
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(RedactingFilter())
    logging.basicConfig(
        level=number, handlers=[handler], format="%(name)s %(message)s", force=True
    )
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.add_log_level,
            _redact_fields,
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )

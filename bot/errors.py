"""What a refusal or a bug sounds like to the person whose turn it was."""

import traceback
from collections.abc import Callable
from pathlib import Path

import structlog

from bot.i18n.translator import Translator
from bot.screens import refusals
from bot.screens.base import Screen
from store.errors import Rejected

log = structlog.get_logger()

TOAST_LIMIT = 190


def refusal(t: Translator, rejected: Rejected) -> str:
    """The plain words for an expected no."""
    log.info("refused", code=rejected.code)
    return refusals.words(t, rejected)


def refusal_screen(t: Translator, words: str) -> Screen:
    """The same words as a screen, for a turn without a button to answer."""
    return refusals.screen(t, words)


def apologise(t: Translator, error: BaseException, *, reference: Callable[[], str]) -> Screen:
    """Log a bug under a short reference and say sorry with it."""
    name = reference()
    frames = traceback.extract_tb(error.__traceback__)
    # Only where it happened: an exception's own text may quote what a person typed.
    where = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-6:]]
    log.error("bug", ref=name, kind=type(error).__name__, where=where)
    return refusals.our_fault(t, name)

"""What a refusal or a bug sounds like to the person whose turn it was."""

from collections.abc import Callable

import structlog

from bot.i18n.translator import Translator
from bot.screens import refusals
from bot.screens.base import Screen
from store.errors import Rejected
from store.traces import where_of

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
    log.error("bug", ref=name, kind=type(error).__name__, where=where_of(error))
    return refusals.our_fault(t, name)

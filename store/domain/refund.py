"""Money that goes back to a buyer: promised, sent, settled."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from store.domain.deadlines import end_of_working_day
from store.domain.zones import Zone


class RefundState(StrEnum):
    """How far money on its way back has come; NOT_NEEDED where nothing was paid."""

    NOT_NEEDED = "NOT_NEEDED"
    PROMISED = "PROMISED"
    SENT = "SENT"
    SETTLED = "SETTLED"
    FAILED = "FAILED"


_S = RefundState

REFUND_MOVES: Final[Mapping[RefundState, frozenset[RefundState]]] = {
    _S.NOT_NEEDED: frozenset(),
    _S.PROMISED: frozenset({_S.SENT}),
    _S.SENT: frozenset({_S.SETTLED, _S.FAILED}),
    # Not received: the operator looks, the shop sends again or the money turns up.
    _S.FAILED: frozenset({_S.SENT, _S.SETTLED}),
    _S.SETTLED: frozenset(),
}

# The money is still in the shop's hands.
UNSENT: Final = frozenset({_S.PROMISED, _S.FAILED})


class RefundCause(StrEnum):
    """Why money goes back."""

    CANCELLED = "CANCELLED"
    OVER = "OVER"
    TWICE = "TWICE"
    LATE = "LATE"
    SHORT = "SHORT"


SETTLES_AFTER: Final = timedelta(days=3)
REFERENCE_LIMIT: Final = 100
REMIND_EVERY: Final = timedelta(days=1)
# Counted in working days: towards the operator from the promise, towards the shop's own stop
# from the moment at which it knew where to send.
OPERATOR_AFTER_DAYS: Final = 2
SHOP_STOPS_AFTER_DAYS: Final = 5


def send_by(since: datetime, zone: Zone) -> datetime:
    """Until when the shop should have sent it, in UTC; then the operator hears of it."""
    return end_of_working_day(since, OPERATOR_AFTER_DAYS, zone)


def stops_at(since: datetime, zone: Zone) -> datetime:
    """From when on a shop that knows where to send it and has not takes no new orders."""
    return end_of_working_day(since, SHOP_STOPS_AFTER_DAYS, zone)

"""What becomes of a parcel that could not be carried."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from store.db.models.inbox import OutboxState

# A parcel that breaks its carrier, or kills it, is put aside after so many tries.
MOST_TRIES: Final = 5
# A recipient's messenger may be down for long; that is nobody's fault and costs no try.
LONGEST_WAIT: Final = timedelta(days=3)
DEFAULT_PAUSE: Final = timedelta(seconds=30)
_SHORTEST_PAUSE: Final = timedelta(seconds=1)
_LONGEST_PAUSE: Final = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The parcel's new state, its tries so far and when to take it up again."""

    state: OutboxState
    tries: int
    not_before: datetime


def after_fault(*, tries: int, now: datetime) -> Verdict:
    """Our own fault: try again after 2, 4, 8, … seconds, and give up in the end."""
    state = OutboxState.DEAD if tries >= MOST_TRIES else OutboxState.NEW
    pause = min(timedelta(seconds=2**tries), _LONGEST_PAUSE)
    return Verdict(state=state, tries=tries, not_before=now + pause)


def after_outage(
    *, tries: int, created_at: datetime, retry_after: float | None, now: datetime
) -> Verdict:
    """Nobody answers: wait as long as was asked for, and give up after days."""
    asked = DEFAULT_PAUSE if retry_after is None else timedelta(seconds=retry_after)
    given_up = now - created_at >= LONGEST_WAIT
    return Verdict(
        state=OutboxState.DEAD if given_up else OutboxState.NEW,
        tries=tries - 1,
        not_before=now + max(asked, _SHORTEST_PAUSE),
    )


def untouched(*, tries: int, now: datetime) -> Verdict:
    """An orderly stop came between: whoever is next takes it up at once, as if nobody had."""
    return Verdict(state=OutboxState.NEW, tries=tries - 1, not_before=now)

"""What buyer and shop write to each other about an order: how long, how much, how often."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from store.domain.order import Party

MESSAGE_LIMIT: Final = 1000
# Long enough for a parcel that turns out to be wrong, and for its money.
OPEN_AFTER_END: Final = timedelta(days=7)
AT_A_TIME: Final = 20
A_TIME: Final = timedelta(hours=1)
SIDES: Final = (Party.BUYER, Party.SELLER)
# As much as is read at once: many short messages, or a few long ones, each in full.
PAGE_MOST: Final = 8
PAGE_SIGNS: Final = 3 * (MESSAGE_LIMIT + 150)
_BESIDES: Final = 100


def closes_at(ended_at: datetime | None) -> datetime | None:
    """Until when something can be written; None while the order goes on."""
    return None if ended_at is None else ended_at + OPEN_AFTER_END


def is_open(ended_at: datetime | None, now: datetime) -> bool:
    """Whether something can be written now."""
    end = closes_at(ended_at)
    return end is None or now < end


def pages(sizes: Sequence[int]) -> list[range]:
    """Which messages of these sizes stand on each page, so that each is read whole; always one.

    A size is at least the number of signs.
    """
    begins, signs = [0], 0
    for at, size in enumerate(one + _BESIDES for one in sizes):
        if at - begins[-1] == PAGE_MOST or signs + size > PAGE_SIGNS:
            begins.append(at)
            signs = 0
        signs += size
    return [range(*ends) for ends in pairwise([*begins, len(sizes)])]

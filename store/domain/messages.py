"""What buyer and shop write to each other about an order: how long, how much, how often."""

from datetime import datetime, timedelta
from typing import Final

from store.domain.order import Party

MESSAGE_LIMIT: Final = 1000
# Long enough for a parcel that turns out to be wrong, and for its money.
OPEN_AFTER_END: Final = timedelta(days=7)
AT_A_TIME: Final = 20
A_TIME: Final = timedelta(hours=1)
OTHER_SIDE: Final = {Party.BUYER: Party.SELLER, Party.SELLER: Party.BUYER}


def closes_at(ended_at: datetime | None) -> datetime | None:
    """Until when something can be written; None while the order goes on."""
    return None if ended_at is None else ended_at + OPEN_AFTER_END


def is_open(ended_at: datetime | None, now: datetime) -> bool:
    """Whether something can be written now."""
    end = closes_at(ended_at)
    return end is None or now < end

"""Quiet hours: at night a notice comes without a sound, unless it cannot wait until morning."""

from datetime import datetime, time, timedelta
from typing import Final

from store.domain.zones import Zone

BEGINS: Final = time(21)
ENDS: Final = time(7)


def is_silent(now: datetime, zone: Zone, *, due_at: datetime | None) -> bool:
    """Whether a notice comes silently to a reader who lives in this zone."""
    local = now.astimezone(zone.tz)
    if ENDS <= local.time() < BEGINS:
        return False
    return due_at is None or due_at > _morning(local)


def _morning(night: datetime) -> datetime:
    """When the night in which this moment lies is over."""
    day = night.date() + timedelta(days=1 if night.time() >= BEGINS else 0)
    return datetime.combine(day, ENDS, tzinfo=night.tzinfo)

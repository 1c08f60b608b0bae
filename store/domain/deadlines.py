"""Working days, and the times by which things must be done."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from store.domain.zones import Zone

# National holidays as the government's yearly decree dates them; those of 2027 that hang on the
# moon or on a decree to come are the computed dates.
HOLIDAYS: Final = frozenset(
    date.fromisoformat(day)
    for day in (
        "2026-01-01", "2026-01-16", "2026-02-17", "2026-03-19", "2026-03-21", "2026-03-22",
        "2026-04-03", "2026-04-05", "2026-05-01", "2026-05-14", "2026-05-27", "2026-05-31",
        "2026-06-01", "2026-06-16", "2026-08-17", "2026-08-25", "2026-12-25",
        "2027-01-01", "2027-01-05", "2027-02-06", "2027-03-08", "2027-03-10", "2027-03-11",
        "2027-03-26", "2027-03-28", "2027-05-01", "2027-05-06", "2027-05-17", "2027-05-20",
        "2027-06-01", "2027-06-06", "2027-08-15", "2027-08-17", "2027-12-25",
    )
)  # fmt: skip

_NOON: Final = time(12)
_END_OF_DAY: Final = time(23, 59)
_SATURDAY: Final = 5
# A shop that closed every day of a year would otherwise be looked at for ever.
_LONGEST_CLOSURE: Final = 366


def is_working_day(day: date, closed: Collection[date] = ()) -> bool:
    """Monday to Friday, no holiday, and not a day on which the shop is closed."""
    return day.weekday() < _SATURDAY and day not in HOLIDAYS and day not in closed


def next_working_day(day: date, closed: Collection[date] = ()) -> date:
    """The first working day after this one."""
    for _ in range(_LONGEST_CLOSURE):
        day += timedelta(days=1)
        if is_working_day(day, closed):
            return day
    return day


def working_days_after(day: date, count: int) -> date:
    """The day so many working days later."""
    for _ in range(count):
        day = next_working_day(day)
    return day


def working_days_between(first: date, last: date) -> int:
    """How many working days come after the first day until the last one."""
    days = (last - first).days
    return sum(is_working_day(first + timedelta(days=n)) for n in range(1, days + 1))


def closed_days_of(written: Collection[str]) -> frozenset[date]:
    """The days on which a shop sends nothing, as they are stored."""
    return frozenset(date.fromisoformat(day) for day in written)


def ship_by(entered_at: datetime, zone: Zone, closed: Collection[date] = ()) -> datetime:
    """When an order that became ready to ship at this moment must have left, in UTC.

    Before noon in the shop's zone: the end of the same working day; else of the next one.
    """
    local = entered_at.astimezone(zone.tz)
    day = local.date()
    if local.time() >= _NOON or not is_working_day(day, closed):
        day = next_working_day(day, closed)
    return datetime.combine(day, _END_OF_DAY, zone.tz).astimezone(UTC)


def end_of_working_day(since: datetime, count: int, zone: Zone) -> datetime:
    """The end of the day that many working days after a moment, as the zone counts, in UTC."""
    day = working_days_after(local_day(since, zone), count)
    return datetime.combine(day, _END_OF_DAY, zone.tz).astimezone(UTC)


def local_day(moment: datetime, zone: Zone) -> date:
    """The day of a moment as people in the zone count it."""
    return moment.astimezone(zone.tz).date()

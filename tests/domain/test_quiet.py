"""Quiet hours: silent at night, except for what cannot wait until morning."""

from datetime import UTC, datetime, timedelta

import pytest

from store.domain.quiet import is_silent
from store.domain.zones import Zone


def jakarta(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 by the clocks of Jakarta."""
    return datetime(2026, 11, day, hour, minute, tzinfo=Zone.WIB.tz)


@pytest.mark.parametrize(
    ("now", "silent"),
    [
        (jakarta(21, 20, 59), False),
        (jakarta(21, 21, 0), True),
        (jakarta(22, 0, 0), True),
        (jakarta(22, 6, 59), True),
        (jakarta(22, 7, 0), False),
        (jakarta(22, 12, 0), False),
    ],
    ids=str,
)
def test_nights_are_silent_from_nine_to_seven(now: datetime, silent: bool) -> None:
    assert is_silent(now, Zone.WIB, due_at=None) is silent
    assert is_silent(now.astimezone(UTC), Zone.WIB, due_at=None) is silent


def test_the_night_is_that_of_the_reader() -> None:
    seven_in_jayapura = datetime(2026, 11, 21, 22, 0, tzinfo=UTC)

    silent = {zone: is_silent(seven_in_jayapura, zone, due_at=None) for zone in Zone}

    assert silent == {Zone.WIB: True, Zone.WITA: True, Zone.WIT: False}


@pytest.mark.parametrize("now", [jakarta(21, 22), jakarta(22, 3)], ids=str)
def test_what_is_due_before_morning_makes_a_sound(now: datetime) -> None:
    morning = jakarta(22, 7)

    assert is_silent(now, Zone.WIB, due_at=morning) is False
    assert is_silent(now, Zone.WIB, due_at=morning + timedelta(minutes=1)) is True

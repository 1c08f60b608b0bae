"""A clock that moves when it is told to."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

SATURDAY_AFTERNOON = datetime(2026, 11, 21, 7, 30, tzinfo=UTC)


@dataclass(slots=True)
class Clock:
    """Business time in a test; 14.30 WIB on a Saturday unless told otherwise."""

    moment: datetime = SATURDAY_AFTERNOON

    def now(self) -> datetime:
        """The time."""
        return self.moment

    def move(self, **by: float) -> None:
        """Let time pass."""
        self.moment += timedelta(**by)

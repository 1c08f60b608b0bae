"""A clock that can be moved ahead, so that what takes days can be watched in a minute."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from sandbox.server.errors import ActRefused

_FARTHEST: Final = timedelta(days=60)


def utc_now() -> datetime:
    """The system clock."""
    return datetime.now(UTC)


def _nobody(_: timedelta) -> None:
    """Nobody else goes by this clock."""


@dataclass(slots=True, kw_only=True)
class MovableClock:
    """Goes as the system's does, ahead of it; `moved` is told by how much whenever it jumps."""

    system: Callable[[], datetime] = utc_now
    moved: Callable[[timedelta], None] = _nobody
    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        """The time here, in UTC."""
        return self.system() + self.ahead

    def move(self, by: timedelta) -> None:
        """Jump ahead; raises ActRefused for a step back and for more than 60 days at once."""
        if not timedelta() < by <= _FARTHEST:
            raise ActRefused("the clock goes ahead by up to 60 days at once, and never back")
        self.ahead += by
        self.moved(self.ahead)

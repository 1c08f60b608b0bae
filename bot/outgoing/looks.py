"""What messages show, as far as this process has seen to it: the same is not put there again."""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Final

from bot.screens.base import Rows, Screen

# Only what was shown lately is pressed twice; whatever is forgotten is merely sent once more.
KEPT: Final = 2_000
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Look:
    """The buttons under a message, and its whole screen where that is known."""

    rows: Rows
    screen: Screen | None = None


@dataclass(frozen=True, slots=True)
class Looks:
    """The latest looks, by chat and message."""

    known: OrderedDict[Place, Look] = field(default_factory=OrderedDict)

    def is_screen(self, place: Place, screen: Screen) -> bool:
        """Whether the message shows just this."""
        look = self.known.get(place)
        return look is not None and look.screen == screen

    def has_rows(self, place: Place, rows: Rows) -> bool:
        """Whether the message has just these buttons."""
        look = self.known.get(place)
        return look is not None and look.rows == rows

    def put(self, place: Place, screen: Screen) -> None:
        """The message shows this now."""
        self._keep(place, Look(screen.rows, screen))

    def put_rows(self, place: Place, rows: Rows) -> None:
        """The message has these buttons now; what it says was not looked at."""
        self._keep(place, Look(rows))

    def forget(self, place: Place) -> None:
        """Nobody knows what the message shows."""
        self.known.pop(place, None)

    def _keep(self, place: Place, look: Look) -> None:
        self.known[place] = look
        self.known.move_to_end(place)
        if len(self.known) > KEPT:
            self.known.popitem(last=False)

"""What every fact has in common: a name, a version and a subject."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened; carries every fact a screen needs to tell it.

    What buyers write stays with the order, where it is sealed and can be forgotten: an event only
    says that there is something to read.
    """

    name: ClassVar[str]
    version: ClassVar[int] = 1
    # Whether it changes what stands on its card; then no new copy of the card is sent.
    settles_card: ClassVar[bool] = False

    @property
    @abstractmethod
    def subject(self) -> str:
        """What it happened to."""

    @property
    def occasion(self) -> str:
        """What tells two such events apart; unless it says more, a subject meets each once."""
        return self.subject

    @property
    def moves_card(self) -> str | None:
        """A card that still waits for its answer, and shows something else from now on."""
        return None

    @property
    def told_besides(self) -> bool:
        """Whether who has the card is also told in words that it was settled."""
        return False

    @property
    def due_at(self) -> datetime | None:
        """Until when somebody has to act on it, where there is such a moment."""
        return None

    @property
    def card(self) -> str | None:
        """What is decided on the message that tells it; None where nothing is."""
        return None


@dataclass(frozen=True, kw_only=True)
class Illegible(Event):
    """A fact that another version wrote and this one cannot read; it is never told anew."""

    name: ClassVar[str] = "illegible"

    @property
    def subject(self) -> str:
        """Nobody knows."""
        return self.name

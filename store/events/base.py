"""What every fact has in common: a name, a version and a subject."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened; carries every fact a screen needs to tell it."""

    name: ClassVar[str]
    version: ClassVar[int] = 1

    @property
    @abstractmethod
    def subject(self) -> str:
        """What it happened to; a subject meets the same event once."""

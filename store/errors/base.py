"""What all answers have in common that the shop gives instead of doing it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar


@dataclass(kw_only=True, eq=False)
class ShopError(Exception):
    """Root of all errors that the shop raises on purpose."""

    # Not frozen: Python itself writes __traceback__ and __context__ on an exception.
    code: ClassVar[str] = "shop_error"

    @property
    def facts(self) -> Mapping[str, Any]:
        """What a screen may tell about this error."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def __str__(self) -> str:
        return f"{self.code} {dict(self.facts)}"


@dataclass(kw_only=True, eq=False)
class Rejected(ShopError):
    """An expected no; nothing was changed."""

    code: ClassVar[str] = "rejected"


@dataclass(kw_only=True, eq=False)
class Conflict(ShopError):
    """A race lost after all guards; doing the whole step again may succeed."""

    code: ClassVar[str] = "conflict"


@dataclass(kw_only=True, eq=False)
class Unavailable(ShopError):
    """Somebody outside cannot be reached now; seconds until it makes sense to ask again."""

    code: ClassVar[str] = "unavailable"
    retry_after: float | None = None


@dataclass(kw_only=True, eq=False)
class SealBroken(ShopError):
    """Sealed bytes do not open: another key, another place, or damage."""

    code: ClassVar[str] = "seal_broken"
    problem: str


def rejections(within: type[Rejected] = Rejected) -> Iterator[type[Rejected]]:
    """Every kind of refusal there is, so that a test can ask for words for each."""
    return (each for kind in within.__subclasses__() for each in (kind, *rejections(kind)))

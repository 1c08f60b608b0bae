"""Buttons of a request to cancel: on its card, on the desk and on the buyer's order page."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class OpenRequests(Button):
    """A page of what buyers ask a shop; pages count from 1."""

    PREFIX: ClassVar[str] = "rl"

    shop_id: int
    page: int = 1


@dataclass(frozen=True)
class OpenRequest(Button):
    """One request, from the desk."""

    PREFIX: ClassVar[str] = "ro"

    request_id: int


@dataclass(frozen=True)
class Approve(Button):
    """Cancel the order as the buyer asks."""

    PREFIX: ClassVar[str] = "ra"

    request_id: int


@dataclass(frozen=True)
class AskRejection(Button):
    """Why is it rejected?"""

    PREFIX: ClassVar[str] = "rj"

    request_id: int


@dataclass(frozen=True)
class Reject(Button):
    """Let the order go on, for this reason, by its place in the list."""

    PREFIX: ClassVar[str] = "rr"

    request_id: int
    reason: int


@dataclass(frozen=True)
class BackToRequest(Button):
    """The card as it is now, without deciding."""

    PREFIX: ClassVar[str] = "rb"

    request_id: int


@dataclass(frozen=True)
class Withdraw(Button):
    """The buyer takes the request back."""

    PREFIX: ClassVar[str] = "rw"

    order_id: int

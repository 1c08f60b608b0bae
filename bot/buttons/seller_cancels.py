"""Buttons of a shop that cancels an order itself, and of the operators who answer it."""

from dataclasses import dataclass
from typing import ClassVar

from bot.buttons.base import Button


@dataclass(frozen=True)
class AskSellerCancel(Button):
    """Why does the shop cancel the order?"""

    PREFIX: ClassVar[str] = "k"

    order_id: int


@dataclass(frozen=True)
class ChooseSellerReason(Button):
    """A reason, by its place among all that shops have."""

    PREFIX: ClassVar[str] = "kr"

    order_id: int
    reason: int


@dataclass(frozen=True)
class ExplainSellerCancel(Button):
    """Say it in words, or in others; the reason is kept."""

    PREFIX: ClassVar[str] = "kw"

    order_id: int
    reason: int


@dataclass(frozen=True)
class WithoutExplanation(Button):
    """Go on without words."""

    PREFIX: ClassVar[str] = "kn"

    order_id: int
    reason: int


@dataclass(frozen=True)
class SendSellerCancel(Button):
    """Cancel the order for this reason, or ask an operator to."""

    PREFIX: ClassVar[str] = "ks"

    order_id: int
    reason: int


@dataclass(frozen=True)
class WithdrawSellerCancel(Button):
    """The shop takes its request back."""

    PREFIX: ClassVar[str] = "kb"

    request_id: int


@dataclass(frozen=True)
class OpenSellerCancels(Button):
    """A page of what shops ask the operators; pages count from 1."""

    PREFIX: ClassVar[str] = "kl"

    page: int = 1


@dataclass(frozen=True)
class OpenSellerCancel(Button):
    """One of it: the card as it is now, without deciding."""

    PREFIX: ClassVar[str] = "ko"

    request_id: int


@dataclass(frozen=True)
class ConfirmSellerCancel(Button):
    """Cancel the order as the shop asks."""

    PREFIX: ClassVar[str] = "kc"

    request_id: int


@dataclass(frozen=True)
class AskRefusal(Button):
    """Why is it refused?"""

    PREFIX: ClassVar[str] = "kj"

    request_id: int


@dataclass(frozen=True)
class RefuseSellerCancel(Button):
    """Let the order go on, for this reason, by its place in the list."""

    PREFIX: ClassVar[str] = "kf"

    request_id: int
    reason: int


@dataclass(frozen=True)
class AgreeToCancel(Button):
    """The buyer wants what the shop asks for."""

    PREFIX: ClassVar[str] = "ky"

    order_id: int

"""What operators are told about a shop's wish to cancel a paid order."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from store.domain.request import RequestState
from store.events.requests import RequestEvent


@dataclass(frozen=True, kw_only=True)
class SellerCancelEvent(RequestEvent):
    """The facts that every operator is told who is no side of the order."""

    @property
    def card(self) -> str:
        """The card on which an operator decides; the shop's own is another one."""
        return f"seller-cancel:{self.request_id}"


@dataclass(frozen=True, kw_only=True)
class SellerCancelAsked(SellerCancelEvent):
    """A shop asks to cancel a paid order."""

    name: ClassVar[str] = "seller_cancel_asked"

    reason: str

    @property
    def due_at(self) -> datetime:
        """Silence confirms then."""
        return self.answer_by


@dataclass(frozen=True, kw_only=True)
class SellerCancelReminded(SellerCancelEvent):
    """It still waits, and its time runs out."""

    name: ClassVar[str] = "seller_cancel_reminded"

    number: int

    @property
    def occasion(self) -> str:
        """Which of the reminders."""
        return f"{super().occasion}:{self.number}"

    @property
    def due_at(self) -> datetime:
        """Silence confirms then."""
        return self.answer_by


@dataclass(frozen=True, kw_only=True)
class SellerCancelDecided(SellerCancelEvent):
    """Nothing is to be decided any more; `decider` is a name, empty where nobody's hand did it."""

    name: ClassVar[str] = "seller_cancel_decided"
    settles_card: ClassVar[bool] = True

    state: RequestState
    decider: str

"""What happens to requests to cancel."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from store.domain.money import Rupiah
from store.domain.order import Party
from store.domain.request import RequestState
from store.events.orders import OrderEvent


@dataclass(frozen=True, kw_only=True)
class RequestEvent(OrderEvent):
    """The facts that are told about any request."""

    request_id: int
    asked_by: Party
    answer_by: datetime

    @property
    def occasion(self) -> str:
        """The request: an order may meet several."""
        return f"request:{self.request_id}"

    @property
    def card(self) -> str:
        """The card on which it is decided."""
        return f"request:{self.request_id}"


@dataclass(frozen=True, kw_only=True)
class CancellationRequested(RequestEvent):
    """Somebody asks to cancel; told to whoever answers, and kept for whoever asked."""

    name: ClassVar[str] = "cancellation_requested"

    reason: str
    has_words: bool

    @property
    def due_at(self) -> datetime:
        """Silence approves then."""
        return self.answer_by


@dataclass(frozen=True, kw_only=True)
class RequestReminded(RequestEvent):
    """A request still waits, and its time runs out."""

    name: ClassVar[str] = "request_reminded"

    number: int

    @property
    def occasion(self) -> str:
        """Which of the reminders."""
        return f"{super().occasion}:{self.number}"

    @property
    def due_at(self) -> datetime:
        """Silence approves then."""
        return self.answer_by


@dataclass(frozen=True, kw_only=True)
class RequestDecided(RequestEvent):
    """A request has its answer; told to both sides.

    `decider` is the name of who decided, empty where nobody's hand did; `back` is what goes back
    to the buyer, `by_operator` where it was paid by card.
    """

    name: ClassVar[str] = "request_decided"
    settles_card: ClassVar[bool] = True

    state: RequestState
    decided_by: Party
    decider: str
    at: datetime
    reason: str | None
    back: Rupiah
    by_operator: bool = False

    @property
    def told_besides(self) -> bool:
        """A shop that asked an operator has not decided itself, so it hears of the answer."""
        return self.asked_by is Party.SELLER and self.decided_by is not Party.SELLER

"""What happens to money on its way back, after it was promised."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from store.domain.money import Rupiah
from store.events.orders import OrderEvent


@dataclass(frozen=True, kw_only=True)
class RefundEvent(OrderEvent):
    """The facts that are told about any refund; `at` tells its steps apart.

    The account is never in them: they are told in groups as well. Operators read of both sides.
    """

    refund_id: int
    amount: Rupiah
    attempt: int
    at: datetime
    by_operator: bool = False
    for_operators: bool = False

    @property
    def occasion(self) -> str:
        """The refund and the moment: most steps may come again."""
        return f"refund:{self.refund_id}:{self.attempt}:{self.at.isoformat()}"


@dataclass(frozen=True, kw_only=True)
class RefundAccountGiven(RefundEvent):
    """The buyer has said where the money shall go; told to the shop."""

    name: ClassVar[str] = "refund_account_given"

    send_by: datetime

    @property
    def due_at(self) -> datetime:
        """The shop should have sent it by then."""
        return self.send_by


@dataclass(frozen=True, kw_only=True)
class RefundSent(RefundEvent):
    """The shop has sent the money; told to the buyer with the proof, kept for the shop."""

    name: ClassVar[str] = "refund_sent"

    proof: str | None
    settles_at: datetime
    reference: str | None = None

    @property
    def due_at(self) -> datetime:
        """Silence says by then that it came."""
        return self.settles_at


@dataclass(frozen=True, kw_only=True)
class RefundSettled(RefundEvent):
    """The buyer has the money, or said nothing else in time; told to the shop."""

    name: ClassVar[str] = "refund_settled"

    by_itself: bool


@dataclass(frozen=True, kw_only=True)
class RefundFailed(RefundEvent):
    """The money did not arrive; told to the shop and to the operators."""

    name: ClassVar[str] = "refund_failed"


@dataclass(frozen=True, kw_only=True)
class RefundReminded(RefundEvent):
    """A refund still waits: for the shop to send it, or for the buyer's account."""

    name: ClassVar[str] = "refund_reminded"

    has_account: bool
    send_by: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class RefundOverdue(RefundEvent):
    """A refund was not sent in time; told to the buyer and to the operators."""

    name: ClassVar[str] = "refund_overdue"

    has_account: bool


@dataclass(frozen=True, kw_only=True)
class RefundStopsShop(RefundEvent):
    """A shop takes no new orders until it has sent this; told to it and to the operators."""

    name: ClassVar[str] = "refund_stops_shop"

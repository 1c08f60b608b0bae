"""What happens to payments by hand and to money on its way back."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from store.domain.money import Rupiah
from store.domain.payment import Booked
from store.domain.refund import RefundCause
from store.events.orders import OrderEvent


@dataclass(frozen=True, kw_only=True)
class PaymentEvent(OrderEvent):
    """The facts that are told about any payment by hand."""

    due: Rupiah


@dataclass(frozen=True, kw_only=True)
class PaymentAwaited(PaymentEvent):
    """An order was placed and waits for its money; kept for the buyer."""

    name: ClassVar[str] = "payment_awaited"

    expires_at: datetime

    @property
    def due_at(self) -> datetime:
        """The order ends then."""
        return self.expires_at


@dataclass(frozen=True, kw_only=True)
class PaymentReceived(PaymentEvent):
    """An invoice was paid; kept for the buyer, who has just done it."""

    name: ClassVar[str] = "payment_received"

    amount: Rupiah
    key: str

    @property
    def occasion(self) -> str:
        """The payment: an invoice can be paid twice."""
        return self.key


@dataclass(frozen=True, kw_only=True)
class PaymentReminded(PaymentEvent):
    """The time to pay runs out; told to the buyer."""

    name: ClassVar[str] = "payment_reminded"

    expires_at: datetime
    by_invoice: bool = False

    @property
    def occasion(self) -> str:
        """Which of the times to pay: the rest of a payment has one of its own."""
        return f"{self.subject}:{self.expires_at.isoformat()}"

    @property
    def due_at(self) -> datetime:
        """The order ends then."""
        return self.expires_at


@dataclass(frozen=True, kw_only=True)
class ClaimEvent(PaymentEvent):
    """The facts that are told about any claim."""

    claim_id: int

    @property
    def occasion(self) -> str:
        """The claim: a payment may meet several."""
        return f"claim:{self.claim_id}"

    @property
    def card(self) -> str:
        """The card on which it is answered."""
        return f"claim:{self.claim_id}"


@dataclass(frozen=True, kw_only=True)
class PaymentClaimed(ClaimEvent):
    """A buyer says that the money is on its way; told to the shop, kept for the buyer."""

    name: ClassVar[str] = "payment_claimed"


@dataclass(frozen=True, kw_only=True)
class ProofAdded(ClaimEvent):
    """A buyer has sent the receipt after the word; the card comes anew, with the picture."""

    name: ClassVar[str] = "proof_added"

    @property
    def occasion(self) -> str:
        """Once for each claim."""
        return f"claim:{self.claim_id}:proof"


@dataclass(frozen=True, kw_only=True)
class ClaimReminded(ClaimEvent):
    """A claim still waits for the shop's look at its statement."""

    name: ClassVar[str] = "claim_reminded"

    number: int

    @property
    def occasion(self) -> str:
        """Which of the reminders."""
        return f"claim:{self.claim_id}:{self.number}"


@dataclass(frozen=True, kw_only=True)
class ClaimUnanswered(ClaimEvent):
    """A shop has not looked for a day while its buyer waits; told to the operators."""

    name: ClassVar[str] = "claim_unanswered"


@dataclass(frozen=True, kw_only=True)
class PaymentDisputed(PaymentEvent):
    """Buyer and shop say different things about money, twice; told to the operators."""

    name: ClassVar[str] = "payment_disputed"

    claim_id: int

    @property
    def card(self) -> str:
        """The card on which an operator decides."""
        return f"dispute:{self.order_id}"


@dataclass(frozen=True, kw_only=True)
class PaymentRuled(PaymentEvent):
    """An operator has decided whether the money came; told to both sides and the operators."""

    name: ClassVar[str] = "payment_ruled"
    settles_card: ClassVar[bool] = True

    came: bool
    decider: str

    @property
    def card(self) -> str:
        """The card on which it was decided."""
        return f"dispute:{self.order_id}"


@dataclass(frozen=True, kw_only=True)
class ClaimDecided(ClaimEvent):
    """The shop has looked: the money is there, in which sum, or it is not; told to both sides.

    `rest` is what is still missing, `back` what goes back; `reason` where nothing was found.
    """

    name: ClassVar[str] = "claim_decided"
    settles_card: ClassVar[bool] = True

    booked: Booked | None
    amount: Rupiah
    rest: Rupiah
    back: Rupiah
    reason: str | None
    decider: str
    last: bool
    expires_at: datetime


@dataclass(frozen=True, kw_only=True)
class MoneyFound(PaymentEvent):
    """A member has found money that nobody had reported; told to the buyer, kept for the shop.

    `rest` is what is still missing, `back` what goes back.
    """

    name: ClassVar[str] = "money_found"

    key: str
    booked: Booked
    amount: Rupiah
    rest: Rupiah
    back: Rupiah
    decider: str
    expires_at: datetime

    @property
    def occasion(self) -> str:
        """Which of the receipts."""
        return self.key


@dataclass(frozen=True, kw_only=True)
class RefundPromised(OrderEvent):
    """Money goes back to the buyer; told to both sides."""

    name: ClassVar[str] = "refund_promised"

    refund_id: int
    amount: Rupiah
    cause: RefundCause
    by_operator: bool = False
    for_operators: bool = False

    @property
    def occasion(self) -> str:
        """The refund: an order may owe several."""
        return f"refund:{self.refund_id}"

"""Payments and refunds as both sides see them."""

from dataclasses import dataclass
from datetime import datetime

from store.domain.account import Account
from store.domain.claim import ClaimState, NotFoundReason
from store.domain.money import Rupiah
from store.domain.order import OrderStatus
from store.domain.payment import Booked, PaymentMethod, PaymentState
from store.domain.refund import RefundCause, RefundState
from store.events.orders import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentView:
    """How an order is paid before it is sent; `rest` is what is still due, whole rupiah.

    `takes_proof`: a photo of the receipt helps. `by_invoice` it is paid in the chat itself, and
    nobody has to say or to look for anything.
    `not_found` says why the shop did not find it, as long as the buyer may look again. With a
    `code` it is paid by that, else to the account's number.
    """

    method: PaymentMethod
    state: PaymentState
    account: Account | None
    due: Rupiah
    unique_code: Rupiah
    received: Rupiah
    rest: Rupiah
    expires_at: datetime
    claims: int
    claim_waits: bool
    can_claim: bool
    by_invoice: bool
    takes_proof: bool
    not_found: NotFoundReason | None
    code: "QrisCode | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class QrisCode:
    """A code to pay by: `text` asks for the sum, `static` lets it be typed.

    Shown `until`; afterwards a new one is shown.
    """

    text: str
    static: str
    merchant: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundView:
    """Money that goes back to the buyer; of the account only the end of its number is here.

    `send_by` is None where the shop cannot send it or has; `settles_at` where it is on its way.
    """

    id: int
    cause: RefundCause
    amount: Rupiah
    state: RefundState
    attempts: int
    account: Account | None
    promised_at: datetime
    send_by: datetime | None
    sent_at: datetime | None
    settles_at: datetime | None
    settled_at: datetime | None
    by_operator: bool
    reference: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeCard:
    """Money about which buyer and shop say different things, as an operator sees it."""

    claim: "ClaimCard"
    claims: int
    waits: bool
    came: bool
    ruled_by: str | None
    ruled_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedRefund:
    """A refund as the shop's people see it in private, with the whole account.

    With `charges`, the provider's numbers of what came, the operators give it back there.
    """

    refund: RefundView
    account: Account | None
    order_id: int
    ref: str
    shop_id: int
    shop_name: str
    title: str
    proof: str | None
    sender: str | None
    charges: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedAccount:
    """What a buyer sees who says where the money shall go; `remembered` from the last time."""

    refund: RefundView
    remembered: Account | None
    order_id: int
    ref: str
    shop_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCard:
    """A claim with what is needed to answer it; names nobody who ordered.

    `used_before`: the same picture has proved another payment; `first_time`: the buyer has not
    paid in this shop before.
    """

    id: int
    number: int
    claimed_at: datetime
    proof: str | None
    used_before: bool
    first_time: bool
    state: ClaimState
    amount: Rupiah | None
    booked: Booked | None
    reason: str | None
    decider: str | None
    decided_at: datetime | None
    order_id: int
    ref: str
    status: OrderStatus
    shop_id: int
    shop_name: str
    account: Account | None
    items: tuple[Item, ...]
    expected: Rupiah

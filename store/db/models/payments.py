"""Payments by hand: what is due, what buyers say, what came, what goes back, and the ledger."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from store.db.base import Base
from store.domain.claim import CLAIM_MOVES, ClaimState
from store.domain.ledger import Book, Entry
from store.domain.money import Rupiah
from store.domain.moves import must_move
from store.domain.payment import PAYMENT_MOVES, Booked, PaymentMethod, PaymentState
from store.domain.refund import REFUND_MOVES, RefundCause, RefundState

_LIVE = text("state IN ('OPEN', 'CLAIMED', 'NOT_FOUND', 'DISPUTED')")
_WAITS = text("state = 'WAITING'")


class PaymentRow(Base):
    """How an order is paid by hand; `due` is its total and the unique code together.

    Of the payments that are alive no two to one account have the same amount.
    """

    __tablename__ = "payments"
    __table_args__ = (
        Index(
            "uq_payments_account_id_due",
            "account_id",
            "due",
            unique=True,
            sqlite_where=_LIVE,
            postgresql_where=_LIVE,
        ),
        CheckConstraint("received >= 0", name="received"),
    )

    order_id: Mapped[int] = mapped_column(
        ForeignKey("orders.id"), primary_key=True, autoincrement=False
    )
    version: Mapped[int] = mapped_column()
    method: Mapped[PaymentMethod]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("shop_accounts.id"))
    due: Mapped[Rupiah]
    unique_code: Mapped[Rupiah]
    received: Mapped[Rupiah]
    state: Mapped[PaymentState]
    rest_asked: Mapped[bool]
    opened_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    ruled_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    ruled_at: Mapped[datetime | None]

    __mapper_args__ = {"version_id_col": version}

    def move_to(self, state: PaymentState) -> None:
        """Go there, or raise IllegalMove."""
        must_move(PAYMENT_MOVES, self.state, state)
        self.state = state


class ClaimRow(Base):
    """A buyer's word that the money is on its way; of an order's claims at most one waits."""

    __tablename__ = "claims"
    __table_args__ = (
        Index(
            "uq_claims_order_id",
            "order_id",
            unique=True,
            sqlite_where=_WAITS,
            postgresql_where=_WAITS,
        ),
        UniqueConstraint("order_id", "number"),
        Index(None, "shop_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    order_id: Mapped[int] = mapped_column(ForeignKey("payments.order_id"))
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id"))
    number: Mapped[int]
    claimed_at: Mapped[datetime]
    proof: Mapped[str | None] = mapped_column(index=True)
    state: Mapped[ClaimState]
    amount: Mapped[Rupiah | None]
    booked: Mapped[Booked | None]
    reason: Mapped[str | None]
    decider_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]

    __mapper_args__ = {"version_id_col": version}

    def decide(self, state: ClaimState, *, decider_id: int, at: datetime) -> None:
        """Answer it, once; raises IllegalMove when it was answered before."""
        must_move(CLAIM_MOVES, self.state, state)
        self.state = state
        self.decider_id = decider_id
        self.decided_at = at


class ReceiptRow(Base):
    """Money that came for an order, booked once."""

    __tablename__ = "receipts"
    __table_args__ = (CheckConstraint("amount > 0", name="amount"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    amount: Mapped[Rupiah]
    booked: Mapped[Booked]
    by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]
    # Under which number the payment provider knows it; None for money that was sent by hand.
    charge: Mapped[str | None]


class RefundRow(Base):
    """Money on its way back to a buyer; each occasion promises it once."""

    __tablename__ = "refunds"
    __table_args__ = (
        CheckConstraint("amount > 0", name="amount"),
        Index(None, "shop_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    key: Mapped[str] = mapped_column(unique=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id"))
    cause: Mapped[RefundCause]
    amount: Mapped[Rupiah]
    state: Mapped[RefundState]
    sealed_account: Mapped[bytes | None]
    promised_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    sent_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    proof: Mapped[str | None]
    settled_at: Mapped[datetime | None]
    # Since when the shop has known where to send it, or has had it back.
    sendable_at: Mapped[datetime | None]
    attempts: Mapped[int]
    # The operators hold the money, so it is for them to send it back.
    by_operator: Mapped[bool]
    # Since when the operators look after it.
    called_at: Mapped[datetime | None]
    # What the payment provider calls the refund.
    reference: Mapped[str | None]

    __mapper_args__ = {"version_id_col": version}

    def move_to(self, state: RefundState) -> None:
        """Go there, or raise IllegalMove."""
        must_move(REFUND_MOVES, self.state, state)
        self.state = state


class LedgerRow(Base):
    """One side of an entry; rows are only ever added."""

    __tablename__ = "ledger"
    __table_args__ = (UniqueConstraint("key", "entry", "book"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    entry: Mapped[Entry]
    book: Mapped[Book]
    amount: Mapped[Rupiah]
    at: Mapped[datetime]


class RefundAccountRow(Base):
    """Where a buyer last had money sent back to, sealed; offered again, never used unasked."""

    __tablename__ = "refund_accounts"

    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id"), primary_key=True, autoincrement=False
    )
    version: Mapped[int] = mapped_column()
    sealed: Mapped[bytes]
    used_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}

"""Orders, their lines and what happened to them."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from store.db.base import Base
from store.domain.money import Rupiah
from store.domain.moves import must_move
from store.domain.order import (
    ENDS,
    MOMENT_OF,
    MOVES,
    UNDOES,
    Moment,
    OrderStatus,
    Party,
    check_undo,
    standing,
)
from store.domain.payment import PaymentMethod
from store.errors import UndoTooLate


class OrderRow(Base):
    """An order, with prices, names and address as they were when it was placed."""

    __tablename__ = "orders"
    __table_args__ = (
        Index(None, "buyer_id", "status"),
        Index(None, "shop_id", "status"),
        Index(None, "buyer_id", "checkout_version"),
        CheckConstraint("total = subtotal + shipping_fee", name="total"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    ref: Mapped[str] = mapped_column(unique=True)
    checkout_key: Mapped[str] = mapped_column(unique=True)
    checkout_version: Mapped[int]
    buyer_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id"))
    status: Mapped[OrderStatus]
    payment: Mapped[PaymentMethod]
    subtotal: Mapped[Rupiah]
    shipping_fee: Mapped[Rupiah]
    shipping_paid_by_shop: Mapped[Rupiah]
    total: Mapped[Rupiah]
    courier: Mapped[str]
    service: Mapped[str]
    eta_from: Mapped[date]
    eta_to: Mapped[date]
    sealed_note: Mapped[bytes | None]
    sealed_address: Mapped[bytes]
    sealed_for_afterwards: Mapped[bytes | None]
    placed_at: Mapped[datetime]
    hold_until: Mapped[datetime | None]
    ship_by: Mapped[datetime]
    cancelled_by: Mapped[Party | None]
    cancel_reason: Mapped[str | None]
    sealed_cancel_words: Mapped[bytes | None]
    cancelled_at: Mapped[datetime | None]

    lines: Mapped[list["OrderLineRow"]] = relationship(
        lazy="raise", order_by="OrderLineRow.position", cascade="all, delete-orphan"
    )
    moments: Mapped[list["OrderMomentRow"]] = relationship(
        lazy="raise", order_by="OrderMomentRow.at", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}

    def move_to(self, status: OrderStatus) -> None:
        """Go there, or raise IllegalMove."""
        must_move(MOVES, self.status, status)
        self.status = status
        if self.sealed_for_afterwards is not None and not MOVES[status]:
            self.forget_buyer(self.sealed_for_afterwards)

    @property
    def buyer_is_leaving(self) -> bool:
        """Whether the buyer has asked to be forgotten as soon as the order has ended."""
        return self.sealed_for_afterwards is not None

    def forget_buyer(self, sealed_address: bytes) -> None:
        """Keep this address, which names nobody, in the place of the buyer's; and no words."""
        self.sealed_address = sealed_address
        self.sealed_for_afterwards = None
        self.sealed_note = self.sealed_cancel_words = None

    def standing(self, now: datetime) -> OrderStatus:
        """Where the order stands at this moment, whether or not anybody has noticed."""
        return standing(self.status, self.hold_until, now)

    def end_hold(self, now: datetime) -> None:
        """Notice that the free-cancel window is over, if it is."""
        if self.standing(now) is not self.status:
            self.move_to(OrderStatus.AWAITING_SHIPMENT)

    def advance(self, status: OrderStatus, *, at: datetime, by: int | None = None) -> None:
        """Go there and remember the moment, and the person where it matters who it was."""
        self.move_to(status)
        self.moments.append(OrderMomentRow(moment=MOMENT_OF[status], at=at, person_id=by))

    @property
    def ended_at(self) -> datetime | None:
        """When it came to its end; None while it goes on."""
        return max((step.at for step in self.moments if step.moment in ENDS), default=None)

    def last_step(self) -> "OrderMomentRow | None":
        """The moment that brought the order where it stands; None where nobody wrote it down."""
        moment = MOMENT_OF.get(self.status)
        return next((step for step in self.moments if step.moment is moment), None)

    def undo(self, *, followed: bool, by: int, at: datetime) -> "UndoneStepRow":
        """Take the last step back; who took it and who took it back is kept, off the timeline."""
        step = self.last_step()
        if step is None:
            raise UndoTooLate(status=self.status, since=at)
        check_undo(self.status, since=step.at, followed=followed, now=at)
        self.status = UNDOES[self.status]
        self.moments.remove(step)
        return UndoneStepRow(
            order_id=self.id,
            moment=step.moment,
            at=step.at,
            person_id=step.person_id,
            undone_at=at,
            undone_by=by,
        )

    def become_paid(self, *, at: datetime, hold_until: datetime | None, ship_by: datetime) -> None:
        """The money is there: ready to be sent, or first on hold where the shop allows that."""
        self.move_to(OrderStatus.ON_HOLD if hold_until else OrderStatus.AWAITING_SHIPMENT)
        self.hold_until, self.ship_by = hold_until, ship_by
        self.moments.append(OrderMomentRow(moment=Moment.PAID, at=at))

    def cancel(self, *, by: Party, reason: str, sealed_words: bytes | None, at: datetime) -> None:
        """End the order before its time, once."""
        must_move(MOVES, self.status, OrderStatus.CANCELLED)
        self.cancelled_by = by
        self.cancel_reason = reason
        self.sealed_cancel_words = sealed_words
        self.cancelled_at = at
        # Last, so that an order that forgets its buyer with this move forgets these words too.
        self.advance(OrderStatus.CANCELLED, at=at)


class OrderLineRow(Base):
    """One product of an order."""

    __tablename__ = "order_lines"
    __table_args__ = (CheckConstraint("quantity > 0", name="quantity"),)

    order_id: Mapped[int] = mapped_column(
        ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"))
    variant_id: Mapped[int] = mapped_column(ForeignKey("variants.id"))
    title: Mapped[str]
    variant_name: Mapped[str]
    picture: Mapped[str | None]
    unit_price: Mapped[Rupiah]
    original_price: Mapped[Rupiah | None]
    quantity: Mapped[int]


class OrderMomentRow(Base):
    """Something that happened to an order; each moment happens once."""

    __tablename__ = "order_moments"

    order_id: Mapped[int] = mapped_column(
        ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True
    )
    moment: Mapped[Moment] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


class UndoneStepRow(Base):
    """A step that somebody took back; never shown to the buyer and never changed."""

    __tablename__ = "undone_steps"

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id", ondelete="CASCADE"), index=True)
    moment: Mapped[Moment]
    at: Mapped[datetime]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    undone_at: Mapped[datetime]
    undone_by: Mapped[int] = mapped_column(ForeignKey("people.id"))

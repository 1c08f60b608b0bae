"""What is known of shipments, and what buyers answered before they were sent."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from store.db.base import Base
from store.domain.desk import CodAnswer, Goods


class ShipmentRow(Base):
    """The shipment of an order; without a courier the shop brings it itself.

    Where it has no days of its own it should arrive as the order promised.
    """

    __tablename__ = "shipments"
    __table_args__ = (
        CheckConstraint("(courier IS NULL) = (number IS NULL)", name="number"),
        CheckConstraint("goods IS NULL OR returned_at IS NOT NULL", name="goods"),
    )

    order_id: Mapped[int] = mapped_column(
        ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    version: Mapped[int] = mapped_column()
    courier: Mapped[str | None]
    service: Mapped[str | None]
    number: Mapped[str | None]
    arranged_at: Mapped[datetime]
    arranged_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    corrected_at: Mapped[datetime | None]
    eta_from: Mapped[date | None]
    eta_to: Mapped[date | None]
    money_at: Mapped[datetime | None]
    money_missing_at: Mapped[datetime | None]
    returned_at: Mapped[datetime | None]
    goods: Mapped[Goods | None]
    goods_at: Mapped[datetime | None]

    __mapper_args__ = {"version_id_col": version}


class TrackingLineRow(Base):
    """Where a shipment was seen, in a member's words."""

    __tablename__ = "tracking_lines"

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(
        ForeignKey("shipments.order_id", ondelete="CASCADE"), index=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    words: Mapped[str]
    at: Mapped[datetime]


class ConfirmationRow(Base):
    """The one question whether a parcel to be paid at the door shall come, and its answer."""

    __tablename__ = "cod_confirmations"

    order_id: Mapped[int] = mapped_column(
        ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    version: Mapped[int] = mapped_column()
    asked_at: Mapped[datetime]
    asked_by: Mapped[int] = mapped_column(ForeignKey("people.id"))
    answered_at: Mapped[datetime | None]
    answer: Mapped[CodAnswer | None]

    __mapper_args__ = {"version_id_col": version}

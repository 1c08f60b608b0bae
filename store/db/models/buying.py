"""Addresses and unfinished checkouts."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from store.db.base import Base
from store.domain.payment import PaymentMethod


class AddressRow(Base):
    """A saved address; everything that tells who and where is sealed."""

    __tablename__ = "addresses"

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    sealed: Mapped[bytes]
    created_at: Mapped[datetime]
    used_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}


class CheckoutRow(Base):
    """The one checkout of a buyer; the row stays, so that its version only ever grows.

    The message to the seller is sealed, and so is what the buyer was shown, which repeats it.
    """

    __tablename__ = "checkouts"

    buyer_id: Mapped[int] = mapped_column(
        ForeignKey("people.id"), primary_key=True, autoincrement=False
    )
    version: Mapped[int]
    key: Mapped[str] = mapped_column(unique=True)
    is_open: Mapped[bool]
    variant_id: Mapped[int] = mapped_column(ForeignKey("variants.id"))
    quantity: Mapped[int]
    address_id: Mapped[int | None] = mapped_column(ForeignKey("addresses.id", ondelete="SET NULL"))
    courier: Mapped[str | None]
    service: Mapped[str | None]
    payment: Mapped[PaymentMethod]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("shop_accounts.id"))
    sealed_note: Mapped[bytes | None]
    sealed_shown: Mapped[bytes | None]
    touched_at: Mapped[datetime]

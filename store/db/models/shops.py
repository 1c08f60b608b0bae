"""Shops, their people, their couriers and the links that let people in."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from store.db.base import Base
from store.domain.account import AccountKind
from store.domain.actor import Role
from store.domain.language import Language
from store.domain.links import LinkPurpose
from store.domain.money import Rupiah
from store.domain.shipment import Reach
from store.domain.zones import Zone


class ShopRow(Base):
    """A shop and its policies."""

    __tablename__ = "shops"
    __table_args__ = (
        CheckConstraint("free_cancel_minutes BETWEEN 0 AND 60", name="free_cancel_minutes"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    slug: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    language: Mapped[Language]
    zone: Mapped[Zone]
    province: Mapped[str]
    city: Mapped[str]
    verified: Mapped[bool]
    # Card payments for it land with the operators.
    operator_collects: Mapped[bool]
    free_cancel_minutes: Mapped[int]
    free_shipping_from: Mapped[Rupiah | None]
    closed_days: Mapped[list[str]]
    created_at: Mapped[datetime]

    __mapper_args__ = {"version_id_col": version}


class CourierServiceRow(Base):
    """A line of a shop's courier table."""

    __tablename__ = "courier_services"
    __table_args__ = (
        UniqueConstraint("shop_id", "courier", "service", "reach"),
        CheckConstraint("fee >= 0", name="fee"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    courier: Mapped[str]
    service: Mapped[str]
    reach: Mapped[Reach]
    fee: Mapped[Rupiah]
    days_from: Mapped[int]
    days_to: Mapped[int]


class ShopAccountRow(Base):
    """Where a shop takes money; one that is offered no longer stays for the orders that used it.

    Number and holder are sealed, so whether an account is known already is found at import.
    """

    __tablename__ = "shop_accounts"

    id: Mapped[int] = mapped_column(primary_key=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    kind: Mapped[AccountKind]
    name: Mapped[str]
    sealed_number: Mapped[bytes]
    sealed_holder: Mapped[bytes]
    is_active: Mapped[bool]
    created_at: Mapped[datetime]


class ShopMemberRow(Base):
    """A person's place in a shop."""

    __tablename__ = "shop_members"

    shop_id: Mapped[int] = mapped_column(
        ForeignKey("shops.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True, index=True)
    role: Mapped[Role]
    joined_at: Mapped[datetime]


class LinkRow(Base):
    """A one-time link; only the hash of its token is kept."""

    __tablename__ = "links"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    purpose: Mapped[LinkPurpose] = mapped_column(default=LinkPurpose.SHOP)
    shop_id: Mapped[int | None] = mapped_column(ForeignKey("shops.id", ondelete="CASCADE"))
    role: Mapped[Role | None]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[int | None]

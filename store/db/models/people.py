"""Persons who wrote to the shop, and how they want to be spoken to."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from store.db.base import Base
from store.domain.inbox import NoticeKind
from store.domain.language import Language
from store.domain.zones import Zone


class PersonRow(Base):
    """A person, by the number that the door gives."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str]
    language: Mapped[Language]
    language_chosen: Mapped[bool] = mapped_column(default=False)
    zone: Mapped[Zone | None]
    address_zone: Mapped[Zone | None]
    quiet_nights: Mapped[bool] = mapped_column(default=True)
    erasures: Mapped[int] = mapped_column(default=0)
    unreachable_since: Mapped[datetime | None]
    created_at: Mapped[datetime]

    @property
    def known_zone(self) -> Zone:
        """The chosen zone, else that of the last address, else western Indonesia."""
        return self.zone or self.address_zone or Zone.WIB


class KeptKindRow(Base):
    """A kind of notice that a person keeps in the inbox and does not want to be told."""

    __tablename__ = "kept_kinds"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    kind: Mapped[NoticeKind] = mapped_column(primary_key=True)


class OperatorRow(Base):
    """A person who runs the marketplace."""

    __tablename__ = "operators"

    person_id: Mapped[int] = mapped_column(
        ForeignKey("people.id"), primary_key=True, autoincrement=False
    )
    since: Mapped[datetime]

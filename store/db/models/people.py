"""Persons who wrote to the shop."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from store.db.base import Base
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
    created_at: Mapped[datetime]

    @property
    def known_zone(self) -> Zone:
        """The chosen zone, else that of the last address, else western Indonesia."""
        return self.zone or self.address_zone or Zone.WIB

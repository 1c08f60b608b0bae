"""Deadlines: what is due when, and whether it has been done."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from store.db.base import Base
from store.domain.timers import Timer


class DeadlineRow(Base):
    """A moment at which something happens to a thing by itself, once."""

    __tablename__ = "deadlines"
    __table_args__ = (Index(None, "fired_at", "due_at"),)

    timer: Mapped[Timer] = mapped_column(primary_key=True)
    subject_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    due_at: Mapped[datetime]
    fired_at: Mapped[datetime | None]
    tries: Mapped[int]

"""Notices that people keep, and what still has to be carried to them."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from store.db.base import Base
from store.domain.inbox import NoticeKind, RecipientKind


class NoticeRow(Base):
    """A notice in a person's inbox; only read_at ever changes."""

    __tablename__ = "notices"
    __table_args__ = (
        Index(None, "person_id", "kind", "read_at"),
        Index(None, "person_id", "subject"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    shop_id: Mapped[int | None] = mapped_column(ForeignKey("shops.id"))
    kind: Mapped[NoticeKind]
    subject: Mapped[str]
    event: Mapped[str]
    event_version: Mapped[int]
    payload: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
    read_at: Mapped[datetime | None]


class OutboxState(StrEnum):
    """How far a parcel has come."""

    NEW = "NEW"
    SENDING = "SENDING"
    SENT = "SENT"
    DEAD = "DEAD"
    UNREACHABLE = "UNREACHABLE"


class OutboxRow(Base):
    """A fact that somebody is owed."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(None, "state", "not_before"),
        Index(None, "recipient_kind", "recipient_id", "state", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    recipient_kind: Mapped[RecipientKind]
    recipient_id: Mapped[int]
    event: Mapped[str]
    event_version: Mapped[int]
    payload: Mapped[dict[str, Any]]
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notices.id"))
    kind: Mapped[NoticeKind | None]
    state: Mapped[OutboxState]
    tries: Mapped[int]
    not_before: Mapped[datetime]
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]

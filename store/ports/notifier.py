"""The port through which the shop tells people what happened."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from store.domain.inbox import NoticeKind, Recipient
from store.events.base import Event


class Outcome(StrEnum):
    """How a delivery ended when it ended well or for good."""

    SENT = "SENT"
    UNREACHABLE = "UNREACHABLE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One fact for one recipient; `key` is the same however often it is carried.

    Without a kind nothing is said: only what the fact changes in the chat is to be done.
    """

    id: int
    key: str
    recipient: Recipient
    event: Event
    notice_id: int | None
    kind: NoticeKind | None
    created_at: datetime


class Notifier(Protocol):
    """Whoever carries parcels."""

    async def deliver(self, parcel: Parcel) -> Outcome:
        """Carry it out, or raise Unavailable when it makes sense to try again later."""

"""Notices as the inbox shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from store.domain.inbox import NoticeKind
from store.events.base import Event

UnreadCounts = Mapping[NoticeKind, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """A notice; `unread` is how it was before this page was shown.

    `shop_name` is whose notice it is where a whole shop was told.
    """

    id: int
    kind: NoticeKind
    event: Event
    shop_id: int | None
    shop_name: str | None
    created_at: datetime
    unread: bool

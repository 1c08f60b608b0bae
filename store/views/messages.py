"""Messages about an order as one of its sides sees them."""

from dataclasses import dataclass
from datetime import datetime

from store.domain.order import Party
from store.views.paging import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageView:
    """One message; without words once its writer was forgotten."""

    id: int
    by: Party
    words: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """What was written about an order, a page at a time with the newest first."""

    order_id: int
    ref: str
    shop_id: int
    shop_name: str
    viewer: Party
    messages: Page[MessageView]
    closes_at: datetime | None
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageCard:
    """A message that has just come, for the side to which it was written."""

    message: MessageView
    order_id: int
    ref: str
    shop_name: str
    title: str

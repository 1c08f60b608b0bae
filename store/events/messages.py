"""What buyer and shop write to each other."""

from dataclasses import dataclass
from typing import ClassVar

from store.domain.order import Party
from store.events.orders import OrderEvent


@dataclass(frozen=True, kw_only=True)
class MessageWritten(OrderEvent):
    """One side of an order has written to the other; the words stay with the message."""

    name: ClassVar[str] = "message_written"

    message_id: int
    by: Party

    @property
    def occasion(self) -> str:
        """The message: an order may meet many."""
        return f"message:{self.message_id}"

    @property
    def card(self) -> str:
        """It is told as it stands when it is told."""
        return f"message:{self.message_id}"

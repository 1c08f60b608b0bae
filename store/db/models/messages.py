"""What buyer and shop write to each other about an order."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from store.db.base import Base
from store.domain.order import Party


class MessageRow(Base):
    """One message; without words once whoever wrote it was forgotten."""

    __tablename__ = "messages"
    __table_args__ = (Index(None, "order_id", "id"), Index(None, "author_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id", ondelete="CASCADE"))
    by: Mapped[Party]
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    sealed_words: Mapped[bytes | None]
    at: Mapped[datetime]

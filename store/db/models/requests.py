"""Requests to cancel, and how they were answered."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from store.db.base import Base
from store.domain.moves import must_move
from store.domain.order import Party
from store.domain.request import REQUEST_MOVES, RequestState

_WAITS = text("state = 'PENDING'")


class RequestRow(Base):
    """Somebody's wish to cancel an order that somebody else has to agree to.

    What a buyer asks the shop answers; what a shop asks an operator answers. An order has at
    most one that waits.
    """

    __tablename__ = "requests"
    __table_args__ = (
        Index(
            "uq_requests_order_id",
            "order_id",
            unique=True,
            sqlite_where=_WAITS,
            postgresql_where=_WAITS,
        ),
        Index(None, "shop_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    shop_id: Mapped[int] = mapped_column(ForeignKey("shops.id"))
    asked_by: Mapped[Party]
    asker_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    reason: Mapped[str]
    sealed_words: Mapped[bytes | None]
    asked_at: Mapped[datetime]
    answer_by: Mapped[datetime]
    state: Mapped[RequestState]
    decided_by: Mapped[Party | None]
    decider_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]
    decision_reason: Mapped[str | None]

    __mapper_args__ = {"version_id_col": version}

    def decide(
        self,
        state: RequestState,
        *,
        by: Party,
        decider_id: int | None,
        at: datetime,
        reason: str | None = None,
    ) -> None:
        """Answer it, once; raises IllegalMove when it was answered before."""
        must_move(REQUEST_MOVES, self.state, state)
        self.state = state
        self.decided_by = by
        self.decider_id = decider_id
        self.decided_at = at
        self.decision_reason = reason

"""Ending an order before its time, whoever ends it: everything that goes with it, once."""

from datetime import datetime
from typing import Final

from store.db.models.orders import OrderRow
from store.db.uow import Transaction
from store.domain.desk import CodAnswer
from store.domain.order import Party
from store.domain.timers import Timer

ORDER_TIMERS: Final = (Timer.HOLD_OVER, Timer.SHIP_OVERDUE, Timer.SHIP_OVER, Timer.COMPLETE)


async def end_order(
    tx: Transaction,
    order: OrderRow,
    *,
    by: Party,
    reason: str,
    sealed_words: bytes | None = None,
    at: datetime,
) -> None:
    """Cancel the order, which is held, and put its goods back on the shelf."""
    order.cancel(by=by, reason=reason, sealed_words=sealed_words, at=at)
    await tx.session.flush()
    for line in sorted(order.lines, key=lambda line: line.variant_id):
        await tx.stock.put_back(line.variant_id, line.quantity)
    await tx.shipping.answer(order.id, CodAnswer.CANCEL, at=at)
    await tx.deadlines.drop(order.id, *ORDER_TIMERS)

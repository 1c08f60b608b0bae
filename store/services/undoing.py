"""Whether the last step of an order can still be taken back."""

from datetime import datetime

from store.db.models.orders import OrderRow
from store.db.uow import Transaction
from store.domain.order import UNDO_WINDOW, UNDOES, OrderStatus, check_undo
from store.errors import UndoTooLate


async def was_followed(tx: Transaction, order: OrderRow) -> bool:
    """Whether something has happened to the parcel since the last step was taken."""
    shipment = await tx.shipping.get(order.id)
    seen = await tx.shipping.lines(order.id, limit=1)
    step = order.last_step()
    if step is None or (seen and seen[0].at >= step.at):
        return True
    # With the arrangement its number would go, and the buyer was told a newer one.
    arranged = order.status is OrderStatus.AWAITING_COLLECTION
    return arranged and shipment.corrected_at is not None


async def undo_until(tx: Transaction, order: OrderRow, now: datetime) -> datetime | None:
    """Until when a member may take the last step back; None where that is not possible."""
    step = order.last_step()
    if order.status not in UNDOES or step is None:
        return None
    try:
        followed = await was_followed(tx, order)
        check_undo(order.status, since=step.at, followed=followed, now=now)
    except UndoTooLate:
        return None
    return step.at + UNDO_WINDOW

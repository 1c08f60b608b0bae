"""An order whose money is there becomes the shop's to send."""

from datetime import datetime, timedelta

from store.db.models.orders import OrderRow
from store.db.models.shops import ShopRow
from store.db.uow import Transaction
from store.domain.deadlines import (
    closed_days_of,
    local_day,
    ship_by,
    working_days_after,
    working_days_between,
)
from store.domain.inbox import NoticeKind, shop
from store.domain.timers import PAY_TIMERS
from store.events.orders import OrderPlaced
from store.services.lateness import set_ship_timers
from store.services.order_events import about


async def become_paid(tx: Transaction, order: OrderRow, *, at: datetime) -> None:
    """From now on the shop's time to send runs, and the buyer's time to change their mind."""
    row = await tx.shops.get(order.shop_id)
    hold_until = _hold_until(row, at)
    leaves_by = ship_by(hold_until or at, row.zone, closed_days_of(row.closed_days))
    _move_eta(order, row, leaves_by)
    order.become_paid(at=at, hold_until=hold_until, ship_by=leaves_by)
    await tx.session.flush()
    await tx.deadlines.drop(order.id, *PAY_TIMERS)
    await tell_placed(tx, order)


async def tell_placed(tx: Transaction, order: OrderRow) -> None:
    """The shop hears of an order when it becomes the shop's to send, and its time runs."""
    placed = await about(
        tx,
        OrderPlaced,
        order,
        city=tx.orders.address(order).city,
        has_note=order.sealed_note is not None,
        ship_by=order.ship_by,
    )
    await tx.outbox.tell(shop(order.shop_id), placed, kind=NoticeKind.ORDERS)
    await set_ship_timers(tx, order)


def _hold_until(row: ShopRow, now: datetime) -> datetime | None:
    minutes = row.free_cancel_minutes
    return now + timedelta(minutes=minutes) if minutes else None


def _move_eta(order: OrderRow, row: ShopRow, leaves_by: datetime) -> None:
    """The courier takes as long as it did when the order was placed, from the new day on."""
    before, after = local_day(order.ship_by, row.zone), local_day(leaves_by, row.zone)
    quick = working_days_between(before, order.eta_from)
    slow = working_days_between(before, order.eta_to)
    order.eta_from = working_days_after(after, quick)
    order.eta_to = working_days_after(after, slow)

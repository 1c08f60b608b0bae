"""What happens to orders that nobody moves: reminded, cancelled, completed, all by themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Final

from store.db.models.orders import OrderRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.deadlines import closed_days_of, local_day, next_working_day
from store.domain.inbox import NoticeKind, person, shop
from store.domain.order import OrderStatus, Party
from store.domain.request import SystemReason
from store.domain.timers import Timer
from store.events.orders import OrderOverdue
from store.events.shipping import OrderCompleted
from store.services.ending import end_order, tell_ended
from store.services.order_events import about

# Working days after the day on which the parcel should have left (product rules, Timers).
CANCELLED_AFTER_DAYS: Final = 2
COMPLETED_AFTER: Final = timedelta(days=6)
_END_OF_DAY: Final = time(23, 59)


async def set_ship_timers(tx: Transaction, order: OrderRow) -> None:
    """The shop's time to send runs: a reminder when it is over, and the end of its patience."""
    row = await tx.shops.get(order.shop_id)
    closed, day = closed_days_of(row.closed_days), local_day(order.ship_by, row.zone)
    for _ in range(CANCELLED_AFTER_DAYS):
        day = next_working_day(day, closed)
    last = datetime.combine(day, _END_OF_DAY, row.zone.tz).astimezone(UTC)
    await tx.deadlines.set(Timer.SHIP_OVERDUE, order.id, at=order.ship_by)
    await tx.deadlines.set(Timer.SHIP_OVER, order.id, at=last)


async def set_complete_timer(tx: Transaction, order: OrderRow, *, at: datetime) -> None:
    """The buyer's time to say that something is wrong runs."""
    await tx.deadlines.set(Timer.COMPLETE, order.id, at=at + COMPLETED_AFTER)


async def complete_order(tx: Transaction, order: OrderRow, *, at: datetime) -> None:
    """All is well: the order, which is held, is closed, and both sides can read it."""
    order.advance(OrderStatus.COMPLETED, at=at)
    await tx.deadlines.drop(order.id, Timer.COMPLETE)
    event = await about(tx, OrderCompleted, order)
    for side in (shop(order.shop_id), person(order.buyer_id)):
        await tx.outbox.tell(side, event, kind=NoticeKind.ORDERS, push=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LatenessService:
    """Deadlines of orders; each looks again whether it is still so."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def remind_to_ship(self, order_id: int) -> None:
        """The parcel should have left: the shop hears it; nothing where it has been packed.

        Nor while a request to cancel waits: then nothing should leave before it is answered.
        """
        async with self.begin() as tx:
            order = await tx.orders.lock(order_id)
            if not self._waits(order) or await tx.requests.pending(order.id):
                return
            event = await about(tx, OrderOverdue, order, ship_by=order.ship_by)
            # An arrangement that was taken back sets the timer again; it is said once.
            if not await tx.outbox.owes(shop(order.shop_id), event):
                await tx.outbox.tell(shop(order.shop_id), event, kind=NoticeKind.ORDERS)

    async def give_up(self, order_id: int) -> None:
        """Nobody has sent it: the order ends and what was paid goes back; nothing once packed."""
        async with self.begin() as tx:
            order = await tx.orders.lock(order_id)
            if not self._waits(order):
                return
            order.end_hold(self.now())
            reason = SystemReason.SHIPPING_TIME_OUT
            await end_order(tx, order, by=Party.SYSTEM, reason=reason, at=self.now())
            await tell_ended(tx, order)

    async def complete(self, order_id: int) -> None:
        """Nothing was said since it arrived: the order is closed; nothing where it is closed."""
        async with self.begin() as tx:
            order = await tx.orders.lock(order_id)
            if order.status is not OrderStatus.DELIVERED:
                return
            await complete_order(tx, order, at=self.now())

    def _waits(self, order: OrderRow) -> bool:
        """Whether it still has to be sent."""
        return order.standing(self.now()) is OrderStatus.AWAITING_SHIPMENT

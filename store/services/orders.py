"""Looking at orders: lists with tabs, and one order's page."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from store.db.models.orders import OrderRow as Row
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.cancellation import Route
from store.domain.order import TABS, OrderStatus, Tab, read_ref
from store.errors import NotFound
from store.services.order_pages import buyers_way, order_page, side_of
from store.services.request_pages import asked_about
from store.views.orders import OrderPage, OrderRow, TabCounts
from store.views.paging import Page, cut

CANCELLABLE: Final = frozenset(
    {OrderStatus.UNPAID, OrderStatus.ON_HOLD, OrderStatus.AWAITING_SHIPMENT}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderService:
    """What a person may see of orders."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def counts(self, actor: Actor) -> TabCounts:
        """How many of the buyer's orders stand under each tab."""
        async with self.begin() as tx:
            return await _counts(tx, actor)

    async def page(
        self, actor: Actor, tab: Tab, *, page: int = 1, size: int = 5
    ) -> Page[OrderRow]:
        """A page of the buyer's orders under a tab, newest first."""
        async with self.begin() as tx:
            part = cut((await _counts(tx, actor))[tab], page=page, size=size)
            rows = await tx.orders.newest(actor.id, TABS[tab], offset=part.offset, limit=size)
            now = self.now()
            return part.of(tuple(_row(row, now) for row in rows))

    async def cancellable(self, actor: Actor, *, most: int = 10) -> tuple[OrderRow, ...]:
        """The buyer's newest orders that can be cancelled at once."""
        async with self.begin() as tx:
            rows = await tx.orders.newest(actor.id, CANCELLABLE, offset=0, limit=most)
            now = self.now()
            ways = [(row, buyers_way(row, await asked_about(tx, row), now)) for row in rows]
            return tuple(_row(row, now) for row, way in ways if way.route is Route.AT_ONCE)

    async def card(self, actor: Actor, order_id: int) -> OrderPage:
        """The order for its buyer or its seller; their notices about it have been seen by this."""
        async with self.begin() as tx:
            return await self._shown(tx, actor, await tx.orders.get(order_id))

    async def by_ref(self, actor: Actor, ref: str) -> OrderPage:
        """The same by the reference, however it was typed."""
        bare = read_ref(ref)
        if bare is None:
            raise NotFound(what="order")
        async with self.begin() as tx:
            return await self._shown(tx, actor, await tx.orders.get_by_ref(bare))

    async def _shown(self, tx: Transaction, actor: Actor, order: Row) -> OrderPage:
        viewer = side_of(actor, order)
        await tx.notices.read_about(actor.id, f"order:{order.id}", at=self.now())
        return await order_page(tx, order, viewer=viewer, now=self.now())


async def _counts(tx: Transaction, actor: Actor) -> TabCounts:
    by_status = await tx.orders.counts(actor.id)
    return {
        tab: sum(by_status.get(status, 0) for status in statuses) for tab, statuses in TABS.items()
    }


def _row(order: Row, now: datetime) -> OrderRow:
    return OrderRow(
        id=order.id,
        ref=order.ref,
        status=order.standing(now),
        title=order.lines[0].title,
        more_lines=len(order.lines) - 1,
        total=order.total,
        placed_at=order.placed_at,
    )

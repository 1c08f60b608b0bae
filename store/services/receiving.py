"""The buyer's side of a shipment: yes, send it; and yes, it is here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.db.models.orders import OrderRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.desk import CodAnswer
from store.domain.inbox import NoticeKind, person, shop
from store.domain.order import OrderStatus, Party
from store.errors import IllegalMove
from store.events.shipping import CodAsked, CodConfirmed, StepUndone
from store.services.lateness import complete_order
from store.services.order_events import about
from store.services.order_pages import order_page
from store.views.orders import OrderPage


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivingService:
    """What a buyer answers about a parcel."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def confirm(self, actor: Actor, order_id: int) -> OrderPage:
        """Yes, send it; safe to repeat, and nothing where nobody asks any more."""
        async with self.begin() as tx:
            order = await self._held(tx, actor, order_id)
            waits = order.standing(self.now()) is OrderStatus.AWAITING_SHIPMENT
            if waits and await tx.shipping.answer(order.id, CodAnswer.SEND, at=self.now()):
                event = await about(tx, CodConfirmed, order, ship_by=order.ship_by)
                await tx.outbox.tell(shop(order.shop_id), event, kind=NoticeKind.ORDERS)
                await tx.outbox.owe_quietly(person(order.buyer_id), event)
            return await self._page(tx, order)

    async def closed_question(self, order_id: int) -> int | None:
        """The parcel that asked the buyer last, where its question is over; None where it is not.

        A step that was taken back puts the question once more, with the news of it.
        """
        async with self.begin() as tx:
            order = await tx.orders.get(order_id)
            asked = await tx.shipping.confirmation(order_id)
            waits = order.standing(self.now()) is OrderStatus.AWAITING_SHIPMENT
            if asked is None or (waits and asked.answer is None):
                return None
            edition = await tx.shipping.asked_again(order_id, since=asked.asked_at)
            name, occasion = CodAsked.name, f"order:{order.id}"
            if edition:
                name, occasion = StepUndone.name, f"{occasion}:{edition}"
            return await tx.outbox.find(person(order.buyer_id), name, occasion)

    async def complete(self, actor: Actor, order_id: int) -> OrderPage:
        """It is here and all is well: the order is closed; safe to repeat."""
        async with self.begin() as tx:
            order = await self._held(tx, actor, order_id)
            if order.status is OrderStatus.COMPLETED:
                return await self._page(tx, order)
            if order.status is not OrderStatus.DELIVERED:
                raise IllegalMove(status=order.status, wanted=OrderStatus.COMPLETED)
            await complete_order(tx, order, at=self.now())
            return await self._page(tx, order)

    async def _held(self, tx: Transaction, actor: Actor, order_id: int) -> OrderRow:
        order = await tx.orders.lock(order_id)
        actor.must_buy(order)
        return order

    async def _page(self, tx: Transaction, order: OrderRow) -> OrderPage:
        await tx.session.flush()
        return await order_page(tx, order, viewer=Party.BUYER, now=self.now())

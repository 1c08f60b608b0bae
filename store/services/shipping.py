"""The seller's moves: ask, arrange, hand over, delivered or came back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from store.db.models.orders import OrderRow
from store.db.models.shipping import ConfirmationRow, ShipmentRow, TrackingLineRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.desk import Goods, ReturnReason
from store.domain.order import ARRIVED, UNDOES, OrderStatus, Party
from store.domain.payment import PaymentMethod
from store.domain.text import required
from store.domain.tracking import LINE_LIMIT, Carriage
from store.errors import AlreadyDecided, IllegalMove
from store.events.shipping import (
    CodAsked,
    OrderArranged,
    OrderDelivered,
    OrderShipped,
)
from store.services.arrivals import differs
from store.services.asking import close_shipped
from store.services.bookkeeping import give_back_what_came
from store.services.carrying import carry, expect_again, must_be_meant
from store.services.lateness import set_complete_timer, set_ship_timers
from store.services.order_events import about
from store.services.order_pages import order_page
from store.services.shipping_news import (
    tell_buyer,
    tell_corrected,
    tell_returned,
    tell_step,
    tell_undone,
)
from store.services.undoing import was_followed
from store.views.orders import OrderPage

_S = OrderStatus
UNDER_WAY: Final = frozenset({_S.AWAITING_COLLECTION, _S.IN_TRANSIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippingService:
    """What a shop's members do with an order, each step once whoever presses."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def ask(self, actor: Actor, order_id: int) -> OrderPage:
        """Ask the buyer whether a parcel to be paid at the door shall come; asked once."""
        async with self.begin() as tx:
            order = await self._held(tx, actor, order_id)
            _must_stand_at(order, {_S.AWAITING_SHIPMENT}, wanted=_S.AWAITING_COLLECTION)
            asked = await tx.shipping.confirmation(order.id) is not None
            if not asked and order.payment is PaymentMethod.COD:
                await tx.shipping.add(
                    ConfirmationRow(order_id=order.id, asked_at=self.now(), asked_by=actor.id)
                )
                await tell_buyer(
                    tx, order, await about(tx, CodAsked, order, ship_by=order.ship_by)
                )
            return await self._page(tx, order)

    async def arrange(
        self,
        actor: Actor,
        order_id: int,
        carriage: Carriage | None,
        *,
        instead: bool = False,
    ) -> OrderPage:
        """Pack the order for this courier, or for the shop's own people where there is none.

        Another service than the buyer chose and paid is refused unless that is meant: `instead`.
        """
        async with self.begin() as tx:
            order = await self._held(tx, actor, order_id)
            await _must_be_first(tx, order)
            other = differs(order, carriage)
            must_be_meant(order, surprising=other and not instead)
            await close_shipped(tx, order, decider_id=actor.id, at=self.now())
            order.advance(_S.AWAITING_COLLECTION, at=self.now(), by=actor.id)
            shipment = ShipmentRow(order_id=order.id, arranged_at=self.now(), arranged_by=actor.id)
            carry(shipment, carriage)
            await expect_again(tx, order, shipment, now=self.now())
            await tx.shipping.add(shipment)
            chosen = f"{order.courier} {order.service}" if other else None
            await tell_step(tx, OrderArranged, order, shipment, instead_of=chosen)
            return await self._page(tx, order)

    async def correct(
        self, actor: Actor, order_id: int, carriage: Carriage, *, instead: bool = False
    ) -> OrderPage:
        """Another courier or number, until the parcel has arrived; the same again is nothing.

        As with arranging, a service that the buyer neither chose nor was told of must be meant.
        """
        async with self.begin() as tx:
            order = await self._held(tx, actor, order_id)
            _must_stand_at(order, UNDER_WAY, wanted=order.status)
            shipment = await tx.shipping.get(order.id)
            before = (shipment.courier, shipment.service, shipment.number)
            if before != (carriage.courier, carriage.service, carriage.number):
                other = before[:2] != (carriage.courier, carriage.service)
                surprising = other and differs(order, carriage) and not instead
                must_be_meant(order, surprising=surprising)
                carry(shipment, carriage)
                shipment.corrected_at = self.now()
                await expect_again(tx, order, shipment, now=self.now())
                await tx.session.flush()
                named = f"{before[0]} {before[1]}" if before[0] else None
                await tell_corrected(tx, order, shipment, named if other else None)
            return await self._page(tx, order)

    async def hand_over(self, actor: Actor, order_id: int) -> OrderPage:
        """The courier has it; from today on it is expected by the courier's own days."""
        async with self.begin() as tx:
            order = await self._held(tx, actor, order_id)
            order.advance(_S.IN_TRANSIT, at=self.now(), by=actor.id)
            await close_shipped(tx, order, decider_id=actor.id, at=self.now())
            shipment = await tx.shipping.get(order.id)
            await expect_again(tx, order, shipment, now=self.now())
            await tell_step(tx, OrderShipped, order, shipment)
            return await self._page(tx, order)

    async def undo(self, actor: Actor, order_id: int, *, version: int) -> OrderPage:
        """Take back the last step: any member, for ten minutes, unless it went on.

        What the member saw is the order in this version; a newer step is nobody's mistake.
        """
        async with self.begin() as tx:
            order = await self._held(tx, actor, order_id)
            _must_stand_at(order, frozenset(UNDOES), wanted=order.status)
            followed = order.version != version or await was_followed(tx, order)
            undone = order.undo(followed=followed, by=actor.id, at=self.now())
            await tx.shipping.keep_undone(undone)
            shipment = await tx.shipping.find(order.id)
            if shipment is not None:
                await expect_again(tx, order, shipment, now=self.now())
            elif order.status is _S.AWAITING_SHIPMENT:
                await set_ship_timers(tx, order)
            await tell_undone(tx, order, undone.moment)
            return await self._page(tx, order)

    async def add_line(self, actor: Actor, order_id: int, words: str) -> OrderPage:
        """Say where the parcel was seen."""
        said = required(words, field="tracking_line", limit=LINE_LIMIT)
        async with self.begin() as tx:
            order = await self._held(tx, actor, order_id)
            _must_stand_at(order, UNDER_WAY, wanted=order.status)
            line = TrackingLineRow(
                order_id=order.id, person_id=actor.id, words=said, at=self.now()
            )
            await tx.shipping.add(line)
            return await self._page(tx, order)

    async def deliver(self, actor: Actor, order_id: int, *, paid: bool = True) -> OrderPage:
        """It arrived; what was to be paid at the door is there, or `paid` says that it is not."""
        async with self.begin() as tx:
            order = await self._held(tx, actor, order_id)
            order.advance(_S.DELIVERED, at=self.now())
            await set_complete_timer(tx, order, at=self.now())
            if order.payment is PaymentMethod.COD:
                shipment = await tx.shipping.get(order.id)
                shipment.money_at = self.now() if paid else None
                shipment.money_missing_at = None if paid else self.now()
            await tell_buyer(tx, order, await about(tx, OrderDelivered, order))
            return await self._page(tx, order)

    async def take_money(self, actor: Actor, order_id: int) -> OrderPage:
        """The money that was missing has come; once more is nothing."""
        async with self.begin() as tx:
            order = await self._held(tx, actor, order_id)
            shipment = await tx.shipping.find(order.id)
            if order.status not in ARRIVED or shipment is None:
                raise IllegalMove(status=order.status, wanted=_S.DELIVERED)
            if shipment.money_missing_at is not None:
                shipment.money_at = shipment.money_at or self.now()
            return await self._page(tx, order)

    async def came_back(self, actor: Actor, order_id: int, reason: ReturnReason) -> OrderPage:
        """The parcel came back: the order ends; the goods wait to be looked at."""
        async with self.begin() as tx:
            order = await self._held(tx, actor, order_id)
            _must_stand_at(order, {_S.IN_TRANSIT}, wanted=_S.CANCELLED)
            order.cancel(by=Party.SYSTEM, reason=reason, sealed_words=None, at=self.now())
            (await tx.shipping.get(order.id)).returned_at = self.now()
            await tx.session.flush()
            await tell_returned(tx, actor, order, reason)
            await give_back_what_came(tx, order, at=self.now())
            return await self._page(tx, order)

    async def judge(self, actor: Actor, order_id: int, goods: Goods) -> OrderPage:
        """Sellable goods go back into stock, lost ones do not; decided once."""
        async with self.begin() as tx:
            order = await self._held(tx, actor, order_id)
            shipment = await tx.shipping.find(order.id)
            if shipment is None or shipment.returned_at is None:
                raise IllegalMove(status=order.status, wanted=_S.CANCELLED)
            if shipment.goods_at is not None:
                raise AlreadyDecided(status=order.status, by=Party.SELLER, at=shipment.goods_at)
            shipment.goods, shipment.goods_at = goods, self.now()
            await tx.session.flush()
            if goods is Goods.SELLABLE:
                for line in order.lines:
                    await tx.stock.put_back(line.variant_id, line.quantity)
            return await self._page(tx, order)

    async def _held(self, tx: Transaction, actor: Actor, order_id: int) -> OrderRow:
        """The order locked, for its shop's members only, its hold noticed to be over."""
        order = await tx.orders.lock(order_id)
        actor.must_sell(order.shop_id)
        order.end_hold(self.now())
        return order

    async def _page(self, tx: Transaction, order: OrderRow) -> OrderPage:
        await tx.session.flush()
        return await order_page(tx, order, viewer=Party.SELLER, now=self.now())


def _must_stand_at(
    order: OrderRow, statuses: frozenset[OrderStatus] | set[OrderStatus], *, wanted: OrderStatus
) -> None:
    if order.status not in statuses:
        raise IllegalMove(status=order.status, wanted=wanted)


async def _must_be_first(tx: Transaction, order: OrderRow) -> None:
    """Tell whoever comes second who was first."""
    shipment = await tx.shipping.find(order.id)
    if shipment is not None:
        by = (await tx.people.get(shipment.arranged_by)).name
        raise AlreadyDecided(status=order.status, by=by, at=shipment.arranged_at)
    if order.cancelled_by is not None and order.cancelled_at is not None:
        raise AlreadyDecided(status=order.status, by=order.cancelled_by, at=order.cancelled_at)

"""Where buyer and shop say different things about money an operator decides, once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.db.models.orders import OrderRow
from store.db.models.payments import PaymentRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.inbox import NoticeKind, person, shop
from store.domain.neutral import must_be_neutral
from store.domain.order import Party
from store.domain.payment import PaymentState
from store.domain.request import SystemReason
from store.errors import AlreadyDecided
from store.events.payments import PaymentDisputed, PaymentRuled
from store.services.bookkeeping import book_money, promise_booked
from store.services.ending import end_order
from store.services.operators_told import tell_operators
from store.services.order_events import about
from store.services.paid import become_paid
from store.services.payment_pages import claim_card, expected_of, ruler_of
from store.views.paging import Page, cut
from store.views.payments import DisputeCard


async def call_operators(
    tx: Transaction, order: OrderRow, payment: PaymentRow, *, claim_id: int
) -> None:
    """Ask every operator to decide about an order's money; the order is held."""
    due = expected_of(payment)
    event = await about(tx, PaymentDisputed, order, due=due, claim_id=claim_id)
    await tell_operators(tx, order, event)


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingService:
    """Disputes as operators see and end them; of an order's own sides none may."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def card(self, order_id: int) -> DisputeCard:
        """The dispute for its card, which stands where only operators look."""
        async with self.begin() as tx:
            return await self._card(tx, order_id)

    async def look(self, actor: Actor, order_id: int) -> DisputeCard:
        """The same for an operator who asks for it; raises OwnAffair."""
        async with self.begin() as tx:
            must_be_neutral(actor, await tx.orders.get(order_id))
            return await self._card(tx, order_id)

    async def waiting(self, actor: Actor, *, page: int = 1, size: int = 6) -> Page[DisputeCard]:
        """A page of what this operator can decide, the oldest first."""
        actor.must_operate()
        me, shops = actor.id, actor.memberships
        async with self.begin() as tx:
            part = cut(await tx.payments.count_disputed(me, shops), page=page, size=size)
            orders = await tx.payments.disputed(me, shops, offset=part.offset, limit=size)
            return part.of(tuple([await self._card(tx, order_id) for order_id in orders]))

    async def count_waiting(self, actor: Actor) -> int:
        """How many of them wait."""
        actor.must_operate()
        async with self.begin() as tx:
            return await tx.payments.count_disputed(actor.id, actor.memberships)

    async def decide(self, actor: Actor, order_id: int, *, came: bool) -> DisputeCard:
        """The money came and pays the order, or it did not and ends it; of rivals one succeeds.

        Raises AlreadyDecided with who was first, or OwnAffair.
        """
        actor.must_operate()
        async with self.begin() as tx:
            order = await tx.orders.lock(order_id)
            must_be_neutral(actor, order)
            payment = await tx.payments.get(order_id)
            if payment.state is not PaymentState.DISPUTED:
                raise await self._decided_before(tx, order, payment)
            payment.ruled_by, payment.ruled_at = actor.id, self.now()
            await tx.session.flush()
            # Both read first what was decided, then what follows from it.
            await self._tell(tx, order, payment, actor, came=came)
            if came:
                await self._pay(tx, order, payment, actor)
            else:
                reason = SystemReason.NOT_PAID
                await end_order(tx, order, by=Party.OPERATOR, reason=reason, at=self.now())
            await tx.session.flush()
            return await self._card(tx, order_id)

    async def _pay(
        self, tx: Transaction, order: OrderRow, payment: PaymentRow, actor: Actor
    ) -> None:
        at, sum_ = self.now(), expected_of(payment)
        key = f"ruling:{order.id}"
        booking = await book_money(tx, order, payment, sum_, key=key, by=actor.id, at=at)
        await promise_booked(tx, order, booking, key=key, at=at)
        await become_paid(tx, order, at=at)

    async def _tell(
        self, tx: Transaction, order: OrderRow, payment: PaymentRow, actor: Actor, *, came: bool
    ) -> None:
        event = await about(
            tx, PaymentRuled, order, due=payment.due, came=came, decider=actor.name
        )
        kind = NoticeKind.ORDERS
        for side in (shop(order.shop_id), person(order.buyer_id)):
            await tx.outbox.tell(side, event, kind=kind)
        await tell_operators(tx, order, event)

    async def _card(self, tx: Transaction, order_id: int) -> DisputeCard:
        payment = await tx.payments.get(order_id)
        claims = await tx.payments.claims(order_id)
        return DisputeCard(
            claim=await claim_card(tx, claims[-1]),
            claims=len(claims),
            waits=payment.state is PaymentState.DISPUTED,
            came=payment.state is PaymentState.PAID,
            ruled_by=await ruler_of(tx, payment),
            ruled_at=payment.ruled_at,
        )

    async def _decided_before(
        self, tx: Transaction, order: OrderRow, payment: PaymentRow
    ) -> AlreadyDecided:
        by = await ruler_of(tx, payment) or str(order.cancelled_by or Party.BUYER)
        at = payment.ruled_at or order.cancelled_at or payment.opened_at
        return AlreadyDecided(status=payment.state, by=by, at=at)

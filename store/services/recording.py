"""Money on the shop's statement that nobody has reported: booked all the same, never dropped."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.db.models.orders import OrderRow
from store.db.models.payments import PaymentRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.inbox import person, shop
from store.domain.money import Rupiah
from store.domain.order import Party
from store.domain.payment import Booked, Booking, PaymentMethod, PaymentState, StatementWhy, book
from store.errors import NotFound, StatementRefused
from store.events.payments import MoneyFound
from store.services.booking import ask_for_the_rest, follow
from store.services.bookkeeping import book_money, promise_booked, standing_of
from store.services.order_events import about
from store.services.order_pages import order_page
from store.services.paying import KIND
from store.services.payment_pages import claim_waits
from store.views.orders import OrderPage
from store.views.statement import FoundMoney

# The refund that follows says by itself that the money came, and why it goes back.
_SAID_BY_REFUND = frozenset({Booked.TWICE, Booked.LATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingService:
    """What a member finds on the statement: before the buyer says so, twice, or too late."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def weigh(self, actor: Actor, order_id: int, amount: int | None = None) -> FoundMoney:
        """The order, and what this sum, whole rupiah, would mean for it.

        Raises AmountRefused, or StatementRefused while somebody else has to say where it is.
        """
        async with self.begin() as tx:
            order = await tx.orders.get(order_id)
            payment = await self._recordable(tx, actor, order)
            return FoundMoney(
                order=await self._page(tx, order),
                receipts=await tx.money.count_receipts(order.id),
                amount=None if amount is None else Rupiah(amount),
                booking=None if amount is None else book(standing_of(payment), amount),
            )

    async def record(
        self, actor: Actor, order_id: int, *, amount: int, receipts: int
    ) -> OrderPage:
        """Book the sum as one more after so many receipts, once; safe to repeat.

        All of it pays the order, too little asks for the rest once, what is too much, twice or
        too late goes back. Raises as weigh does.
        """
        async with self.begin() as tx:
            order = await tx.orders.lock(order_id)
            key = f"found:{order.id}:{receipts}"
            actor.must_sell(order.shop_id)
            if not await tx.money.is_booked(key):
                payment = await self._recordable(tx, actor, order)
                await self._book(tx, order, payment, actor, amount, key=key)
                await tx.session.flush()
            return await self._page(tx, order)

    async def _book(
        self,
        tx: Transaction,
        order: OrderRow,
        payment: PaymentRow,
        actor: Actor,
        amount: int,
        *,
        key: str,
    ) -> None:
        at = self.now()
        booking = await book_money(tx, order, payment, amount, key=key, by=actor.id, at=at)
        if booking.booked is Booked.SHORT:
            await ask_for_the_rest(tx, payment, at=at)
        await self._tell(tx, order, payment, actor, Rupiah(amount), booking, key=key)
        await promise_booked(tx, order, booking, key=key, at=at)
        await follow(tx, order, booking, at=at)

    async def _tell(
        self,
        tx: Transaction,
        order: OrderRow,
        payment: PaymentRow,
        actor: Actor,
        amount: Rupiah,
        booking: Booking,
        *,
        key: str,
    ) -> None:
        event = await about(
            tx,
            MoneyFound,
            order,
            due=payment.due,
            key=key,
            booked=booking.booked,
            amount=amount,
            rest=booking.rest,
            back=booking.back,
            decider=actor.name,
            expires_at=payment.expires_at,
        )
        push = booking.booked not in _SAID_BY_REFUND
        await tx.outbox.tell(shop(order.shop_id), event, kind=KIND, push=False)
        await tx.outbox.tell(person(order.buyer_id), event, kind=KIND, push=push)

    async def _recordable(self, tx: Transaction, actor: Actor, order: OrderRow) -> PaymentRow:
        """The payment by hand of which this member may say that money came."""
        actor.must_sell(order.shop_id)
        payment = await tx.payments.get(order.id)
        if payment.method is PaymentMethod.TELEGRAM_INVOICE:
            raise NotFound(what="payment")
        if claim_waits(await tx.payments.claims(order.id)):
            raise StatementRefused(why=StatementWhy.CLAIM_WAITS)
        if payment.state is PaymentState.DISPUTED:
            raise StatementRefused(why=StatementWhy.DISPUTED)
        return payment

    async def _page(self, tx: Transaction, order: OrderRow) -> OrderPage:
        return await order_page(tx, order, viewer=Party.SELLER, now=self.now())

"""Orders that are paid by an invoice of the messenger, whose money lands with the operators."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.db.models.orders import OrderRow
from store.db.models.payments import PaymentRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.inbox import NoticeKind, person
from store.domain.invoice import InvoiceLimits, InvoiceTrouble, trouble
from store.domain.order import Party
from store.domain.payment import Booked
from store.errors import InvoiceRefused
from store.events.payments import PaymentReceived
from store.services.bookkeeping import book_money, promise_booked
from store.services.order_events import about
from store.services.order_pages import order_page
from store.services.paid import become_paid
from store.services.payment_pages import expected_of
from store.views.orders import OrderPage


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicingService:
    """Invoices: shown, checked before they are paid, and booked when they are."""

    begin: UnitOfWork
    now: Callable[[], datetime]
    limits: InvoiceLimits | None = None

    async def open(self, actor: Actor, order_id: int) -> OrderPage:
        """The order whose buyer wants to pay it now; raises InvoiceRefused."""
        async with self.begin() as tx:
            order = await tx.orders.get(order_id)
            actor.must_buy(order)
            payment = await tx.payments.get(order.id)
            self._must_be_payable(payment, expected_of(payment))
            if self.limits is None:
                raise InvoiceRefused(why=InvoiceTrouble.OFF)
            return await self._page(tx, order)

    async def check(self, actor: Actor, order_id: int, *, amount: int) -> None:
        """Whether this person may pay this sum, whole rupiah, right now; raises InvoiceRefused.

        An invoice can be paid many times and by many people, so everything is read again.
        """
        async with self.begin() as tx:
            order = await tx.orders.get(order_id)
            actor.must_buy(order)
            self._must_be_payable(await tx.payments.get(order.id), amount)

    async def paid(
        self, actor: Actor, order_id: int, *, amount: int, key: str, charge: str
    ) -> OrderPage | None:
        """Book money that was taken, once for each key; nothing that was taken is dropped.

        `charge` is how the provider knows it. What came twice or too late is promised back. The
        order is given to its buyer, whoever has paid.
        """
        async with self.begin() as tx:
            order = await tx.orders.lock(order_id)
            if not await tx.money.is_booked(key):
                await self._book(tx, order, amount, key=key, charge=charge)
            await tx.session.flush()
            return await self._page(tx, order) if order.buyer_id == actor.id else None

    async def _book(
        self, tx: Transaction, order: OrderRow, amount: int, *, key: str, charge: str
    ) -> None:
        payment, at = await tx.payments.get(order.id), self.now()
        booking = await book_money(
            tx, order, payment, amount, key=key, by=None, at=at, charge=charge
        )
        event = await about(tx, PaymentReceived, order, due=payment.due, amount=amount, key=key)
        await tx.outbox.tell(person(order.buyer_id), event, kind=NoticeKind.ORDERS, push=False)
        await promise_booked(tx, order, booking, key=key, at=at)
        if booking.booked is Booked.PAID:
            await become_paid(tx, order, at=at)

    def _must_be_payable(self, payment: PaymentRow, amount: int) -> None:
        why = trouble(
            method=payment.method,
            state=payment.state,
            expires_at=payment.expires_at,
            due=expected_of(payment),
            amount=amount,
            now=self.now(),
        )
        if why is not None:
            raise InvoiceRefused(why=why)

    async def _page(self, tx: Transaction, order: OrderRow) -> OrderPage:
        return await order_page(tx, order, viewer=Party.BUYER, now=self.now())

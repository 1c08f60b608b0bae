"""Money that came is booked, and what goes back is promised, inside whatever brought it about."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from store.db.models.orders import OrderRow
from store.db.models.payments import PaymentRow, ReceiptRow, RefundRow
from store.db.uow import Transaction
from store.domain.inbox import NoticeKind, person, shop
from store.domain.ledger import Entry
from store.domain.money import Rupiah
from store.domain.payment import Booked, Booking, PaymentMethod, PaymentState, Standing, book
from store.domain.refund import REMIND_EVERY, RefundCause, RefundState, send_by
from store.domain.timers import Timer
from store.events.payments import RefundPromised
from store.services.operators_told import tell_operators
from store.services.order_events import about

_CAUSES: Final = {
    Booked.PAID: RefundCause.OVER,
    Booked.TWICE: RefundCause.TWICE,
    Booked.LATE: RefundCause.LATE,
    Booked.SHORT_AGAIN: RefundCause.SHORT,
}


async def book_money(
    tx: Transaction,
    order: OrderRow,
    payment: PaymentRow,
    amount: int,
    *,
    key: str,
    by: int | None,
    at: datetime,
    charge: str | None = None,
) -> Booking:
    """Book money that came for the order, which is held; each key books once.

    With a `charge`, the number by which the provider knows it, it is in the operators' hands.
    The payment becomes PAID when all is there. What that means for the order, and to promise
    what goes back, is left to the caller. Raises AmountRefused.
    """
    booking = book(standing_of(payment), amount)
    receipt = ReceiptRow(
        key=key,
        order_id=order.id,
        amount=Rupiah(amount),
        booked=booking.booked,
        by=by,
        at=at,
        charge=charge,
    )
    await tx.money.add(receipt)
    entry = Entry.RECEIVED if charge is None else Entry.COLLECTED
    await tx.money.enter(entry, Rupiah(amount), order_id=order.id, key=key, at=at)
    payment.received = Rupiah(payment.received + amount)
    if booking.booked is Booked.PAID:
        payment.move_to(PaymentState.PAID)
        await tx.money.enter(Entry.EARNED, payment.due, order_id=order.id, key=key, at=at)
    await tx.session.flush()
    return booking


async def promise_booked(
    tx: Transaction, order: OrderRow, booking: Booking, *, key: str, at: datetime
) -> None:
    """Promise what goes back of money that was booked, after it was told that the money came."""
    if booking.back:
        cause = _CAUSES[booking.booked]
        await promise_back(tx, order, booking.back, cause=cause, key=key, at=at)


def standing_of(payment: PaymentRow) -> Standing:
    """The payment as the rules look at it."""
    return Standing(
        state=payment.state,
        due=payment.due,
        received=payment.received,
        rest_asked=payment.rest_asked,
    )


async def give_back_what_came(tx: Transaction, order: OrderRow, *, at: datetime) -> None:
    """The order, which is held, has ended: its payment with it, and what came is promised back."""
    payment = await tx.payments.find(order.id)
    if payment is None:
        return
    key = f"order:{order.id}:cancelled"
    if payment.state is PaymentState.PAID:
        await tx.money.enter(Entry.UNEARNED, payment.due, order_id=order.id, key=key, at=at)
    elif payment.state is not PaymentState.EXPIRED:
        payment.move_to(PaymentState.VOID)
        await tx.session.flush()
    owed = await tx.money.unpromised(order.id)
    if owed > 0:
        await promise_back(tx, order, owed, cause=RefundCause.CANCELLED, key=key, at=at)


async def promise_back(
    tx: Transaction,
    order: OrderRow,
    amount: Rupiah,
    *,
    cause: RefundCause,
    key: str,
    at: datetime,
) -> RefundRow:
    """Owe the buyer this sum, once for each key, and tell both sides."""
    refund = RefundRow(
        key=key,
        order_id=order.id,
        shop_id=order.shop_id,
        cause=cause,
        amount=amount,
        state=RefundState.PROMISED,
        promised_at=at,
        attempts=0,
        by_operator=order.payment is PaymentMethod.TELEGRAM_INVOICE,
    )
    if refund.by_operator:
        # Nobody has to say where to: it goes back to the card.
        refund.sendable_at = refund.called_at = at
    await tx.money.add(refund)
    await tx.money.enter(Entry.PROMISED, amount, order_id=order.id, key=key, at=at)
    await _tell_promised(tx, refund, order)
    return refund


async def _tell_promised(tx: Transaction, refund: RefundRow, order: OrderRow) -> None:
    at, zone = refund.promised_at, (await tx.shops.get(order.shop_id)).zone
    await tx.deadlines.set(Timer.REFUND_REMINDER, refund.id, at=at + REMIND_EVERY)
    await tx.deadlines.set(Timer.REFUND_TO_OPERATOR, refund.id, at=send_by(at, zone))
    event = await about(
        tx,
        RefundPromised,
        order,
        refund_id=refund.id,
        amount=refund.amount,
        cause=refund.cause,
        by_operator=refund.by_operator,
    )
    if refund.by_operator:
        await tell_operators(tx, order, replace(event, for_operators=True))
    for side in (shop(order.shop_id), person(order.buyer_id)):
        await tx.outbox.tell(side, event, kind=NoticeKind.CANCELLATIONS)

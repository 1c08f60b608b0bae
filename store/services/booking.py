"""What money that was booked means for its order, whoever has found it."""

from datetime import datetime

from store.db.models.orders import OrderRow
from store.db.models.payments import PaymentRow
from store.db.uow import Transaction
from store.domain.order import Party
from store.domain.payment import PAY_WITHIN, Booked, Booking, PaymentState
from store.domain.request import SystemReason
from store.services.ending import end_order, tell_ended
from store.services.paid import become_paid
from store.services.paying import set_pay_timers


async def ask_for_the_rest(tx: Transaction, payment: PaymentRow, *, at: datetime) -> None:
    """Too little came: the rest is asked for once, in a time of its own."""
    if payment.state is not PaymentState.OPEN:
        payment.move_to(PaymentState.OPEN)
    payment.rest_asked = True
    payment.expires_at = at + PAY_WITHIN
    await set_pay_timers(tx, payment, since=at)


async def follow(tx: Transaction, order: OrderRow, booking: Booking, *, at: datetime) -> None:
    """All of it pays the order, which is held; too little twice ends it."""
    match booking.booked:
        case Booked.PAID:
            await become_paid(tx, order, at=at)
        case Booked.SHORT_AGAIN:
            reason = SystemReason.PAID_SHORT
            await end_order(tx, order, by=Party.SYSTEM, reason=reason, at=at)
            await tell_ended(tx, order, to_shop=False, buyer_knows=True)

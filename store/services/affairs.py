"""Whose affair an order is: its two sides', and an operator's while one has to do with it."""

from store.db.models.orders import OrderRow
from store.db.uow import Transaction
from store.domain.actor import Actor
from store.domain.order import Party
from store.domain.payment import PaymentState
from store.domain.refund import UNSENT
from store.errors import NotFound
from store.services.order_pages import side_of


async def is_operators_affair(tx: Transaction, order: OrderRow) -> bool:
    """Whether money is disputed, a shop asks to cancel, or a refund is late or theirs to send."""
    payment = await tx.payments.of(order)
    if payment is not None and payment.state is PaymentState.DISPUTED:
        return True
    asked = await tx.requests.pending(order.id)
    if asked is not None and asked.asked_by is Party.SELLER:
        return True
    refunds = await tx.money.refunds(order.id)
    return any(one.called_at is not None and one.state in UNSENT for one in refunds)


async def writer_of(tx: Transaction, actor: Actor, order: OrderRow) -> Party:
    """As whom the person reads and writes about the order; NotFound for everybody else."""
    try:
        return side_of(actor, order)
    except NotFound:
        if not actor.is_operator or not await is_operators_affair(tx, order):
            raise
    return Party.OPERATOR

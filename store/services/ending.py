"""Ending an order before its time, whoever ends it: everything that goes with it, once."""

from datetime import datetime
from typing import Final

from store.db.models.orders import OrderRow
from store.db.uow import Transaction
from store.domain.desk import CodAnswer
from store.domain.inbox import NoticeKind, person, shop
from store.domain.order import Party
from store.domain.timers import Timer
from store.errors import AlreadyDecided
from store.events.orders import OrderCancelled
from store.services.asking import close_ended
from store.services.bookkeeping import give_back_what_came
from store.services.order_events import about
from store.services.payment_pages import waiting_claim

ORDER_TIMERS: Final = (
    Timer.PAY_REMINDER,
    Timer.PAY_OVER,
    Timer.SHIP_OVERDUE,
    Timer.SHIP_OVER,
    Timer.COMPLETE,
)


async def end_order(
    tx: Transaction,
    order: OrderRow,
    *,
    by: Party,
    reason: str,
    sealed_words: bytes | None = None,
    at: datetime,
) -> bool:
    """Cancel the order, which is held: goods back on the shelf, money that came promised back,
    a request to cancel that waits is closed.

    Says whether its buyer was still asked something, which is over with that.
    """
    await close_ended(tx, order, by=by, at=at)
    order.cancel(by=by, reason=reason, sealed_words=sealed_words, at=at)
    await tx.session.flush()
    for line in sorted(order.lines, key=lambda line: line.variant_id):
        await tx.stock.put_back(line.variant_id, line.quantity)
    was_asked = await tx.shipping.answer(order.id, CodAnswer.CANCEL, at=at)
    await tx.deadlines.drop(order.id, *ORDER_TIMERS)
    await give_back_what_came(tx, order, at=at)
    return was_asked


def ended_before(order: OrderRow) -> AlreadyDecided:
    """What whoever comes too late to end the order is told: who did, and when."""
    assert order.cancelled_by is not None
    assert order.cancelled_at is not None
    return AlreadyDecided(status=order.status, by=order.cancelled_by, at=order.cancelled_at)


async def tell_ended(
    tx: Transaction,
    order: OrderRow,
    *,
    was_asked: bool = False,
    to_shop: bool = True,
    own_doing: bool = False,
    buyer_knows: bool = False,
    shop_knows: bool = False,
) -> None:
    """Tell the buyer that it has ended, and the shop where it knew of the order.

    What a buyer has just done is only kept for them; still, what they were asked loses its
    buttons, which the news does where it is told. Where the shop's only member did it, so for it,
    and so for a buyer who reads of it in other news.
    """
    event = await _cancelled(tx, order)
    kind = NoticeKind.CANCELLATIONS
    if to_shop:
        await tx.outbox.tell(shop(order.shop_id), event, kind=kind, push=not shop_knows)
    if event.claim_waits and (shop_knows or not to_shop):
        await tx.outbox.owe_quietly(shop(order.shop_id), event)
    await tx.outbox.tell(
        person(order.buyer_id), event, kind=kind, push=not (own_doing or buyer_knows)
    )
    if was_asked and own_doing:
        await tx.outbox.owe_quietly(person(order.buyer_id), event)


async def _cancelled(tx: Transaction, order: OrderRow) -> OrderCancelled:
    assert order.cancelled_by is not None
    assert order.cancel_reason is not None
    assert order.cancelled_at is not None
    waiting = waiting_claim(await tx.payments.claims(order.id))
    return await about(
        tx,
        OrderCancelled,
        order,
        by=order.cancelled_by,
        reason=order.cancel_reason,
        has_words=order.sealed_cancel_words is not None,
        at=order.cancelled_at,
        claim_waits=waiting is not None,
        claim_id=waiting.id if waiting else None,
    )

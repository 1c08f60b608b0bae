"""Opening and closing requests to cancel, inside whatever changes the order."""

from datetime import datetime
from typing import Final

from store.db.models.orders import OrderRow
from store.db.models.requests import RequestRow
from store.db.uow import Transaction
from store.domain.inbox import NoticeKind, person, shop
from store.domain.money import Rupiah
from store.domain.order import Party
from store.domain.request import REMINDERS_LEFT, RequestState
from store.domain.timers import Timer
from store.events.requests import CancellationRequested
from store.services.operator_cards import tell_decided
from store.services.order_events import about
from store.services.request_pages import NOTHING, decided

# By who asked: two reminders for whoever answers, and the end of their time.
TIMERS: Final = {
    Party.BUYER: (Timer.REQUEST_REMINDER, Timer.REQUEST_LAST_REMINDER, Timer.REQUEST_OVER),
    Party.SELLER: (
        Timer.SELLER_CANCEL_REMINDER,
        Timer.SELLER_CANCEL_LAST_REMINDER,
        Timer.SELLER_CANCEL_OVER,
    ),
}
KIND: Final = NoticeKind.CANCELLATIONS


async def open_request(
    tx: Transaction,
    order: OrderRow,
    *,
    asked_by: Party,
    asker_id: int,
    reason: str,
    words: str | None,
    at: datetime,
    answer_by: datetime,
) -> RequestRow:
    """Ask the shop for the buyer, or the operators for the shop; silence approves.

    The order is held. What the buyer has just asked is only kept for them.
    """
    request = RequestRow(
        order_id=order.id,
        shop_id=order.shop_id,
        asked_by=asked_by,
        asker_id=asker_id,
        reason=reason,
        asked_at=at,
        answer_by=answer_by,
        state=RequestState.PENDING,
    )
    await tx.requests.add(request, words=words)
    await _set_timers(tx, request)
    await _tell_requested(tx, request, order)
    return request


async def close_request(
    tx: Transaction,
    request: RequestRow,
    order: OrderRow,
    *,
    state: RequestState,
    by: Party,
    decider_id: int | None = None,
    reason: str | None = None,
    back: Rupiah = NOTHING,
    at: datetime,
) -> None:
    """Answer a request that waits and tell both sides; the order is held."""
    request.decide(state, by=by, decider_id=decider_id, at=at, reason=reason)
    if order.buyer_is_leaving:
        request.sealed_words = None
    await tx.session.flush()
    await tx.deadlines.drop(request.id, *TIMERS[request.asked_by])
    event = await decided(tx, request, order, back=back)
    await tx.outbox.tell(shop(order.shop_id), event, kind=KIND)
    own_doing = by is Party.BUYER
    await tx.outbox.tell(person(order.buyer_id), event, kind=KIND, push=not own_doing)
    if request.asked_by is Party.SELLER:
        await tell_decided(tx, request, order, decider=event.decider)


async def close_ended(tx: Transaction, order: OrderRow, *, by: Party, at: datetime) -> None:
    """The order ends now: a request that still waits has its answer by that."""
    request = await tx.requests.pending(order.id)
    if request is not None:
        back = await tx.money.unpromised(order.id)
        state = RequestState.APPROVED
        await close_request(tx, request, order, state=state, by=by, back=back, at=at)


async def close_shipped(
    tx: Transaction, order: OrderRow, *, decider_id: int, at: datetime
) -> None:
    """The parcel goes on: a request that waits is closed by that; the order is held."""
    request = await tx.requests.pending(order.id)
    if request is None:
        return
    await close_request(
        tx,
        request,
        order,
        state=RequestState.CLOSED_SHIPPED,
        by=Party.SELLER,
        decider_id=decider_id,
        at=at,
    )


async def _tell_requested(tx: Transaction, request: RequestRow, order: OrderRow) -> None:
    event = await about(
        tx,
        CancellationRequested,
        order,
        request_id=request.id,
        asked_by=request.asked_by,
        answer_by=request.answer_by,
        reason=request.reason,
        has_words=request.sealed_words is not None,
    )
    await tx.outbox.tell(shop(order.shop_id), event, kind=KIND)
    to_hear = request.asked_by is not Party.BUYER
    await tx.outbox.tell(person(order.buyer_id), event, kind=KIND, push=to_hear)


async def _set_timers(tx: Transaction, request: RequestRow) -> None:
    *reminders, over = TIMERS[request.asked_by]
    for timer, left in zip(reminders, REMINDERS_LEFT, strict=True):
        moment = request.answer_by - left
        if moment > request.asked_at:
            await tx.deadlines.set(timer, request.id, at=moment)
    await tx.deadlines.set(over, request.id, at=request.answer_by)

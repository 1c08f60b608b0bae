"""The steps of a refund, inside whatever brings them about; the order is held."""

from dataclasses import replace
from datetime import datetime
from typing import Any, Final, TypeVar

from store.db.models.orders import OrderRow
from store.db.models.payments import RefundRow
from store.db.uow import Transaction
from store.domain.account import Account
from store.domain.inbox import NoticeKind, person, shop
from store.domain.ledger import Entry
from store.domain.refund import (
    REMIND_EVERY,
    SETTLES_AFTER,
    UNSENT,
    RefundState,
    send_by,
    stops_at,
)
from store.domain.timers import Timer
from store.errors import AlreadyDecided, RefundMoved, ShopStopped
from store.events.refunds import (
    RefundAccountGiven,
    RefundEvent,
    RefundFailed,
    RefundSent,
    RefundSettled,
)
from store.services.operators_told import tell_operators
from store.services.order_events import about
from store.services.payment_pages import sender_of

KIND: Final = NoticeKind.CANCELLATIONS
WAITS: Final = (Timer.REFUND_REMINDER, Timer.REFUND_TO_OPERATOR, Timer.REFUND_STOPS_SHOP)
AnyRefundEvent = TypeVar("AnyRefundEvent", bound=RefundEvent)


async def is_stopped(tx: Transaction, shop_id: int, now: datetime) -> bool:
    """Whether the shop owes a refund for so long that it takes no new orders."""
    since = await tx.refunds.sendable_since(shop_id)
    return since is not None and stops_at(since, (await tx.shops.get(shop_id)).zone) <= now


async def must_take_orders(tx: Transaction, shop_id: int, now: datetime) -> None:
    """Refuse a new order for a shop that is stopped."""
    if await is_stopped(tx, shop_id, now):
        raise ShopStopped(shop_name=(await tx.shops.get(shop_id)).name)


async def hold(tx: Transaction, refund_id: int) -> tuple[RefundRow, OrderRow]:
    """The refund and its order, held; the order first, as everything that moves money does."""
    found = await tx.money.refund(refund_id)
    order = await tx.orders.lock(found.order_id)
    return await tx.money.refund(refund_id), order


async def take_account(
    tx: Transaction, refund: RefundRow, order: OrderRow, account: Account, *, at: datetime
) -> None:
    """Let it go there, and tell the shop that it can be sent."""
    tx.refunds.put_account(refund, account)
    # A new spelling gives the shop no new time, and takes none away.
    if refund.sendable_at is None:
        refund.sendable_at = at
        await _set_stop(tx, order, refund, since=at)
    await tx.session.flush()
    by = send_by(refund.sendable_at, (await tx.shops.get(order.shop_id)).zone)
    event = await refund_event(tx, RefundAccountGiven, refund, order, at=at, send_by=by)
    if not await tx.outbox.owes(shop(order.shop_id), event):
        await tx.outbox.tell(shop(order.shop_id), event, kind=KIND)


async def must_be_unsent(tx: Transaction, refund: RefundRow, *, attempt: int) -> None:
    """Refuse what was sent before or has failed since; the order is held."""
    if refund.state not in UNSENT:
        assert refund.sent_at is not None
        by = await sender_of(tx, refund) or ""
        raise AlreadyDecided(status=refund.state, by=by, at=refund.sent_at)
    if refund.attempts != attempt:
        raise RefundMoved(refund_state=refund.state)


async def tell_sent(
    tx: Transaction, refund: RefundRow, order: OrderRow, *, actor_id: int, at: datetime
) -> None:
    """It was sent by this person; the buyer is asked whether it came, and silence says so."""
    refund.sent_at, refund.sent_by = at, actor_id
    await enter_sent(tx, refund, at=at)
    refund.move_to(RefundState.SENT)
    settles_at = at + SETTLES_AFTER
    await tx.deadlines.set(Timer.REFUND_SETTLES, refund.id, at=settles_at)
    event = await refund_event(
        tx,
        RefundSent,
        refund,
        order,
        at=at,
        proof=refund.proof,
        settles_at=settles_at,
        reference=refund.reference,
    )
    await tx.outbox.tell(person(order.buyer_id), event, kind=KIND)
    await tx.outbox.tell(shop(order.shop_id), event, kind=KIND, push=False)
    await tx.session.flush()


async def enter_sent(tx: Transaction, refund: RefundRow, *, at: datetime) -> None:
    """One more attempt left the shop's hands; nobody waits for it any more."""
    refund.attempts += 1
    entry = Entry.REPAID if refund.by_operator else Entry.SENT
    await tx.money.enter(entry, refund.amount, order_id=refund.order_id, key=_key(refund), at=at)
    await tx.deadlines.drop(refund.id, *WAITS)


async def settle(
    tx: Transaction, refund: RefundRow, order: OrderRow, *, by_itself: bool, at: datetime
) -> None:
    """The buyer has it: the account is forgotten, and the shop is told."""
    if refund.state is RefundState.FAILED:
        # It had come after all: what was taken back is given again.
        await enter_sent(tx, refund, at=at)
    refund.move_to(RefundState.SETTLED)
    refund.settled_at, refund.sealed_account = at, None
    await tx.deadlines.drop(refund.id, Timer.REFUND_SETTLES)
    event = await refund_event(tx, RefundSettled, refund, order, at=at, by_itself=by_itself)
    await tell_payer(tx, refund, order, event)
    await tx.outbox.tell(person(order.buyer_id), event, kind=KIND, push=by_itself)


async def fail(tx: Transaction, refund: RefundRow, order: OrderRow, *, at: datetime) -> None:
    """The buyer does not have it: the shop owes it again, and the operators look."""
    refund.move_to(RefundState.FAILED)
    refund.sendable_at = refund.called_at = at
    entry = Entry.REPAYMENT_LOST if refund.by_operator else Entry.RETURNED
    await tx.money.enter(entry, refund.amount, order_id=order.id, key=_key(refund), at=at)
    await tx.deadlines.drop(refund.id, Timer.REFUND_SETTLES)
    await tx.deadlines.set(Timer.REFUND_REMINDER, refund.id, at=at + REMIND_EVERY)
    event = await refund_event(tx, RefundFailed, refund, order, at=at)
    if not refund.by_operator:
        await _set_stop(tx, order, refund, since=at)
        await tx.outbox.tell(shop(order.shop_id), event, kind=KIND)
    await tx.outbox.tell(person(order.buyer_id), event, kind=KIND, push=False)
    await tell_overseers(tx, order, event)


async def tell_payer(
    tx: Transaction, refund: RefundRow, order: OrderRow, event: RefundEvent
) -> None:
    """Tell those whose money it is to send: the shop, or the operators who collected it."""
    if refund.by_operator:
        await tell_overseers(tx, order, event)
    else:
        await tx.outbox.tell(shop(order.shop_id), event, kind=KIND)


async def tell_overseers(tx: Transaction, order: OrderRow, event: RefundEvent) -> None:
    """The operators read of both sides, in the third person."""
    await tell_operators(tx, order, replace(event, for_operators=True))


async def refund_event(
    tx: Transaction,
    kind: type[AnyRefundEvent],
    refund: RefundRow,
    order: OrderRow,
    *,
    at: datetime,
    **more: Any,
) -> AnyRefundEvent:
    """An event of this kind about the refund."""
    return await about(
        tx,
        kind,
        order,
        refund_id=refund.id,
        amount=refund.amount,
        attempt=refund.attempts,
        at=at,
        by_operator=refund.by_operator,
        **more,
    )


async def _set_stop(
    tx: Transaction, order: OrderRow, refund: RefundRow, *, since: datetime
) -> None:
    moment = stops_at(since, (await tx.shops.get(order.shop_id)).zone)
    await tx.deadlines.set(Timer.REFUND_STOPS_SHOP, refund.id, at=moment)


def _key(refund: RefundRow) -> str:
    return f"refund:{refund.id}:{refund.attempts}"

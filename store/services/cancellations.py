"""Cancelling an order before it has left."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.db.models.orders import OrderRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.cancellation import (
    WORDS_LIMIT,
    WORDS_NEEDED,
    Decision,
    Reason,
    Route,
    reasons_for,
    route,
)
from store.domain.desk import CodAnswer
from store.domain.inbox import NoticeKind, person, shop
from store.domain.order import OrderStatus, Party
from store.domain.text import optional
from store.errors import (
    AlreadyDecided,
    CancelNeedsSeller,
    CancelTooLate,
    ReasonRefused,
    WordsNeeded,
)
from store.events.orders import OrderCancelled
from store.services.order_events import items
from store.services.order_pages import POLICY, order_page
from store.views.orders import CancelChoices, OrderPage


@dataclass(frozen=True, slots=True, kw_only=True)
class CancellationService:
    """The buyer's way out of an order."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def choices(self, actor: Actor, order_id: int) -> CancelChoices:
        """The reasons that may be given now; refused where nothing can be cancelled."""
        async with self.begin() as tx:
            order = await tx.orders.get(order_id)
            actor.must_buy(order)
            _must_end_at_once(order, route(order, POLICY, self.now()))
            return CancelChoices(
                order=await order_page(tx, order, viewer=Party.BUYER, now=self.now()),
                reasons=reasons_for(order.status),
                words_needed=WORDS_NEEDED,
            )

    async def request(
        self, actor: Actor, order_id: int, *, reason: str, words: str | None = None
    ) -> OrderPage:
        """Cancel, put the stock back and tell the shop; of rivals exactly one succeeds."""
        said = optional(words, field="words", limit=WORDS_LIMIT, lines=True)
        async with self.begin() as tx:
            order = await tx.orders.lock(order_id)
            actor.must_buy(order)
            _must_end_at_once(order, route(order, POLICY, self.now()))
            code = _checked(reason, said, order.status)
            sealed = tx.orders.seal_cancel_words(order.ref, said)
            order.cancel(by=Party.BUYER, reason=code, sealed_words=sealed, at=self.now())
            await tx.session.flush()
            for line in order.lines:
                await tx.stock.put_back(line.variant_id, line.quantity)
            event = _cancelled(order, (await tx.shops.get(order.shop_id)).name)
            await _tell(tx, order, event)
            if await tx.shipping.answer(order.id, CodAnswer.CANCEL, at=self.now()):
                await tx.outbox.owe_quietly(person(order.buyer_id), event)
            return await order_page(tx, order, viewer=Party.BUYER, now=self.now())


def _must_end_at_once(order: OrderRow, decision: Decision) -> None:
    """Refuse what somebody decided before, what has left, and what a seller must agree to."""
    if order.status is OrderStatus.CANCELLED:
        raise _decided(order)
    if decision.route is Route.REFUSED:
        raise CancelTooLate(status=order.status, why=str(decision.why))
    if decision.route is Route.ASK_SELLER:
        raise CancelNeedsSeller(status=order.status)


def _decided(order: OrderRow) -> AlreadyDecided:
    assert order.cancelled_by is not None
    assert order.cancelled_at is not None
    return AlreadyDecided(status=order.status, by=order.cancelled_by, at=order.cancelled_at)


def _checked(reason: str, words: str | None, status: OrderStatus) -> Reason:
    if reason not in reasons_for(status):
        raise ReasonRefused(reason=reason, status=status)
    code = Reason(reason)
    if code in WORDS_NEEDED and words is None:
        raise WordsNeeded(reason=code)
    return code


def _cancelled(order: OrderRow, shop_name: str) -> OrderCancelled:
    assert order.cancelled_by is not None
    assert order.cancel_reason is not None
    assert order.cancelled_at is not None
    return OrderCancelled(
        order_id=order.id,
        ref=order.ref,
        shop_id=order.shop_id,
        shop_name=shop_name,
        items=items(order),
        total=order.total,
        payment=order.payment,
        by=order.cancelled_by,
        reason=order.cancel_reason,
        has_words=order.sealed_cancel_words is not None,
        at=order.cancelled_at,
    )


async def _tell(tx: Transaction, order: OrderRow, event: OrderCancelled) -> None:
    """Push to the shop; the buyer has just done it and only keeps the notice."""
    kind = NoticeKind.CANCELLATIONS
    await tx.outbox.tell(shop(order.shop_id), event, kind=kind)
    await tx.outbox.tell(person(order.buyer_id), event, kind=kind, push=False)

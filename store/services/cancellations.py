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
)
from store.domain.order import OrderStatus, Party
from store.domain.request import RequestState
from store.domain.text import optional
from store.errors import (
    CancelTooLate,
    NotFound,
    ReasonRefused,
    WordsNeeded,
)
from store.services.asking import close_request, open_request
from store.services.ending import end_order, ended_before, tell_ended
from store.services.order_pages import buyers_way, order_page
from store.services.request_pages import answered_before, asked_about
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
            await self._decide(tx, order)
            return CancelChoices(
                order=await order_page(tx, order, viewer=Party.BUYER, now=self.now()),
                reasons=reasons_for(order.status),
                words_needed=WORDS_NEEDED,
            )

    async def request(
        self, actor: Actor, order_id: int, *, reason: str, words: str | None = None
    ) -> OrderPage:
        """Cancel at once where the rules allow it, else ask the shop; of rivals one succeeds.

        What is cancelled puts the stock back; what is asked lets the order go on meanwhile.
        """
        said = optional(words, field="words", limit=WORDS_LIMIT, lines=True)
        async with self.begin() as tx:
            order = await tx.orders.lock(order_id)
            actor.must_buy(order)
            decision = await self._decide(tx, order)
            code = _checked(reason, said, order.status)
            if decision.answer_by is None:
                await self._cancel(tx, order, code, said)
            else:
                await open_request(
                    tx,
                    order,
                    asked_by=Party.BUYER,
                    asker_id=actor.id,
                    reason=code,
                    words=said,
                    at=self.now(),
                    answer_by=decision.answer_by,
                )
            return await order_page(tx, order, viewer=Party.BUYER, now=self.now())

    async def withdraw(self, actor: Actor, order_id: int) -> OrderPage:
        """Take the request back: the order goes on; raises AlreadyDecided when it is too late."""
        async with self.begin() as tx:
            order = await tx.orders.lock(order_id)
            actor.must_buy(order)
            request = await tx.requests.newest(order.id, by=Party.BUYER)
            if request is None:
                raise NotFound(what="request")
            if request.state is not RequestState.PENDING:
                raise await answered_before(tx, request)
            await close_request(
                tx,
                request,
                order,
                state=RequestState.WITHDRAWN,
                by=Party.BUYER,
                decider_id=actor.id,
                at=self.now(),
            )
            return await order_page(tx, order, viewer=Party.BUYER, now=self.now())

    async def _decide(self, tx: Transaction, order: OrderRow) -> Decision:
        """What cancelling means now; refuses what was decided before and what has left."""
        if order.status is OrderStatus.CANCELLED:
            raise ended_before(order)
        decision = buyers_way(order, await asked_about(tx, order), self.now())
        if decision.route is Route.REFUSED:
            raise CancelTooLate(status=order.status, why=str(decision.why))
        return decision

    async def _cancel(
        self, tx: Transaction, order: OrderRow, reason: Reason, words: str | None
    ) -> None:
        at, sealed = self.now(), tx.orders.seal_cancel_words(order.ref, words)
        unpaid = order.status is OrderStatus.UNPAID
        was_asked = await end_order(
            tx, order, by=Party.BUYER, reason=reason, sealed_words=sealed, at=at
        )
        # A shop hears first of an unpaid order when its buyer says that the money was sent.
        known = not unpaid or bool(await tx.payments.claims(order.id))
        await tell_ended(tx, order, was_asked=was_asked, to_shop=known, own_doing=True)


def _checked(reason: str, words: str | None, status: OrderStatus) -> Reason:
    if reason not in reasons_for(status):
        raise ReasonRefused(reason=reason, status=status)
    code = Reason(reason)
    if code in WORDS_NEEDED and words is None:
        raise WordsNeeded(reason=code)
    return code

"""A shop cancels an order itself: at once, or with an operator's yes where it is paid."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.db.models.orders import OrderRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.cancellation import WORDS_LIMIT
from store.domain.order import OrderStatus, Party
from store.domain.request import RequestState, SellerReason, seller_reasons_for
from store.domain.seller_cancel import SellerDecision, SellerRoute
from store.domain.text import optional
from store.errors import NotFound, ReasonRefused, SellerCancelRefused, WordsNeeded
from store.services.asking import close_request, open_request
from store.services.ending import end_order, ended_before, tell_ended
from store.services.operator_cards import tell_asked
from store.services.order_pages import order_page, sellers_way
from store.services.request_pages import answered_before, asked_about, lock_request, request_card
from store.views.orders import OrderPage
from store.views.requests import RequestCard
from store.views.seller_cancels import SellerCancelChoices


@dataclass(frozen=True, slots=True, kw_only=True)
class SellerCancelService:
    """The shop's way out of an order."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def choices(self, actor: Actor, order_id: int) -> SellerCancelChoices:
        """The reasons that may be given now; raises SellerCancelRefused or AlreadyDecided."""
        async with self.begin() as tx:
            order = await tx.orders.get(order_id)
            actor.must_sell(order.shop_id)
            decision = await self._decide(tx, order)
            return SellerCancelChoices(
                order=await self._page(tx, order),
                reasons=seller_reasons_for(order.status),
                words_needed=decision.route is SellerRoute.ASK_OPERATOR,
                back=await tx.money.unpromised(order.id),
            )

    async def cancel(
        self, actor: Actor, order_id: int, *, reason: str, words: str | None = None
    ) -> OrderPage:
        """End it at once where nothing is paid, else ask the operators; of rivals one succeeds.

        A paid order needs the shop's words as well as its reason, and goes on meanwhile.
        """
        said = optional(words, field="words", limit=WORDS_LIMIT, lines=True)
        async with self.begin() as tx:
            order = await tx.orders.lock(order_id)
            actor.must_sell(order.shop_id)
            decision = await self._decide(tx, order)
            code = _checked(reason, order.status)
            if decision.answer_by is None:
                await self._end(tx, order, code, said)
            elif said is None:
                raise WordsNeeded(reason=code)
            else:
                await self._ask(tx, actor, order, code, said, answer_by=decision.answer_by)
            return await self._page(tx, order)

    async def withdraw(self, actor: Actor, request_id: int) -> RequestCard:
        """Take the request back: the order goes on; raises AlreadyDecided when it is too late."""
        async with self.begin() as tx:
            request, order = await lock_request(tx, request_id)
            actor.must_sell(order.shop_id)
            if request.asked_by is not Party.SELLER:
                raise NotFound(what="request")
            if request.state is not RequestState.PENDING:
                raise await answered_before(tx, request)
            await close_request(
                tx,
                request,
                order,
                state=RequestState.WITHDRAWN,
                by=Party.SELLER,
                decider_id=actor.id,
                at=self.now(),
            )
            return await request_card(tx, request, order)

    async def _decide(self, tx: Transaction, order: OrderRow) -> SellerDecision:
        """What cancelling means now; refuses what has ended, has left or is being decided."""
        if order.status is OrderStatus.CANCELLED:
            raise ended_before(order)
        decision = sellers_way(order, await asked_about(tx, order), self.now())
        if decision.why is not None:
            raise SellerCancelRefused(status=order.status, seller_why=decision.why)
        return decision

    async def _end(
        self, tx: Transaction, order: OrderRow, reason: SellerReason, words: str | None
    ) -> None:
        at, sealed = self.now(), tx.orders.seal_cancel_words(order.ref, words)
        by, alone = Party.SELLER, len(await tx.shops.members(order.shop_id)) == 1
        was_asked = await end_order(tx, order, by=by, reason=reason, sealed_words=sealed, at=at)
        await tell_ended(tx, order, was_asked=was_asked, shop_knows=alone)

    async def _ask(
        self,
        tx: Transaction,
        actor: Actor,
        order: OrderRow,
        reason: SellerReason,
        words: str,
        *,
        answer_by: datetime,
    ) -> None:
        request = await open_request(
            tx,
            order,
            asked_by=Party.SELLER,
            asker_id=actor.id,
            reason=reason,
            words=words,
            at=self.now(),
            answer_by=answer_by,
        )
        await tell_asked(tx, request, order)

    async def _page(self, tx: Transaction, order: OrderRow) -> OrderPage:
        return await order_page(tx, order, viewer=Party.SELLER, now=self.now())


def _checked(reason: str, status: OrderStatus) -> SellerReason:
    if reason not in seller_reasons_for(status):
        raise ReasonRefused(reason=reason, status=status)
    return SellerReason(reason)

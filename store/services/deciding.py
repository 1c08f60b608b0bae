"""The shop's answer to a buyer's request to cancel, and what silence means."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from store.db.models.orders import OrderRow
from store.db.models.requests import RequestRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.inbox import shop
from store.domain.order import Party
from store.domain.request import REMINDERS_LEFT, RejectReason, RequestState
from store.errors import NotFound, ReasonRefused
from store.events.requests import RequestReminded
from store.services.asking import KIND, close_request
from store.services.ending import end_order
from store.services.order_events import about
from store.services.request_pages import answered_before, lock_request, request_card
from store.views.paging import Page, cut
from store.views.requests import RequestCard


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidingService:
    """Requests as those see and answer them who work in the shop."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def card(self, request_id: int) -> RequestCard:
        """The request for its card, which stands where only the shop's people look."""
        async with self.begin() as tx:
            return await _card(tx, await tx.requests.get(request_id))

    async def look(self, actor: Actor, request_id: int) -> RequestCard:
        """The same for a member who asks for it."""
        async with self.begin() as tx:
            request = await tx.requests.get(request_id)
            actor.must_sell(request.shop_id)
            return await _card(tx, request)

    async def weigh(self, actor: Actor, request_id: int) -> RequestCard:
        """The request for a member who is about to answer it.

        Raises AlreadyDecided with who was first.
        """
        async with self.begin() as tx:
            request = await tx.requests.get(request_id)
            await _must_answer(tx, actor, request)
            return await _card(tx, request)

    async def waiting(
        self, actor: Actor, shop_id: int, *, page: int = 1, size: int = 6
    ) -> Page[RequestCard]:
        """A page of what buyers ask the shop, the nearest deadline first."""
        actor.must_sell(shop_id)
        async with self.begin() as tx:
            part = cut(await tx.requests.count_waiting((shop_id,)), page=page, size=size)
            rows = await tx.requests.waiting((shop_id,), offset=part.offset, limit=size)
            return part.of(tuple([await _card(tx, row) for row in rows]))

    async def approve(self, actor: Actor, request_id: int) -> RequestCard:
        """Cancel the order as the buyer asked; of rivals exactly one succeeds.

        Raises AlreadyDecided with who was first.
        """
        async with self.begin() as tx:
            request, order = await self._held(tx, actor, request_id)
            by, at = Party.SELLER, self.now()
            await approve_request(tx, request, order, by=by, decider_id=actor.id, at=at)
            return await request_card(tx, request, order)

    async def reject(self, actor: Actor, request_id: int, *, reason: str) -> RequestCard:
        """Let the order go on, for a reason; of rivals exactly one succeeds.

        Raises AlreadyDecided with who was first.
        """
        async with self.begin() as tx:
            request, order = await self._held(tx, actor, request_id)
            if reason not in set(RejectReason):
                raise ReasonRefused(reason=reason, status=order.status)
            await close_request(
                tx,
                request,
                order,
                state=RequestState.REJECTED,
                by=Party.SELLER,
                decider_id=actor.id,
                reason=reason,
                at=self.now(),
            )
            return await request_card(tx, request, order)

    async def fall_silent(self, request_id: int) -> None:
        """Nobody has answered in time: that approves it; nothing where somebody has."""
        async with self.begin() as tx:
            request, order = await lock_request(tx, request_id)
            if request.state is RequestState.PENDING:
                await approve_request(tx, request, order, by=Party.SYSTEM, at=self.now())

    async def remind(self, request_id: int) -> None:
        """Tell the shop once more that it is asked; nothing where that would be out of date."""
        await self._remind(request_id, until=REMINDERS_LEFT[1], number=1)

    async def remind_for_the_last_time(self, request_id: int) -> None:
        """The same shortly before silence approves."""
        await self._remind(request_id, until=timedelta(), number=2)

    async def _remind(self, request_id: int, *, until: timedelta, number: int) -> None:
        async with self.begin() as tx:
            request, order = await lock_request(tx, request_id)
            # After a long sleep the next step is due as well, and says more.
            overtaken = self.now() >= request.answer_by - until
            if request.state is not RequestState.PENDING or overtaken:
                return
            event = await about(
                tx,
                RequestReminded,
                order,
                request_id=request.id,
                asked_by=request.asked_by,
                answer_by=request.answer_by,
                number=number,
            )
            await tx.outbox.tell(shop(order.shop_id), event, kind=KIND)

    async def _held(
        self, tx: Transaction, actor: Actor, request_id: int
    ) -> tuple[RequestRow, OrderRow]:
        """Request and order, held, for a member who may still decide."""
        request, order = await lock_request(tx, request_id)
        await _must_answer(tx, actor, request)
        return request, order


async def approve_request(
    tx: Transaction,
    request: RequestRow,
    order: OrderRow,
    *,
    by: Party,
    decider_id: int | None = None,
    at: datetime,
) -> None:
    """Say yes to a request that waits, and end its order, which is held, for whoever asked."""
    sealed = tx.orders.seal_cancel_words(order.ref, tx.requests.words(request))
    back = await tx.money.unpromised(order.id)
    await close_request(
        tx,
        request,
        order,
        state=RequestState.APPROVED,
        by=by,
        decider_id=decider_id,
        back=back,
        at=at,
    )
    await end_order(
        tx, order, by=request.asked_by, reason=request.reason, sealed_words=sealed, at=at
    )


async def _must_answer(tx: Transaction, actor: Actor, request: RequestRow) -> None:
    """Refuse who does not work in the shop, what the shop itself asks, and latecomers."""
    actor.must_sell(request.shop_id)
    if request.asked_by is not Party.BUYER:
        raise NotFound(what="request")
    if request.state is not RequestState.PENDING:
        raise await answered_before(tx, request)


async def _card(tx: Transaction, request: RequestRow) -> RequestCard:
    return await request_card(tx, request, await tx.orders.get(request.order_id))

"""An operator's answer to a shop that wants to cancel a paid order, and what silence means."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from store.db.models.orders import OrderRow
from store.db.models.requests import RequestRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.neutral import must_be_neutral
from store.domain.order import Party
from store.domain.request import REMINDERS_LEFT, RequestState
from store.domain.seller_cancel import RefusalReason
from store.errors import NotFound, ReasonRefused
from store.services.asking import close_request
from store.services.deciding import approve_request
from store.services.operator_cards import tell_reminded
from store.services.order_pages import order_page
from store.services.request_pages import answered_before, lock_request, request_card
from store.views.orders import OrderPage
from store.views.paging import Page, cut
from store.views.requests import RequestCard


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeingService:
    """Shops' requests as operators see and answer them; of an order's own sides none may."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def card(self, request_id: int) -> RequestCard:
        """The request for its card, which stands where only operators look."""
        async with self.begin() as tx:
            return await _card(tx, await _asked_by_shop(tx, request_id))

    async def look(self, actor: Actor, request_id: int) -> RequestCard:
        """The same for an operator who asks for it."""
        async with self.begin() as tx:
            request = await _asked_by_shop(tx, request_id)
            must_be_neutral(actor, await tx.orders.get(request.order_id))
            return await _card(tx, request)

    async def weigh(self, actor: Actor, request_id: int) -> RequestCard:
        """The same while it waits for an answer; raises AlreadyDecided with who was first."""
        async with self.begin() as tx:
            request = await _asked_by_shop(tx, request_id)
            must_be_neutral(actor, await tx.orders.get(request.order_id))
            if request.state is not RequestState.PENDING:
                raise await answered_before(tx, request)
            return await _card(tx, request)

    async def waiting(self, actor: Actor, *, page: int = 1, size: int = 6) -> Page[RequestCard]:
        """A page of what this operator can answer, the nearest deadline first."""
        actor.must_operate()
        me, shops = actor.id, actor.memberships
        async with self.begin() as tx:
            count = await tx.requests.count_for_operator(me, shops)
            part = cut(count, page=page, size=size)
            rows = await tx.requests.for_operator(me, shops, offset=part.offset, limit=size)
            return part.of(tuple([await _card(tx, row) for row in rows]))

    async def count_waiting(self, actor: Actor) -> int:
        """How many of them wait."""
        actor.must_operate()
        async with self.begin() as tx:
            return await tx.requests.count_for_operator(actor.id, actor.memberships)

    async def confirm(self, actor: Actor, request_id: int) -> RequestCard:
        """Cancel the order as the shop asked, all money goes back; of rivals one succeeds.

        Raises AlreadyDecided with who was first.
        """
        async with self.begin() as tx:
            request, order = await self._held(tx, actor, request_id)
            by, at = Party.OPERATOR, self.now()
            await approve_request(tx, request, order, by=by, decider_id=actor.id, at=at)
            return await request_card(tx, request, order)

    async def agree(self, actor: Actor, order_id: int) -> OrderPage:
        """End the order as its shop asked, because its buyer wants that too.

        Raises AlreadyDecided with who was first, and NotFound where the shop asks nothing.
        """
        async with self.begin() as tx:
            order, at = await tx.orders.lock(order_id), self.now()
            actor.must_buy(order)
            request = await tx.requests.newest(order.id, by=Party.SELLER)
            if request is None:
                raise NotFound(what="request")
            if request.state is not RequestState.PENDING:
                raise await answered_before(tx, request)
            by = Party.BUYER
            await approve_request(tx, request, order, by=by, decider_id=actor.id, at=at)
            return await order_page(tx, order, viewer=by, now=at)

    async def refuse(self, actor: Actor, request_id: int, *, reason: str) -> RequestCard:
        """Let the order go on, for a reason; of rivals one succeeds.

        Raises AlreadyDecided with who was first.
        """
        async with self.begin() as tx:
            request, order = await self._held(tx, actor, request_id)
            if reason not in set(RefusalReason):
                raise ReasonRefused(reason=reason, status=order.status)
            await close_request(
                tx,
                request,
                order,
                state=RequestState.REJECTED,
                by=Party.OPERATOR,
                decider_id=actor.id,
                reason=reason,
                at=self.now(),
            )
            return await request_card(tx, request, order)

    async def fall_silent(self, request_id: int) -> None:
        """No operator has answered in time: that confirms it; nothing where one has."""
        async with self.begin() as tx:
            request, order = await lock_request(tx, request_id)
            if request.state is RequestState.PENDING:
                await approve_request(tx, request, order, by=Party.SYSTEM, at=self.now())

    async def remind(self, request_id: int) -> None:
        """Tell the operators once more; nothing where that would be out of date."""
        await self._remind(request_id, until=REMINDERS_LEFT[1], number=1)

    async def remind_for_the_last_time(self, request_id: int) -> None:
        """The same shortly before silence confirms."""
        await self._remind(request_id, until=timedelta(), number=2)

    async def _remind(self, request_id: int, *, until: timedelta, number: int) -> None:
        async with self.begin() as tx:
            request, order = await lock_request(tx, request_id)
            # After a long sleep the next step is due as well, and says more.
            overtaken = self.now() >= request.answer_by - until
            if request.state is RequestState.PENDING and not overtaken:
                await tell_reminded(tx, request, order, number=number)

    async def _held(
        self, tx: Transaction, actor: Actor, request_id: int
    ) -> tuple[RequestRow, OrderRow]:
        """Request and order, held, for an operator who may still decide."""
        await _asked_by_shop(tx, request_id)
        request, order = await lock_request(tx, request_id)
        must_be_neutral(actor, order)
        if request.state is not RequestState.PENDING:
            raise await answered_before(tx, request)
        return request, order


async def _asked_by_shop(tx: Transaction, request_id: int) -> RequestRow:
    request = await tx.requests.get(request_id)
    if request.asked_by is not Party.SELLER:
        raise NotFound(what="request")
    return request


async def _card(tx: Transaction, request: RequestRow) -> RequestCard:
    return await request_card(tx, request, await tx.orders.get(request.order_id))

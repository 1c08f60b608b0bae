"""The shop's answer to a claim: the money is on the statement, in which sum, or it is not."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from store.db.models.orders import OrderRow
from store.db.models.payments import ClaimRow, PaymentRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.address import names_nobody
from store.domain.claim import ClaimState, NotFoundReason, after_not_found
from store.domain.inbox import person, shop
from store.domain.money import Rupiah
from store.domain.payment import (
    LIVE,
    LOOK_AGAIN_WITHIN,
    Booked,
    Booking,
    PaymentState,
)
from store.errors import ReasonRefused
from store.events.payments import ClaimDecided, ClaimReminded, ClaimUnanswered
from store.services.booking import ask_for_the_rest, follow
from store.services.bookkeeping import book_money, promise_booked
from store.services.operators_told import tell_operators
from store.services.order_events import about
from store.services.paying import CLAIM_TIMERS, KIND, set_pay_timers
from store.services.payment_pages import answered_before, claim_card, expected_of
from store.services.ruling import call_operators
from store.views.paging import Page, cut
from store.views.payments import ClaimCard

_NOTHING: Final = Booking(booked=Booked.LATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckingService:
    """Claims as those see and answer them who can look at the shop's statement."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def card(self, claim_id: int) -> ClaimCard:
        """The claim for its card, which stands where only the shop's people look."""
        async with self.begin() as tx:
            return await claim_card(tx, await tx.payments.claim(claim_id))

    async def look(self, actor: Actor, claim_id: int) -> ClaimCard:
        """The same for a member who asks for it."""
        async with self.begin() as tx:
            claim = await tx.payments.claim(claim_id)
            actor.must_sell(claim.shop_id)
            return await claim_card(tx, claim)

    async def weigh(self, actor: Actor, claim_id: int) -> ClaimCard:
        """The claim for a member who is about to answer it.

        Raises AlreadyDecided with who was first.
        """
        async with self.begin() as tx:
            claim = await tx.payments.claim(claim_id)
            actor.must_sell(claim.shop_id)
            if claim.state is not ClaimState.WAITING:
                raise await answered_before(tx, claim)
            return await claim_card(tx, claim)

    async def waiting(
        self, actor: Actor, shop_id: int, *, page: int = 1, size: int = 6
    ) -> Page[ClaimCard]:
        """A page of what waits for a look at the shop's statement, the oldest first."""
        actor.must_sell(shop_id)
        async with self.begin() as tx:
            part = cut(await tx.payments.count_claims_waiting((shop_id,)), page=page, size=size)
            rows = await tx.payments.claims_waiting((shop_id,), offset=part.offset, limit=size)
            return part.of(tuple([await claim_card(tx, row) for row in rows]))

    async def arrived(
        self, actor: Actor, claim_id: int, *, amount: int | None = None
    ) -> ClaimCard:
        """The money is there, in the expected sum or another one; of rivals one succeeds.

        All of it pays the order, too little asks for the rest once, what is too much goes back.
        Raises AlreadyDecided or AmountRefused.
        """
        async with self.begin() as tx:
            claim, order, payment = await self._held(tx, actor, claim_id)
            came = expected_of(payment) if amount is None else Rupiah(amount)
            key = f"claim:{claim.id}"
            booking = await book_money(
                tx, order, payment, came, key=key, by=actor.id, at=self.now()
            )
            self._decide(tx, claim, order, ClaimState.ARRIVED, actor)
            claim.amount, claim.booked = came, booking.booked
            await tx.deadlines.drop(claim.id, *CLAIM_TIMERS)
            if booking.booked is Booked.SHORT:
                await ask_for_the_rest(tx, payment, at=self.now())
            await self._tell(tx, claim, order, payment, booking)
            await promise_booked(tx, order, booking, key=key, at=self.now())
            await follow(tx, order, booking, at=self.now())
            await tx.session.flush()
            return await claim_card(tx, claim)

    async def not_found(self, actor: Actor, claim_id: int, *, reason: str) -> ClaimCard:
        """The money is not there; the buyer may look again once, then the operator decides.

        Of rivals one succeeds. Raises AlreadyDecided or ReasonRefused.
        """
        async with self.begin() as tx:
            claim, order, payment = await self._held(tx, actor, claim_id)
            if reason not in set(NotFoundReason):
                raise ReasonRefused(reason=reason, status=order.status)
            self._decide(tx, claim, order, ClaimState.NOT_FOUND, actor)
            claim.reason = reason
            await tx.deadlines.drop(claim.id, *CLAIM_TIMERS)
            if payment.state in LIVE:
                await self._look_again(tx, claim, order, payment)
            await self._tell(tx, claim, order, payment, _NOTHING)
            await tx.session.flush()
            return await claim_card(tx, claim)

    async def remind(self, claim_id: int) -> None:
        """Tell the shop once more that somebody waits; nothing where it has answered."""
        await self._remind(claim_id, number=1)

    async def remind_for_the_last_time(self, claim_id: int) -> None:
        """The same, later."""
        await self._remind(claim_id, number=2)

    async def call_operator(self, claim_id: int) -> None:
        """Tell the operators that a shop does not look; nothing where it has answered."""
        async with self.begin() as tx:
            claim, order = await self._lock(tx, claim_id)
            if claim.state is not ClaimState.WAITING:
                return
            due = expected_of(await tx.payments.get(order.id))
            event = await about(tx, ClaimUnanswered, order, due=due, claim_id=claim.id)
            await tell_operators(tx, order, event)

    async def _remind(self, claim_id: int, *, number: int) -> None:
        async with self.begin() as tx:
            claim, order = await self._lock(tx, claim_id)
            if claim.state is not ClaimState.WAITING:
                return
            due = expected_of(await tx.payments.get(order.id))
            event = await about(
                tx, ClaimReminded, order, due=due, claim_id=claim.id, number=number
            )
            await tx.outbox.tell(shop(order.shop_id), event, kind=KIND)

    async def _look_again(
        self, tx: Transaction, claim: ClaimRow, order: OrderRow, payment: PaymentRow
    ) -> None:
        claims = await tx.payments.claims(order.id)
        payment.move_to(after_not_found(sum(_was_not_found(one) for one in claims)))
        if payment.state is PaymentState.NOT_FOUND:
            payment.expires_at = self.now() + LOOK_AGAIN_WITHIN
            await set_pay_timers(tx, payment, since=self.now())
            return
        await call_operators(tx, order, payment, claim_id=claim.id)

    def _decide(
        self, tx: Transaction, claim: ClaimRow, order: OrderRow, state: ClaimState, actor: Actor
    ) -> None:
        """Answer it; of a buyer who wants to be forgotten nobody needs the picture any more."""
        claim.decide(state, decider_id=actor.id, at=self.now())
        if order.buyer_is_leaving or names_nobody(tx.orders.address(order)):
            claim.proof = None

    async def _tell(
        self,
        tx: Transaction,
        claim: ClaimRow,
        order: OrderRow,
        payment: PaymentRow,
        booking: Booking,
    ) -> None:
        assert claim.decider_id is not None
        event = await about(
            tx,
            ClaimDecided,
            order,
            due=payment.due,
            claim_id=claim.id,
            booked=claim.booked,
            amount=claim.amount or Rupiah(0),
            rest=booking.rest,
            back=booking.back,
            reason=claim.reason,
            decider=(await tx.people.get(claim.decider_id)).name,
            last=payment.state is PaymentState.DISPUTED,
            expires_at=payment.expires_at,
        )
        await tx.outbox.tell(shop(order.shop_id), event, kind=KIND)
        await tx.outbox.tell(person(order.buyer_id), event, kind=KIND)

    async def _held(
        self, tx: Transaction, actor: Actor, claim_id: int
    ) -> tuple[ClaimRow, OrderRow, PaymentRow]:
        """Claim, order and payment, held, for a member who may still answer."""
        claim, order = await self._lock(tx, claim_id)
        actor.must_sell(claim.shop_id)
        if claim.state is not ClaimState.WAITING:
            raise await answered_before(tx, claim)
        return claim, order, await tx.payments.get(order.id)

    async def _lock(self, tx: Transaction, claim_id: int) -> tuple[ClaimRow, OrderRow]:
        """The order first: everything that decides holds it before it looks at the claim."""
        found = await tx.payments.claim(claim_id)
        order = await tx.orders.lock(found.order_id)
        return await tx.payments.claim(claim_id), order


def _was_not_found(claim: ClaimRow) -> bool:
    return claim.state is ClaimState.NOT_FOUND

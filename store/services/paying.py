"""The buyer's side of a payment by hand: what is due, the word that it is paid, and its time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from store.db.models.orders import OrderRow
from store.db.models.payments import ClaimRow, PaymentRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.claim import OPERATOR_AFTER, REMINDERS, ClaimKnown, ClaimState
from store.domain.inbox import NoticeKind, person, shop
from store.domain.money import Rupiah
from store.domain.order import OrderStatus, Party
from store.domain.payment import (
    CLAIMABLE,
    LIVE,
    PAY_WITHIN,
    PaymentMethod,
    PaymentState,
    unique_code,
)
from store.domain.request import SystemReason
from store.domain.timers import PAY_TIMERS, Timer
from store.errors import ClaimRefused
from store.events.payments import PaymentAwaited, PaymentClaimed, PaymentReminded, ProofAdded
from store.services.ending import end_order, tell_ended
from store.services.order_events import about
from store.services.order_pages import order_page
from store.services.payment_pages import claim_waits, expected_of, without_proof
from store.views.orders import OrderPage

_CODE_BITS: Final = 32
KIND: Final = NoticeKind.ORDERS
CLAIM_TIMERS: Final = (Timer.CLAIM_REMINDER, Timer.CLAIM_LAST_REMINDER, Timer.CLAIM_TO_OPERATOR)
# Money that comes after the end may be claimed once more, and then once again.
_CLAIMS_IN_ALL: Final = 4


async def open_payment(
    tx: Transaction,
    order: OrderRow,
    *,
    account_id: int | None,
    chance: Callable[[int], int],
    at: datetime,
) -> PaymentRow:
    """Ask for the money of an order that was just placed, by a sum that nobody else sends.

    An invoice, which has no account, tells its payer by itself. Raises NoFreeCode.
    """
    code = 0
    if account_id is not None:
        taken = await tx.payments.codes(account_id, order.total)
        code = unique_code(taken, chance(_CODE_BITS))
    payment = PaymentRow(
        order_id=order.id,
        method=order.payment,
        account_id=account_id,
        due=Rupiah(order.total + code),
        unique_code=Rupiah(code),
        received=Rupiah(0),
        state=PaymentState.OPEN,
        rest_asked=False,
        opened_at=at,
        expires_at=at + PAY_WITHIN,
    )
    await tx.payments.add(payment)
    await set_pay_timers(tx, payment, since=at)
    event = await about(tx, PaymentAwaited, order, due=payment.due, expires_at=payment.expires_at)
    await tx.outbox.tell(person(order.buyer_id), event, kind=KIND, push=False)
    return payment


async def set_pay_timers(tx: Transaction, payment: PaymentRow, *, since: datetime) -> None:
    """A reminder when a quarter of the time is left, and the end."""
    left = payment.expires_at - since
    await tx.deadlines.set(Timer.PAY_REMINDER, payment.order_id, at=payment.expires_at - left / 4)
    await tx.deadlines.set(Timer.PAY_OVER, payment.order_id, at=payment.expires_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class PayingService:
    """What a buyer says about money, and what happens when nothing is said."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def claim(self, actor: Actor, order_id: int, *, proof: str | None = None) -> OrderPage:
        """Say that the money is on its way; until the shop has looked nothing expires.

        `proof` names a picture; the same picture is known again. While a claim without one waits
        it is added to that. Raises ClaimRefused.
        """
        async with self.begin() as tx:
            order = await tx.orders.lock(order_id)
            actor.must_buy(order)
            payment = await tx.payments.get(order.id)
            claims = await tx.payments.claims(order.id)
            bare = without_proof(claims)
            if proof is not None and bare is not None:
                await self._add_proof(tx, order, payment, bare, proof)
                return await self._page(tx, order)
            _must_be_claimable(payment, claims)
            if payment.state in CLAIMABLE:
                payment.move_to(PaymentState.CLAIMED)
            claim = ClaimRow(
                order_id=order.id,
                shop_id=order.shop_id,
                number=len(claims) + 1,
                claimed_at=self.now(),
                proof=proof,
                state=ClaimState.WAITING,
            )
            await tx.payments.add(claim)
            await self._wait_for_answer(tx, claim)
            await self._tell(tx, order, payment, claim)
            return await self._page(tx, order)

    async def page(self, actor: Actor, order_id: int) -> OrderPage:
        """The order for its buyer; the notices about it have been seen by this."""
        async with self.begin() as tx:
            order = await tx.orders.get(order_id)
            actor.must_buy(order)
            await tx.notices.read_about(actor.id, f"order:{order.id}", at=self.now())
            return await self._page(tx, order)

    async def claimable(self, actor: Actor, *, most: int = 6) -> tuple[OrderPage, ...]:
        """The buyer's newest orders for which a receipt may come."""
        async with self.begin() as tx:
            rows = await tx.orders.newest(actor.id, {OrderStatus.UNPAID}, offset=0, limit=most)
            pages = [await self._page(tx, row) for row in rows]
            return tuple(page for page in pages if page.pay is not None and page.pay.takes_proof)

    async def expire(self, order_id: int) -> None:
        """The time to pay is over: the order ends; nothing while a claim waits or money came."""
        async with self.begin() as tx:
            order = await tx.orders.lock(order_id)
            payment = await tx.payments.get(order_id)
            if order.status is not OrderStatus.UNPAID or payment.state not in CLAIMABLE:
                return
            payment.move_to(PaymentState.EXPIRED)
            await end_order(
                tx, order, by=Party.SYSTEM, reason=SystemReason.UNPAID_TIME_OUT, at=self.now()
            )
            await tell_ended(tx, order, to_shop=False)

    async def remind(self, order_id: int) -> None:
        """Tell the buyer that the time to pay runs out; nothing where it is not waited for."""
        async with self.begin() as tx:
            order = await tx.orders.lock(order_id)
            payment = await tx.payments.get(order_id)
            over = self.now() >= payment.expires_at
            if order.status is not OrderStatus.UNPAID or payment.state not in CLAIMABLE or over:
                return
            event = await about(
                tx,
                PaymentReminded,
                order,
                due=expected_of(payment),
                expires_at=payment.expires_at,
                by_invoice=payment.account_id is None,
            )
            await tx.outbox.tell(person(order.buyer_id), event, kind=KIND)

    async def _add_proof(
        self, tx: Transaction, order: OrderRow, payment: PaymentRow, claim: ClaimRow, proof: str
    ) -> None:
        claim.proof = proof
        await tx.session.flush()
        event = await about(tx, ProofAdded, order, due=expected_of(payment), claim_id=claim.id)
        await tx.outbox.tell(shop(order.shop_id), event, kind=KIND)

    async def _wait_for_answer(self, tx: Transaction, claim: ClaimRow) -> None:
        await tx.deadlines.drop(claim.order_id, *PAY_TIMERS)
        waits = (*REMINDERS, OPERATOR_AFTER)
        for timer, after in zip(CLAIM_TIMERS, waits, strict=True):
            await tx.deadlines.set(timer, claim.id, at=claim.claimed_at + after)

    async def _tell(
        self, tx: Transaction, order: OrderRow, payment: PaymentRow, claim: ClaimRow
    ) -> None:
        event = await about(tx, PaymentClaimed, order, due=expected_of(payment), claim_id=claim.id)
        await tx.outbox.tell(shop(order.shop_id), event, kind=KIND)
        await tx.outbox.tell(person(order.buyer_id), event, kind=KIND, push=False)

    async def _page(self, tx: Transaction, order: OrderRow) -> OrderPage:
        await tx.session.flush()
        return await order_page(tx, order, viewer=Party.BUYER, now=self.now())


def _must_be_claimable(payment: PaymentRow, claims: Sequence[ClaimRow]) -> None:
    """Refuse a word that would say nothing new."""
    if payment.method is PaymentMethod.TELEGRAM_INVOICE:
        raise ClaimRefused(why=ClaimKnown.BY_INVOICE)
    if claim_waits(claims) or payment.state in LIVE - CLAIMABLE:
        raise ClaimRefused(why=ClaimKnown.WAITS)
    if payment.state is PaymentState.PAID:
        raise ClaimRefused(why=ClaimKnown.PAID)
    if len(claims) >= _CLAIMS_IN_ALL:
        raise ClaimRefused(why=ClaimKnown.TOO_OFTEN)

"""Money that goes back by hand: where to, that it was sent, that it came, and its deadlines."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.db.models.orders import OrderRow
from store.db.models.payments import RefundRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.account import RECEIVING, Account, check_account
from store.domain.actor import Actor
from store.domain.inbox import person, shop
from store.domain.order import Party
from store.domain.refund import REMIND_EVERY, UNSENT, RefundState, send_by
from store.domain.timers import Timer
from store.errors import (
    FieldUnreadable,
    NotFound,
    RefundAccountMissing,
    RefundMoved,
)
from store.events.refunds import RefundOverdue, RefundReminded, RefundStopsShop
from store.services.order_pages import order_page
from store.services.payment_pages import owed_refund, refund_view
from store.services.refund_steps import (
    KIND,
    fail,
    hold,
    must_be_unsent,
    refund_event,
    settle,
    take_account,
    tell_overseers,
    tell_payer,
    tell_sent,
)
from store.views.orders import OrderPage
from store.views.paging import Page, cut
from store.views.payments import AskedAccount, OwedRefund


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundingService:
    """Refunds as buyer and shop move them; whatever is pressed, the money is booked once."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def owed(
        self, actor: Actor, shop_id: int, *, page: int = 1, size: int = 6
    ) -> Page[OwedRefund]:
        """A page of what the shop has to send, the oldest first."""
        actor.must_sell(shop_id)
        async with self.begin() as tx:
            part = cut(await tx.refunds.count_owed((shop_id,)), page=page, size=size)
            rows = await tx.refunds.owed((shop_id,), offset=part.offset, limit=size)
            return part.of(tuple([await owed_refund(tx, row) for row in rows]))

    async def look(self, actor: Actor, refund_id: int) -> OwedRefund:
        """One of them for a member, with the whole account."""
        async with self.begin() as tx:
            refund = await tx.money.refund(refund_id)
            actor.must_sell(refund.shop_id)
            _must_be_the_shops(refund)
            return await owed_refund(tx, refund)

    async def ask(self, actor: Actor, refund_id: int) -> AskedAccount:
        """What the buyer is asked for; raises RefundMoved once it was sent."""
        async with self.begin() as tx:
            refund, order = await self._bought(tx, actor, refund_id)
            _must_take_account(refund)
            row = await tx.shops.get(order.shop_id)
            return AskedAccount(
                refund=refund_view(tx, refund, row.zone),
                remembered=await tx.refunds.remembered(actor.id),
                order_id=order.id,
                ref=order.ref,
                shop_name=row.name,
            )

    async def page(self, actor: Actor, refund_id: int) -> OrderPage:
        """The order of a refund for its buyer."""
        async with self.begin() as tx:
            _, order = await self._bought(tx, actor, refund_id)
            return await self._page(tx, order)

    async def give_account(self, actor: Actor, refund_id: int, account: Account) -> OrderPage:
        """Say where the money shall go, or change it; remembered for the next time.

        Raises RefundMoved once it was sent, and the refusals of each field.
        """
        checked = check_account(account)
        if checked.kind not in RECEIVING:
            raise FieldUnreadable(field="account_kind")
        async with self.begin() as tx:
            refund, order = await self._bought(tx, actor, refund_id)
            _must_take_account(refund)
            await tx.refunds.remember(actor.id, checked, at=self.now())
            if tx.refunds.account(refund) != checked:
                await take_account(tx, refund, order, checked, at=self.now())
            return await self._page(tx, order)

    async def take_over(self, actor: Actor, refund_id: int) -> OrderPage:
        """The same with the account of the last time."""
        async with self.begin() as tx:
            remembered = await tx.refunds.remembered(actor.id)
            if remembered is None:
                raise NotFound(what="account")
            return await self.give_account(actor, refund_id, remembered)

    async def send(
        self, actor: Actor, refund_id: int, *, attempt: int, proof: str | None = None
    ) -> OwedRefund:
        """The shop has sent it after so many attempts; of rivals one succeeds.

        Silence settles it after a while. Raises AlreadyDecided with who was first,
        RefundMoved where what was sent has failed since, or RefundAccountMissing.
        """
        async with self.begin() as tx:
            refund, order = await hold(tx, refund_id)
            actor.must_sell(refund.shop_id)
            _must_be_the_shops(refund)
            await must_be_unsent(tx, refund, attempt=attempt)
            if refund.sealed_account is None:
                raise RefundAccountMissing
            refund.proof = proof
            await tell_sent(tx, refund, order, actor_id=actor.id, at=self.now())
            return await owed_refund(tx, refund)

    async def received(self, actor: Actor, refund_id: int) -> OrderPage:
        """The buyer has the money, also where it was thought lost; safe to repeat.

        Raises RefundMoved as long as it was never sent.
        """
        async with self.begin() as tx:
            refund, order = await self._bought(tx, actor, refund_id)
            if refund.state is RefundState.PROMISED:
                raise RefundMoved(refund_state=refund.state)
            if refund.state is not RefundState.SETTLED:
                await settle(tx, refund, order, by_itself=False, at=self.now())
            return await self._page(tx, order)

    async def not_received(self, actor: Actor, refund_id: int, *, attempt: int) -> OrderPage:
        """The buyer does not have what was sent at this attempt; the shop has to look.

        Raises RefundMoved where it has moved on since.
        """
        async with self.begin() as tx:
            refund, order = await self._bought(tx, actor, refund_id)
            if refund.state is not RefundState.SENT or refund.attempts != attempt:
                raise RefundMoved(refund_state=refund.state)
            await fail(tx, refund, order, at=self.now())
            return await self._page(tx, order)

    async def settle_by_itself(self, refund_id: int) -> None:
        """Nobody has said anything else in time; nothing where somebody has."""
        async with self.begin() as tx:
            refund, order = await hold(tx, refund_id)
            if refund.state is RefundState.SENT:
                await settle(tx, refund, order, by_itself=True, at=self.now())

    async def remind(self, refund_id: int) -> None:
        """Tell whoever is waited for, and again a day later; nothing once it was sent."""
        async with self.begin() as tx:
            refund, order = await hold(tx, refund_id)
            if refund.state not in UNSENT:
                return
            known = refund.sealed_account is not None or refund.by_operator
            zone, since = (await tx.shops.get(order.shop_id)).zone, refund.sendable_at
            event = await refund_event(
                tx,
                RefundReminded,
                refund,
                order,
                at=self.now(),
                has_account=known,
                send_by=send_by(since, zone) if since else None,
            )
            if known:
                await tell_payer(tx, refund, order, event)
            else:
                await tx.outbox.tell(person(order.buyer_id), event, kind=KIND)
            again = self.now() + REMIND_EVERY
            await tx.deadlines.set(Timer.REFUND_REMINDER, refund.id, at=again)

    async def call_operator(self, refund_id: int) -> None:
        """Tell operators and buyer that it was not sent in time; nothing once it was sent."""
        async with self.begin() as tx:
            refund, order = await hold(tx, refund_id)
            if refund.state not in UNSENT:
                return
            known = refund.sealed_account is not None or refund.by_operator
            refund.called_at = refund.called_at or self.now()
            event = await refund_event(
                tx, RefundOverdue, refund, order, at=self.now(), has_account=known
            )
            await tx.outbox.tell(person(order.buyer_id), event, kind=KIND)
            await tell_overseers(tx, order, event)

    async def stop_shop(self, refund_id: int) -> None:
        """Tell shop and operators that no new orders come; nothing once it was sent."""
        async with self.begin() as tx:
            refund, order = await hold(tx, refund_id)
            if refund.state not in UNSENT or refund.sendable_at is None:
                return
            event = await refund_event(tx, RefundStopsShop, refund, order, at=self.now())
            await tx.outbox.tell(shop(order.shop_id), event, kind=KIND)
            await tell_overseers(tx, order, event)

    async def _page(self, tx: Transaction, order: OrderRow) -> OrderPage:
        await tx.session.flush()
        return await order_page(tx, order, viewer=Party.BUYER, now=self.now())

    async def _bought(
        self, tx: Transaction, actor: Actor, refund_id: int
    ) -> tuple[RefundRow, OrderRow]:
        refund, order = await hold(tx, refund_id)
        actor.must_buy(order)
        return refund, order


def _must_be_the_shops(refund: RefundRow) -> None:
    """Refuse what the operators have to send."""
    if refund.by_operator:
        raise NotFound(what="refund")


def _must_take_account(refund: RefundRow) -> None:
    """Refuse what was sent, and what goes back to the card with which it was paid."""
    _must_be_the_shops(refund)
    if refund.state not in UNSENT:
        raise RefundMoved(refund_state=refund.state)

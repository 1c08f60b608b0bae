"""Money on its way back as operators look after it: what is late, lost, or theirs to send."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.db.models.payments import RefundRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.neutral import must_be_neutral
from store.domain.refund import REFERENCE_LIMIT
from store.domain.text import required
from store.errors import NotFound
from store.services.payment_pages import owed_refund
from store.services.refund_steps import hold, must_be_unsent, tell_sent
from store.views.paging import Page, cut
from store.views.payments import OwedRefund


@dataclass(frozen=True, slots=True, kw_only=True)
class OverseeingService:
    """Refunds of which the operators were told; of an order's own sides none may look."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def waiting(self, actor: Actor, *, page: int = 1, size: int = 6) -> Page[OwedRefund]:
        """A page of what was not sent although it should have been, the oldest first.

        Where a shop has to send it the account is not in it: that is between buyer and shop.
        """
        actor.must_operate()
        me, shops = actor.id, actor.memberships
        async with self.begin() as tx:
            part = cut(await tx.refunds.count_called(me, shops), page=page, size=size)
            rows = await tx.refunds.called(me, shops, offset=part.offset, limit=size)
            return part.of(tuple([await owed_refund(tx, row, to_operator=True) for row in rows]))

    async def count_waiting(self, actor: Actor) -> int:
        """How many of them there are."""
        actor.must_operate()
        async with self.begin() as tx:
            return await tx.refunds.count_called(actor.id, actor.memberships)

    async def look(self, actor: Actor, refund_id: int) -> OwedRefund:
        """One of them, also after it was sent; raises NotFound for what needs no operator."""
        async with self.begin() as tx:
            refund = await _looked_after(tx, refund_id)
            must_be_neutral(actor, await tx.orders.get(refund.order_id))
            return await owed_refund(tx, refund, to_operator=True)

    async def refunded(
        self, actor: Actor, refund_id: int, *, attempt: int, reference: str
    ) -> OwedRefund:
        """What the operators collected was given back at the provider, after so many attempts.

        `reference` is what the provider calls it; the buyer reads it. Silence settles it after a
        while. Raises AlreadyDecided with who was first, RefundMoved where it has failed since,
        FieldMissing, FieldTooLong or FieldUnreadable.
        """
        called = required(reference, field="reference", limit=REFERENCE_LIMIT)
        async with self.begin() as tx:
            refund, order = await hold(tx, refund_id)
            must_be_neutral(actor, order)
            if not refund.by_operator:
                raise NotFound(what="refund")
            await must_be_unsent(tx, refund, attempt=attempt)
            refund.reference = called
            await tell_sent(tx, refund, order, actor_id=actor.id, at=self.now())
            return await owed_refund(tx, refund, to_operator=True)


async def _looked_after(tx: Transaction, refund_id: int) -> RefundRow:
    refund = await tx.money.refund(refund_id)
    if refund.called_at is None:
        raise NotFound(what="refund")
    return refund

"""Payments and claims; whoever writes holds the order's lock."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.orders import OrderRow
from store.db.models.payments import ClaimRow, PaymentRow
from store.db.reading import find
from store.domain.claim import ClaimState
from store.domain.money import Rupiah
from store.domain.payment import HIGHEST_CODE, LIVE, PaymentMethod, PaymentState
from store.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Payments:
    """The tables of payments by hand and of what buyers say about them."""

    session: AsyncSession

    async def add(self, row: PaymentRow | ClaimRow) -> None:
        """Keep a new row."""
        self.session.add(row)
        await self.session.flush()

    async def find(self, order_id: int) -> PaymentRow | None:
        """How the order is paid by hand, if it is."""
        return await find(self.session, PaymentRow, order_id, fresh=True)

    async def of(self, order: OrderRow) -> PaymentRow | None:
        """The same, without asking where money is given at the door."""
        return None if order.payment is PaymentMethod.COD else await self.find(order.id)

    async def get(self, order_id: int) -> PaymentRow:
        """The same, or NotFound."""
        payment = await self.find(order_id)
        if payment is None:
            raise NotFound(what="payment")
        return payment

    async def codes(self, account_id: int, total: Rupiah) -> frozenset[int]:
        """The codes by which payments of this sum to this account are told apart now."""
        dues = await self.session.scalars(
            select(PaymentRow.due).where(
                PaymentRow.account_id == account_id,
                PaymentRow.state.in_(LIVE),
                PaymentRow.due > total,
                PaymentRow.due <= total + HIGHEST_CODE,
            )
        )
        return frozenset(due - total for due in dues)

    async def dues(self, order_ids: Collection[int]) -> Mapping[int, Rupiah]:
        """What is to be found on the statement for these orders."""
        query = select(PaymentRow.order_id, PaymentRow.due, PaymentRow.received).where(
            PaymentRow.order_id.in_(tuple(order_ids))
        )
        rows = (await self.session.execute(query)).all()
        return {order: Rupiah(due - received) for order, due, received in rows}

    async def last_of(self, buyer_id: int) -> PaymentRow | None:
        """How the buyer paid the newest order, where that was by hand."""
        newest = (
            select(OrderRow.id)
            .where(OrderRow.buyer_id == buyer_id)
            .order_by(OrderRow.id.desc())
            .limit(1)
            .scalar_subquery()
        )
        return await self.session.scalar(select(PaymentRow).where(PaymentRow.order_id == newest))

    async def has_paid(self, buyer_id: int, shop_id: int) -> bool:
        """Whether the buyer has paid this shop by hand before."""
        query = (
            select(PaymentRow.order_id)
            .join(OrderRow, OrderRow.id == PaymentRow.order_id)
            .where(
                OrderRow.buyer_id == buyer_id,
                OrderRow.shop_id == shop_id,
                PaymentRow.state == PaymentState.PAID,
            )
        )
        return (await self.session.scalars(query.limit(1))).first() is not None

    async def claim(self, claim_id: int) -> ClaimRow:
        """The claim as it is now, or NotFound."""
        claim = await find(self.session, ClaimRow, claim_id, fresh=True)
        if claim is None:
            raise NotFound(what="claim")
        return claim

    async def claims(self, order_id: int) -> Sequence[ClaimRow]:
        """What the buyer has said about the order's money, oldest first."""
        query = select(ClaimRow).where(ClaimRow.order_id == order_id).order_by(ClaimRow.number)
        rows = await self.session.scalars(query.execution_options(populate_existing=True))
        return rows.all()

    async def proofs(self, buyer_id: int) -> int:
        """How many pictures are kept that prove transfers of the buyer."""
        orders = select(OrderRow.id).where(OrderRow.buyer_id == buyer_id)
        query = select(func.count(ClaimRow.proof)).where(ClaimRow.order_id.in_(orders))
        return await self.session.scalar(query) or 0

    async def forget_proofs(self, buyer_id: int) -> None:
        """Let go of the pictures by which the buyer's answered claims were proved."""
        orders = select(OrderRow.id).where(OrderRow.buyer_id == buyer_id)
        answered = ClaimRow.state != ClaimState.WAITING
        await self.session.execute(
            update(ClaimRow).where(ClaimRow.order_id.in_(orders), answered).values(proof=None)
        )

    async def disputed(
        self, person_id: int, shop_ids: Collection[int], *, offset: int = 0, limit: int = 50
    ) -> Sequence[int]:
        """The orders about whose money an operator has to decide, the oldest first; nothing in
        which this person, who works in these shops, is a side."""
        query = select(PaymentRow.order_id).where(*_disputed(person_id, shop_ids))
        query = query.order_by(PaymentRow.order_id).offset(offset).limit(limit)
        return (await self.session.scalars(query)).all()

    async def count_disputed(self, person_id: int, shop_ids: Collection[int]) -> int:
        """How many of them there are."""
        query = select(func.count(PaymentRow.order_id)).where(*_disputed(person_id, shop_ids))
        return await self.session.scalar(query) or 0

    async def is_used(self, proof: str, *, besides: int) -> bool:
        """Whether the same picture has proved another order's payment before."""
        query = select(ClaimRow.id).where(ClaimRow.proof == proof, ClaimRow.order_id != besides)
        return (await self.session.scalars(query.limit(1))).first() is not None

    async def claims_waiting(
        self, shop_ids: Collection[int], *, offset: int = 0, limit: int = 50
    ) -> Sequence[ClaimRow]:
        """What buyers wait to hear from these shops, the oldest first."""
        rows = await self.session.scalars(
            select(ClaimRow)
            .where(ClaimRow.shop_id.in_(tuple(shop_ids)), ClaimRow.state == ClaimState.WAITING)
            .order_by(ClaimRow.claimed_at, ClaimRow.id)
            .offset(offset)
            .limit(limit)
        )
        return rows.all()

    async def count_claims_waiting(self, shop_ids: Collection[int]) -> int:
        """How many claims wait for these shops."""
        query = select(func.count(ClaimRow.id)).where(
            ClaimRow.shop_id.in_(tuple(shop_ids)), ClaimRow.state == ClaimState.WAITING
        )
        return await self.session.scalar(query) or 0


def _disputed(person_id: int, shop_ids: Collection[int]) -> tuple[ColumnElement[bool], ...]:
    own = or_(OrderRow.buyer_id == person_id, OrderRow.shop_id.in_(tuple(shop_ids)))
    return (
        PaymentRow.state == PaymentState.DISPUTED,
        PaymentRow.order_id.not_in(select(OrderRow.id).where(own)),
    )

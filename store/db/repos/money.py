"""Receipts, refunds and the ledger: money that came and money that goes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.orders import OrderRow
from store.db.models.payments import LedgerRow, ReceiptRow, RefundRow
from store.db.reading import find
from store.domain.ledger import Book, Entry, sides
from store.domain.money import Rupiah
from store.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """The tables of money; whoever writes holds the order's lock."""

    session: AsyncSession

    async def add(self, row: ReceiptRow | RefundRow) -> None:
        """Keep a new row; a key that was used before is a lost race."""
        self.session.add(row)
        await self.session.flush()

    async def enter(
        self, entry: Entry, amount: Rupiah, *, order_id: int, key: str, at: datetime
    ) -> None:
        """Write both sides of an entry into the ledger, once for each key."""
        self.session.add_all(
            LedgerRow(
                key=key,
                order_id=order_id,
                entry=entry,
                book=side.book,
                amount=side.amount,
                at=at,
            )
            for side in sides(entry, amount)
        )
        await self.session.flush()

    async def is_booked(self, key: str) -> bool:
        """Whether money that came under this key was booked before."""
        query = select(ReceiptRow.id).where(ReceiptRow.key == key)
        return await self.session.scalar(query) is not None

    async def held_for(self, shop_id: int) -> Rupiah:
        """What the operators have collected for a shop and not given back to its buyers."""
        query = (
            select(func.coalesce(func.sum(LedgerRow.amount), 0))
            .join(OrderRow, OrderRow.id == LedgerRow.order_id)
            .where(OrderRow.shop_id == shop_id, LedgerRow.book == Book.OPERATOR)
        )
        return Rupiah(int(await self.session.scalar(query) or 0))

    async def count_receipts(self, order_id: int) -> int:
        """How often money came for an order."""
        query = select(func.count(ReceiptRow.id)).where(ReceiptRow.order_id == order_id)
        return await self.session.scalar(query) or 0

    async def charges(self, order_id: int) -> Sequence[str]:
        """By which numbers the provider knows what came for an order, oldest first."""
        query = select(ReceiptRow.charge).where(
            ReceiptRow.order_id == order_id, ReceiptRow.charge.is_not(None)
        )
        rows = await self.session.scalars(query.order_by(ReceiptRow.id))
        return [charge for charge in rows if charge]

    async def refund(self, refund_id: int) -> RefundRow:
        """The refund as it is now, or NotFound."""
        refund = await find(self.session, RefundRow, refund_id, fresh=True)
        if refund is None:
            raise NotFound(what="refund")
        return refund

    async def refunds(self, order_id: int) -> Sequence[RefundRow]:
        """What goes back for an order, oldest first."""
        query = select(RefundRow).where(RefundRow.order_id == order_id).order_by(RefundRow.id)
        rows = await self.session.scalars(query.execution_options(populate_existing=True))
        return rows.all()

    async def unpromised(self, order_id: int) -> Rupiah:
        """What came for an order and was not promised back yet."""
        came = await self._sum(ReceiptRow, order_id)
        return Rupiah(came - await self._sum(RefundRow, order_id))

    async def _sum(self, table: type[ReceiptRow | RefundRow], order_id: int) -> Rupiah:
        query = select(func.coalesce(func.sum(table.amount), 0)).where(table.order_id == order_id)
        return Rupiah(int(await self.session.scalar(query) or 0))

"""Finding, locking and keeping orders."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, Select, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from store.db.models.orders import OrderRow
from store.db.reading import held
from store.db.repos.addresses import seal_address, unseal_address
from store.db.sealing import Sealer
from store.domain.address import Address
from store.domain.order import OrderStatus
from store.errors import NotFound

_WHOLE: Final = select(OrderRow).options(
    selectinload(OrderRow.lines), selectinload(OrderRow.moments)
)
_BY_ID: Final = _WHOLE.where(OrderRow.id == bindparam("order_id"))
_LOCKED: Final = _BY_ID.with_for_update().execution_options(populate_existing=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """The tables of orders."""

    session: AsyncSession
    sealer: Sealer

    async def add(self, order: OrderRow) -> None:
        """Keep a new order."""
        self.session.add(order)
        await self.session.flush()

    async def get(self, order_id: int) -> OrderRow:
        """The order with its lines and moments, or NotFound; read once in a transaction."""
        known = held(self.session, OrderRow, order_id)
        return known or await self._one(_BY_ID, order_id=order_id)

    async def lock(self, order_id: int) -> OrderRow:
        """The same, as it is now and held until the end of the transaction."""
        return await self._one(_LOCKED, order_id=order_id)

    async def get_by_ref(self, ref: str) -> OrderRow:
        """The order of this bare reference, or NotFound."""
        return await self._one(_WHOLE.where(OrderRow.ref == ref))

    async def placed_from(self, buyer_id: int, checkout_version: int) -> OrderRow | None:
        """The order that the buyer placed from this version of the checkout, if any."""
        return await self.session.scalar(
            _WHOLE.where(
                OrderRow.buyer_id == buyer_id, OrderRow.checkout_version == checkout_version
            )
        )

    async def counts(self, buyer_id: int) -> dict[OrderStatus, int]:
        """How many orders the buyer has, by status."""
        rows = await self.session.execute(
            select(OrderRow.status, func.count(OrderRow.id))
            .where(OrderRow.buyer_id == buyer_id)
            .group_by(OrderRow.status)
        )
        return {status: count for status, count in rows}

    async def newest(
        self, buyer_id: int, statuses: Collection[OrderStatus], *, offset: int, limit: int
    ) -> Sequence[OrderRow]:
        """A stretch of the buyer's orders in these statuses, newest first."""
        rows = await self.session.scalars(
            _WHOLE.where(*_of(buyer_id, statuses))
            .order_by(OrderRow.id.desc())
            .offset(offset)
            .limit(limit)
        )
        return rows.all()

    async def bought_by(self, buyer_id: int) -> Sequence[OrderRow]:
        """All orders of the buyer, newest first."""
        rows = await self.session.scalars(
            _WHOLE.where(OrderRow.buyer_id == buyer_id).order_by(OrderRow.id.desc())
        )
        return rows.all()

    def seal(self, ref: str, address: Address) -> bytes:
        """The address as this order keeps it."""
        return seal_address(self.sealer, address, place=f"order:{ref}")

    def address(self, order: OrderRow) -> Address:
        """The address to which the order goes."""
        return unseal_address(self.sealer, order.sealed_address, place=f"order:{order.ref}")

    def seal_note(self, ref: str, note: str | None) -> bytes | None:
        """The message to the seller as this order keeps it."""
        return self.sealer.seal_words(note, place=_place_of_note(ref))

    def note(self, order: OrderRow) -> str | None:
        """The message to the seller."""
        return self.sealer.unseal_words(order.sealed_note, place=_place_of_note(order.ref))

    def seal_cancel_words(self, ref: str, words: str | None) -> bytes | None:
        """Why it was cancelled, in the buyer's words, as this order keeps it."""
        return self.sealer.seal_words(words, place=_place_of_cancel_words(ref))

    def cancel_words(self, order: OrderRow) -> str | None:
        """Why it was cancelled, in the buyer's words."""
        place = _place_of_cancel_words(order.ref)
        return self.sealer.unseal_words(order.sealed_cancel_words, place=place)

    async def _one(self, query: Select[OrderRow], **bound: object) -> OrderRow:
        order = await self.session.scalar(query, bound)
        if order is None:
            raise NotFound(what="order")
        return order


def _place_of_note(ref: str) -> str:
    return f"order:{ref}:note"


def _place_of_cancel_words(ref: str) -> str:
    return f"order:{ref}:cancel_words"


def _of(
    buyer_id: int, statuses: Collection[OrderStatus]
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return OrderRow.buyer_id == buyer_id, OrderRow.status.in_(tuple(statuses))

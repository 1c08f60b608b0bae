"""Shipments, what buyers confirmed, and the piles of orders on a shop's desk."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import selectinload

from store.db.models.orders import OrderRow, UndoneStepRow
from store.db.models.shipping import ConfirmationRow, ShipmentRow, TrackingLineRow
from store.db.reading import find
from store.domain.desk import LOOKED_UP, CodAnswer, Pile
from store.domain.order import Moment, OrderStatus
from store.domain.payment import PaymentMethod
from store.errors import NotFound

_DONE: Final = (OrderStatus.DELIVERED, OrderStatus.COMPLETED)
_HURRY: Final = (OrderRow.ship_by, OrderRow.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipping:
    """The tables of shipments and confirmations; whoever writes holds the order's lock."""

    session: AsyncSession

    async def find(self, order_id: int) -> ShipmentRow | None:
        """The order's shipment as it is now, if it was arranged."""
        return await find(self.session, ShipmentRow, order_id, fresh=True)

    async def get(self, order_id: int) -> ShipmentRow:
        """The same, or NotFound."""
        shipment = await self.find(order_id)
        if shipment is None:
            raise NotFound(what="shipment")
        return shipment

    async def add(self, row: ShipmentRow | TrackingLineRow | ConfirmationRow) -> None:
        """Keep a new row."""
        self.session.add(row)
        await self.session.flush()

    async def keep_undone(self, undone: UndoneStepRow) -> None:
        """Keep that a step was taken back; an arrangement that was is no shipment any more."""
        self.session.add(undone)
        if undone.moment is Moment.ARRANGED:
            await self.session.delete(await self.get(undone.order_id))
        await self.session.flush()

    async def undone(self, order_id: int) -> int:
        """How many steps of the order were taken back."""
        query = select(func.count(UndoneStepRow.id)).where(UndoneStepRow.order_id == order_id)
        return (await self.session.scalar(query)) or 0

    async def asked_again(self, order_id: int, *, since: datetime) -> int:
        """The edition that last put a question of that moment once more; 0 where none did."""
        last = select(func.max(UndoneStepRow.id)).where(
            UndoneStepRow.order_id == order_id,
            UndoneStepRow.moment == Moment.ARRANGED,
            UndoneStepRow.undone_at >= since,
        )
        query = select(func.count(UndoneStepRow.id)).where(
            UndoneStepRow.order_id == order_id, UndoneStepRow.id <= last.scalar_subquery()
        )
        return (await self.session.scalar(query)) or 0

    async def lines(self, order_id: int, *, limit: int) -> Sequence[TrackingLineRow]:
        """Where the shipment was seen, newest first."""
        rows = await self.session.scalars(
            select(TrackingLineRow)
            .where(TrackingLineRow.order_id == order_id)
            .order_by(TrackingLineRow.id.desc())
            .limit(limit)
        )
        return rows.all()

    async def confirmation(self, order_id: int) -> ConfirmationRow | None:
        """What the buyer was asked and said, as it is now."""
        return await find(self.session, ConfirmationRow, order_id, fresh=True)

    async def confirmations(self, order_ids: Collection[int]) -> Mapping[int, ConfirmationRow]:
        """The same for several orders, by order."""
        rows = await self.session.scalars(
            select(ConfirmationRow).where(ConfirmationRow.order_id.in_(tuple(order_ids)))
        )
        return {row.order_id: row for row in rows}

    async def answer(self, order_id: int, answer: CodAnswer, *, at: datetime) -> bool:
        """Write down the buyer's first answer; says whether one was asked for."""
        answered = await self.session.scalar(
            update(ConfirmationRow)
            .where(ConfirmationRow.order_id == order_id, ConfirmationRow.answer.is_(None))
            .values(answer=answer, answered_at=at, version=ConfirmationRow.version + 1)
            .returning(ConfirmationRow.order_id)
            .execution_options(synchronize_session=False)
        )
        return answered is not None

    async def counts(self, shop_ids: Collection[int], now: datetime) -> dict[Pile, int]:
        """How many orders lie in each pile of these shops."""
        counted = (func.count().filter(_lies_in(pile, now)) for pile in Pile)
        row = (await self.session.execute(_from_desk(shop_ids, *counted))).one()
        return dict(zip(Pile, row, strict=True))

    async def hurry(self, shop_id: int, now: datetime) -> tuple[datetime | None, int]:
        """By when the most urgent order must leave, and how many should have left."""
        urgent = _lies_in(Pile.TO_SHIP, now)
        late = and_(urgent, OrderRow.ship_by < now)
        query = _from_desk(
            (shop_id,), func.min(OrderRow.ship_by).filter(urgent), func.count().filter(late)
        )
        nearest, overdue = (await self.session.execute(query)).one()
        return nearest, overdue

    async def pile(
        self, shop_id: int, pile: Pile, now: datetime, *, offset: int, limit: int
    ) -> Sequence[OrderRow]:
        """A stretch of a pile: what hurries most first, what is looked up newest first."""
        order = (OrderRow.id.desc(),) if pile in LOOKED_UP else _HURRY
        rows = await self.session.scalars(
            _from_desk((shop_id,), OrderRow)
            .where(_lies_in(pile, now))
            .options(selectinload(OrderRow.lines))
            .order_by(*order)
            .offset(offset)
            .limit(limit)
        )
        return rows.all()


def _from_desk(shop_ids: Collection[int], *wanted: Any) -> Select[Any]:
    return (
        select(*wanted)
        .select_from(OrderRow)
        .outerjoin(ShipmentRow, ShipmentRow.order_id == OrderRow.id)
        .outerjoin(ConfirmationRow, ConfirmationRow.order_id == OrderRow.id)
        .where(OrderRow.shop_id.in_(tuple(shop_ids)))
    )


def _lies_in(pile: Pile, now: datetime) -> ColumnElement[bool]:
    # A hold that ran out is a hold no more, whether or not anybody has noticed.
    free = and_(OrderRow.status == OrderStatus.ON_HOLD, OrderRow.hold_until <= now)
    to_ship = or_(OrderRow.status == OrderStatus.AWAITING_SHIPMENT, free)
    piles: Mapping[Pile, ColumnElement[bool]] = {
        Pile.TO_SHIP: to_ship,
        Pile.TO_CONFIRM: and_(
            to_ship,
            OrderRow.payment == PaymentMethod.COD,
            ConfirmationRow.answer.is_(None),
        ),
        Pile.TO_COLLECT: OrderRow.status == OrderStatus.AWAITING_COLLECTION,
        Pile.ON_THE_WAY: OrderRow.status == OrderStatus.IN_TRANSIT,
        Pile.CAME_BACK: and_(ShipmentRow.returned_at.is_not(None), ShipmentRow.goods.is_(None)),
        Pile.DONE: OrderRow.status.in_(_DONE),
        Pile.NOT_PAID: OrderRow.status == OrderStatus.UNPAID,
        Pile.CANCELLED: OrderRow.status == OrderStatus.CANCELLED,
    }
    return piles[pile]

"""A shipment and a confirmation as screens show them."""

from typing import Final

from store.db.models.orders import OrderRow
from store.db.models.shipping import ConfirmationRow, ShipmentRow
from store.db.uow import Transaction
from store.domain.payment import PaymentMethod
from store.domain.shipment import Window
from store.domain.tracking import looks_right, site_of
from store.views.shipping import Confirmation, Shipment, TrackingLine

_LINES_SHOWN: Final = 10


async def shipment_of(tx: Transaction, order: OrderRow) -> Shipment | None:
    """How the order travels; None until it was arranged."""
    row = await tx.shipping.find(order.id)
    return None if row is None else await _shipment(tx, row)


async def confirmation_of(tx: Transaction, order: OrderRow) -> Confirmation | None:
    """What the buyer was asked; None where nobody asked, as where the order is paid before."""
    if order.payment is not PaymentMethod.COD:
        return None
    row = await tx.shipping.confirmation(order.id)
    return None if row is None else _confirmation(row)


async def _shipment(tx: Transaction, row: ShipmentRow) -> Shipment:
    lines = await tx.shipping.lines(row.order_id, limit=_LINES_SHOWN)
    return Shipment(
        courier=row.courier,
        service=row.service,
        number=row.number,
        site=site_of(row.courier) if row.courier else None,
        looks_right=not (row.courier and row.number) or looks_right(row.courier, row.number),
        arranged_by=(await tx.people.get(row.arranged_by)).name,
        lines=tuple(TrackingLine(words=line.words, at=line.at) for line in lines),
        money_at=row.money_at,
        money_missing_at=row.money_missing_at,
        returned_at=row.returned_at,
        goods=row.goods,
        expected=window_of(row),
    )


def window_of(row: ShipmentRow) -> Window | None:
    """When it should arrive, where it has days of its own."""
    if row.eta_from is None or row.eta_to is None:
        return None
    return Window(first=row.eta_from, last=row.eta_to)


def _confirmation(row: ConfirmationRow) -> Confirmation:
    return Confirmation(asked_at=row.asked_at, answered_at=row.answered_at, answer=row.answer)

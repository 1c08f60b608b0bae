"""What the parties are told of a parcel."""

from store.db.models.orders import OrderRow
from store.db.models.shipping import ShipmentRow
from store.db.uow import Transaction
from store.domain.actor import Actor
from store.domain.desk import ReturnReason
from store.domain.inbox import NoticeKind, person
from store.domain.order import Moment
from store.events.shipping import (
    OrderArranged,
    OrderReturned,
    OrderShipped,
    ParcelCameBack,
    ShippingEvent,
    StepUndone,
    TrackingCorrected,
)
from store.services.order_events import about
from store.services.shipment_pages import window_of


async def tell_step(
    tx: Transaction,
    kind: type[OrderArranged] | type[OrderShipped],
    order: OrderRow,
    shipment: ShipmentRow,
    **more: str | None,
) -> None:
    """The buyer hears of a step, with the days that hold from now on."""
    expected = window_of(shipment)
    event = await about(
        tx,
        kind,
        order,
        courier=shipment.courier,
        service=shipment.service,
        number=shipment.number,
        edition=await tx.shipping.undone(order.id),
        eta_from=expected.first if expected else order.eta_from,
        eta_to=expected.last if expected else order.eta_to,
        **more,
    )
    await tell_buyer(tx, order, event)


async def tell_undone(tx: Transaction, order: OrderRow, moment: Moment) -> None:
    """The buyer hears of it; a question that the step had ended is put once more."""
    asked = await tx.shipping.confirmation(order.id)
    waits = moment is Moment.ARRANGED and asked is not None and asked.answer is None
    edition = await tx.shipping.undone(order.id)
    event = await about(tx, StepUndone, order, moment=moment, edition=edition, asks=waits)
    await tell_buyer(tx, order, event)


async def tell_corrected(
    tx: Transaction, order: OrderRow, shipment: ShipmentRow, instead_of: str | None
) -> None:
    """The buyer hears of another number, and of another courier if that changed too."""
    expected = window_of(shipment)
    event = await about(
        tx,
        TrackingCorrected,
        order,
        courier=shipment.courier,
        service=shipment.service,
        number=shipment.number,
        edition=shipment.version,
        instead_of=instead_of,
        eta_from=expected.first if expected else order.eta_from,
        eta_to=expected.last if expected else order.eta_to,
    )
    await tell_buyer(tx, order, event)


async def tell_buyer(tx: Transaction, order: OrderRow, event: ShippingEvent) -> None:
    """Push it, and keep it among the buyer's orders."""
    await tx.outbox.tell(person(order.buyer_id), event, kind=NoticeKind.ORDERS)


async def tell_returned(
    tx: Transaction, actor: Actor, order: OrderRow, reason: ReturnReason
) -> None:
    """The buyer, and the members who did not press."""
    kind = NoticeKind.CANCELLATIONS
    returned = await about(tx, OrderReturned, order, reason=reason)
    await tx.outbox.tell(person(order.buyer_id), returned, kind=kind)
    back = await about(tx, ParcelCameBack, order, reason=reason, by=actor.name)
    for member in await tx.shops.members(order.shop_id):
        if member.person_id != actor.id:
            await tx.outbox.tell(person(member.person_id), back, kind=kind)

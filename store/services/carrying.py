"""What carries a parcel, and when it should therefore arrive."""

from datetime import datetime

from store.db.models.orders import OrderRow
from store.db.models.shipping import ShipmentRow
from store.db.uow import Transaction
from store.domain.order import OrderStatus
from store.domain.shipment import Window
from store.domain.tracking import Carriage
from store.errors import CourierDiffers
from store.services.arrivals import expected_when_arranged, expected_when_left
from store.services.shipment_pages import window_of


def carry(shipment: ShipmentRow, carriage: Carriage | None) -> None:
    """Put it into these hands, or the shop's own."""
    shipment.courier = carriage.courier if carriage else None
    shipment.service = carriage.service if carriage else None
    shipment.number = carriage.number if carriage else None


def _carriage(shipment: ShipmentRow) -> Carriage | None:
    if shipment.courier is None:
        return None
    return Carriage(
        courier=shipment.courier, service=shipment.service or "", number=shipment.number or ""
    )


def _expect(shipment: ShipmentRow, expected: Window | None) -> None:
    shipment.eta_from = expected.first if expected else None
    shipment.eta_to = expected.last if expected else None


def must_be_meant(order: OrderRow, *, surprising: bool) -> None:
    """Refuse what the buyer did not choose, where the member may not have noticed."""
    if surprising:
        raise CourierDiffers(courier=order.courier, service=order.service)


async def expect_again(
    tx: Transaction, order: OrderRow, shipment: ShipmentRow, *, now: datetime
) -> None:
    """Reckon when it should arrive by what carries it now and, once it left, from that day."""
    carriage = _carriage(shipment)
    if order.status is OrderStatus.AWAITING_COLLECTION:
        _expect(shipment, await expected_when_arranged(tx, order, carriage, now=now))
        return
    left = order.last_step()
    known = await expected_when_left(tx, order, carriage, now=left.at if left else now)
    # Of a service that is not in the table nobody knows better than what was said before.
    _expect(shipment, known or window_of(shipment))

"""When an order's parcel should arrive, by the courier table of its shop."""

from datetime import date, datetime

from store.db.models.orders import OrderRow
from store.db.uow import Transaction
from store.domain.deadlines import local_day
from store.domain.shipment import CourierRate, Window, reach, window
from store.domain.tracking import Carriage


async def rates_there(tx: Transaction, order: OrderRow) -> tuple[CourierRate, ...]:
    """The lines of the shop's table that reach this buyer."""
    shop, to = await tx.shops.get(order.shop_id), tx.orders.address(order)
    distance = reach(
        from_city=shop.city,
        from_province=shop.province,
        to_city=to.city,
        to_province=to.province,
    )
    return tuple(rate for rate in await tx.shops.rates(shop.id) if rate.reach is distance)


async def expected_when_left(
    tx: Transaction, order: OrderRow, carriage: Carriage | None, *, now: datetime
) -> Window | None:
    """By this service from today on; None where the table does not know it.

    The shop's own people are trusted to be as fast as the service that the buyer chose.
    """
    zone = (await tx.shops.get(order.shop_id)).zone
    return await _expected(tx, order, carriage, on=local_day(now, zone))


async def expected_when_arranged(
    tx: Transaction, order: OrderRow, carriage: Carriage | None, *, now: datetime
) -> Window | None:
    """The same from the last day for sending it; None where the order's promise stays true."""
    if carriage is None or not differs(order, carriage):
        return None
    return await _expected(tx, order, carriage, on=await ship_day(tx, order, now))


async def ship_day(tx: Transaction, order: OrderRow, now: datetime) -> date:
    """The last day for sending it in time; today where that is over."""
    zone = (await tx.shops.get(order.shop_id)).zone
    return max(local_day(order.ship_by, zone), local_day(now, zone))


def differs(order: OrderRow, carriage: Carriage | None) -> bool:
    """Whether this is another service than the one that the buyer chose and paid."""
    chosen = (order.courier, order.service)
    return carriage is None or (carriage.courier, carriage.service) != chosen


async def _expected(
    tx: Transaction, order: OrderRow, carriage: Carriage | None, *, on: date
) -> Window | None:
    wanted = (order.courier, order.service)
    if carriage is not None:
        wanted = (carriage.courier, carriage.service)
    there = await rates_there(tx, order)
    rates = (rate for rate in there if (rate.courier, rate.service) == wanted)
    rate = next(rates, None)
    return None if rate is None else window(rate, on)

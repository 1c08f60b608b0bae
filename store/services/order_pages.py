"""An order as one of its sides may see it."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from store.db.models.orders import OrderLineRow, OrderRow
from store.db.uow import Transaction
from store.domain.actor import Actor
from store.domain.address import Address, mask_phone, names_nobody
from store.domain.cancellation import CancelPolicy, Decision, route
from store.domain.messages import is_open
from store.domain.order import Moment, OrderStatus, Party
from store.domain.payment import PaymentMethod
from store.domain.seller_cancel import SellerDecision, seller_route
from store.domain.shipment import Window
from store.errors import NotFound
from store.services.payment_pages import payment_view, refund_views
from store.services.request_pages import Asked, asked_about, request_view
from store.services.shipment_pages import confirmation_of, shipment_of
from store.services.undoing import undo_until
from store.views.orders import Cancelled, LineView, OrderPage, Talked, TimelineStep
from store.views.shipping import Shipment

POLICY: Final = CancelPolicy()

# While a parcel is packed and carried its address is needed; before and after it is not.
_ADDRESS_NEEDED: Final = frozenset(
    {OrderStatus.AWAITING_SHIPMENT, OrderStatus.AWAITING_COLLECTION, OrderStatus.IN_TRANSIT}
)
_HIDDEN: Final = "…"


def side_of(actor: Actor, order: OrderRow) -> Party:
    """The side on which the person stands; NotFound for everybody else."""
    if order.buyer_id == actor.id:
        return Party.BUYER
    if actor.sells_for(order.shop_id):
        return Party.SELLER
    raise NotFound(what="order")


async def order_page(
    tx: Transaction, order: OrderRow, *, viewer: Party, now: datetime
) -> OrderPage:
    """Everything about the order that this side may know."""
    asked, shipment = await asked_about(tx, order), await shipment_of(tx, order)
    address = tx.orders.address(order)
    return OrderPage(
        id=order.id,
        ref=order.ref,
        status=order.standing(now),
        version=order.version,
        viewer=viewer,
        shop=await tx.shops.card(order.shop_id),
        lines=tuple(_line(line) for line in order.lines),
        subtotal=order.subtotal,
        shipping_fee=order.shipping_fee,
        total=order.total,
        payment=order.payment,
        note=tx.orders.note(order),
        address=_address(address, order.standing(now), viewer),
        courier=order.courier,
        service=order.service,
        placed_at=order.placed_at,
        ship_by=order.ship_by,
        eta=_expected(order, shipment),
        timeline=_timeline(order),
        cancellation=buyers_way(order, asked, now),
        seller_cancel=sellers_way(order, asked, now),
        cancelled=_cancelled(tx, order),
        overdue=_overdue(order, now),
        shipment=shipment,
        confirmation=await confirmation_of(tx, order),
        request=await request_view(tx, asked.newest) if asked.newest else None,
        pay=await payment_view(tx, order, now=now),
        refunds=await refund_views(tx, order),
        shipping_paid_by_shop=order.shipping_paid_by_shop,
        undo_until=await undo_until(tx, order, now) if viewer is Party.SELLER else None,
        forgotten=names_nobody(address),
        talked=await _talked(tx, order, now),
    )


def buyers_way(order: OrderRow, asked: Asked, now: datetime) -> Decision:
    """What cancelling means for the buyer now."""
    shop_asks = asked.waits_for is Party.SELLER
    return route(order, POLICY, now, asked=asked.by_buyer, shop_asks=shop_asks)


def sellers_way(order: OrderRow, asked: Asked, now: datetime) -> SellerDecision:
    """What cancelling means for the shop now."""
    return seller_route(
        order,
        now,
        waits_for=asked.waits_for,
        asked=asked.by_shop,
        disputed=asked.disputed,
    )


async def _talked(tx: Transaction, order: OrderRow, now: datetime) -> Talked:
    count = await tx.messages.count(order.id)
    return Talked(count=count, is_open=is_open(order.ended_at, now))


def _expected(order: OrderRow, shipment: Shipment | None) -> Window:
    """When it should arrive: as the parcel really left, else as it was promised."""
    promised = Window(first=order.eta_from, last=order.eta_to)
    return (shipment.expected if shipment else None) or promised


def _overdue(order: OrderRow, now: datetime) -> bool:
    return order.standing(now) is OrderStatus.AWAITING_SHIPMENT and order.ship_by < now


def _line(line: OrderLineRow) -> LineView:
    return LineView(
        product_id=line.product_id,
        variant_id=line.variant_id,
        title=line.title,
        variant_name=line.variant_name,
        picture=line.picture,
        quantity=line.quantity,
        unit_price=line.unit_price,
        original_price=line.original_price,
    )


def _address(address: Address, status: OrderStatus, viewer: Party) -> Address:
    if viewer is Party.BUYER or status in _ADDRESS_NEEDED:
        return address
    return replace(
        address,
        name=address.name[:1] + _HIDDEN,
        phone=mask_phone(address.phone),
        street=_HIDDEN,
    )


def _timeline(order: OrderRow) -> tuple[TimelineStep, ...]:
    """What has happened, and on a living order what is still to come."""
    done = {row.moment: row.at for row in order.moments}
    alive = order.status is not OrderStatus.CANCELLED
    steps = [moment for moment in Moment if moment in done or (alive and _comes(moment, order))]
    return tuple(TimelineStep(moment=moment, at=done.get(moment)) for moment in steps)


def _comes(moment: Moment, order: OrderRow) -> bool:
    if moment is Moment.CANCELLED:
        return False
    return moment is not Moment.PAID or order.payment is not PaymentMethod.COD


def _cancelled(tx: Transaction, order: OrderRow) -> Cancelled | None:
    if order.cancelled_by is None or order.cancel_reason is None or order.cancelled_at is None:
        return None
    return Cancelled(
        by=order.cancelled_by,
        reason=order.cancel_reason,
        words=tx.orders.cancel_words(order),
        at=order.cancelled_at,
    )

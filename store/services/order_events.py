"""Facts about an order, filled in once for every kind of event."""

from typing import Any, TypeVar

from store.db.models.orders import OrderRow
from store.db.uow import Transaction
from store.events.orders import Item, OrderEvent

AnyOrderEvent = TypeVar("AnyOrderEvent", bound=OrderEvent)


def items(order: OrderRow) -> tuple[Item, ...]:
    """The order's lines as events tell them."""
    return tuple(
        Item(title=line.title, variant_name=line.variant_name, quantity=line.quantity)
        for line in order.lines
    )


async def about(
    tx: Transaction, kind: type[AnyOrderEvent], order: OrderRow, **more: Any
) -> AnyOrderEvent:
    """An event of this kind about the order; `more` is what the kind tells beyond it."""
    return kind(
        order_id=order.id,
        ref=order.ref,
        shop_id=order.shop_id,
        shop_name=(await tx.shops.get(order.shop_id)).name,
        items=items(order),
        total=order.total,
        payment=order.payment,
        **more,
    )

"""Telling the operators of an order: those who are no side in it."""

from store.db.models.orders import OrderRow
from store.db.uow import Transaction
from store.domain.inbox import NoticeKind, person
from store.events.base import Event


async def tell_operators(tx: Transaction, order: OrderRow, event: Event) -> None:
    """Push it to every operator who is neither the buyer nor works in the shop.

    Those two are told as what they are in the order, by whoever tells its sides.
    """
    members = {member.person_id for member in await tx.shops.members(order.shop_id)}
    for operator in await tx.people.operators():
        if operator not in members | {order.buyer_id}:
            await tx.outbox.tell(person(operator), event, kind=NoticeKind.SYSTEM)

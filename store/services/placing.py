"""The moment of ordering: agreed, taken from the shelf, written down, told."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.db.models.buying import CheckoutRow
from store.db.models.orders import OrderLineRow, OrderMomentRow, OrderRow
from store.db.repos.checkouts import note_of
from store.db.uow import Transaction
from store.domain.checkout import differences
from store.domain.inbox import NoticeKind, person
from store.domain.order import REF_BITS, Moment, OrderStatus, make_ref
from store.domain.payment import PaymentMethod
from store.domain.shipment import Quote
from store.domain.stock import check_stock, out_of_stock
from store.errors import CheckoutChanged, CheckoutIncomplete
from store.events.orders import OrderConfirmed
from store.services.checkout_cards import Facts, missing, shown_before, shown_now
from store.services.order_events import items
from store.services.paid import tell_placed
from store.services.paying import open_payment
from store.views.addresses import AddressView


def must_be_current(row: CheckoutRow, version: int) -> None:
    """Refuse a press on a card that was drawn before the last change."""
    if row.version != version:
        raise CheckoutChanged(changed=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What the buyer saw and what is still so."""

    facts: Facts
    address: AddressView
    quote: Quote


async def check_agreed(tx: Transaction, row: CheckoutRow, facts: Facts) -> Agreed:
    """Refuse what cannot be ordered, and what is not what the buyer saw."""
    siblings = await tx.products.variants(facts.product.id)
    check_stock(facts.variant, row.quantity, title=facts.product.title, siblings=siblings)
    if facts.address is None or facts.quote is None:
        raise CheckoutIncomplete(missing=missing(facts))
    shown = shown_before(tx, row)
    changes = differences(shown, shown_now(tx, row, facts)) if shown else ()
    if changes:
        raise CheckoutChanged(changed=tuple(change.line for change in changes))
    return Agreed(facts=facts, address=facts.address, quote=facts.quote)


async def place_order(
    tx: Transaction,
    row: CheckoutRow,
    agreed: Agreed,
    *,
    randbits: Callable[[int], int],
    at: datetime,
) -> OrderRow:
    """Take the stock, write the order, close the checkout and tell both sides."""
    await _take_stock(tx, row, agreed.facts)
    order = _order(tx, row, agreed, ref=make_ref(randbits(REF_BITS)), at=at)
    await tx.orders.add(order)
    row.is_open = False
    await _remember_address(tx, order, agreed.address)
    if _is_prepaid(row):
        await open_payment(tx, order, account_id=row.account_id, chance=randbits, at=at)
    else:
        await _tell(tx, order, agreed)
    return order


async def _take_stock(tx: Transaction, row: CheckoutRow, facts: Facts) -> None:
    if await tx.stock.take(row.variant_id, row.quantity):
        return
    siblings = await tx.products.variants(facts.product.id)
    variant = await tx.products.variant(row.variant_id)
    raise out_of_stock(variant, row.quantity, title=facts.product.title, siblings=siblings)


def _order(
    tx: Transaction, row: CheckoutRow, agreed: Agreed, *, ref: str, at: datetime
) -> OrderRow:
    facts, quote = agreed.facts, agreed.quote
    return OrderRow(
        ref=ref,
        checkout_key=row.key,
        checkout_version=row.version,
        buyer_id=row.buyer_id,
        shop_id=facts.shop.id,
        status=_first_status(row, facts),
        payment=row.payment,
        subtotal=facts.price.subtotal,
        shipping_fee=facts.price.shipping_fee,
        shipping_paid_by_shop=quote.paid_by_shop,
        total=facts.price.total,
        courier=quote.courier,
        service=quote.service,
        eta_from=quote.eta_from,
        eta_to=quote.eta_to,
        sealed_note=tx.orders.seal_note(ref, note_of(tx.sealer, row)),
        sealed_address=tx.orders.seal(ref, agreed.address.address),
        placed_at=at,
        hold_until=None if _is_prepaid(row) else facts.hold_until,
        ship_by=facts.ship_by,
        lines=[_line(row, facts)],
        moments=[OrderMomentRow(moment=Moment.PLACED, at=at)],
    )


def _first_status(row: CheckoutRow, facts: Facts) -> OrderStatus:
    if _is_prepaid(row):
        return OrderStatus.UNPAID
    return OrderStatus.ON_HOLD if facts.hold_until else OrderStatus.AWAITING_SHIPMENT


def _is_prepaid(row: CheckoutRow) -> bool:
    return row.payment is not PaymentMethod.COD


def _line(row: CheckoutRow, facts: Facts) -> OrderLineRow:
    return OrderLineRow(
        position=0,
        product_id=facts.product.id,
        variant_id=facts.variant.id,
        title=facts.product.title,
        variant_name=facts.variant.name,
        picture=facts.picture,
        unit_price=facts.variant.price,
        original_price=facts.variant.original_price,
        quantity=row.quantity,
    )


async def _remember_address(tx: Transaction, order: OrderRow, used: AddressView) -> None:
    """The address of the last order comes first next time, and tells the buyer's zone."""
    (await tx.addresses.get(order.buyer_id, used.id)).used_at = order.placed_at
    (await tx.people.get(order.buyer_id)).address_zone = used.address.zone


async def _tell(tx: Transaction, order: OrderRow, agreed: Agreed) -> None:
    """Push to the shop; the buyer has just done it and only keeps the notice."""
    confirmed = OrderConfirmed(
        order_id=order.id,
        ref=order.ref,
        shop_id=order.shop_id,
        shop_name=agreed.facts.shop.name,
        items=items(order),
        total=order.total,
        payment=order.payment,
        ship_by=order.ship_by,
        eta_from=order.eta_from,
        eta_to=order.eta_to,
    )
    await tell_placed(tx, order)
    await tx.outbox.tell(person(order.buyer_id), confirmed, kind=NoticeKind.ORDERS, push=False)

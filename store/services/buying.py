"""From a product to an order: one checkout a buyer, changed line by line, placed once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from store.db.models.buying import CheckoutRow
from store.db.models.orders import OrderRow
from store.db.repos.checkouts import seal_note
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.checkout import KEPT_FOR, NOTE_LIMIT, Line
from store.domain.invoice import InvoiceLimits
from store.domain.money import Rupiah
from store.domain.order import Party
from store.domain.payment import PaymentMethod, method_of
from store.domain.shipment import Quote
from store.domain.stock import check_quantity, check_stock
from store.domain.text import optional
from store.errors import NotFound
from store.services.checkout_cards import Facts, draw, estimate, read_facts
from store.services.order_pages import order_page
from store.services.placing import check_agreed, must_be_current, place_order
from store.services.refund_steps import must_take_orders
from store.views.checkout import CheckoutCard
from store.views.orders import OrderPage

_KEY_BITS: Final = 128
_SHIPPING: Final = frozenset({Line.COURIER, Line.SHIPPING_FEE, Line.ETA})
_GOODS: Final = frozenset({Line.TITLE, Line.VARIANT, Line.UNIT_PRICE, Line.QUANTITY})
_NOTHING: Final[frozenset[Line]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyingService:
    """The checkout of one buyer."""

    begin: UnitOfWork
    now: Callable[[], datetime]
    randbits: Callable[[int], int]
    invoices: InvoiceLimits | None = None

    async def open(self, actor: Actor, variant_id: int, *, quantity: int = 1) -> CheckoutCard:
        """Start a checkout, or replace the one that was open."""
        check_quantity(quantity)
        async with self.begin() as tx:
            await _must_be_there(tx, variant_id, quantity)
            usual = await _usual_payment(tx, actor.id, variant_id)
            row = await tx.checkouts.lock(actor.id)
            if row is None:
                row = CheckoutRow(buyer_id=actor.id, version=0)
                tx.checkouts.add(row)
            row.key = f"{self.randbits(_KEY_BITS):032x}"
            row.is_open = True
            row.variant_id = variant_id
            row.quantity = quantity
            row.address_id = row.courier = row.service = None
            row.sealed_note = row.sealed_shown = None
            row.payment, row.account_id = usual
            row.touched_at = self.now()
            return await self._drawn(tx, row, own=_NOTHING)

    async def estimate(self, actor: Actor, product_id: int) -> Quote | None:
        """What bringing one of it to the buyer would cost and when it would arrive."""
        async with self.begin() as tx:
            product = await tx.products.get(product_id)
            variants = await tx.products.variants(product_id)
            shop = await tx.shops.get(product.shop_id)
            cheapest = min((one.price for one in variants), default=Rupiah(0))
            return await estimate(tx, actor.id, shop, cheapest, self.now())

    async def has_open(self, actor: Actor) -> bool:
        """Whether there is a checkout to go on with."""
        async with self.begin() as tx:
            return self._is_open(await tx.checkouts.lock(actor.id))

    async def card(self, actor: Actor) -> CheckoutCard:
        """The checkout as it is true now, and what differs from what was last shown."""
        async with self.begin() as tx:
            return await self._drawn(tx, await self._open_row(tx, actor), own=_NOTHING)

    async def choose_variant(self, actor: Actor, variant_id: int) -> CheckoutCard:
        """Another variant, of this product or of another one."""
        async with self.begin() as tx:
            row = await self._open_row(tx, actor)
            await _must_be_there(tx, variant_id, row.quantity)
            row.variant_id = variant_id
            return await self._drawn(tx, row, own=_GOODS | _SHIPPING)

    async def set_quantity(self, actor: Actor, quantity: int) -> CheckoutCard:
        """So many of them."""
        check_quantity(quantity)
        async with self.begin() as tx:
            row = await self._open_row(tx, actor)
            await _must_be_there(tx, row.variant_id, quantity)
            row.quantity = quantity
            return await self._drawn(tx, row, own=_SHIPPING | {Line.QUANTITY})

    async def set_address(self, actor: Actor, address_id: int) -> CheckoutCard:
        """To this address of the buyer's own."""
        async with self.begin() as tx:
            row = await self._open_row(tx, actor)
            row.address_id = (await tx.addresses.get(actor.id, address_id)).id
            return await self._drawn(tx, row, own=_SHIPPING)

    async def choose_courier(self, actor: Actor, courier: str, service: str) -> CheckoutCard:
        """By this courier; NotFound when it does not go there."""
        async with self.begin() as tx:
            row = await self._open_row(tx, actor)
            facts = await self._facts(tx, row)
            if (courier, service) not in {(one.courier, one.service) for one in facts.quotes}:
                raise NotFound(what="courier")
            row.courier, row.service = courier, service
            return await self._drawn(tx, row, own=_SHIPPING)

    async def choose_payment(self, actor: Actor, account_id: int | None) -> CheckoutCard:
        """By transfer to this account of the shop, or at the door; NotFound for a foreign one."""
        async with self.begin() as tx:
            row = await self._open_row(tx, actor)
            facts = await self._facts(tx, row)
            offered = {one.id: method_of(one.account.kind) for one in facts.accounts}
            if account_id is not None and account_id not in offered:
                raise NotFound(what="account")
            row.account_id = account_id
            row.payment = offered[account_id] if account_id else PaymentMethod.COD
            return await self._drawn(tx, row, own=frozenset({Line.PAYMENT}))

    async def choose_invoice(self, actor: Actor) -> CheckoutCard:
        """By an invoice in the chat; NotFound where that is not offered."""
        async with self.begin() as tx:
            row = await self._open_row(tx, actor)
            if not (await self._facts(tx, row)).by_invoice:
                raise NotFound(what="account")
            row.payment, row.account_id = PaymentMethod.TELEGRAM_INVOICE, None
            return await self._drawn(tx, row, own=frozenset({Line.PAYMENT}))

    async def set_note(self, actor: Actor, note: str | None) -> CheckoutCard:
        """With this message to the seller, or with none."""
        words = optional(note, field="note", limit=NOTE_LIMIT, lines=True)
        async with self.begin() as tx:
            row = await self._open_row(tx, actor)
            seal_note(tx.sealer, row, words)
            return await self._drawn(tx, row, own=_NOTHING)

    async def abandon(self, actor: Actor) -> None:
        """Leave the checkout; safe to repeat."""
        async with self.begin() as tx:
            row = await tx.checkouts.lock(actor.id)
            if row is None:
                return
            row.is_open = False

    async def place(self, actor: Actor, *, version: int) -> OrderPage:
        """Order what this version of the card showed; safe to repeat: it is ordered once."""
        async with self.begin() as tx:
            row = await tx.checkouts.lock(actor.id)
            earlier = await tx.orders.placed_from(actor.id, version)
            if earlier is not None:
                return await self._page(tx, earlier)
            row = self._must_be_open(row)
            must_be_current(row, version)
            facts = await self._facts(tx, row)
            await must_take_orders(tx, facts.shop.id, self.now())
            agreed = await check_agreed(tx, row, facts)
            order = await place_order(tx, row, agreed, randbits=self.randbits, at=self.now())
            return await self._page(tx, order)

    async def _page(self, tx: Transaction, order: OrderRow) -> OrderPage:
        return await order_page(tx, order, viewer=Party.BUYER, now=self.now())

    async def _drawn(
        self, tx: Transaction, row: CheckoutRow, *, own: frozenset[Line]
    ) -> CheckoutCard:
        facts = await self._facts(tx, row)
        card = draw(tx, row, facts, own=own, now=self.now())
        await tx.session.flush()
        return card

    async def _facts(self, tx: Transaction, row: CheckoutRow) -> Facts:
        return await read_facts(tx, row, self.now(), invoices=self.invoices)

    async def _open_row(self, tx: Transaction, actor: Actor) -> CheckoutRow:
        return self._must_be_open(await tx.checkouts.lock(actor.id))

    def _must_be_open(self, row: CheckoutRow | None) -> CheckoutRow:
        if row is None or not self._is_open(row):
            raise NotFound(what="checkout")
        return row

    def _is_open(self, row: CheckoutRow | None) -> bool:
        return row is not None and row.is_open and self.now() < row.touched_at + KEPT_FOR


async def _must_be_there(tx: Transaction, variant_id: int, quantity: int) -> None:
    """Refuse a variant that does not exist or of which there are too few."""
    variant = await tx.products.variant(variant_id)
    if variant.stock >= quantity:
        return
    product = await tx.products.get(variant.product_id)
    siblings = await tx.products.variants(product.id)
    check_stock(variant, quantity, title=product.title, siblings=siblings)


async def _usual_payment(
    tx: Transaction, buyer_id: int, variant_id: int
) -> tuple[PaymentMethod, int | None]:
    """As the buyer paid last: by the same bank where the shop has it, else at the door."""
    last = await tx.payments.last_of(buyer_id)
    if last is None:
        return PaymentMethod.COD, None
    if last.account_id is None:
        # Whether this shop takes it is looked at when the card is drawn.
        return last.method, None
    return await _same_bank(tx, last.account_id, variant_id)


async def _same_bank(
    tx: Transaction, account_id: int, variant_id: int
) -> tuple[PaymentMethod, int | None]:
    product = await tx.products.get((await tx.products.variant(variant_id)).product_id)
    offered = await tx.accounts.offered(product.shop_id)
    bank = await tx.accounts.name(account_id)
    if not offered:
        return PaymentMethod.COD, None
    chosen = next((one for one in offered if one.account.name == bank), offered[0])
    return method_of(chosen.account.kind), chosen.id

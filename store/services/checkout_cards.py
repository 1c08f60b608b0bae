"""The checkout card: everything on it read from what is true now."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from pydantic import TypeAdapter

from store.db.models.buying import CheckoutRow
from store.db.models.catalogue import ProductRow, VariantRow
from store.db.models.shops import ShopRow
from store.db.repos.checkouts import note_of, seal_shown, shown_of
from store.db.uow import Transaction
from store.domain.checkout import Line, Missing, Shown, differences
from store.domain.deadlines import closed_days_of, local_day, ship_by
from store.domain.invoice import InvoiceLimits
from store.domain.money import Rupiah
from store.domain.payment import PaymentMethod
from store.domain.pricing import Price, price, subtotal
from store.domain.shipment import Quote, quotes, reach
from store.views.accounts import ShopAccount
from store.views.addresses import AddressView
from store.views.catalogue import ShopCard
from store.views.checkout import CheckoutCard

# Only the buyer moves these, so telling the buyer of it would be noise.
_BUYERS_OWN: Final = frozenset({Line.ADDRESS, Line.NOTE})
_SHOWN: Final = TypeAdapter(Shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is true of a checkout at one moment."""

    product: ProductRow
    variant: VariantRow
    shop: ShopRow
    shop_card: ShopCard
    picture: str | None
    quantity: int
    address: AddressView | None
    quote: Quote | None
    quotes: tuple[Quote, ...]
    price: Price
    hold_until: datetime | None
    ship_by: datetime
    accounts: tuple[ShopAccount, ...]
    by_invoice: bool

    def account(self, row: CheckoutRow) -> ShopAccount | None:
        """Where the buyer sends the money; None where it goes another way."""
        return next((one for one in self.accounts if one.id == row.account_id), None)


async def read_facts(
    tx: Transaction, row: CheckoutRow, now: datetime, *, invoices: InvoiceLimits | None = None
) -> Facts:
    """Read everything again; fills in the last used address and the cheapest courier.

    A way to pay that is offered no longer becomes paying at the door. An invoice is offered
    where the operators collect for the shop and take the sum.
    """
    variant = await tx.products.variant(row.variant_id)
    product = await tx.products.get(variant.product_id)
    shop = await tx.shops.get(product.shop_id)
    address = await _address(tx, row)
    hold_until = _hold_until(shop, now)
    leaves_by = ship_by(hold_until or now, shop.zone, closed_days_of(shop.closed_days))
    quantity = min(row.quantity, variant.stock) or row.quantity
    offers = await _quotes(tx, shop, address, subtotal(variant.price, quantity), leaves_by)
    quote = _chosen(offers, row)
    sums = price(variant.price, quantity, quote.fee if quote else Rupiah(0))
    accounts = await tx.accounts.offered(shop.id)
    by_invoice = bool(shop.operator_collects and invoices and invoices.allow(sums.total))
    _keep_offered(row, accounts, by_invoice=by_invoice)
    return Facts(
        product=product,
        variant=variant,
        shop=shop,
        shop_card=await tx.shops.card(shop.id),
        picture=next(iter(await tx.products.pictures(product.id)), None),
        quantity=quantity,
        address=address,
        quote=quote,
        quotes=offers,
        price=sums,
        hold_until=hold_until,
        ship_by=leaves_by,
        accounts=accounts,
        by_invoice=by_invoice,
    )


def _keep_offered(
    row: CheckoutRow, accounts: tuple[ShopAccount, ...], *, by_invoice: bool
) -> None:
    gone = row.account_id is not None and all(one.id != row.account_id for one in accounts)
    if gone or (row.payment is PaymentMethod.TELEGRAM_INVOICE and not by_invoice):
        row.payment, row.account_id = PaymentMethod.COD, None


def missing(facts: Facts) -> tuple[Missing, ...]:
    """What still stands between this and an order."""
    gaps = (
        (Missing.STOCK, facts.variant.stock < 1),
        (Missing.ADDRESS, facts.address is None),
        (Missing.COURIER, facts.address is not None and facts.quote is None),
    )
    return tuple(gap for gap, open_ in gaps if open_)


def shown_now(tx: Transaction, row: CheckoutRow, facts: Facts) -> Shown:
    """The lines that the buyer would agree to now."""
    quote, address = facts.quote, facts.address
    return Shown(
        product_id=facts.product.id,
        variant_id=facts.variant.id,
        title=facts.product.title,
        variant_name=facts.variant.name,
        unit_price=facts.variant.price,
        quantity=facts.quantity,
        address_id=address.id if address else None,
        address_version=address.version if address else None,
        courier=quote.courier if quote else None,
        service=quote.service if quote else None,
        shipping_fee=quote.fee if quote else None,
        eta_from=quote.eta_from if quote else None,
        eta_to=quote.eta_to if quote else None,
        payment=row.payment,
        note=note_of(tx.sealer, row),
        account_id=row.account_id,
    )


def shown_before(tx: Transaction, row: CheckoutRow) -> Shown | None:
    """The lines that the buyer was shown last."""
    shown = shown_of(tx.sealer, row)
    return None if shown is None else _SHOWN.validate_json(shown)


def draw(
    tx: Transaction, row: CheckoutRow, facts: Facts, *, own: frozenset[Line], now: datetime
) -> CheckoutCard:
    """The card; remembers what it shows and has a new version when that differs.

    `own` are the lines that the buyer has just moved and need not be told of.
    """
    before, true = shown_before(tx, row), shown_now(tx, row, facts)
    changes = differences(before, true) if before else ()
    _keep_shown(tx, row, true, differs=before != true, now=now)
    told = tuple(change for change in changes if change.line not in own | _BUYERS_OWN)
    return CheckoutCard(
        version=row.version,
        shop=facts.shop_card,
        product_id=facts.product.id,
        variant_id=facts.variant.id,
        title=facts.product.title,
        variant_name=facts.variant.name,
        picture=facts.picture,
        quantity=facts.quantity,
        stock=facts.variant.stock,
        unit_price=facts.variant.price,
        original_price=facts.variant.original_price,
        subtotal=facts.price.subtotal,
        courier=facts.quote,
        couriers=facts.quotes,
        total=facts.price.total,
        address=facts.address,
        payment=row.payment,
        account=facts.account(row),
        accounts=facts.accounts,
        by_invoice=facts.by_invoice,
        note=true.note,
        changes=told,
        missing=missing(facts),
    )


def _keep_shown(
    tx: Transaction, row: CheckoutRow, true: Shown, *, differs: bool, now: datetime
) -> None:
    if differs:
        row.version += 1
        seal_shown(tx.sealer, row, _SHOWN.dump_json(true))
    row.quantity = true.quantity
    row.address_id = true.address_id
    row.touched_at = now


async def estimate(
    tx: Transaction, buyer_id: int, shop: ShopRow, goods: Rupiah, now: datetime
) -> Quote | None:
    """The cheapest way to the buyer's last used address; None where that is not known."""
    mine = await tx.addresses.mine(buyer_id)
    if not mine:
        return None
    leaves_by = ship_by(_hold_until(shop, now) or now, shop.zone, closed_days_of(shop.closed_days))
    offers = await _quotes(tx, shop, tx.addresses.view(mine[0]), goods, leaves_by)
    return offers[0] if offers else None


async def _address(tx: Transaction, row: CheckoutRow) -> AddressView | None:
    if row.address_id is not None:
        return tx.addresses.view(await tx.addresses.get(row.buyer_id, row.address_id))
    mine = await tx.addresses.mine(row.buyer_id)
    return tx.addresses.view(mine[0]) if mine else None


def _hold_until(shop: ShopRow, now: datetime) -> datetime | None:
    if not shop.free_cancel_minutes:
        return None
    return now + timedelta(minutes=shop.free_cancel_minutes)


async def _quotes(
    tx: Transaction,
    shop: ShopRow,
    address: AddressView | None,
    goods: Rupiah,
    leaves_by: datetime,
) -> tuple[Quote, ...]:
    if address is None:
        return ()
    distance = reach(
        from_city=shop.city,
        from_province=shop.province,
        to_city=address.address.city,
        to_province=address.address.province,
    )
    return quotes(
        await tx.shops.rates(shop.id),
        distance,
        subtotal=goods,
        free_from=shop.free_shipping_from,
        shipped_on=local_day(leaves_by, shop.zone),
    )


def _chosen(offers: tuple[Quote, ...], row: CheckoutRow) -> Quote | None:
    """The courier that the buyer wished for while it is offered, else the cheapest."""
    wished = (row.courier, row.service)
    kept = (quote for quote in offers if (quote.courier, quote.service) == wished)
    return next(kept, offers[0] if offers else None)

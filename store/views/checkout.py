"""The checkout card: what the buyer is about to order, as it is true now."""

from dataclasses import dataclass

from store.domain.checkout import Change, Missing
from store.domain.money import Rupiah
from store.domain.payment import PaymentMethod
from store.domain.shipment import Quote
from store.views.accounts import ShopAccount
from store.views.addresses import AddressView
from store.views.catalogue import ShopCard


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckoutCard:
    """One checkout; `changes` tell what differs from what the buyer was last shown.

    `by_invoice`: it can be paid in the chat itself.
    """

    version: int
    shop: ShopCard
    product_id: int
    variant_id: int
    title: str
    variant_name: str
    picture: str | None
    quantity: int
    stock: int
    unit_price: Rupiah
    original_price: Rupiah | None
    subtotal: Rupiah
    courier: Quote | None
    couriers: tuple[Quote, ...]
    total: Rupiah
    address: AddressView | None
    payment: PaymentMethod
    account: ShopAccount | None
    accounts: tuple[ShopAccount, ...]
    by_invoice: bool
    note: str | None
    changes: tuple[Change, ...]
    missing: tuple[Missing, ...]

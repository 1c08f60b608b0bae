"""What the shop keeps about a person, and what is left when it has forgotten them."""

from dataclasses import dataclass
from datetime import datetime

from store.domain.account import Account
from store.domain.address import Address
from store.domain.order import OrderStatus
from store.views.addresses import AddressView
from store.views.catalogue import ShopCard
from store.views.people import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOrder:
    """One of the person's orders, with the address and everything written that it keeps."""

    ref: str
    status: OrderStatus
    title: str
    placed_at: datetime
    address: Address
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWords:
    """What the person wrote about somebody else's order, for the shop or as an operator."""

    ref: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Belongings:
    """Everything about one person; of accounts only the end of the number.

    `proofs` counts the photos of transfers.
    """

    profile: Profile
    since: datetime
    is_operator: bool
    shops: tuple[ShopCard, ...]
    addresses: tuple[AddressView, ...]
    orders: tuple[KeptOrder, ...]
    at_work: tuple[KeptWords, ...]
    notices: int
    accounts: tuple[Account, ...]
    proofs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What was forgotten at once, and how many orders still need to know the person."""

    addresses: int
    notices: int
    orders: int
    open_orders: int

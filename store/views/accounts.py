"""A shop's bank accounts and e-wallets as people see them."""

from dataclasses import dataclass, replace

from store.domain.account import Account, mask_number
from store.domain.money import Rupiah
from store.views.catalogue import ShopCard


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopAccount:
    """One of them, by the id that stays its own."""

    id: int
    account: Account

    def masked(self) -> "ShopAccount":
        """The same for eyes that need not use it."""
        number = mask_number(self.account.number)
        return replace(self, account=replace(self.account, number=number))


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountList:
    """What a shop offers, in its own order; `whole` where the numbers are not masked.

    `held` is what the operators have collected by card and owe the shop, whole rupiah.
    """

    shop: ShopCard
    accounts: tuple[ShopAccount, ...]
    whole: bool
    held: Rupiah

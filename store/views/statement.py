"""Money that a member finds on the shop's statement."""

from dataclasses import dataclass

from store.domain.money import Rupiah
from store.domain.payment import Booking
from store.views.orders import OrderPage


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMoney:
    """The order for which it came after so many receipts; with a sum also what that means."""

    order: OrderPage
    receipts: int
    amount: Rupiah | None
    booking: Booking | None

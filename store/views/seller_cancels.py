"""What a shop may say when it cancels an order itself."""

from dataclasses import dataclass

from store.domain.money import Rupiah
from store.domain.request import SellerReason
from store.views.orders import OrderPage


@dataclass(frozen=True, slots=True, kw_only=True)
class SellerCancelChoices:
    """The reasons for the state of the order; `back` is what goes back to the buyer."""

    order: OrderPage
    reasons: tuple[SellerReason, ...]
    words_needed: bool
    back: Rupiah

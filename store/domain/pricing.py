"""What an order costs."""

from dataclasses import dataclass

from store.domain.money import Rupiah


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """The sums of an order."""

    subtotal: Rupiah
    shipping_fee: Rupiah
    total: Rupiah


def subtotal(unit_price: Rupiah, quantity: int) -> Rupiah:
    """The price of so many units."""
    return Rupiah(unit_price * quantity)


def price(unit_price: Rupiah, quantity: int, shipping_fee: Rupiah) -> Price:
    """The sums for so many units brought by a courier."""
    goods = subtotal(unit_price, quantity)
    return Price(subtotal=goods, shipping_fee=shipping_fee, total=Rupiah(goods + shipping_fee))

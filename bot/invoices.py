"""Invoices as Telegram counts and names them; the shop knows whole rupiah and orders."""

from typing import Final

from store.domain.invoice import InvoiceLimits
from store.domain.money import Rupiah

CURRENCY: Final = "IDR"
# Telegram gives rupiah two decimals, whatever ISO says: Rp279.000 is 27900000.
_SEN: Final = 100
# Its currencies.json: 1617595 to 16175950000; both move a little with the rate of the dollar.
LIMITS: Final = InvoiceLimits(least=Rupiah(16_176), most=Rupiah(161_759_500))
_PAYLOAD: Final = "order:"


def minor_units(amount: Rupiah) -> int:
    """The sum as Telegram wants it."""
    return amount * _SEN


def rupiah_of(total: int, currency: str) -> int:
    """Whole rupiah of a sum as Telegram tells it; 0, which pays nothing, for any other money."""
    whole, rest = divmod(total, _SEN)
    return whole if currency == CURRENCY and not rest else 0


def payload_of(order_id: int) -> str:
    """What an invoice carries to find its order again."""
    return f"{_PAYLOAD}{order_id}"


def order_of(payload: str) -> int:
    """The order of a payload; 0, which no order has, where it is none of ours."""
    number = payload.removeprefix(_PAYLOAD)
    ours = payload.startswith(_PAYLOAD) and number.isascii() and number.isdigit()
    return int(number) if ours and len(number) < 16 else 0

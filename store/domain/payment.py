"""Ways to pay, and those that are offered today."""

from enum import StrEnum
from typing import Final


class PaymentMethod(StrEnum):
    """A way to pay, by the field's name."""

    COD = "COD"
    BANK_TRANSFER = "BANK_TRANSFER"
    QRIS = "QRIS"
    TELEGRAM_INVOICE = "TELEGRAM_INVOICE"


OFFERED: Final = (PaymentMethod.COD,)

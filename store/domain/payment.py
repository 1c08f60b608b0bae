"""Ways to pay."""

from enum import StrEnum


class PaymentMethod(StrEnum):
    """A way to pay, by the field's name."""

    COD = "COD"
    BANK_TRANSFER = "BANK_TRANSFER"
    QRIS = "QRIS"
    TELEGRAM_INVOICE = "TELEGRAM_INVOICE"

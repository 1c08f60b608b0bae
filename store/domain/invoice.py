"""Paying by an invoice of the messenger: which sums it takes, and what makes it void."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from store.domain.money import Rupiah
from store.domain.payment import LIVE, PaymentMethod, PaymentState


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLimits:
    """The smallest and the largest sum of an invoice; whole rupiah."""

    least: Rupiah
    most: Rupiah

    def allow(self, amount: Rupiah) -> bool:
        """Whether an invoice of this sum is taken."""
        return self.least <= amount <= self.most


class InvoiceTrouble(StrEnum):
    """Why an invoice can not be paid now."""

    PAID = "PAID"
    ENDED = "ENDED"
    AMOUNT = "AMOUNT"
    OTHER_METHOD = "OTHER_METHOD"
    OFF = "OFF"


def trouble(
    *,
    method: PaymentMethod,
    state: PaymentState,
    expires_at: datetime,
    due: Rupiah,
    amount: int,
    now: datetime,
) -> InvoiceTrouble | None:
    """What stands against paying this sum now; None where nothing does.

    `due` is what is still to be paid, in whole rupiah.
    """
    if method is not PaymentMethod.TELEGRAM_INVOICE:
        return InvoiceTrouble.OTHER_METHOD
    if state is PaymentState.PAID:
        return InvoiceTrouble.PAID
    if state not in LIVE or now >= expires_at:
        return InvoiceTrouble.ENDED
    return None if amount == due else InvoiceTrouble.AMOUNT

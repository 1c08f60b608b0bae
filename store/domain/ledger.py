"""Double entry: where every rupiah of an order came from and where it went."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from store.domain.money import Rupiah


class Book(StrEnum):
    """A column of the ledger; what is in hand is positive, what is owed or earned negative.

    OPERATOR is what the operators hold for the shop and owe it.
    """

    CASH = "CASH"
    OPERATOR = "OPERATOR"
    BUYER = "BUYER"
    SALES = "SALES"
    REFUNDS = "REFUNDS"


class Entry(StrEnum):
    """What is written down."""

    RECEIVED = "RECEIVED"
    EARNED = "EARNED"
    UNEARNED = "UNEARNED"
    PROMISED = "PROMISED"
    SENT = "SENT"
    RETURNED = "RETURNED"
    COLLECTED = "COLLECTED"
    REPAID = "REPAID"
    REPAYMENT_LOST = "REPAYMENT_LOST"


# From the first book to the second: the first grows by the sum, the second shrinks by it.
_SIDES: Final[Mapping[Entry, tuple[Book, Book]]] = {
    Entry.RECEIVED: (Book.CASH, Book.BUYER),
    Entry.EARNED: (Book.BUYER, Book.SALES),
    Entry.UNEARNED: (Book.SALES, Book.BUYER),
    Entry.PROMISED: (Book.BUYER, Book.REFUNDS),
    Entry.SENT: (Book.REFUNDS, Book.CASH),
    # A transfer that never arrived is in the shop's hands again.
    Entry.RETURNED: (Book.CASH, Book.REFUNDS),
    # The same where the operators collect for the shop.
    Entry.COLLECTED: (Book.OPERATOR, Book.BUYER),
    Entry.REPAID: (Book.REFUNDS, Book.OPERATOR),
    Entry.REPAYMENT_LOST: (Book.OPERATOR, Book.REFUNDS),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One side of an entry; whole rupiah, signed."""

    book: Book
    amount: Rupiah


def sides(entry: Entry, amount: Rupiah) -> tuple[LedgerLine, LedgerLine]:
    """Both sides of an entry; together they are nothing."""
    if amount <= 0:
        raise ValueError(f"an entry of {amount}")
    into, out_of = _SIDES[entry]
    return (
        LedgerLine(book=into, amount=amount),
        LedgerLine(book=out_of, amount=Rupiah(-amount)),
    )

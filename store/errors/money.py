"""Refusals about money."""

from dataclasses import dataclass
from typing import ClassVar

from store.errors.base import Rejected


@dataclass(kw_only=True, eq=False)
class AmountRefused(Rejected):
    """Nobody transfers such a sum; whole rupiah."""

    code: ClassVar[str] = "amount_refused"
    amount: int
    limit: int


@dataclass(kw_only=True, eq=False)
class NoFreeCode(Rejected):
    """So many pay this very sum to this account that no code is left to tell them apart."""

    code: ClassVar[str] = "no_free_code"


@dataclass(kw_only=True, eq=False)
class ClaimRefused(Rejected):
    """A buyer's word about money would say nothing new; `why` says what is known already."""

    code: ClassVar[str] = "claim_refused"
    why: str


@dataclass(kw_only=True, eq=False)
class InvoiceRefused(Rejected):
    """The order can not be paid by an invoice now; `why` says what stands against it."""

    code: ClassVar[str] = "invoice_refused"
    why: str


@dataclass(kw_only=True, eq=False)
class StatementRefused(Rejected):
    """Somebody else has to say first whether money came; `why` says who."""

    code: ClassVar[str] = "statement_refused"
    why: str


@dataclass(kw_only=True, eq=False)
class QrisRefused(Rejected):
    """This is not a static QRIS code that can be used; `problem` says what is wrong."""

    code: ClassVar[str] = "qris_refused"
    problem: str


@dataclass(kw_only=True, eq=False)
class RefundMoved(Rejected):
    """The refund is not where this could be done any more; its state says where it is."""

    code: ClassVar[str] = "refund_moved"
    refund_state: str


@dataclass(kw_only=True, eq=False)
class RefundAccountMissing(Rejected):
    """The buyer has not said yet where the money shall go."""

    code: ClassVar[str] = "refund_account_missing"


@dataclass(kw_only=True, eq=False)
class ShopStopped(Rejected):
    """The shop owes somebody money for too long and takes no new orders."""

    code: ClassVar[str] = "shop_stopped"
    shop_name: str

"""Where money is sent: a bank account or an e-wallet, and the rules for each of its fields."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from store.domain.address import check_phone
from store.domain.qris import read_qris
from store.domain.text import required
from store.errors import FieldUnreadable

_PARTED: Final = re.compile(r"[\s.\u2010-\u2015-]+")
_DIGITS: Final = re.compile(r"[0-9]{6,20}")
_LEFT: Final = 4


class AccountKind(StrEnum):
    """What kind of account it is; an e-wallet's number is a phone, a QRIS code's is its text."""

    BANK = "BANK"
    EWALLET = "EWALLET"
    QRIS = "QRIS"


# A code takes money and cannot be sent any, so nobody gets money back to one.
RECEIVING: Final = (AccountKind.BANK, AccountKind.EWALLET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A bank account by its digits, an e-wallet by its phone in E.164, or a static QRIS code."""

    kind: AccountKind
    name: str
    number: str
    holder: str

    @property
    def identity(self) -> tuple[AccountKind, str, str]:
        """What makes it the same account, however its bank and its holder are spelt."""
        return self.kind, self.name.casefold(), self.number


def check_provider(text: str) -> str:
    """The short name of the bank or the e-wallet: BCA, BSI, GoPay."""
    return required(text, field="provider", limit=30)


def check_number(kind: AccountKind, text: str) -> str:
    """The number as this kind of account has it, whatever blanks and dashes were written.

    Raises the refusal of the field, or QrisRefused with what is wrong with a code.
    """
    if kind is AccountKind.QRIS:
        return read_qris(text).text
    if kind is AccountKind.EWALLET:
        return check_phone(text)
    number = _PARTED.sub("", required(text, field="account_number", limit=40))
    if not _DIGITS.fullmatch(number):
        raise FieldUnreadable(field="account_number")
    return number


def check_holder(text: str) -> str:
    """The name that the bank shows before money is sent."""
    return required(text, field="holder", limit=60)


def check_account(account: Account) -> Account:
    """The account with every field checked and tidied; the first bad field is refused."""
    return Account(
        kind=account.kind,
        name=check_provider(account.name),
        number=check_number(account.kind, account.number),
        holder=check_holder(account.holder),
    )


def mask_number(number: str) -> str:
    """The number with only its end left: enough to recognise it, not to use it."""
    return "*" * max(0, len(number) - _LEFT) + number[-_LEFT:]

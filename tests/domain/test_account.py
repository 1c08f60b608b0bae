"""The number of a bank account or an e-wallet, however it was written."""

import pytest

from store.domain.account import AccountKind, check_account, check_number, mask_number
from store.errors import FieldMissing, FieldTooLong, FieldUnreadable, PhoneRefused, Rejected
from tests.support.builders import an_account


@pytest.mark.parametrize(
    ("kind", "written", "kept"),
    [
        (AccountKind.BANK, "1234567890", "1234567890"),
        (AccountKind.BANK, " 123-456 7890 ", "1234567890"),
        (AccountKind.BANK, "0000.01.000002.50.3", "000001000002503"),
        (AccountKind.BANK, "123\u2013456\u20137890", "1234567890"),
        (AccountKind.EWALLET, "0812-3456-7890", "+6281234567890"),
        (AccountKind.EWALLET, "62 812 3456 7890", "+6281234567890"),
    ],
)
def test_blanks_and_dashes_are_tidied(kind: AccountKind, written: str, kept: str) -> None:
    assert check_number(kind, written) == kept
    assert check_number(kind, kept) == kept


@pytest.mark.parametrize(
    ("kind", "written", "refusal"),
    [
        (AccountKind.BANK, "12345", FieldUnreadable),
        (AccountKind.BANK, "1" * 21, FieldUnreadable),
        (AccountKind.BANK, "12345678x", FieldUnreadable),
        (AccountKind.BANK, "\u0661\u0662\u0663\u0664\u0665\u0666\u0667", FieldUnreadable),
        (AccountKind.BANK, " ", FieldMissing),
        (AccountKind.BANK, "1 " * 40, FieldTooLong),
        (AccountKind.EWALLET, "1234567890", PhoneRefused),
    ],
)
def test_what_is_no_number_is_refused(
    kind: AccountKind, written: str, refusal: type[Rejected]
) -> None:
    with pytest.raises(refusal):
        check_number(kind, written)


def test_the_same_number_is_the_same_account_however_its_names_are_spelt() -> None:
    written = check_account(an_account("  bca ", number="123-456-7890", holder="Sari"))

    assert written.identity == an_account().identity
    assert an_account("BNI").identity != an_account().identity


def test_a_masked_number_keeps_its_last_four_digits() -> None:
    assert mask_number("1234567890") == "******7890"
    assert mask_number("+6281234567890") == "**********7890"

"""Reading a shop file: every mistake is told by its place, and nothing of the shop is loaded."""

from pathlib import Path

import pytest

from store.adapters.shop_file import read_shop
from store.domain.account import AccountKind
from store.domain.catalogue import Problem, SheetProblem
from tests.domain.test_qris import a_code

SHOP = """
slug = "toko-langkah"
name = "Toko Langkah"
province = "Jabar"
city = "Kota Bandung"
verified = true
free_shipping_from = 300000
closed_days = ["2026-12-24"]

[[couriers]]
courier = "JNE"
service = "REG"
same_city = { fee = 9000, days = [1, 2] }
elsewhere = { fee = "38.000", days = [4, 7] }
"""


def wrong_in(folder: Path, text: str) -> tuple[SheetProblem, ...]:
    """What is wrong in a shop file of these words, of which nothing is loaded."""
    (folder / "shop.toml").write_text(text, encoding="utf-8")
    shop, wrong = read_shop(folder / "shop.toml")
    assert shop is None
    return wrong


@pytest.mark.parametrize(
    ("old", "new", "column", "problem"),
    [
        ('"Jabar"', '"Atlantis"', "province", Problem.UNKNOWN),
        ('name = "Toko Langkah"', "", "name", Problem.MISSING),
        ("9000", "-1", "couriers.0.same_city.fee", Problem.OUT_OF_RANGE),
        ("[1, 2]", "[2, 1]", "couriers.0.same_city", Problem.OUT_OF_RANGE),
        ("{ fee = 9000, days = [1, 2] }", '"Bandung"', "couriers.0.same_city", Problem.NOT_TERMS),
        ('"toko-langkah"', '"Toko Langkah!"', "slug", Problem.NOT_A_SLUG),
        ("verified", "veryfied", "veryfied", Problem.UNKNOWN),
        ("slug", "= =", "", Problem.UNREADABLE),
    ],
)
def test_a_wrong_shop_file_is_told_by_place(
    tmp_path: Path, old: str, new: str, column: str, problem: Problem
) -> None:
    wrong = wrong_in(tmp_path, SHOP.replace(old, new))

    assert (column, problem) in {(one.column, one.problem) for one in wrong}


ACCOUNT = """
[[accounts]]
kind = "bank"
name = "BCA"
number = "123-456 7890"
holder = "Budi  Santoso"
"""


@pytest.mark.parametrize(
    ("old", "new", "column", "problem"),
    [
        ('"bank"', '"kas"', "accounts.0.kind", Problem.UNKNOWN),
        ('kind = "bank"', "", "accounts.0.kind", Problem.MISSING),
        ('"BCA"', '""', "accounts.0.name", Problem.MISSING),
        ('"BCA"', f'"{"B" * 31}"', "accounts.0.name", Problem.TOO_LONG),
        ('"123-456 7890"', '"12345"', "accounts.0.number", Problem.NOT_AN_ACCOUNT),
        ('"123-456 7890"', '"123A567890"', "accounts.0.number", Problem.NOT_AN_ACCOUNT),
        ('"123-456 7890"', '"-- --"', "accounts.0.number", Problem.NOT_AN_ACCOUNT),
        ('"123-456 7890"', "1234567890", "accounts.0.number", Problem.NOT_IN_QUOTES),
        ('"bank"', '"ewallet"', "accounts.0.number", Problem.NOT_A_PHONE),
        ('"Budi  Santoso"', '" "', "accounts.0.holder", Problem.MISSING),
        ("holder", "owner", "accounts.0.owner", Problem.UNKNOWN),
    ],
)
def test_a_wrong_account_is_told_by_place_and_its_number_is_not_repeated(
    tmp_path: Path, old: str, new: str, column: str, problem: Problem
) -> None:
    wrong = wrong_in(tmp_path, SHOP + ACCOUNT.replace(old, new))

    found = next(one for one in wrong if one.column == column)
    assert found.problem is problem
    if problem in {Problem.NOT_AN_ACCOUNT, Problem.NOT_A_PHONE}:
        assert found.value == ""


QRIS = """
[[accounts]]
kind = "qris"
name = "QRIS"
number = "{code}"
holder = "Budi Santoso"
"""


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("1234567890", Problem.NOT_QRIS),
        (a_code()[:-4] + "0000", Problem.QRIS_CHECK_SUM),
        (a_code(t01="12", t54="5000"), Problem.QRIS_NOT_STATIC),
        (a_code(t53="840"), Problem.QRIS_NOT_RUPIAH),
        (a_code(t58="MY"), Problem.QRIS_NOT_INDONESIA),
        (a_code(t26=None, t51=None), Problem.QRIS_NO_MERCHANT),
        (a_code(t59=None), Problem.QRIS_NO_MERCHANT),
    ],
)
def test_a_wrong_code_is_told_by_what_is_wrong_with_it(
    tmp_path: Path, code: str, problem: Problem
) -> None:
    (found,) = wrong_in(tmp_path, SHOP + QRIS.format(code=code))

    assert (found.column, found.problem, found.value) == ("accounts.0.number", problem, "")


def test_a_code_is_read_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "shop.toml").write_text(SHOP + QRIS.format(code=a_code()), encoding="utf-8")

    shop, wrong = read_shop(tmp_path / "shop.toml")

    assert wrong == ()
    assert shop is not None
    assert [(one.kind, one.number) for one in shop.accounts] == [(AccountKind.QRIS, a_code())]


def test_an_account_is_tidied_and_stands_there_once(tmp_path: Path) -> None:
    wallet = ACCOUNT.replace("bank", "EWallet").replace("123-456 7890", "0812-3456-7890")
    (tmp_path / "shop.toml").write_text(SHOP + ACCOUNT + wallet, encoding="utf-8")
    shop, wrong = read_shop(tmp_path / "shop.toml")
    assert wrong == ()
    assert shop is not None
    assert [(one.kind, one.number, one.holder) for one in shop.accounts] == [
        (AccountKind.BANK, "1234567890", "Budi Santoso"),
        (AccountKind.EWALLET, "+6281234567890", "Budi Santoso"),
    ]

    again = ACCOUNT.replace("BCA", "bca").replace("-", "").replace("Budi", "Sari")
    wrong = wrong_in(tmp_path, SHOP + ACCOUNT + again)

    assert [(one.column, one.problem) for one in wrong] == [("accounts", Problem.TWICE)]


def test_a_courier_service_stands_in_the_table_once(tmp_path: Path) -> None:
    twice = '[[couriers]]\ncourier = "JNE"\nservice = "REG"\n'

    wrong = wrong_in(tmp_path, SHOP + twice)

    assert [one.problem for one in wrong] == [Problem.TWICE]

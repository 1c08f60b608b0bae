"""QRIS: the published check value, a static code read strictly, and one that asks for a sum."""

import pytest

from store.domain.money import Rupiah
from store.domain.qris import StaticQris, crc, read_qris, with_amount
from store.errors import QrisRefused

NATIONAL = "0014ID.CO.QRIS.WWW0215ID10200300400500303UMI"
ACQUIRER = "0016COM.CONTOH.WWW.X01189360001234567890120303UMI"


def tlv(*fields: tuple[str, str]) -> str:
    """Fields one after the other, without a check sum."""
    return "".join(f"{tag}{len(value):02}{value}" for tag, value in fields)


def signed(body: str) -> str:
    """With the right check sum at the end."""
    return f"{body}6304{crc(body + '6304'):04X}"


def a_code(**other: str | None) -> str:
    """Toko Langkah's static code; give a tag as t54="…" to set it, None to leave it out."""
    fields: dict[str, str | None] = {
        "00": "01",
        "01": "11",
        "26": ACQUIRER,
        "51": NATIONAL,
        "52": "5661",
        "53": "360",
        "58": "ID",
        "59": "TOKO LANGKAH",
        "60": "BANDUNG",
        "61": "40132",
        **{name.removeprefix("t"): value for name, value in other.items()},
    }
    return signed(tlv(*((tag, v) for tag, v in sorted(fields.items()) if v is not None)))


def test_the_check_sum_has_the_published_check_value() -> None:
    assert crc("123456789") == 0x29B1


def test_a_static_code_is_read() -> None:
    assert read_qris(f" {a_code()}\n") == StaticQris(
        text=a_code(), merchant="TOKO LANGKAH", city="BANDUNG"
    )


def test_a_check_sum_with_leading_zeros_keeps_them() -> None:
    codes = (a_code(t62=f"0703{number:03}") for number in range(1000))
    zero = next(code for code in codes if code[-4] == "0")

    assert read_qris(zero).text == zero
    assert len(with_amount(read_qris(zero), Rupiah(5))[-4:]) == 4


def test_made_dynamic_it_asks_for_the_sum_in_whole_rupiah_between_currency_and_country() -> None:
    asked = with_amount(read_qris(a_code()), Rupiah(271_000))

    assert asked == signed(
        tlv(
            ("00", "01"),
            ("01", "12"),
            ("26", ACQUIRER),
            ("51", NATIONAL),
            ("52", "5661"),
            ("53", "360"),
            ("54", "271000"),
            ("58", "ID"),
            ("59", "TOKO LANGKAH"),
            ("60", "BANDUNG"),
            ("61", "40132"),
        )
    )


def test_a_tip_that_the_static_code_invites_is_not_asked_for() -> None:
    assert "5502" not in with_amount(read_qris(a_code(t55="01")), Rupiah(9_000))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "unreadable"),
        ("halo", "unreadable"),
        ("0002", "unreadable"),
        ("000A01", "unreadable"),
        ("00²201", "unreadable"),
        (a_code()[:-1], "unreadable"),
        (a_code()[:-4] + "0000", "check_sum"),
        (a_code().replace("BANDUNG", "BANDUNH"), "check_sum"),
        (tlv(("00", "01"), ("01", "11")), "check_sum"),
        (signed(tlv(("01", "11"), ("00", "01"))), "order"),
        (signed(tlv(("00", "01"), ("00", "01"))), "order"),
        (a_code(t00="02"), "format"),
        (a_code(t01="12"), "not_static"),
        (a_code(t54="1000"), "not_static"),
        (a_code(t53="840"), "currency"),
        (a_code(t58="SG"), "country"),
        (a_code(t26=None, t51=None), "acquirer"),
        (a_code(t51=NATIONAL.replace("ID102", "IDX02")), "merchant_number"),
        (a_code(t59=None), "merchant"),
        (a_code(t60=None), "merchant"),
        (a_code(t62="x" * 99, t63=None, t80="y" * 99, t81="z" * 99, t82="q" * 99), "unreadable"),
    ],
)
def test_what_is_no_static_code_is_refused_with_what_is_wrong(text: str, problem: str) -> None:
    with pytest.raises(QrisRefused) as refused:
        read_qris(text)

    assert refused.value.problem == problem


def test_a_code_for_nothing_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="a code for 0"):
        with_amount(read_qris(a_code()), Rupiah(0))

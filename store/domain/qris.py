"""QRIS: a shop's static code read strictly, and made to ask for one exact sum.

The form is EMVCo's merchant-presented code as QRIS uses it: two digits of tag, two digits of
length, the value; tags ascend and the check sum comes last.
"""

import re
from dataclasses import dataclass
from typing import Final

from store.domain.money import Rupiah
from store.errors import QrisRefused

_FORMAT, _KIND, _CURRENCY, _AMOUNT, _COUNTRY = "00", "01", "53", "54", "58"
_NAME, _CITY, _CRC = "59", "60", "63"
_STATIC, _DYNAMIC = "11", "12"
_RUPIAH, _INDONESIA = "360", "ID"
_ACQUIRERS: Final = frozenset(f"{tag:02}" for tag in range(26, 52))
_NATIONAL: Final = "51"
_NMID: Final = re.compile(r"ID\d{13}")
_TIPS: Final = frozenset({"55", "56", "57"})
LONGEST: Final = 512

Field = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class StaticQris:
    """A shop's own code that asks for no sum; `text` is what stands in the picture."""

    text: str
    merchant: str
    city: str


def read_qris(text: str) -> StaticQris:
    """The shop's static code; raises QrisRefused with what is wrong with it."""
    written = text.strip()
    fields = dict(_checked(written))
    _must(fields.get(_FORMAT) == "01", "format")
    _must(fields.get(_KIND) == _STATIC, "not_static")
    _must(_AMOUNT not in fields, "not_static")
    _must(fields.get(_CURRENCY) == _RUPIAH, "currency")
    _must(fields.get(_COUNTRY) == _INDONESIA, "country")
    _must(bool(_ACQUIRERS & fields.keys()), "acquirer")
    _check_national(fields.get(_NATIONAL))
    _must(bool(fields.get(_NAME)) and bool(fields.get(_CITY)), "merchant")
    return StaticQris(text=written, merchant=fields[_NAME], city=fields[_CITY])


def with_amount(code: StaticQris, amount: Rupiah) -> str:
    """The same code for one payment of exactly this sum."""
    if amount <= 0:
        raise ValueError(f"a code for {amount}")
    kept = [
        (tag, _DYNAMIC if tag == _KIND else value)
        for tag, value in _fields(code.text)
        if tag not in {_AMOUNT, _CRC, *_TIPS}
    ]
    ordered = sorted([*kept, (_AMOUNT, str(amount))], key=lambda field: field[0])
    body = "".join(f"{tag}{len(value):02}{value}" for tag, value in ordered) + f"{_CRC}04"
    return body + f"{crc(body):04X}"


def crc(text: str) -> int:
    """CRC-16/CCITT-FALSE: polynomial 0x1021, begins with 0xFFFF; “123456789” gives 0x29B1."""
    value = 0xFFFF
    for byte in text.encode():
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1) ^ 0x1021 if value & 0x8000 else value << 1
    return value & 0xFFFF


def _checked(text: str) -> list[Field]:
    """The fields of a code whose form and check sum are right."""
    _must(0 < len(text) <= LONGEST and text.isascii() and text.isprintable(), "unreadable")
    fields = _fields(text)
    tags = [tag for tag, _ in fields]
    _must(tags == sorted(set(tags)), "order")
    _must(bool(fields) and fields[-1][0] == _CRC and len(fields[-1][1]) == 4, "check_sum")
    _must(f"{crc(text[:-4]):04X}" == text[-4:].upper(), "check_sum")
    return fields


def _fields(text: str) -> list[Field]:
    fields: list[Field] = []
    while text:
        tag, length = text[:2], text[2:4]
        _must(tag.isdigit() and len(length) == 2 and length.isdigit(), "unreadable")
        value = text[4 : 4 + int(length)]
        _must(len(value) == int(length), "unreadable")
        fields.append((tag, value))
        text = text[4 + int(length) :]
    return fields


def _check_national(template: str | None) -> None:
    """Where the national template stands, its merchant number must be one."""
    if template is None:
        return
    number = dict(_fields(template)).get("02", "")
    _must(_NMID.fullmatch(number) is not None, "merchant_number")


def _must(holds: bool, problem: str) -> None:
    if not holds:
        raise QrisRefused(problem=problem)

"""A delivery address and the rules for each of its fields."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import phonenumbers

from store.domain.cities import kind_in_full
from store.domain.homes import home_of
from store.domain.provinces import find_province, province
from store.domain.text import required
from store.domain.zones import Zone
from store.errors import FieldVague, PhoneRefused, PostcodeRefused, ProvinceUnknown

ADDRESSES_A_PERSON: Final = 20
NOBODY: Final = "–"
_POSTCODE: Final = re.compile(r"[1-9][0-9]{4}")
# A street, a question, or a phone number.
_NO_NAME: Final = re.compile(
    r"^(?:jl|jln|jalan|gg|gang)\b|\?\s*$|\d(?:[\s.()-]*\d){6}", re.IGNORECASE
)
_COUNTRY: Final = "ID"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a parcel goes; phone in E.164, province by its official name."""

    name: str
    phone: str
    street: str
    district: str
    city: str
    province: str
    postcode: str

    @property
    def zone(self) -> Zone:
        """The time zone of the place."""
        return province(self.province).zone


def check_name(text: str) -> str:
    """The receiver's name; a number, a street or a question is nobody's."""
    return _named(text, field="name")


def _named(text: str, *, field: str) -> str:
    """What can be the name of somebody or of a place."""
    name = required(text, field=field, limit=60)
    has_letters = any(sign.isalpha() for sign in name)
    if not has_letters or _NO_NAME.search(name):
        raise FieldVague(field=field)
    return name


def check_phone(text: str) -> str:
    """The phone in E.164, whatever way it was written; 08… is Indonesian."""
    typed = required(text, field="phone", limit=40)
    try:
        number = phonenumbers.parse(_with_plus(typed), _COUNTRY)
    except phonenumbers.NumberParseException as unreadable:
        raise PhoneRefused from unreadable
    if not phonenumbers.is_valid_number(number):
        raise PhoneRefused
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def check_shared_phone(text: str) -> str:
    """The phone of a contact, where some apps leave out the plus of any country."""
    return check_phone(text if text.startswith(("+", "0")) else f"+{text}")


def _with_plus(typed: str) -> str:
    """With the plus that people leave out before 62."""
    digits = re.sub(r"[^\d+]", "", typed)
    return f"+{digits}" if digits.startswith("62") else digits


def check_street(text: str) -> str:
    """Street, number, RT/RW and landmark in one line; a lone word or number leads nowhere."""
    street = required(text, field="street", limit=200)
    words = re.findall(r"\w+", street)
    if len(words) < 2 or not any(sign.isalpha() for sign in street):
        raise FieldVague(field="street")
    return street


def check_district(text: str) -> str:
    """The kecamatan."""
    return _named(text, field="district")


def check_city(text: str) -> str:
    """The kota or kabupaten, with its kind in full where it was said."""
    return kind_in_full(_named(text, field="city"))


def check_province(text: str) -> str:
    """The official name of the province, from any of its spellings or a well-known city."""
    typed = required(text, field="province", limit=60)
    found = find_province(typed) or home_of(typed)
    if found is None:
        raise ProvinceUnknown
    return found.name


def check_postcode(text: str) -> str:
    """Five digits, the first of them not zero."""
    typed = required(text, field="postcode", limit=20).replace(" ", "")
    if not _POSTCODE.fullmatch(typed):
        raise PostcodeRefused
    return typed


CHECKS: Final[Mapping[str, Callable[[str], str]]] = {
    "name": check_name,
    "phone": check_phone,
    "street": check_street,
    "district": check_district,
    "city": check_city,
    "province": check_province,
    "postcode": check_postcode,
}


def check_address(address: Address) -> Address:
    """The address with every field checked and tidied; the first bad field is refused."""
    return Address(
        name=check_name(address.name),
        phone=check_phone(address.phone),
        street=check_street(address.street),
        district=check_district(address.district),
        city=check_city(address.city),
        province=check_province(address.province),
        postcode=check_postcode(address.postcode),
    )


def nobody_at(address: Address) -> Address:
    """The same place without the person: no name, no phone, no street."""
    return replace(address, name=NOBODY, phone=NOBODY, street=NOBODY)


def names_nobody(address: Address) -> bool:
    """Whether it is only a place: whoever lived there is forgotten."""
    return address == nobody_at(address)


def mask_phone(phone: str) -> str:
    """The phone with only its ends left: enough to recognise it, not to call it."""
    return f"{phone[:5]}{'*' * max(0, len(phone) - 7)}{phone[-2:]}"

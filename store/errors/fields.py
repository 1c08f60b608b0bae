"""Refusals of what was typed into a field."""

from dataclasses import dataclass
from typing import ClassVar

from store.errors.base import Rejected


@dataclass(kw_only=True, eq=False)
class FieldMissing(Rejected):
    """A field that must be filled is empty."""

    code: ClassVar[str] = "field_missing"
    field: str


@dataclass(kw_only=True, eq=False)
class FieldTooLong(Rejected):
    """A field is longer than its limit."""

    code: ClassVar[str] = "field_too_long"
    field: str
    limit: int


@dataclass(kw_only=True, eq=False)
class FieldUnreadable(Rejected):
    """A field holds characters that no text may hold."""

    code: ClassVar[str] = "field_unreadable"
    field: str


@dataclass(kw_only=True, eq=False)
class FieldVague(Rejected):
    """A field says too little, or something else: no name, no place, a street of one word."""

    code: ClassVar[str] = "field_vague"
    field: str


@dataclass(kw_only=True, eq=False)
class PhoneRefused(Rejected):
    """This is not a phone number that a courier can call."""

    code: ClassVar[str] = "phone_refused"


@dataclass(kw_only=True, eq=False)
class PostcodeRefused(Rejected):
    """A postcode has five digits and does not begin with zero."""

    code: ClassVar[str] = "postcode_refused"


@dataclass(kw_only=True, eq=False)
class ProvinceUnknown(Rejected):
    """No province has this name."""

    code: ClassVar[str] = "province_unknown"


@dataclass(kw_only=True, eq=False)
class TooManyAddresses(Rejected):
    """The person keeps as many addresses as are allowed."""

    code: ClassVar[str] = "too_many_addresses"
    limit: int

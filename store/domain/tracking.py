"""Tracking numbers: how they are cleaned, how each courier's look, where they are followed."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from store.errors import FieldUnreadable

LINE_LIMIT: Final = 120
_ANY_EXAMPLE: Final = "AB12345678"

_NUMBER: Final = re.compile(r"(?=[A-Z-]*[0-9])[A-Z0-9-]{6,32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Carriage:
    """Who carries a shipment, by which service, under which number."""

    courier: str
    service: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Courier:
    """A courier's own numbers and its own page about them."""

    shape: re.Pattern[str]
    example: str
    site: str


def _courier(shape: str, example: str, site: str) -> Courier:
    return Courier(shape=re.compile(shape), example=example, site=f"https://{site}")


_KNOWN: Final[Mapping[str, Courier]] = {
    "jne": _courier(
        r"\d{12}|[A-Z0-9]{15,16}|(CGK|JNE|TG)[A-Z0-9]+", "012345678901", "www.jne.co.id"
    ),
    "jt": _courier(r"J[XTPD]\d{10,12}", "JX1234567890", "jet.co.id/track"),
    "sicepat": _courier(r"\d{12}", "001234567890", "www.sicepat.com/checkAwb"),
    "anteraja": _courier(r"1000\d{10}|TSA[A-Z0-9]+", "10001234567890", "anteraja.id/tracking"),
    "pos": _courier(r"\d{13}|[A-Z]{2}\d{9}ID", "EE123456789ID", "www.posindonesia.co.id"),
    "ninja": _courier(r"(NLID|NV)[A-Z0-9]{8,12}", "NLID12345678", "www.ninjaxpress.co"),
    "idexpress": _courier(r"ID[ES]\d{12}", "IDE123456789012", "www.idexpress.com"),
    "tiki": _courier(r"\d{12}|TKP[A-Z0-9]+", "660012345678", "www.tiki.id"),
    "spx": _courier(r"SPXID\d{12}", "SPXID123456789012", "spx.co.id"),
}


def clean_number(text: str) -> str:
    """The number as couriers print it, without blanks; refuses what can be none."""
    plain = unicodedata.normalize("NFKC", text).upper()
    bare = "".join(sign for sign in plain if not sign.isspace())
    if not _NUMBER.fullmatch(bare):
        raise FieldUnreadable(field="tracking_number")
    return bare


def looks_right(courier: str, number: str) -> bool:
    """Whether the number has the shape of this courier's; nothing is known of other couriers.

    Only good for a warning: couriers change their numbers and share their shapes.
    """
    known = _find(courier)
    return known is None or known.shape.fullmatch(number) is not None


def example_of(courier: str) -> str:
    """A number as this courier gives them."""
    known = _find(courier)
    return known.example if known else _ANY_EXAMPLE


def site_of(courier: str) -> str | None:
    """Where the courier itself tells about its shipments, if that is known."""
    known = _find(courier)
    return known.site if known else None


def _find(courier: str) -> Courier | None:
    bare = "".join(sign for sign in courier.casefold() if sign.isalnum())
    return next((known for name, known in _KNOWN.items() if bare.startswith(name)), None)

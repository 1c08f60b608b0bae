"""The 38 provinces: number, island, time zone and the short names that people write."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from store.domain.zones import Zone


class Island(StrEnum):
    """The island or group that parcels must reach."""

    SUMATRA = "SUMATRA"
    JAVA = "JAVA"
    NUSA_TENGGARA = "NUSA_TENGGARA"
    KALIMANTAN = "KALIMANTAN"
    SULAWESI = "SULAWESI"
    MALUKU = "MALUKU"
    PAPUA = "PAPUA"


@dataclass(frozen=True, slots=True)
class Province:
    """A province by the official number of the Ministry of Home Affairs."""

    code: int
    name: str
    island: Island
    zone: Zone
    short: tuple[str, ...] = ()


_SUMATRA, _JAVA, _TENGGARA = Island.SUMATRA, Island.JAVA, Island.NUSA_TENGGARA
_KALIMANTAN, _SULAWESI = Island.KALIMANTAN, Island.SULAWESI
_MALUKU, _PAPUA = Island.MALUKU, Island.PAPUA
_WIB, _WITA, _WIT = Zone.WIB, Zone.WITA, Zone.WIT

PROVINCES: Final = (
    Province(11, "Aceh", _SUMATRA, _WIB, ("NAD", "Nanggroe Aceh Darussalam", "DI Aceh")),
    Province(12, "Sumatera Utara", _SUMATRA, _WIB, ("Sumut", "North Sumatra")),
    Province(13, "Sumatera Barat", _SUMATRA, _WIB, ("Sumbar", "West Sumatra")),
    Province(14, "Riau", _SUMATRA, _WIB),
    Province(15, "Jambi", _SUMATRA, _WIB),
    Province(16, "Sumatera Selatan", _SUMATRA, _WIB, ("Sumsel", "South Sumatra")),
    Province(17, "Bengkulu", _SUMATRA, _WIB),
    Province(18, "Lampung", _SUMATRA, _WIB),
    Province(
        19, "Kepulauan Bangka Belitung", _SUMATRA, _WIB, ("Babel", "Bangka Belitung", "Kep. Babel")
    ),
    Province(21, "Kepulauan Riau", _SUMATRA, _WIB, ("Kepri", "Kep. Riau", "Riau Islands")),
    Province(31, "DKI Jakarta", _JAVA, _WIB, ("DKI", "Jakarta", "Jakarta Raya", "DKJ")),
    Province(32, "Jawa Barat", _JAVA, _WIB, ("Jabar", "West Java")),
    Province(33, "Jawa Tengah", _JAVA, _WIB, ("Jateng", "Central Java")),
    Province(
        34,
        "DI Yogyakarta",
        _JAVA,
        _WIB,
        ("DIY", "Yogyakarta", "Yogya", "Jogja", "Jogjakarta", "Daerah Istimewa Yogyakarta"),
    ),
    Province(35, "Jawa Timur", _JAVA, _WIB, ("Jatim", "East Java")),
    Province(36, "Banten", _JAVA, _WIB),
    Province(51, "Bali", _TENGGARA, _WITA),
    Province(52, "Nusa Tenggara Barat", _TENGGARA, _WITA, ("NTB", "West Nusa Tenggara")),
    Province(53, "Nusa Tenggara Timur", _TENGGARA, _WITA, ("NTT", "East Nusa Tenggara")),
    Province(61, "Kalimantan Barat", _KALIMANTAN, _WIB, ("Kalbar", "West Kalimantan")),
    Province(62, "Kalimantan Tengah", _KALIMANTAN, _WIB, ("Kalteng", "Central Kalimantan")),
    Province(63, "Kalimantan Selatan", _KALIMANTAN, _WITA, ("Kalsel", "South Kalimantan")),
    Province(64, "Kalimantan Timur", _KALIMANTAN, _WITA, ("Kaltim", "East Kalimantan")),
    Province(65, "Kalimantan Utara", _KALIMANTAN, _WITA, ("Kaltara", "North Kalimantan")),
    Province(71, "Sulawesi Utara", _SULAWESI, _WITA, ("Sulut", "North Sulawesi")),
    Province(72, "Sulawesi Tengah", _SULAWESI, _WITA, ("Sulteng", "Central Sulawesi")),
    Province(73, "Sulawesi Selatan", _SULAWESI, _WITA, ("Sulsel", "South Sulawesi")),
    Province(74, "Sulawesi Tenggara", _SULAWESI, _WITA, ("Sultra", "Southeast Sulawesi")),
    Province(75, "Gorontalo", _SULAWESI, _WITA),
    Province(76, "Sulawesi Barat", _SULAWESI, _WITA, ("Sulbar", "West Sulawesi")),
    Province(81, "Maluku", _MALUKU, _WIT),
    Province(82, "Maluku Utara", _MALUKU, _WIT, ("Malut", "North Maluku")),
    Province(91, "Papua", _PAPUA, _WIT),
    Province(92, "Papua Barat", _PAPUA, _WIT, ("Pabar", "West Papua")),
    Province(93, "Papua Selatan", _PAPUA, _WIT, ("South Papua",)),
    Province(94, "Papua Tengah", _PAPUA, _WIT, ("Central Papua",)),
    Province(95, "Papua Pegunungan", _PAPUA, _WIT, ("Highland Papua",)),
    Province(96, "Papua Barat Daya", _PAPUA, _WIT, ("Southwest Papua",)),
)


def _plain(name: str) -> str:
    """Letters only, so that dots, dashes and blanks do not matter."""
    return re.sub(r"[^a-z]", "", name.casefold())


def _by_plain_name() -> Mapping[str, Province]:
    """Every spelling, official names last so that they win."""
    short = {_plain(name): place for place in PROVINCES for name in place.short}
    return short | {_plain(place.name): place for place in PROVINCES}


_BY_NAME: Final = _by_plain_name()
_OFFICIAL: Final = {place.name: place for place in PROVINCES}
_LONGEST_FIRST: Final = sorted(
    ((name, place) for place in PROVINCES for name in (place.name, *place.short)),
    key=lambda pair: len(pair[0]),
    reverse=True,
)


def find_province(text: str) -> Province | None:
    """The province that somebody named, in full or short; None when it is none."""
    plain = _plain(text)
    return _BY_NAME.get(plain) or _BY_NAME.get(plain.removeprefix("provinsi").removeprefix("prov"))


def province(name: str) -> Province:
    """The province of an official name that was checked before."""
    return _OFFICIAL[name]


def province_within(text: str) -> tuple[Province, str] | None:
    """The last province named inside a longer text, and the words that named it."""
    hits = [
        (match.start(), len(name), place, match.group())
        for name, place in _LONGEST_FIRST
        for match in _as_words(name).finditer(text)
    ]
    if not hits:
        return None
    furthest = max(start + length for start, length, _, _ in hits)
    ending_there = [hit for hit in hits if hit[0] + hit[1] == furthest]
    _, _, place, words = max(ending_there, key=lambda hit: hit[1])
    return place, words


def _as_words(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)

"""Cities whose name alone does not say which one is meant, and one spelling for the rest."""

import re
from typing import Final

# Each of these is the name of a city and of the regency around it, in one and the same province.
TWINS: Final = (
    "Bandung",
    "Bekasi",
    "Bima",
    "Blitar",
    "Bogor",
    "Cirebon",
    "Gorontalo",
    "Jayapura",
    "Kediri",
    "Kupang",
    "Madiun",
    "Magelang",
    "Malang",
    "Mojokerto",
    "Pasuruan",
    "Pekalongan",
    "Probolinggo",
    "Semarang",
    "Serang",
    "Solok",
    "Sorong",
    "Sukabumi",
    "Tangerang",
    "Tasikmalaya",
    "Tegal",
)
_SHORT: Final = {
    "jakbar": "jakarta barat",
    "jakpus": "jakarta pusat",
    "jaksel": "jakarta selatan",
    "jaktim": "jakarta timur",
    "jakut": "jakarta utara",
    "jogja": "yogyakarta",
    "jogjakarta": "yogyakarta",
    "yogya": "yogyakarta",
    "solo": "surakarta",
}
_CITY: Final = "Kota"
_REGENCY: Final = "Kabupaten"
_CITY_WORDS: Final = {"kota", "kotamadya", "city"}
_REGENCY_WORDS: Final = {"kab", "kabupaten", "regency"}
_ONE_KIND: Final = r"(?:kabupaten|kab|kotamadya|kota)\b\.?"
# What a form calls its field (“Kabupaten/Kota”) says nothing; what stands behind it may.
BOTH_KINDS: Final = rf"{_ONE_KIND}\s?/\s?{_ONE_KIND}"
_KIND: Final = re.compile(
    rf"(?:{BOTH_KINDS}[.:\s]*)?"
    r"(?:(?P<regency>(?:kabupaten|kab)\b[.:\s]*)"
    r"|(?P<city>(?:kotamadya|kota)\b[.:\s]*(?:(?:administrasi|adm)\b[.:\s]*)?))?",
    re.IGNORECASE,
)


def twin_of(city: str) -> int | None:
    """The place in TWINS of a name that could be a city or a regency; None where it is clear."""
    plain = kind_in_full(city.strip(" .")).casefold()
    return next((at for at, name in enumerate(TWINS) if name.casefold() == plain), None)


def kind_in_full(city: str) -> str:
    """The city with Kota or Kabupaten written out where it was said at all."""
    kind, rest = _parted(city)
    if not rest:
        return city
    return f"{kind} {rest}" if kind else rest


def city_of_twin(at: int, *, regency: bool) -> str:
    """One of the two, in full."""
    return f"{_REGENCY if regency else _CITY} {TWINS[at]}"


def chosen_of_twin(at: int, words: str) -> str | None:
    """The one that words like “kab” or “Kota Bandung” choose; None for anything else."""
    said = set(re.findall(r"\w+", words.casefold())) - {"yang", TWINS[at].casefold()}
    if len(said) != 1 or not said <= _CITY_WORDS | _REGENCY_WORDS:
        return None
    return city_of_twin(at, regency=said <= _REGENCY_WORDS)


def same_city(one: str, other: str) -> bool:
    """Whether two spellings mean one city; a kabupaten is not the kota of the same name."""
    return _key(one) == _key(other)


def _key(city: str) -> tuple[bool, str]:
    return _parted(city)[0] == _REGENCY, plain_name(city)


def plain_name(city: str) -> str:
    """The name without its kind, in one spelling."""
    plain = " ".join(re.sub(r"[^a-z ]", " ", _parted(city)[1].casefold()).split())
    return _SHORT.get(plain, plain)


def _parted(city: str) -> tuple[str, str]:
    """The kind that was said, in full, and the rest of the words."""
    text = city.strip()
    kind = _KIND.match(text)
    assert kind is not None
    said = _REGENCY if kind["regency"] else _CITY if kind["city"] else ""
    return said, text[kind.end() :].strip()

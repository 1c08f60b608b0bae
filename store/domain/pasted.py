"""An address as people paste it into a chat, read into fields."""

import re
from dataclasses import dataclass
from typing import Final

from store.domain.cities import BOTH_KINDS, TWINS, kind_in_full
from store.domain.labels import LEFT_OVER, labelled, plain_lines
from store.domain.provinces import province_within

_PHONE: Final = re.compile(
    r"(?:\b(?:no\.?\s*)?(?:hp|wa|whatsapp|telp|tlp|telepon)\.?[\s:.]*)?"
    r"(?P<number>(?<![\d+])(?:\+?62|0)[\s.()-]*8(?:[\s.()-]*\d){7,11})(?!\d)",
    re.IGNORECASE,
)
# Stands where a number was, so that the name beside it is found; no other symbol is left then.
_MARK: Final = "☎"
_POSTCODE: Final = re.compile(
    r"(?<![\d/.])(?:kode ?pos\s*)?(?<!\d-)\(?([1-9]\d{4})(?![\d/-])\)?", re.IGNORECASE
)
_LONE_NUMBER: Final = re.compile(r"[,\n][\s,.]*(\d{3,8})[\s,.]*$")
_DISTRICT: Final = re.compile(r"\b(?:kecamatan|kec)\b[.\s]*([^,\n\d]+)", re.IGNORECASE)
_CITY: Final = re.compile(
    rf"(?<!\w)({BOTH_KINDS}|kabupaten|kab|kotamadya|kota)\b[.\s]*([^,\n\d]+)", re.IGNORECASE
)
_JAKARTA: Final = re.compile(
    r"\b(?:kota\s+(?:adm(?:inistrasi)?\b\.?\s*)?)?"
    r"(?:jakarta\s+(selatan|barat|timur|utara|pusat)|jak(sel|bar|tim|ut|pus))\b",
    re.IGNORECASE,
)
_SIDES: Final = {"sel": "Selatan", "bar": "Barat", "tim": "Timur", "ut": "Utara", "pus": "Pusat"}
_NAME_LABEL: Final = re.compile(
    r"^(?:(?:atas nama|kepada|penerima|nama|yth|u\.?p|a[./]?n)\b[\s.:]*)+", re.IGNORECASE
)
_STREET_WORDS: Final = (
    r"(?:jl|jln|jalan|gg|gang|komp|kompleks|komplek|perum|perumahan|blok|rt|rw|kel|kelurahan"
    r"|desa|ds|dusun|dsn|no|lt|lantai|apartemen|ruko|kost?|patokan|depan|dekat|samping"
    r"|belakang|sebelah|seberang|kec|kab|kota)\b"
)
_STREETISH: Final = re.compile(rf"^{_STREET_WORDS}", re.IGNORECASE)
_STREET_BEHIND: Final = re.compile(rf"{_MARK}[ \t.:-]{{1,4}}(?={_STREET_WORDS})", re.IGNORECASE)
_TITLE: Final = re.compile(r"(?:[A-Za-z]{1,4}\.)+[A-Za-z]{1,4}")
# No address is longer, and what is read here is read while everybody else waits.
LONGEST: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What was found; None where nothing was. Nothing is checked yet.

    `unread` is what looks like a field and is none.
    """

    name: str | None = None
    phone: str | None = None
    street: str | None = None
    district: str | None = None
    city: str | None = None
    province: str | None = None
    postcode: str | None = None
    unread: str | None = None


def read_pasted(text: str) -> Pasted:
    """The fields of an address in free form: labels first, then what can be told by its looks.

    A text that is too long to be an address is none.
    """
    if len(text) > LONGEST:
        return Pasted()
    found, rest = labelled(plain_lines(text))
    body = found.pop("street", None)
    _part_name_and_phone(found)
    loose = _mark_phones(found, "\n".join([*([body] if body else []), *rest]))
    loose = _take_name(found, loose, labelled_street=body is not None)
    loose = _take_jakarta(found, loose)
    loose = _take_province(found, loose)
    loose = _take_postcode(found, loose)
    loose = _take_district(found, loose)
    loose = _take_city(found, loose)
    loose, unread = _take_unread(found, loose)
    return Pasted(street=_take_bare_tail(found, loose) or None, unread=unread, **found)


def _take_unread(found: dict[str, str], text: str) -> tuple[str, str | None]:
    """A lone number at the end, where a postcode should be, is no part of the street."""
    match = None if "postcode" in found else _LONE_NUMBER.search(text)
    return (text, None) if match is None else (text[: match.start()], match.group(1))


def _part_name_and_phone(found: dict[str, str]) -> None:
    """A number beside the name is the phone, and words beside the number may be the name."""
    for field in ("phone", "name"):
        match = _PHONE.search(found.get(field, ""))
        if match is None:
            continue
        beside = _name_in(_PHONE.sub(_MARK, found.pop(field)))
        found.setdefault("phone", _number(match))
        if field == "name" or _looks_like_a_name(beside):
            found.setdefault("name", beside)


def _mark_phones(found: dict[str, str], text: str) -> str:
    """The first number is the phone; a second one has no place on a parcel."""
    match = _PHONE.search(text)
    if match is not None:
        found.setdefault("phone", _number(match))
    # Whatever stands before the number and its street in one line is the name.
    return _STREET_BEHIND.sub(f"{_MARK}\n", _PHONE.sub(_MARK, text))


def _number(match: re.Match[str]) -> str:
    return re.sub(r"[()]", "", match["number"]).strip()


def _take_name(found: dict[str, str], text: str, *, labelled_street: bool) -> str:
    """The words beside the number, else the first that have no digits, else those above it."""
    parts = [part for part in re.split(r"[\n,]", text) if part.strip(LEFT_OVER)]
    names = [_name_in(part) for part in parts]
    marked = [at for at, part in enumerate(parts) if _MARK in part]
    likely = [at for at in marked if names[at]]
    likely += [0] if len(parts) > 1 and not labelled_street else []
    likely += [at - 1 for at in marked if at == len(parts) - 1 and len(names[at - 1].split()) > 1]
    likely += [at for at, part in enumerate(parts) if _NAME_LABEL.match(part.strip(LEFT_OVER))]
    chosen = next((at for at in likely if _looks_like_a_name(names[at])), None)
    if "name" not in found and chosen is not None:
        found["name"] = names[chosen]
        del parts[chosen]
    return "\n".join(_unmarked(part) for part in parts)


def _name_in(part: str) -> str:
    """What stands beside the number, without brackets around it and words like “a.n.”."""
    name = _NAME_LABEL.sub("", _unmarked(part).strip(LEFT_OVER))
    inside = re.fullmatch(r"\(([^()]*)\)", name)
    return _NAME_LABEL.sub("", inside.group(1)) if inside else name


def _unmarked(part: str) -> str:
    return re.sub(rf"\(?\s*{_MARK}(?:\s*\))?", " ", part)


def _looks_like_a_name(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 5 or re.search(r"\d", text):
        return False
    return _STREETISH.match(text) is None


def _take_jakarta(found: dict[str, str], text: str) -> str:
    """The cities of Jakarta carry the name of the province; they are read before it."""
    match = _JAKARTA.search(text)
    if match is None or "city" in found:
        return text
    side = match.group(1) or _SIDES[match.group(2).casefold()]
    found["city"] = f"Jakarta {side.title()}"
    rest = _take_province(found, _without(text, match.start(), match.end()))
    found.setdefault("province", "DKI Jakarta")
    return rest


def _take_province(found: dict[str, str], text: str) -> str:
    hit = None if "province" in found else province_within(text)
    if hit is None:
        return text
    place, words = hit
    at = text.casefold().rindex(words.casefold())
    if _is_part_of_something(text[:at]):
        return text
    found["province"] = place.name
    head = re.sub(r"(?:prov|provinsi|propinsi)\b[.\s]*$", "", text[:at], flags=re.IGNORECASE)
    return _without(head + text[at:], len(head), len(head) + len(words))


def _is_part_of_something(before: str) -> bool:
    """“Kota Yogyakarta” names the city, not its province, and “Jl. Riau” a street."""
    named = r"\b(?:kota|kab|kabupaten|kec|kecamatan|jl|jln|jalan)\b[.\s]*$"
    return re.search(named, before, re.IGNORECASE) is not None


def _take_postcode(found: dict[str, str], text: str) -> str:
    matches = list(_POSTCODE.finditer(text))
    if not matches or "postcode" in found:
        return text
    found["postcode"] = matches[-1].group(1)
    return _without(text, matches[-1].start(), matches[-1].end())


def _take_district(found: dict[str, str], text: str) -> str:
    match = _DISTRICT.search(text)
    if match is None or "district" in found:
        return text
    named = _up_to_city(match.group(1))
    found["district"] = _tidy(named)
    return _without(text, match.start(), match.start(1) + len(named))


def _up_to_city(text: str) -> str:
    twins = "" if "\n" in text else "|".join(TWINS)
    ends = rf"\s(?=(?:kab|kabupaten|kota|kel|desa)\b|(?:{twins})\s*$)"
    return re.split(ends, text, maxsplit=1, flags=re.IGNORECASE)[0]


def _take_city(found: dict[str, str], text: str) -> str:
    matches = list(_CITY.finditer(text))
    if not matches or "city" in found:
        return text
    match = matches[-1]
    found["city"] = kind_in_full(f"{match.group(1)} {_tidy(match.group(2))}")
    return _without(text, match.start(), match.end())


def _take_bare_tail(found: dict[str, str], text: str) -> str:
    """Without labels the last words are the city, and those before it the district."""
    parts = [part for part in (_tidy(one) for one in re.split(r"[,\n]", text)) if part]
    parts = [part for part in parts if part.casefold() != "indonesia"]
    for field in ("city", "district"):
        bare = [at for at, part in enumerate(parts) if at and _is_bare(part)]
        if field not in found and bare:
            found[field] = parts.pop(bare[-1])
    return ", ".join(parts)


def _is_bare(text: str) -> bool:
    """Whether it could be a place: no number, no part of the street, no title like S.Pd."""
    told = re.search(r"\d", text) or _STREETISH.match(text) or _TITLE.fullmatch(text)
    return told is None


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]},{text[end:]}"


def _tidy(text: str) -> str:
    shown = re.sub(r"\(\s*\)", "", text)
    parts = (" ".join(part.split()).strip(LEFT_OVER) for part in re.split(r"[,\n]", shown))
    return ", ".join(part for part in parts if part)

"""An address as people paste it into a chat, read into fields."""

import re
from dataclasses import dataclass
from typing import Final

from store.domain.provinces import province_within

_LABELS: Final = {
    "name": r"nama(?: lengkap| penerima)?|penerima|atas nama|kepada|a\.?n\.?|name|receiver",
    "phone": r"no\.? ?(?:hp|telp|telepon|wa|handphone)\.?|hp|telp\.?|telepon|wa|whatsapp"
    r"|handphone|nomor(?: hp| telepon)?|phone",
    "street": r"alamat(?: lengkap| pengiriman)?|jalan|address|street",
    "district": r"kec\.?|kecamatan|district",
    "city": r"kota|kab\.?|kabupaten|kota/kab\.?|kab\.?/kota|kota/kabupaten|kabupaten/kota|city",
    "province": r"prov\.?|provinsi|propinsi|province",
    "postcode": r"kode ?pos|kodepos|pos|postcode|zip",
}
_LABELLED: Final = {
    field: re.compile(rf"^\s*(?:{words})\s*[:=]\s*(.+)$", re.IGNORECASE)
    for field, words in _LABELS.items()
}
_PHONE: Final = re.compile(r"(?<![\d+])(?:\+?62|0)[\s.()-]*8(?:[\s.()-]*\d){7,11}(?!\d)")
_POSTCODE: Final = re.compile(
    r"(?<![\d/.-])(?:kode ?pos\s*)?([1-9]\d{4})(?![\d/-])", re.IGNORECASE
)
_DISTRICT: Final = re.compile(r"\b(?:kec\.|kecamatan|kec)\s+([^,\n\d]+)", re.IGNORECASE)
_CITY: Final = re.compile(r"\b(kabupaten|kab\.?|kotamadya|kota)\s+([^,\n\d]+)", re.IGNORECASE)
_PHONE_LABEL: Final = re.compile(
    r"\b(?:no\.?\s*)?(?:hp|wa|whatsapp|telp|tlp|telepon)\.?[\s:.]*$", re.IGNORECASE
)
_NAME_LABEL: Final = re.compile(r"^(?:atas nama|kepada|penerima|nama|a\.?n\.?)\s+", re.IGNORECASE)
_PLEASANTRY: Final = re.compile(
    r"^\D*\b(?:halo|hai|hallo|permisi|assalam\w*|ma?kasih|terima kasih|thanks?|tolong)\b\D*$"
    r"|^\s*(?:kirim(?:kan)?|dikirim|antar|paket) ke\s*[:.]*\s*$"
    r"|^\s*(?:ini )?alamat(?: saya| lengkap)?(?: ya)?\s*[:.]*\s*$",
    re.IGNORECASE,
)
_LEFT_OVER: Final = " \t,.;-–:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What was found; None where nothing was. Nothing is checked yet."""

    name: str | None = None
    phone: str | None = None
    street: str | None = None
    district: str | None = None
    city: str | None = None
    province: str | None = None
    postcode: str | None = None


def read_pasted(text: str) -> Pasted:
    """The fields of an address in free form: labels first, then what can be told by its looks."""
    found, rest = _labelled(_without_pleasantries(text))
    _part_name_and_phone(found)
    body = found.pop("street", None)
    loose = "\n".join(line for line in ([body] if body else []) + rest)
    loose = _take_phone(found, loose)
    loose = _take_name(found, loose, labelled_street=body is not None)
    loose = _take_province(found, loose)
    loose = _take_postcode(found, loose)
    loose = _take_district(found, loose)
    loose = _take_city(found, loose)
    _take_bare_tail(found, loose)
    street = _tidy(found.pop("_street", loose))
    return Pasted(street=street or None, **found)


def _labelled(text: str) -> tuple[dict[str, str], list[str]]:
    """Lines that say what they are, and the other lines."""
    found: dict[str, str] = {}
    rest: list[str] = []
    for line in text.splitlines():
        field, value = _label_of(line)
        if field is None or field in found:
            rest.append(line)
        else:
            found[field] = value
    return found, rest


def _label_of(line: str) -> tuple[str | None, str]:
    for field, label in _LABELLED.items():
        match = label.match(line)
        if match and match.group(1).strip():
            return field, _kept_kind(field, line, match.group(1).strip())
    return None, line


def _kept_kind(field: str, line: str, value: str) -> str:
    """With the kind of city that the label itself named."""
    regency = re.match(r"\s*kab(?:upaten|\.)?\s*[:=]", line, re.IGNORECASE)
    return f"Kabupaten {value}" if field == "city" and regency else value


def _without_pleasantries(text: str) -> str:
    """Without the lines that greet, thank or only announce what comes."""
    return "\n".join(line for line in text.splitlines() if not _PLEASANTRY.match(line))


def _part_name_and_phone(found: dict[str, str]) -> None:
    """A number in brackets behind the name is the phone."""
    match = _PHONE.search(found.get("name", ""))
    if match is None or "phone" in found:
        return
    found["phone"] = match.group().strip()
    found["name"] = re.sub(r"\([\s,]*\)", "", _without(found["name"], match.start(), match.end()))
    found["name"] = found["name"].strip(_LEFT_OVER)


def _take_phone(found: dict[str, str], text: str) -> str:
    match = _PHONE.search(text)
    if match is None or "phone" in found:
        return text
    found["phone"] = match.group().strip()
    label = _PHONE_LABEL.search(text[: match.start()])
    return _without(text, label.start() if label else match.start(), match.end())


def _take_name(found: dict[str, str], text: str, *, labelled_street: bool) -> str:
    """The first line is the name when it has no digits and is followed by more."""
    if "name" in found or labelled_street:
        return text
    parts = re.split(r"[\n,]", text.strip(_LEFT_OVER + "\n"), maxsplit=1)
    name = _NAME_LABEL.sub("", parts[0].strip(_LEFT_OVER))
    if len(parts) < 2 or not _looks_like_a_name(name):
        return text
    found["name"] = name
    return parts[1]


def _looks_like_a_name(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 5 or re.search(r"\d", text):
        return False
    return (
        re.match(r"(jl|jln|jalan|gg|gang|komp|perum|rt|kec|kab|kota|desa)\b", text, re.I) is None
    )


def _take_province(found: dict[str, str], text: str) -> str:
    if "province" in found:
        return text
    hit = province_within(text)
    if hit is None:
        return text
    place, words = hit
    at = text.casefold().rindex(words.casefold())
    if _is_part_of_city(text[:at]):
        return text
    found["province"] = place.name
    head = re.sub(r"(?:prov\.?|provinsi|propinsi)\s*$", "", text[:at], flags=re.IGNORECASE)
    return _without(head + text[at:], len(head), len(head) + len(words))


def _is_part_of_city(before: str) -> bool:
    """“Kota Yogyakarta” names the city, not its province."""
    return re.search(r"\b(kota|kab\.?|kabupaten|kec\.?|kecamatan)\s+$", before, re.I) is not None


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
    found["district"] = _tidy(_up_to_city(match.group(1)))
    return _without(text, match.start(), match.start() + len(_up_to_city(match.group())))


def _up_to_city(text: str) -> str:
    return re.split(r"\s(?=(?:kab|kota)\b)", text, maxsplit=1, flags=re.IGNORECASE)[0]


def _take_city(found: dict[str, str], text: str) -> str:
    match = _CITY.search(text)
    if match is None or "city" in found:
        return text
    kind = "Kabupaten" if match.group(1).casefold().startswith("kab") else "Kota"
    found["city"] = f"{kind} {_tidy(match.group(2))}"
    return _without(text, match.start(), match.end())


def _take_bare_tail(found: dict[str, str], text: str) -> None:
    """Without labels the last words are the city, and those before it the district."""
    parts = [part for part in (_tidy(one) for one in re.split(r"[,\n]", text)) if part]
    if "city" not in found and len(parts) > 1 and not _has_number(parts[-1]):
        found["city"] = parts.pop()
    if "district" not in found and len(parts) > 1 and not _has_number(parts[-1]):
        found["district"] = parts.pop()
    found["_street"] = ", ".join(parts)


def _has_number(text: str) -> bool:
    return re.search(r"\d", text) is not None


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]},{text[end:]}"


def _tidy(text: str) -> str:
    parts = (" ".join(part.split()).strip(_LEFT_OVER) for part in re.split(r"[,\n]", text))
    return ", ".join(part for part in parts if part)

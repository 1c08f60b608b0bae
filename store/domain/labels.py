"""What people write in front of the fields of an address, and around the whole of it."""

import re
import unicodedata
from typing import Final

LEFT_OVER: Final = " \t,.;-–:/|"
_LABELS: Final = {
    "name": r"nama(?: lengkap| penerima)?|(?:nama )?penerima|atas nama|kepada|u\.?p\.?|a[./]?n\.?"
    r"|name|receiver",
    "phone": r"(?:no(?:mor)?\.? ?)?(?:hp|telp|tlp|telepon|wa|whatsapp|handphone)\.?"
    r"(?: ?/ ?(?:hp|wa|telp)\.?)?|nomor|phone",
    "street": r"alamat(?: saya| lengkap| pengiriman| rumah| kirim)?|jalan|jln|address|street",
    "district": r"kec\.?|kecamatan|distrik|district",
    "city": r"(?:kota|kab\.?|kabupaten)(?: ?/ ?(?:kota|kab\.?|kabupaten))?|city",
    "province": r"prov\.?|provinsi|propinsi|province",
    "postcode": r"kode ?pos|pos|postcode|zip",
    # These have no field of their own: they belong to the street.
    "village": r"(?:kel(?:urahan)?\.?|desa)(?: ?/ ?(?:kel(?:urahan)?\.?|desa))?",
    "hamlet": r"rt ?/? ?rw",
    "landmark": r"patokan(?: rumah)?|ancer-ancer|landmark",
}
_OF_THE_STREET: Final = {"village": "Kel.", "hamlet": "RT/RW", "landmark": "Patokan:"}
_ANY_LABEL: Final = "|".join(_LABELS.values())
_LABELLED: Final = {
    field: re.compile(rf"^\s*(?:{words})\s*[:=]\s*(.+)$", re.IGNORECASE)
    for field, words in _LABELS.items()
}
# A run of blanks or separators must not be tried from each of its signs: that squares its length.
_LABEL_INSIDE: Final = re.compile(
    rf"(?<=[^\s,;|/])[\s,;|/]{{1,8}}((?:{_ANY_LABEL})\s{{0,4}}[:=])", re.IGNORECASE
)
_LABEL_ABOVE: Final = re.compile(
    rf"^([^\S\n]{{0,8}}(?:{_ANY_LABEL})[^\S\n]{{0,4}}[:=])[^\S\n]*\n",
    re.IGNORECASE | re.MULTILINE,
)
_LABEL_ALONE: Final = re.compile(rf"^\s*(?:{_ANY_LABEL})\s*[:=]\s*$", re.IGNORECASE)
_PLEASANTRY: Final = re.compile(
    r"^\D*\b(?:halo|hai|hallo|permisi|assalam\w*|ma?kasih|terima kasih|thanks?|tolong)\b\D*$"
    r"|^\s*(?:tolong )?(?:kirim(?:kan)?|dikirim|antar|paket) ke(?: alamat)?(?: ini)?\s*[:.]*\s*$"
    r"|^\s*(?:ini )?(?:alamat|data)(?: saya| lengkap| pengiriman)?(?:nya)?(?: ya)?(?: kak)?"
    r"\s*[:.]*\s*$"
    r"|^\s*format (?:order|pemesanan|pengiriman)\W*$"
    r"|^\s*(?:order|pesanan|barang|produk|jumlah|ukuran|warna)\s*[:=].*$",
    re.IGNORECASE,
)


def plain_lines(text: str) -> list[str]:
    """Without pictures and bold, greetings and empty labels; each label begins a line."""
    drawn = {"So", "Sk", "Cf", "Mn"}
    composed = unicodedata.normalize("NFC", text).replace("*", "")
    plain = "".join(" " if unicodedata.category(one) in drawn else one for one in composed)
    plain = _LABEL_ABOVE.sub(r"\1 ", re.sub(r"[|;]", ",", plain))
    lines = _LABEL_INSIDE.sub(r"\n\1", plain).splitlines()
    return [one for one in lines if not _PLEASANTRY.match(one) and not _LABEL_ALONE.match(one)]


def labelled(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """Lines that say what they are, and the other lines."""
    found: dict[str, str] = {}
    rest: list[str] = []
    for line in lines:
        field, value = _label_of(line)
        if field in _OF_THE_STREET:
            rest.append(f"{_of_the_street(field, line)} {value}")
        elif field is None or field in found:
            rest.append(line)
        else:
            found[field] = value
    return found, rest


def _label_of(line: str) -> tuple[str | None, str]:
    for field, label in _LABELLED.items():
        match = label.match(line)
        if match and match.group(1).strip(LEFT_OVER):
            return field, _kept_kind(field, line, match.group(1).strip())
    return None, line


def _of_the_street(field: str, line: str) -> str:
    """How such a part is called in front of its words."""
    return "Desa" if re.match(r"\s*desa\s*[:=]", line, re.IGNORECASE) else _OF_THE_STREET[field]


def _kept_kind(field: str, line: str, value: str) -> str:
    """With the kind of city that the label itself named."""
    kind = re.match(r"\s*(?:(kab(?:upaten|\.)?)|kota)\s*[:=]", line, re.IGNORECASE)
    if field != "city" or kind is None or re.match(r"(?:kab|kota)", value, re.IGNORECASE):
        return value
    return f"Kabupaten {value}" if kind.group(1) else f"Kota {value}"

"""What people type, made safe to keep and to show."""

import unicodedata
from typing import Final

from store.errors import FieldMissing, FieldTooLong, FieldUnreadable

_JOINER: Final = "\u200d"
_MARKS_IN_A_ROW: Final = 4
_DROPPED: Final = frozenset({"Cc", "Cf", "Co", "Cn"})


def clean(text: str, *, field: str, limit: int, lines: bool = False) -> str:
    """The text normalised, without invisible signs; refuses what cannot be mended."""
    if any(unicodedata.category(sign) == "Cs" for sign in text):
        raise FieldUnreadable(field=field)
    seen = _thin_marks(_visible(unicodedata.normalize("NFC", text)))
    tidy = _tidy_lines(seen) if lines else " ".join(seen.split())
    if utf16_length(tidy) > limit:
        raise FieldTooLong(field=field, limit=limit)
    return tidy


def required(text: str, *, field: str, limit: int, lines: bool = False) -> str:
    """The same for a field that must not stay empty."""
    tidy = clean(text, field=field, limit=limit, lines=lines)
    if not tidy.replace(_JOINER, "").strip():
        raise FieldMissing(field=field)
    return tidy


def optional(text: str | None, *, field: str, limit: int, lines: bool = False) -> str | None:
    """The same for a field that may stay empty; empty means None."""
    if text is None:
        return None
    return clean(text, field=field, limit=limit, lines=lines) or None


def tame(name: str) -> str:
    """What somebody else has chosen to be called, as others may see it; nothing is refused."""
    mended = name.encode("utf-16-le", "ignore").decode("utf-16-le", "ignore")
    return clean(mended, field="name", limit=utf16_length(mended))


def utf16_length(text: str) -> int:
    """The length as messengers count it."""
    return len(text.encode("utf-16-le")) // 2


def _visible(text: str) -> str:
    """Without control and format signs; blanks of every kind become plain ones."""
    return "".join(_visible_sign(sign) for sign in text)


def _visible_sign(sign: str) -> str:
    if sign in {"\n", _JOINER}:
        return sign
    if sign.isspace():
        return "\n" if sign in "\r\u2028\u2029\x0b\x0c\x85" else " "
    return "" if unicodedata.category(sign) in _DROPPED else sign


def _thin_marks(text: str) -> str:
    """With at most a few combining marks on one letter, so that no line grows into the next."""
    kept: list[str] = []
    marks = 0
    for sign in text:
        marks = marks + 1 if unicodedata.category(sign) in {"Mn", "Me"} else 0
        if marks <= _MARKS_IN_A_ROW:
            kept.append(sign)
    return "".join(kept)


def _tidy_lines(text: str) -> str:
    """Each line tidy, at most one empty line between two."""
    rows: list[str] = []
    for row in (" ".join(line.split()) for line in text.split("\n")):
        if row or (rows and rows[-1]):
            rows.append(row)
    return "\n".join(rows).strip("\n")

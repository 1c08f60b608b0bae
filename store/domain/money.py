"""Money is whole rupiah and nothing else."""

import re
from typing import Final, NewType

Rupiah = NewType("Rupiah", int)

_WRITTEN: Final = re.compile(
    r"(?:rp\.?\s*)?(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+)(?:[.,]-|,00)?"
    r"\s*(?P<times>rb|ribu|k|jt|juta)?",
    re.IGNORECASE,
)
_TIMES: Final = {"rb": 1_000, "ribu": 1_000, "k": 1_000, "jt": 1_000_000, "juta": 1_000_000}


def read_rupiah(text: str) -> Rupiah | None:
    """A sum as people write it: 271.317, Rp271317, 270rb; None where it is none."""
    match = _WRITTEN.fullmatch(text.strip())
    if match is None or not match["number"].isascii() or len(match["number"]) > 15:
        return None
    number = int(match["number"].replace(".", "").replace(",", ""))
    return Rupiah(number * _TIMES.get((match["times"] or "").lower(), 1))

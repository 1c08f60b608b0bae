"""Where a postcode can be, as far as its first digit tells."""

from typing import Final

from store.domain.provinces import province

# By the official number of the province: Sumatra 2 and 3, Jakarta and around it 1, the rest of
# Java 4 to 6, Kalimantan 7, Bali and Nusa Tenggara 8, everything east of it 9.
_FIRST_DIGITS: Final = {
    **dict.fromkeys((11, 12, 13, 14, 21), "2"),
    **dict.fromkeys((15, 16, 17, 18, 19), "3"),
    31: "1",
    **dict.fromkeys((32, 36), "14"),
    **dict.fromkeys((33, 34), "5"),
    35: "6",
    **dict.fromkeys((51, 52, 53), "8"),
    **dict.fromkeys((61, 62, 63, 64, 65), "7"),
}
_EAST: Final = "9"


def can_be_in(postcode: str, province_name: str) -> bool:
    """Whether such a postcode exists in the province of this official name."""
    return postcode[0] in _FIRST_DIGITS.get(province(province_name).code, _EAST)

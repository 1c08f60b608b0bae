"""One-time links: what they open, how long they live, and how their tokens are written."""

import base64
from datetime import timedelta
from enum import StrEnum
from typing import Final

TOKEN_BITS: Final = 128
LINK_LIFE: Final = timedelta(minutes=15)


class LinkPurpose(StrEnum):
    """What a link makes of whoever opens it."""

    SHOP = "SHOP"
    OPERATOR = "OPERATOR"
    GROUP = "GROUP"


def write_token(number: int) -> str:
    """The token of a random number of 128 bits, in characters that a link may hold."""
    raw = number.to_bytes(TOKEN_BITS // 8, "big")
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

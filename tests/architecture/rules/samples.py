"""Makes one believable value of any kind that crosses a border, by its annotations."""

import dataclasses
from datetime import UTC, date, datetime
from enum import Enum
from types import UnionType
from typing import Any, Final, NewType, Union, get_args, get_origin, get_type_hints

from store.domain.actor import Role
from store.domain.cancellation import Reason, Why
from store.domain.refund import RefundState
from store.domain.seller_cancel import SellerWhy

PLAIN: Final[dict[type, object]] = {
    int: 3,
    str: "Ratna",
    bool: True,
    datetime: datetime(2026, 11, 23, 16, 59, tzinfo=UTC),
    date: date(2026, 11, 25),
}
# What stands in fields of plain text that the screens look up: codes, kept as text so that an old
# row can still be read, and the reference of an order.
CODES: Final[dict[str, str]] = {
    "reason": Reason.BY_MISTAKE,
    "why": Why.PARCEL_LEFT,
    "ref": "7Q4M29XTDA",
    "role": Role.OWNER,
    "refund_state": RefundState.SENT,
    "seller_why": SellerWhy.PARCEL_LEFT,
}


def sample(kind: type) -> Any:
    """A record of this kind with every field filled."""
    hints = get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    return kind(**{name: _field(name, hints[name]) for name in names})


def _field(name: str, hint: Any) -> object:
    is_text = hint in (str, str | None)
    return CODES[name] if is_text and name in CODES else _value(hint)


def _value(hint: Any) -> object:
    if isinstance(hint, NewType):
        return _value(hint.__supertype__)
    if get_origin(hint) in (Union, UnionType):
        return _value(get_args(hint)[0])
    if get_origin(hint) is tuple:
        return (_value(get_args(hint)[0]),)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return sample(hint)
    return PLAIN[hint]

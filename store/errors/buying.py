"""Refusals on the way to an order."""

from dataclasses import dataclass
from typing import ClassVar

from store.errors.base import Rejected


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantLeft:
    """A variant that can be bought instead."""

    variant_id: int
    name: str
    stock: int


@dataclass(kw_only=True, eq=False)
class OutOfStock(Rejected):
    """There is not enough left; what else of the same product there is."""

    code: ClassVar[str] = "out_of_stock"
    variant_id: int
    title: str
    variant_name: str
    asked: int
    left: int
    alternatives: tuple[VariantLeft, ...] = ()


@dataclass(kw_only=True, eq=False)
class QuantityRefused(Rejected):
    """Fewer than one or more than the limit were asked for."""

    code: ClassVar[str] = "quantity_refused"
    asked: int
    limit: int


@dataclass(kw_only=True, eq=False)
class CheckoutChanged(Rejected):
    """What the buyer saw is not true any more; `changed` names the lines."""

    code: ClassVar[str] = "checkout_changed"
    changed: tuple[str, ...]


@dataclass(kw_only=True, eq=False)
class CheckoutIncomplete(Rejected):
    """Something is still missing before the order can be placed."""

    code: ClassVar[str] = "checkout_incomplete"
    missing: tuple[str, ...]

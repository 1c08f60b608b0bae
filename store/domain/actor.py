"""Who is acting, and what this person may do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from store.domain.language import Language
from store.domain.zones import Zone
from store.errors import NotAllowed, NotFound


class Role(StrEnum):
    """What a person is in a shop."""

    OWNER = "OWNER"
    STAFF = "STAFF"


class Bought(Protocol):
    """Anything that belongs to a buyer."""

    @property
    def buyer_id(self) -> int:
        """The person who bought it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The person behind a press or a message."""

    id: int
    name: str
    language: Language
    zone: Zone
    memberships: Mapping[int, Role] = field(default_factory=dict)
    is_operator: bool = False

    def must_buy(self, order: Bought) -> None:
        """Refuse what another person bought, in the words used for what does not exist."""
        if order.buyer_id != self.id:
            raise NotFound(what="order")

    def sells_for(self, shop_id: int) -> bool:
        """Whether this person works in the shop."""
        return shop_id in self.memberships

    def must_sell(self, shop_id: int) -> None:
        """Refuse everybody who does not work in the shop."""
        if not self.sells_for(shop_id):
            raise NotAllowed(shop_id=shop_id)

    def owns(self, shop_id: int) -> bool:
        """Whether this person is an owner of the shop."""
        return self.memberships.get(shop_id) is Role.OWNER

    def must_operate(self) -> None:
        """Refuse everybody who does not run the marketplace."""
        if not self.is_operator:
            raise NotAllowed(shop_id=0, needs="operator")

    def must_own(self, shop_id: int) -> None:
        """Refuse everybody who is not an owner of the shop."""
        self.must_sell(shop_id)
        if not self.owns(shop_id):
            raise NotAllowed(shop_id=shop_id, needs="owner")

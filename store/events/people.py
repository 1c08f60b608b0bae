"""What happens to the people of a shop."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from store.domain.actor import Role
from store.events.base import Event


@dataclass(frozen=True, kw_only=True)
class MembershipEvent(Event):
    """The facts that are told when somebody comes or goes."""

    shop_id: int
    shop_name: str
    person_id: int
    person_name: str
    at: datetime

    @property
    def subject(self) -> str:
        """This person in this shop, this time: people may come back."""
        return f"member:{self.shop_id}:{self.person_id}:{self.at.timestamp():.6f}"


@dataclass(frozen=True, kw_only=True)
class MemberJoined(MembershipEvent):
    """Somebody opened a link into the shop; told to its owners."""

    name: ClassVar[str] = "member_joined"

    role: Role


@dataclass(frozen=True, kw_only=True)
class MemberRemoved(MembershipEvent):
    """Somebody does not work in the shop any more; told to that person."""

    name: ClassVar[str] = "member_removed"

"""What happens to the group in which a shop's people are told."""

from dataclasses import dataclass
from typing import ClassVar

from store.events.base import Event


@dataclass(frozen=True, kw_only=True)
class GroupEvent(Event):
    """The facts that are told about a shop's group; `number` counts its groups."""

    shop_id: int
    shop_name: str
    title: str
    number: int

    @property
    def subject(self) -> str:
        """The shop's group."""
        return f"group:{self.shop_id}"

    @property
    def occasion(self) -> str:
        """This group: a shop may have one after the other."""
        return f"{self.subject}:{self.number}"


@dataclass(frozen=True, kw_only=True)
class GroupBound(GroupEvent):
    """The shop's people are told in this group from now on; told to its owners."""

    name: ClassVar[str] = "group_bound"

    by: str


@dataclass(frozen=True, kw_only=True)
class GroupLost(GroupEvent):
    """The owners are told in private again; `by` is None where the group itself is gone."""

    name: ClassVar[str] = "group_lost"

    by: str | None

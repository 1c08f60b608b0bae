"""Whom the shop tells, and under which heading it is kept."""

from dataclasses import dataclass
from enum import StrEnum


class NoticeKind(StrEnum):
    """A heading of the inbox."""

    ORDERS = "ORDERS"
    CANCELLATIONS = "CANCELLATIONS"
    PROMOTIONS = "PROMOTIONS"
    SHOP_MESSAGES = "SHOP_MESSAGES"
    SYSTEM = "SYSTEM"


class RecipientKind(StrEnum):
    """A person in private, or a shop's people together."""

    PERSON = "PERSON"
    SHOP = "SHOP"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody who is told."""

    kind: RecipientKind
    id: int

    def __str__(self) -> str:
        return f"{self.kind.lower()}:{self.id}"


def person(person_id: int) -> Recipient:
    """The person in private."""
    return Recipient(kind=RecipientKind.PERSON, id=person_id)


def shop(shop_id: int) -> Recipient:
    """The shop's chat and every member's inbox."""
    return Recipient(kind=RecipientKind.SHOP, id=shop_id)

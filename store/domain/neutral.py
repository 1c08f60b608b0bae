"""Who may decide between a buyer and a shop: an operator who is neither."""

from typing import Protocol

from store.domain.actor import Actor
from store.errors import OwnAffair


class Judged(Protocol):
    """What has two sides."""

    @property
    def buyer_id(self) -> int:
        """The person who bought it."""

    @property
    def shop_id(self) -> int:
        """The shop that sells it."""


def must_be_neutral(actor: Actor, order: Judged) -> None:
    """Refuse everybody but an operator who is neither the buyer nor works in the shop.

    Raises NotAllowed or OwnAffair.
    """
    actor.must_operate()
    if actor.id == order.buyer_id or actor.sells_for(order.shop_id):
        raise OwnAffair

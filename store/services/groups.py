"""The group in which a shop's people are told: who may choose it, and who hears of that.

Which group it is stands with whoever carries the messages; here are the rights and the news.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor, Role
from store.domain.inbox import NoticeKind, person
from store.domain.links import TOKEN_BITS, LinkPurpose, write_token
from store.errors import LinkUnknown
from store.events.groups import GroupBound, GroupEvent, GroupLost
from store.views.catalogue import ShopCard


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupService:
    """Links that make a group a shop's own, and the news of it."""

    begin: UnitOfWork
    now: Callable[[], datetime]
    randbits: Callable[[int], int]

    async def shop(self, actor: Actor, shop_id: int) -> ShopCard:
        """The shop, for its people."""
        async with self.begin() as tx:
            (await _as_now(tx, actor)).must_sell(shop_id)
            return await tx.shops.card(shop_id)

    async def shop_to_change(self, actor: Actor, shop_id: int) -> ShopCard:
        """The shop, for its owners."""
        async with self.begin() as tx:
            (await _as_now(tx, actor)).must_own(shop_id)
            return await tx.shops.card(shop_id)

    async def open_link(self, actor: Actor, shop_id: int) -> str:
        """The token of a fresh link for an owner: works once, for fifteen minutes."""
        async with self.begin() as tx:
            (await _as_now(tx, actor)).must_own(shop_id)
            token = write_token(self.randbits(TOKEN_BITS))
            tx.links.add(token, purpose=LinkPurpose.GROUP, at=self.now(), shop_id=shop_id)
            return token

    async def use_link(self, actor: Actor, token: str) -> ShopCard:
        """The shop behind the link, used up by this; in other hands than an owner's it stays."""
        async with self.begin() as tx:
            link = await tx.links.use(
                token, purpose=LinkPurpose.GROUP, person_id=actor.id, at=self.now()
            )
            if link.shop_id is None:
                raise LinkUnknown
            (await _as_now(tx, actor)).must_own(link.shop_id)
            return await tx.shops.card(link.shop_id)

    async def tell_bound(self, actor: Actor, shop_id: int, *, title: str, number: int) -> None:
        """The owners hear that the shop has a group; who chose it finds that in the inbox."""
        async with self.begin() as tx:
            shop = await tx.shops.get(shop_id)
            event = GroupBound(
                shop_id=shop_id, shop_name=shop.name, title=title, number=number, by=actor.name
            )
            await _tell_owners(tx, event, knows=actor)

    async def tell_lost(
        self, actor: Actor | None, shop_id: int, *, title: str, number: int
    ) -> None:
        """The owners hear that they are told in private again."""
        async with self.begin() as tx:
            shop = await tx.shops.get(shop_id)
            event = GroupLost(
                shop_id=shop_id,
                shop_name=shop.name,
                title=title,
                number=number,
                by=actor.name if actor is not None else None,
            )
            await _tell_owners(tx, event, knows=actor)


async def _as_now(tx: Transaction, actor: Actor) -> Actor:
    """The actor with the rights of this moment."""
    return replace(actor, memberships=await tx.people.memberships(actor.id))


async def _tell_owners(tx: Transaction, event: GroupEvent, *, knows: Actor | None) -> None:
    """Push it to every owner but the one who has just done it and seen it."""
    for member in await tx.shops.members(event.shop_id):
        if member.role is not Role.OWNER:
            continue
        push = knows is None or member.person_id != knows.id
        recipient = person(member.person_id)
        await tx.outbox.tell(recipient, event, kind=NoticeKind.SYSTEM, push=push)

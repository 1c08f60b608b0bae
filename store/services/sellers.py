"""Who works in a shop, and how they got in."""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from store.db.uow import UnitOfWork
from store.domain.actor import Actor, Role
from store.views.catalogue import ShopCard
from store.views.people import Member

TOKEN_BITS: Final = 128
LINK_LIFE: Final = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class SellerService:
    """Links into a shop and the people behind them."""

    begin: UnitOfWork
    now: Callable[[], datetime]
    randbits: Callable[[int], int]

    async def open_link(self, shop_slug: str, *, role: Role) -> str:
        """The token of a fresh link: works once, for fifteen minutes, and is told only here."""
        token = _token(self.randbits(TOKEN_BITS))
        at = self.now()
        async with self.begin() as tx:
            shop = await tx.shops.get_by_slug(shop_slug)
            tx.links.add(token, shop_id=shop.id, role=role, at=at, expires_at=at + LINK_LIFE)
        return token

    async def join(self, actor: Actor, token: str) -> ShopCard:
        """Give the person the link's place in the shop and use the link up."""
        async with self.begin() as tx:
            link = await tx.links.use(token, person_id=actor.id, at=self.now())
            await tx.shops.place(link.shop_id, actor.id, role=link.role, at=self.now())
            return await tx.shops.card(link.shop_id)

    async def shops_of(self, actor: Actor) -> tuple[ShopCard, ...]:
        """The shops in which the person works, as it is now."""
        async with self.begin() as tx:
            return await tx.shops.cards(shop_ids=await tx.people.memberships(actor.id))

    async def members(self, shop_id: int) -> tuple[Member, ...]:
        """The shop's people, owners first."""
        async with self.begin() as tx:
            return await tx.shops.members(shop_id)


def _token(number: int) -> str:
    raw = number.to_bytes(TOKEN_BITS // 8, "big")
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()

"""Who works in a shop, how they got in, and how they leave."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.db.models.people import PersonRow
from store.db.models.shops import ShopRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor, Role
from store.domain.inbox import NoticeKind, person
from store.domain.links import TOKEN_BITS, LinkPurpose, write_token
from store.errors import AlreadyWorksThere, NotAllowed, NotFound
from store.events.people import MemberJoined, MemberRemoved
from store.views.catalogue import ShopCard
from store.views.people import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class SellerService:
    """Links into a shop and the people behind them."""

    begin: UnitOfWork
    now: Callable[[], datetime]
    randbits: Callable[[int], int]

    async def open_link(self, shop_slug: str, *, role: Role) -> str:
        """The token of a fresh link: works once, for fifteen minutes, and is told only here."""
        async with self.begin() as tx:
            shop = await tx.shops.get_by_slug(shop_slug)
            return self._link(tx, shop.id, role)

    async def invite(self, actor: Actor, shop_id: int) -> str:
        """The same for a new member of the staff, by an owner of the shop."""
        async with self.begin() as tx:
            (await _as_now(tx, actor)).must_own(shop_id)
            return self._link(tx, shop_id, Role.STAFF)

    async def join(self, actor: Actor, token: str) -> ShopCard:
        """Give the person the link's place in the shop, use the link up, tell the owners.

        Whoever has that place, or a better one, leaves the link to somebody else.
        """
        async with self.begin() as tx:
            link = await tx.links.use(
                token, purpose=LinkPurpose.SHOP, person_id=actor.id, at=self.now()
            )
            assert link.shop_id is not None
            assert link.role is not None
            members = {one.person_id: one.role for one in await tx.shops.members(link.shop_id)}
            held = members.get(actor.id)
            if held in (link.role, Role.OWNER):
                name = (await tx.shops.get(link.shop_id)).name
                raise AlreadyWorksThere(shop_id=link.shop_id, shop_name=name, role=held)
            await tx.shops.place(link.shop_id, actor.id, role=link.role, at=self.now())
            if held is None:
                await self._tell_owners(tx, actor, link.shop_id, link.role)
            return await tx.shops.card(link.shop_id)

    async def shops_of(self, actor: Actor) -> tuple[ShopCard, ...]:
        """The shops in which the person works, as it is now."""
        async with self.begin() as tx:
            return await tx.shops.cards(shop_ids=await tx.people.memberships(actor.id))

    async def shop(self, actor: Actor, shop_id: int) -> ShopCard:
        """A shop in which the person works."""
        async with self.begin() as tx:
            (await _as_now(tx, actor)).must_sell(shop_id)
            return await tx.shops.card(shop_id)

    async def members(self, shop_id: int) -> tuple[Member, ...]:
        """The shop's people, owners first."""
        async with self.begin() as tx:
            return await tx.shops.members(shop_id)

    async def is_without_people(self, shop_slug: str) -> bool:
        """Whether the shop is there and nobody works in it yet."""
        async with self.begin() as tx:
            shop = await tx.shops.find_by_slug(shop_slug)
            return shop is not None and not await tx.shops.members(shop.id)

    async def colleagues(self, actor: Actor, shop_id: int) -> tuple[Member, ...]:
        """The same, for one of them."""
        async with self.begin() as tx:
            (await _as_now(tx, actor)).must_sell(shop_id)
            return await tx.shops.members(shop_id)

    async def remove(self, actor: Actor, shop_id: int, person_id: int) -> Member:
        """Take somebody out of the shop and tell them; it never loses its last owner.

        Owners remove anybody, everybody removes themselves.
        """
        async with self.begin() as tx:
            shop = await tx.shops.lock(shop_id)
            rights = await _as_now(tx, actor)
            rights.must_sell(shop_id)
            if person_id != actor.id:
                rights.must_own(shop_id)
            members = await tx.shops.members(shop_id)
            member = next((one for one in members if one.person_id == person_id), None)
            if member is None:
                raise NotFound(what="member")
            if [one for one in members if one.role is Role.OWNER] == [member]:
                raise NotAllowed(shop_id=shop_id, needs="second_owner")
            await tx.shops.dismiss(shop_id, person_id)
            await self._tell_removed(tx, shop, member, pushed=person_id != actor.id)
            return member

    def _link(self, tx: Transaction, shop_id: int, role: Role) -> str:
        token = write_token(self.randbits(TOKEN_BITS))
        tx.links.add(token, purpose=LinkPurpose.SHOP, at=self.now(), shop_id=shop_id, role=role)
        return token

    async def _tell_owners(self, tx: Transaction, actor: Actor, shop_id: int, role: Role) -> None:
        event = MemberJoined(
            shop_id=shop_id,
            shop_name=(await tx.shops.get(shop_id)).name,
            person_id=actor.id,
            person_name=actor.name,
            at=self.now(),
            role=role,
        )
        for member in await tx.shops.members(shop_id):
            if member.role is Role.OWNER and member.person_id != actor.id:
                await tx.outbox.tell(person(member.person_id), event, kind=NoticeKind.SYSTEM)

    async def _tell_removed(
        self, tx: Transaction, shop: ShopRow, member: Member, *, pushed: bool
    ) -> None:
        event = MemberRemoved(
            shop_id=shop.id,
            shop_name=shop.name,
            person_id=member.person_id,
            person_name=member.name,
            at=self.now(),
        )
        recipient = person(member.person_id)
        await tx.outbox.tell(recipient, event, kind=NoticeKind.SYSTEM, push=pushed)


async def _as_now(tx: Transaction, actor: Actor) -> Actor:
    """The actor with the rights of this moment, however long the screen was open."""
    known: PersonRow = await tx.people.get(actor.id)
    return Actor(
        id=known.id,
        name=known.name,
        language=known.language,
        zone=known.known_zone,
        memberships=await tx.people.memberships(known.id),
    )

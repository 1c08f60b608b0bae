"""Finding and keeping shops, their people and their courier tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.catalogue import ProductRow
from store.db.models.people import PersonRow
from store.db.models.shops import CourierServiceRow, ShopMemberRow, ShopRow
from store.db.reading import find
from store.domain.actor import Role
from store.domain.money import Rupiah
from store.domain.shipment import CourierRate
from store.errors import NotFound
from store.views.catalogue import ShopCard
from store.views.people import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class Shops:
    """The tables of shops."""

    session: AsyncSession

    async def get(self, shop_id: int) -> ShopRow:
        """The shop, or NotFound."""
        shop = await find(self.session, ShopRow, shop_id)
        if shop is None:
            raise NotFound(what="shop")
        return shop

    async def find_by_slug(self, slug: str) -> ShopRow | None:
        """The shop of this short name, if there is one."""
        return await self.session.scalar(select(ShopRow).where(ShopRow.slug == slug))

    async def get_by_slug(self, slug: str) -> ShopRow:
        """The shop of this short name, or NotFound."""
        shop = await self.find_by_slug(slug)
        if shop is None:
            raise NotFound(what="shop")
        return shop

    def add(self, shop: ShopRow) -> None:
        """Open a new shop."""
        self.session.add(shop)

    async def cards(self, *, shop_ids: Iterable[int] | None = None) -> tuple[ShopCard, ...]:
        """All shops, or those asked for, by name."""
        products = func.count(ProductRow.id)
        query = (
            select(ShopRow, products)
            .outerjoin(ProductRow, ProductRow.shop_id == ShopRow.id)
            .group_by(ShopRow.id)
            .order_by(ShopRow.name, ShopRow.id)
        )
        if shop_ids is not None:
            query = query.where(ShopRow.id.in_(tuple(shop_ids)))
        rows = await self.session.execute(query)
        return tuple(_card(shop, count) for shop, count in rows)

    async def card(self, shop_id: int) -> ShopCard:
        """One shop, or NotFound."""
        cards = await self.cards(shop_ids=(shop_id,))
        if not cards:
            raise NotFound(what="shop")
        return cards[0]

    async def rates(self, shop_id: int) -> tuple[CourierRate, ...]:
        """The shop's courier table."""
        rows = await self.session.scalars(
            select(CourierServiceRow)
            .where(CourierServiceRow.shop_id == shop_id)
            .order_by(CourierServiceRow.id)
        )
        return tuple(_rate(row) for row in rows)

    async def replace_rates(self, shop_id: int, rates: Iterable[CourierRate]) -> None:
        """Exactly these couriers from now on."""
        await self.session.execute(
            delete(CourierServiceRow).where(CourierServiceRow.shop_id == shop_id)
        )
        self.session.add_all(
            CourierServiceRow(
                shop_id=shop_id,
                courier=rate.courier,
                service=rate.service,
                reach=rate.reach,
                fee=rate.fee,
                days_from=rate.days_from,
                days_to=rate.days_to,
            )
            for rate in rates
        )
        await self.session.flush()

    async def members(self, shop_id: int) -> tuple[Member, ...]:
        """The shop's people, owners first."""
        rows = await self.session.execute(
            select(ShopMemberRow, PersonRow)
            .join(PersonRow, PersonRow.id == ShopMemberRow.person_id)
            .where(ShopMemberRow.shop_id == shop_id)
            .order_by(ShopMemberRow.role, ShopMemberRow.joined_at, PersonRow.id)
        )
        return tuple(_member(place, person) for place, person in rows)

    async def lock(self, shop_id: int) -> ShopRow:
        """The shop, held until the end of the transaction."""
        query = select(ShopRow).where(ShopRow.id == shop_id).with_for_update()
        shop = await self.session.scalar(query)
        if shop is None:
            raise NotFound(what="shop")
        return shop

    async def dismiss(self, shop_id: int, person_id: int) -> None:
        """Take a person out of the shop; safe to repeat."""
        held = await self.session.get(ShopMemberRow, (shop_id, person_id))
        if held is not None:
            await self.session.delete(held)
            await self.session.flush()

    async def place(self, shop_id: int, person_id: int, *, role: Role, at: datetime) -> None:
        """Give a person a place in the shop; an owner stays one."""
        held = await self.session.get(ShopMemberRow, (shop_id, person_id))
        if held is None:
            self.session.add(
                ShopMemberRow(shop_id=shop_id, person_id=person_id, role=role, joined_at=at)
            )
        elif role is Role.OWNER:
            held.role = role
        await self.session.flush()


def _card(shop: ShopRow, products: int) -> ShopCard:
    return ShopCard(
        id=shop.id,
        slug=shop.slug,
        name=shop.name,
        verified=shop.verified,
        language=shop.language,
        zone=shop.zone,
        province=shop.province,
        city=shop.city,
        free_shipping_from=shop.free_shipping_from,
        products=products,
    )


def _rate(row: CourierServiceRow) -> CourierRate:
    return CourierRate(
        courier=row.courier,
        service=row.service,
        reach=row.reach,
        fee=Rupiah(row.fee),
        days_from=row.days_from,
        days_to=row.days_to,
    )


def _member(place: ShopMemberRow, person: PersonRow) -> Member:
    return Member(
        person_id=person.id,
        name=person.name,
        role=place.role,
        language=person.language,
        zone=person.known_zone,
    )

"""Finding and keeping persons."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.people import PersonRow
from store.db.models.shops import ShopMemberRow
from store.domain.actor import Role
from store.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The table of persons."""

    session: AsyncSession

    async def find(self, person_id: int) -> PersonRow | None:
        """The person, if they ever wrote."""
        return await self.session.get(PersonRow, person_id)

    async def get(self, person_id: int) -> PersonRow:
        """The person, or NotFound."""
        person = await self.find(person_id)
        if person is None:
            raise NotFound(what="person")
        return person

    def add(self, person: PersonRow) -> None:
        """Keep a person who wrote for the first time."""
        self.session.add(person)

    async def memberships(self, person_id: int) -> dict[int, Role]:
        """The shops in which the person works, with the role there."""
        rows = await self.session.execute(
            select(ShopMemberRow.shop_id, ShopMemberRow.role)
            .where(ShopMemberRow.person_id == person_id)
            .order_by(ShopMemberRow.shop_id)
        )
        return {shop_id: role for shop_id, role in rows}

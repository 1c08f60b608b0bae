"""Finding and keeping persons."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.people import KeptKindRow, OperatorRow, PersonRow
from store.db.models.shops import ShopMemberRow
from store.domain.actor import Role
from store.domain.inbox import NoticeKind
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

    async def is_operator(self, person_id: int) -> bool:
        """Whether the person runs the marketplace."""
        return await self.session.get(OperatorRow, person_id) is not None

    async def make_operator(self, person_id: int, *, at: datetime) -> None:
        """Let the person run the marketplace; safe to repeat."""
        if not await self.is_operator(person_id):
            self.session.add(OperatorRow(person_id=person_id, since=at))
            await self.session.flush()

    async def operators(self) -> tuple[int, ...]:
        """Everybody who runs the marketplace, the oldest first."""
        query = select(OperatorRow.person_id).order_by(OperatorRow.since, OperatorRow.person_id)
        return tuple(await self.session.scalars(query))

    async def kept_kinds(self, person_id: int) -> frozenset[NoticeKind]:
        """The kinds of notices that the person only keeps."""
        rows = await self.session.scalars(
            select(KeptKindRow.kind).where(KeptKindRow.person_id == person_id)
        )
        return frozenset(rows)

    async def keep_kind(self, person_id: int, kind: NoticeKind) -> None:
        """Only keep this kind from now on; safe to repeat."""
        if await self.session.get(KeptKindRow, (person_id, kind)) is None:
            self.session.add(KeptKindRow(person_id=person_id, kind=kind))
            await self.session.flush()

    async def tell_kinds(self, person_id: int, kind: NoticeKind | None = None) -> None:
        """Tell this kind again, or every kind."""
        query = delete(KeptKindRow).where(KeptKindRow.person_id == person_id)
        await self.session.execute(
            query if kind is None else query.where(KeptKindRow.kind == kind)
        )

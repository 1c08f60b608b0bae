"""Finding and keeping persons."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.people import KeptKindRow, OperatorRow, PersonRow
from store.db.models.shops import ShopMemberRow
from store.db.reading import find
from store.domain.actor import Role
from store.domain.inbox import NoticeKind
from store.errors import NotFound

_KNOWN: Final = (
    select(PersonRow, OperatorRow.since, ShopMemberRow.shop_id, ShopMemberRow.role)
    .outerjoin(OperatorRow, OperatorRow.person_id == PersonRow.id)
    .outerjoin(ShopMemberRow, ShopMemberRow.person_id == PersonRow.id)
    .where(PersonRow.id == bindparam("person_id"))
    .order_by(ShopMemberRow.shop_id)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A person with the rights of this moment."""

    person: PersonRow
    memberships: dict[int, Role]
    is_operator: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The table of persons."""

    session: AsyncSession

    async def find(self, person_id: int) -> PersonRow | None:
        """The person, if they ever wrote."""
        return await find(self.session, PersonRow, person_id)

    async def get(self, person_id: int) -> PersonRow:
        """The person, or NotFound."""
        person = await self.find(person_id)
        if person is None:
            raise NotFound(what="person")
        return person

    async def known(self, person_id: int) -> Known | None:
        """The person with their rights, if they ever wrote; each update begins with it."""
        rows = (await self.session.execute(_KNOWN, {"person_id": person_id})).all()
        if not rows:
            return None
        person, since, *_ = rows[0]
        places = {shop_id: role for *_, shop_id, role in rows if shop_id is not None}
        return Known(person=person, memberships=places, is_operator=since is not None)

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

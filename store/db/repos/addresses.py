"""Saved addresses, sealed on the way in and opened on the way out."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.buying import AddressRow
from store.db.sealing import Sealer
from store.domain.address import Address
from store.errors import NotFound
from store.views.addresses import AddressView


def seal_address(sealer: Sealer, address: Address, *, place: str) -> bytes:
    """The address as bytes that open only in this place."""
    return sealer.seal(json.dumps(asdict(address)).encode(), place=place)


def unseal_address(sealer: Sealer, sealed: bytes, *, place: str) -> Address:
    """The address again."""
    return Address(**json.loads(sealer.unseal(sealed, place=place)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """The table of addresses."""

    session: AsyncSession
    sealer: Sealer

    async def add(self, person_id: int, address: Address, *, at: datetime) -> AddressRow:
        """Keep a new address of this person."""
        row = AddressRow(
            person_id=person_id,
            sealed=self._sealed(person_id, address),
            created_at=at,
            used_at=at,
        )
        self.session.add(row)
        await self.session.flush()
        return row

    async def get(self, person_id: int, address_id: int) -> AddressRow:
        """The person's own address, or NotFound."""
        row = await self.session.get(AddressRow, address_id)
        if row is None or row.person_id != person_id:
            raise NotFound(what="address")
        return row

    async def mine(self, person_id: int) -> tuple[AddressRow, ...]:
        """The person's addresses, last used first."""
        rows = await self.session.scalars(
            select(AddressRow)
            .where(AddressRow.person_id == person_id)
            .order_by(AddressRow.used_at.desc(), AddressRow.id.desc())
        )
        return tuple(rows)

    async def count(self, person_id: int) -> int:
        """How many addresses the person keeps."""
        query = select(func.count(AddressRow.id)).where(AddressRow.person_id == person_id)
        return (await self.session.scalar(query)) or 0

    def change(self, row: AddressRow, address: Address) -> None:
        """Write another address into the row."""
        row.sealed = self._sealed(row.person_id, address)

    async def remove(self, row: AddressRow) -> None:
        """Forget the address; orders keep their own copy."""
        await self.session.delete(row)
        await self.session.flush()

    def view(self, row: AddressRow) -> AddressView:
        """The address as its owner sees it."""
        address = unseal_address(self.sealer, row.sealed, place=_place(row.person_id))
        return AddressView(id=row.id, version=row.version, address=address)

    def _sealed(self, person_id: int, address: Address) -> bytes:
        return seal_address(self.sealer, address, place=_place(person_id))


def _place(person_id: int) -> str:
    return f"address:{person_id}"

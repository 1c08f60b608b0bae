"""The addresses that a person keeps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.db.uow import UnitOfWork
from store.domain.actor import Actor
from store.domain.address import ADDRESSES_A_PERSON, Address, check_address
from store.errors import TooManyAddresses
from store.views.addresses import AddressView


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressService:
    """Saving, editing and forgetting addresses."""

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def save(self, actor: Actor, address: Address) -> AddressView:
        """Keep a new address; it counts as the last used."""
        checked = check_address(address)
        async with self.begin() as tx:
            if await tx.addresses.count(actor.id) >= ADDRESSES_A_PERSON:
                raise TooManyAddresses(limit=ADDRESSES_A_PERSON)
            row = await tx.addresses.add(actor.id, checked, at=self.now())
            (await tx.people.get(actor.id)).address_zone = checked.zone
            return tx.addresses.view(row)

    async def mine(self, actor: Actor) -> tuple[AddressView, ...]:
        """The person's addresses, last used first."""
        async with self.begin() as tx:
            return tuple(tx.addresses.view(row) for row in await tx.addresses.mine(actor.id))

    async def card(self, actor: Actor, address_id: int) -> AddressView:
        """One of the person's addresses."""
        async with self.begin() as tx:
            return tx.addresses.view(await tx.addresses.get(actor.id, address_id))

    async def edit(self, actor: Actor, address_id: int, address: Address) -> AddressView:
        """Write another address in its place; orders already placed keep the old one."""
        checked = check_address(address)
        async with self.begin() as tx:
            row = await tx.addresses.get(actor.id, address_id)
            tx.addresses.change(row, checked)
            await tx.session.flush()
            return tx.addresses.view(row)

    async def prefer(self, actor: Actor, address_id: int) -> AddressView:
        """Fill in this address first from now on."""
        async with self.begin() as tx:
            row = await tx.addresses.get(actor.id, address_id)
            row.used_at = self.now()
            view = tx.addresses.view(row)
            (await tx.people.get(actor.id)).address_zone = view.address.zone
            await tx.session.flush()
            return view

    async def remove(self, actor: Actor, address_id: int) -> None:
        """Forget an address; orders already placed keep theirs."""
        async with self.begin() as tx:
            await tx.addresses.remove(await tx.addresses.get(actor.id, address_id))

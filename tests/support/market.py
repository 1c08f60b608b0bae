"""A shop with people in it, in few words."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from sqlalchemy import select

from store.db.base import Base
from store.db.engine import Database
from store.db.models.catalogue import VariantRow
from store.db.uow import Seam
from store.domain.actor import Actor, Role
from store.domain.catalogue import ProductRow, ShopSheet
from store.domain.invoice import InvoiceLimits
from store.domain.money import Rupiah
from store.shop import Shop, open_shop
from store.views.catalogue import ProductPage, ShopCard
from store.views.orders import OrderPage
from tests.support.builders import a_product, a_sheet, a_shop, an_address
from tests.support.clock import Clock

Row = TypeVar("Row", bound=Base)


def counting() -> Callable[[int], int]:
    """Chance that can be foretold: 1, 2, 3, …"""
    numbers = itertools.count(1)
    return lambda _: next(numbers)


@dataclass(slots=True, kw_only=True)
class Market:
    """The shop, its clock and shortcuts to the states that tests begin with."""

    database: Database
    shop: Shop
    clock: Clock
    people: Iterator[int] = field(default_factory=lambda: itertools.count(101))

    async def person(self, name: str = "Ratna", *, language: str = "id") -> Actor:
        """Somebody who has just written for the first time."""
        return await self.shop.people.arrive(next(self.people), name=name, language_code=language)

    async def buyer(self, name: str = "Ratna") -> Actor:
        """Somebody with an address in Bandung."""
        actor = await self.person(name)
        await self.shop.addresses.save(actor, an_address())
        return actor

    async def seller(self, name: str = "Budi", *, slug: str = "toko-langkah") -> Actor:
        """The owner of a shop."""
        actor = await self.person(name)
        token = await self.shop.sellers.open_link(slug, role=Role.OWNER)
        await self.shop.sellers.join(actor, token)
        return await self.shop.people.actor(actor.id)

    async def opens(self, sheet: ShopSheet | None = None) -> ShopCard:
        """A shop opens."""
        return await self.shop.catalogue.import_shop(sheet or a_shop())

    async def sells(
        self, product: ProductRow | None = None, *, sheet: ShopSheet | None = None
    ) -> ProductPage:
        """A shop sells a product."""
        card = await self.opens(sheet)
        row = product or a_product()
        await self.shop.catalogue.import_products(card.slug, a_sheet(row))
        async with self.shop.begin() as tx:
            found = await tx.products.find_by_code(card.id, row.code)
            assert found is not None
        return await self.shop.catalogue.product(found.id)

    async def orders(self, buyer: Actor, variant_id: int, *, quantity: int = 1) -> OrderPage:
        """The buyer orders."""
        card = await self.shop.buying.open(buyer, variant_id, quantity=quantity)
        return await self.shop.buying.place(buyer, version=card.version)

    async def stock(self, variant_id: int) -> int:
        """How many are left."""
        async with self.shop.begin() as tx:
            found = await tx.session.get_one(VariantRow, variant_id)
            return found.stock

    async def rows(self, kind: type[Row]) -> Sequence[Row]:
        """What a table holds."""
        async with self.shop.begin() as tx:
            return (await tx.session.scalars(select(kind))).all()


# As Telegram has them for rupiah.
INVOICES: Final = InvoiceLimits(least=Rupiah(16_176), most=Rupiah(161_759_500))


def a_market(database: Database, *, seam: Seam | None = None) -> Market:
    """A market on this database."""
    clock = Clock()
    shop = open_shop(database, now=clock.now, randbits=counting(), seam=seam, invoices=INVOICES)
    return Market(database=database, shop=shop, clock=clock)

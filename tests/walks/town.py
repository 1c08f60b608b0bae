"""A shop with people around it, in one process, that is quiet again after every act."""

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

from bot.app import Bot
from bot.buttons.links import OPERATOR_LINK
from bot.handlers.start import JOIN
from sandbox.server import acts
from sandbox.server.chats import Chat
from sandbox.server.messages import Message
from sandbox.server.people import User
from sandbox.server.presses import Press
from store.domain.actor import Role
from store.domain.address import Address
from store.domain.catalogue import ProductRow
from store.shop import Shop
from tests.crash.rig import Place, Points, new_place, opened, settle, starts
from tests.support import shelf
from tests.support.builders import an_address

OTHER_SLUG = "toko-sore"
ADDRESS = (
    "Nama: Ratna Dewi\nHP: 0812-3456-7890\n"
    "Alamat: Jl. Melati 5 RT 02/RW 04, Kec. Coblong, Kota Bandung, Jawa Barat 40132"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A place whose bot is awake."""

    place: Place
    shop: Shop
    bot: Bot
    database: sqlite3.Connection
    pressed: list[tuple[str, Press]] = field(default_factory=list)

    def presses(
        self, name: str, message: Message, button_data: str, *, in_: Chat | None = None
    ) -> Press:
        """Press a button of a message, which may be gone from the chat meanwhile."""
        sandbox, chat = self.place.sandbox, in_ or self.chat(name)
        press = acts.press(sandbox, chat, message, button_data, by=self.person(name))
        self.pressed.append((name, press))
        return press

    async def settles(self) -> None:
        """Let the bot do all there is to do."""
        owed = self.shop.begin.owed
        while await self.bot.polling.once() or owed.is_set() or not self._quiet():
            await self.bot.lanes.idle()
            await self.bot.outgoing.idle()
            if owed.is_set():
                owed.clear()
                await self.bot.relay.drain()

    def _quiet(self) -> bool:
        return self.bot.lanes.is_idle and self.bot.outgoing.is_idle

    def person(self, name: str) -> User:
        """Somebody of the town."""
        return next(p for p in self.place.sandbox.people.values() if p.first_name == name)

    def chat(self, name: str) -> Chat:
        """Somebody's chat with the bot."""
        return self.place.chat(name)

    def screens(self, name: str) -> list[Message]:
        """The messages with buttons that are neither pushed notices nor invoices, newest first."""
        person = self.person(name)
        pushed = {
            message_id
            for chat_id, message_id in self.facts("SELECT chat_id, message_id FROM sent_notices")
            if chat_id == person.id
        }
        shown = [one for one in self.chat(name).newest_first if one.from_bot and one.labels]
        return [one for one in shown if one.id not in pushed and one.kind != "invoice"]

    def facts(self, query: str) -> list[tuple[object, ...]]:
        """What the database holds."""
        return self.database.execute(query).fetchall()


@asynccontextmanager
async def awake(place: Place) -> AsyncIterator[Town]:
    """The bot of a place, at work while the block runs."""
    async with opened(place, Points()) as (shop, bot), asyncio.TaskGroup() as group:
        await bot.take_up(group)
        with closing(sqlite3.connect(place.folder / "shop.sqlite3")) as database:
            yield Town(place=place, shop=shop, bot=bot, database=database)


async def empty_town(folder: Path, people: Sequence[tuple[str, str]]) -> Place:
    """An open shop, and people with the languages of their phones who have not come yet."""
    await asyncio.to_thread(folder.mkdir, parents=True)

    async def fill(shop: Shop) -> None:
        await shelf.fill(shop)
        other = shelf.a_shop(slug=OTHER_SLUG, name="Sore", hold=60)
        await shelf.fill(shop, *_other_shelf(), sheet=other)
        await shop.operators.collect_for(OTHER_SLUG)

    place = await new_place(folder, (), fill)
    for name, language in people:
        place.sandbox.add_person(name, language=language)
    return place


async def joins(
    place: Place, name: str, *, slug: str = shelf.SLUG, role: Role = Role.OWNER
) -> None:
    """Somebody becomes one of a shop's people by its one-time link."""
    async with opened(place, Points()) as (shop, _):
        token = await shop.sellers.open_link(slug, role=role)
    starts(name, JOIN + token)(place)
    await settle(place, Points())


async def operates(place: Place, name: str) -> None:
    """Somebody runs the marketplace."""
    async with opened(place, Points()) as (shop, _):
        token = await shop.operators.open_link()
    starts(name, OPERATOR_LINK + token)(place)
    await settle(place, Points())


async def orders(
    place: Place,
    name: str,
    *,
    times: int = 1,
    slug: str = shelf.SLUG,
    to: Address | None = None,
) -> None:
    """Somebody who has an address now and has ordered the first thing on a shop's shelf."""
    starts(name)(place)
    await settle(place, Points())
    person = next(one for one in place.sandbox.people.values() if one.first_name == name)
    async with opened(place, Points()) as (shop, _):
        buyer = await shop.people.actor(person.id)
        await shop.addresses.save(buyer, to or an_address(name=f"{name} Dewi"))
        card = next(one for one in await shop.catalogue.shops() if one.slug == slug)
        things = await shop.catalogue.products(card.id, page=1)
        pages = [await shop.catalogue.product(one.id) for one in things.items]
        variant = next(one for page in pages for one in page.variants if one.stock >= times)
        for _ in range(times):
            checkout = await shop.buying.open(buyer, variant.id)
            await shop.buying.place(buyer, version=checkout.version)
    await settle(place, Points())


def _other_shelf() -> list[ProductRow]:
    """More than a page of things, some of which are gone."""
    chance = random.Random(3)
    return [
        shelf.a_product(f"Teh Melati {number}", ("50 g", 18_000 + number, chance.randrange(4)))
        for number in range(9)
    ]

"""Victims with things worth stealing, and what a thief must neither see nor move."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

from store.domain.address import Address
from tests.crash.rig import Place, Points, opened, settle, starts
from tests.support.builders import an_address
from tests.walks.town import OTHER_SLUG, Town, empty_town, joins, orders

_T = TypeVar("_T")
RATNAS: Final = an_address(
    name="Ratna Kenanga", phone="+6281111222333", street="Jl. Rahasia Ratna 77"
)
DEWIS: Final = an_address(name="Dewi Anggrek", phone="+6282222333444", street="Gang Sunyi Dewi 8")
# Plumbing that every press writes, whoever presses.
OURS: Final = frozenset(
    {"updates", "live_screens", "sent_notices", "known_pictures", "alembic_version", "outbox"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thief:
    """Somebody who wants what is not theirs; `slug` is the shop they really work in."""

    name: str
    slug: str | None
    must_not_see: tuple[Address, ...]


THIEVES: Final = (
    Thief(name="Joko", slug=None, must_not_see=(RATNAS, DEWIS)),
    Thief(name="Dewi", slug=None, must_not_see=(RATNAS,)),
    Thief(name="Sari", slug=OTHER_SLUG, must_not_see=(RATNAS,)),
)


async def a_town_worth_robbing(folder: Path) -> Place:
    """Ratna buys at Budi's, Dewi at Sari's; Joko has only pressed Start."""
    people = [(name, "id") for name in ("Ratna", "Budi", "Dewi", "Sari", "Joko")]
    place = await empty_town(folder, people)
    await joins(place, "Budi")
    await joins(place, "Sari", slug=OTHER_SLUG)
    await orders(place, "Ratna", times=2, to=RATNAS)
    await orders(place, "Dewi", slug=OTHER_SLUG, to=DEWIS)
    await _forgets_the_address(place, "Dewi")
    starts("Joko")(place)
    await settle(place, Points())
    return place


async def _forgets_the_address(place: Place, name: str) -> None:
    """Without one nobody orders by accident while pressing whatever there is."""
    person = next(one for one in place.sandbox.people.values() if one.first_name == name)
    async with opened(place, Points()) as (shop, _):
        actor = await shop.people.actor(person.id)
        for kept in await shop.addresses.mine(actor):
            await shop.addresses.remove(actor, kept.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vault:
    """What is not the thief's."""

    town: Town
    thief: Thief
    looked: dict[str, int] = field(default_factory=dict)

    @property
    def me(self) -> int:
        """The thief's account."""
        return self.town.person(self.thief.name).id

    def contents(self) -> dict[str, list[tuple[object, ...]]]:
        """Every row of every table that belongs to somebody else."""
        tables = self.town.facts("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = sorted(str(name) for (name,) in tables if name not in OURS)
        return {
            name: self.town.facts(f"SELECT * FROM {name} WHERE {self._foreign(name)}")
            for name in names
            if not name.startswith("sqlite_")
        }

    def leaks(self) -> list[str]:
        """Words of the victims in what the thief's chat has shown since it was last looked at."""
        told = [
            str(call.parameters)
            for call in self._fresh("calls", self.town.place.sandbox.journal.calls())
            if call.parameters.get("chat_id") in (self.me, str(self.me))
        ]
        answers = [
            press.answer.text
            for name, press in self._fresh("presses", self.town.pressed)
            if name == self.thief.name and press.answer
        ]
        text = "\n".join((*told, *answers))
        return [word for word in self.secrets() if word in text]

    def _fresh(self, what: str, everything: Sequence[_T]) -> Sequence[_T]:
        """What has come since the last time."""
        before, self.looked[what] = self.looked.get(what, 0), len(everything)
        return everything[before:]

    def secrets(self) -> list[str]:
        """Names, phones and streets of the victims, and the numbers of their orders."""
        words = [w for one in self.thief.must_not_see for w in (one.name, one.phone, one.street)]
        bare = self.town.facts(f"SELECT ref FROM orders WHERE {self._foreign('orders')}")
        return words + [str(ref)[:5] for (ref,) in bare]

    def numbers(self) -> list[int]:
        """Ids that stand for other people's things; the thief's own orders are not among them."""
        found = {
            row[0]
            for rows in self.contents().values()
            for row in rows
            if rows and isinstance(row[0], int)
        }
        orders = self.town.facts("SELECT id FROM orders")
        own = {row[0] for row in orders} - {row[0] for row in self.contents()["orders"]}
        return sorted(found - own)

    def _foreign(self, table: str) -> str:
        columns = {str(row[1]) for row in self.town.facts(f"PRAGMA table_info({table})")}
        return " AND ".join(("1", *self._conditions(table, columns)))

    def _conditions(self, table: str, columns: set[str]) -> Iterator[str]:
        shops = f"SELECT id FROM shops WHERE slug = '{self.thief.slug or ''}'"
        mine = f"SELECT id FROM orders WHERE buyer_id = {self.me} OR shop_id IN ({shops})"
        goods = f"SELECT id FROM products WHERE shop_id IN ({shops})"
        if table == "people":
            yield f"id <> {self.me}"
        for column in columns & {"person_id", "buyer_id", "chat_id"}:
            yield f"coalesce({column}, 0) <> {self.me}"
        for column, owned in {"shop_id": shops, "order_id": mine, "product_id": goods}.items():
            if column in columns:
                yield f"coalesce({column}, 0) NOT IN ({owned})"

"""A shop in which anybody may do anything at any moment; a refusal is an answer like another."""

import asyncio
import shutil
import sqlite3
from collections.abc import Coroutine
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from store.db.engine import Database, open_database
from store.db.sealing import Sealer
from store.domain.actor import Actor
from store.errors import Rejected
from store.outbox.relay import Relay
from store.ports.notifier import Outcome, Parcel
from tests.conftest import in_memory
from tests.support.builders import a_product, a_shop, a_variant, an_account
from tests.support.databases import KEY, migrate
from tests.support.market import Market, a_market

_NAME = "shop.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Two buyers, a seller and an operator around one product with two variants."""

    ratna: Actor
    dewi: Actor
    budi: Actor
    olga: Actor
    variants: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Recorder:
    """Carries every parcel and writes down which it was."""

    told: list[str]

    async def deliver(self, parcel: Parcel) -> Outcome:
        """Carry it."""
        self.told.append(parcel.key)
        return Outcome.SENT


@dataclass(slots=True, kw_only=True)
class Bazaar:
    """A market with its people, led from outside of any loop."""

    runner: asyncio.Runner
    folder: Path
    database: Database
    market: Market
    cast: Cast
    seen: sqlite3.Connection
    told: list[str] = field(default_factory=list)
    counted: dict[int, int] = field(default_factory=dict)
    refused: int = 0
    done: int = 0

    def tries(self, step: Coroutine[Any, Any, object]) -> bool:
        """Take the step and say whether the shop did it; nothing but a no may stand against it."""
        try:
            self.runner.run(step)
        except Rejected:
            self.refused += 1
            return False
        self.done += 1
        return True

    def asks(self, query: str) -> list[tuple[Any, ...]]:
        """What somebody reads who looks into the file."""
        return self.seen.execute(query).fetchall()

    def ids(self, query: str) -> list[int]:
        """The first column of it."""
        return [row[0] for row in self.asks(query)]

    def plant(self, fault: str) -> None:
        """Have the database do something wrong from now on."""
        self.seen.execute(fault)
        self.seen.commit()

    def passes(self, hours: float) -> None:
        """Time passes, and what was due in it happens."""
        self.market.clock.move(hours=hours)
        self.runner.run(self.market.shop.sweeps.run())
        self.tells()

    def tells(self) -> None:
        """Everything that is owed is carried to people, who can all be reached."""
        shop = self.market.shop
        relay = Relay(shop.begin, now=self.market.clock.now, notifier=Recorder(self.told))
        self.runner.run(relay.drain())

    def close(self) -> None:
        """Give everything back."""
        self.seen.close()
        self.runner.run(self.database.close())
        self.runner.close()
        shutil.rmtree(self.folder)


def a_bazaar() -> Bazaar:
    """A new one, with a full shelf."""
    template, cast = _template()
    folder = _folder()
    shutil.copyfile(template, folder / _NAME)
    database = open_database(f"sqlite:///{folder / _NAME}", sealer=Sealer.from_key(KEY))
    bazaar = Bazaar(
        runner=asyncio.Runner(),
        folder=folder,
        database=database,
        market=a_market(database),
        cast=cast,
        seen=sqlite3.connect(folder / _NAME),
    )
    bazaar.counted = dict(bazaar.asks("SELECT id, stock FROM variants"))
    return bazaar


@cache
def _template() -> tuple[Path, Cast]:
    """A shop that has just opened, made once; everybody has arrived."""
    file = _folder() / _NAME
    with asyncio.Runner() as runner:
        return file, runner.run(_opened(f"sqlite:///{file}"))


async def _opened(url: str) -> Cast:
    await migrate(url)
    database = open_database(url, sealer=Sealer.from_key(KEY))
    market = a_market(database)
    black = a_variant(sku="ANGIN-H", stock=3)
    white = a_variant(sku="ANGIN-P", stock=2)
    sheet = a_shop(free_cancel_minutes=5, accounts=(an_account(),))
    product = await market.sells(a_product(black, white), sheet=sheet)
    await market.shop.operators.collect_for(sheet.slug)
    budi, ratna, dewi = await market.seller(), await market.buyer(), await market.buyer("Dewi")
    olga = await market.person("Olga")
    await market.shop.operators.join(olga, await market.shop.operators.open_link())
    cast = Cast(
        ratna=ratna,
        dewi=dewi,
        budi=budi,
        olga=await market.shop.people.actor(olga.id),
        variants=tuple(one.id for one in product.variants),
    )
    await database.close()
    return cast


def _folder() -> Path:
    return Path(mkdtemp(prefix="lapak-machine-", dir=in_memory()))

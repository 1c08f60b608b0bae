"""Prints what an update costs in CPU, statements and commits, each measured in one run.

The sandbox answers in the same process, so its share is in the figures; compare rows with each
other and with the first one, not with other machines.
"""

import asyncio
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from sqlalchemy import event

from bot.app import Bot
from bot.buttons.browse import OpenProduct
from bot.buttons.buy import Buy, PlaceOrder
from sandbox.server import acts
from store.shop import Shop
from tests.crash.rig import Place, Points, new_place, opened, starts
from tests.support import shelf

ROUNDS: Final = 5
PRESSES: Final = 60


@dataclass(slots=True)
class Counts:
    """Statements and commits that passed."""

    statements: int = 0
    commits: int = 0

    def watch(self, shop: Shop) -> None:
        """Count on this shop's engine from now on."""
        engine = shop.begin.database.engine.sync_engine
        event.listen(engine, "before_cursor_execute", self._statement)
        event.listen(engine, "commit", self._commit)

    def _statement(self, *_: Any) -> None:
        self.statements += 1

    def _commit(self, _: Any) -> None:
        self.commits += 1


async def settled(bot: Bot) -> None:
    """Do all there is to do for what has come."""
    await bot.polling.once()
    await bot.lanes.idle()
    await bot.outgoing.idle()


async def measured(
    name: str, counts: Counts, act: Callable[[int], Awaitable[None]], *, start: int = 0
) -> int:
    """Repeat an act in rounds and print the median; returns where the next may go on."""
    costs: list[float] = []
    statements, commits = counts.statements, counts.commits
    for round_ in range(ROUNDS):
        began = time.process_time()
        for number in range(PRESSES):
            await act(start + round_ * PRESSES + number)
        costs.append((time.process_time() - began) * 1000 / PRESSES)
    done = ROUNDS * PRESSES
    sys.stdout.write(
        f"{name:<34}{statistics.median(costs):8.2f} ms CPU"
        f"{(counts.statements - statements) / done:8.1f} statements"
        f"{(counts.commits - commits) / done:7.1f} commits\n"
    )
    return start + done


async def run(folder: Path) -> None:
    """All rows."""
    sandbox_folder = folder / "shop"
    sandbox_folder.mkdir()

    async def fill(shop: Shop) -> None:
        await shelf.fill(shop, shelf.a_product("Kaus Lari", ("L", 99_000, 100_000)))

    place = await new_place(sandbox_folder, ("Ratna",), fill)
    async with opened(place, Points()) as (shop, bot), asyncio.TaskGroup() as group:
        counts = Counts()
        counts.watch(shop)
        await bot.take_up(group)
        await _rows(place, shop, bot, counts)


async def _rows(place: Place, shop: Shop, bot: Bot, counts: Counts) -> None:
    async def nothing(_: int) -> None:
        await settled(bot)

    async def start(_: int) -> None:
        starts("Ratna")(place)
        await settled(bot)

    async def product(number: int) -> None:
        press(place, OpenProduct(1, number % 2, 1, 1).pack())
        await settled(bot)

    await measured("an empty poll", counts, nothing)
    await measured("/start, a new screen", counts, start)
    await measured("a picture of a product page", counts, product)
    await _place_orders(place, shop, bot, counts)


async def _place_orders(place: Place, shop: Shop, bot: Bot, counts: Counts) -> None:
    person = place.chat("Ratna").id
    actor = await shop.people.actor(person)
    await shop.addresses.save(actor, shelf.an_address())

    async def order(_: int) -> None:
        press(place, Buy(1, 1).pack())
        await settled(bot)
        card = await shop.buying.card(actor)
        press(place, PlaceOrder(card.version).pack())
        await settled(bot)

    await measured("a card and an order placed", counts, order)


def press(place: Place, button_data: str) -> None:
    """Press with this data on the newest message of the bot."""
    chat = place.chat("Ratna")
    message = next(one for one in chat.newest_first if one.from_bot)
    acts.press(place.sandbox, chat, message, button_data)


def main() -> None:
    """Measure in a folder that goes away."""
    with TemporaryDirectory() as folder:
        asyncio.run(run(Path(folder)))


if __name__ == "__main__":
    main()

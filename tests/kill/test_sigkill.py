"""The real bot process is killed in the middle of real journeys, again and again."""

import asyncio
import os
import re
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest

from bot.settings import Settings
from cli import demo, keeper
from sandbox.server.app import build_app
from sandbox.server.serving import serve
from sandbox.server.state import Sandbox
from sandbox.world import Person, World

# A soak of another length says so itself: LAPAK_KILLS=20.
KILLS: Final = int(os.environ.get("LAPAK_KILLS") or (60 if os.environ.get("LAPAK_SOAK") else 6))
BUYERS: Final = 5
CALLS_BETWEEN: Final = 23
REF: Final = re.compile(r"LPK-[0-9A-Z]{5}-[0-9A-Z]{5}")
ADDRESS: Final = (
    "Nama: Ratna Dewi\nHP: 0812-3456-7890\n"
    "Alamat: Jl. Melati 5 RT 02/RW 04, Kec. Coblong, Kota Bandung, Jawa Barat 40132"
)


@dataclass(slots=True, kw_only=True)
class Scene:
    """A sandbox whose bot dies and comes back."""

    settings: Settings
    sandbox: Sandbox
    world: World
    address: str
    kills: int = 0
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def keep_killing(self) -> None:
        """Kill the bot after so many more calls, start it again, until the story is over."""
        token = next(iter(self.sandbox.bots.values())).token
        while not self.over.is_set():
            bot = await demo.start_bot(self.settings, token=token, address=self.address)
            seen = _calls(self.sandbox)
            wanted = seen + CALLS_BETWEEN if self.kills < KILLS else 10**9
            waiting = self._until(wanted)
            await waiting
            if self.over.is_set():
                await keeper.stop_bot(bot)
                return
            bot.kill()
            await bot.wait()
            self.kills += 1

    async def _until(self, calls: int) -> None:
        def look() -> bool | None:
            return True if self.over.is_set() or _calls(self.sandbox) >= calls else None

        await self.sandbox.changes.until(look, seconds=110)


def _calls(sandbox: Sandbox) -> int:
    return len(sandbox.journal.calls("sendMessage", "editMessageText", "answerCallbackQuery"))


@asynccontextmanager
async def scene(folder: Path) -> AsyncIterator[Scene]:
    """A filled shop and a served sandbox, and a bot that is killed all the time."""
    settings = demo.demo_settings(folder)
    invitation = await demo.fill(settings)
    _stock_up(folder)
    sandbox = Sandbox()
    sandbox.add_bot()
    world = World(sandbox, patience=60)
    async with serve(build_app(sandbox)) as address, asyncio.TaskGroup() as group:
        playing = Scene(settings=settings, sandbox=sandbox, world=world, address=address)
        budi = world.person("Budi")
        await budi.starts(invitation)
        group.create_task(playing.keep_killing())
        try:
            yield playing
        finally:
            playing.over.set()
            world.person("Nobody")  # Wakes whoever waits for the sandbox to change.


async def buys(person: Person) -> None:
    """From Start to a placed order; every press is answered, kill or no kill."""
    await person.starts()
    for label in ("Belanja", "Toko Langkah", "Sepatu", "Beli sekarang", "sisa"):
        await person.taps(label)
    card = await person.sees("Pesanan Anda di")
    if "Isi alamat" in card.labels:
        await person.taps("Isi alamat")
        await person.sees("Siapa penerima")
        await person.writes(ADDRESS)
        await person.taps("Simpan alamat")
    await person.taps("Buat pesanan")
    await person.sees("Terima kasih")


async def cancels(person: Person) -> None:
    """Open the order that was just placed and cancel it."""
    for label in ("Lihat pesanan", "Batalkan pesanan", "Ada harga lebih murah"):
        await person.taps(label)
    await person.taps("Kirim pembatalan")
    await person.sees("dibatalkan", "Stok dikembalikan")


@pytest.mark.timeout(120 + 10 * KILLS)
async def test_killing_the_process_loses_no_order_and_doubles_none(tmp_path: Path) -> None:
    async with scene(tmp_path) as playing:
        budi = Person(playing.world, next(iter(playing.sandbox.people.values())))
        people = [playing.world.person(f"Ratna {number}") for number in range(BUYERS)]
        while playing.kills < KILLS:
            async with asyncio.TaskGroup() as group:
                for person in people:
                    group.create_task(buys(person))
            async with asyncio.TaskGroup() as group:
                for person in people[::2]:
                    group.create_task(cancels(person))
        rounds = len(_orders(tmp_path)) // BUYERS
        await budi.waits_until(lambda: _all_told(budi, tmp_path) or None, "was not told of all")

    orders = Counter(status for _, status in _orders(tmp_path))
    assert orders == {
        "AWAITING_SHIPMENT": rounds * (BUYERS - len(people[::2])),
        "CANCELLED": rounds * len(people[::2]),
    }
    assert _stock_held(tmp_path) == orders["AWAITING_SHIPMENT"]
    told = Counter(REF.findall("\n".join(m.text for m in budi.chat if "Pesanan baru" in m.text)))
    assert sum(told.values()) - len(told) <= playing.kills


def _all_told(budi: Person, folder: Path) -> bool:
    text = "\n".join(message.text.replace("LPK-", "").replace("-", "") for message in budi.chat)
    return all(ref in text for ref, _ in _orders(folder))


def _stock_up(folder: Path) -> None:
    """So much of everything that no buyer goes away without."""
    with closing(sqlite3.connect(folder / "lapak.sqlite3")) as database, database:
        database.execute("UPDATE variants SET stock = 1000")


def _orders(folder: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(folder / "lapak.sqlite3")) as database:
        return database.execute("SELECT ref, status FROM orders").fetchall()


def _stock_held(folder: Path) -> int:
    query = (
        "SELECT coalesce(sum(l.quantity), 0) FROM order_lines l JOIN orders o ON o.id = l.order_id"
        " WHERE o.status <> 'CANCELLED'"
    )
    with closing(sqlite3.connect(folder / "lapak.sqlite3")) as database:
        held: int = database.execute(query).fetchone()[0]
        return held

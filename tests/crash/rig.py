"""Kills the whole shop at every point where it would matter, and looks at what is left.

A point is a write, a commit or a call of the Bot API, before and after it. A journey is a
list of acts, played once; at every point the database's files and the sandbox are kept as they
lie, which is what a kill there leaves. A new bot takes up what is there, and the world must
end as it does when nobody is killed. Points that leave the same bytes are tried once: what
follows cannot tell them apart.
"""

import asyncio
import hashlib
import pickle
import random
import shutil
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from bot.app import Bot, open_bot
from bot.invoices import LIMITS
from sandbox.in_process import InProcessRequest
from sandbox.server import acts, attachments
from sandbox.server.chats import Chat
from sandbox.server.groups import Group
from sandbox.server.state import Sandbox
from store.db import migrations
from store.db.engine import Database, open_database
from store.db.sealing import Sealer, new_key
from store.shop import Shop, open_shop
from tests.support.clock import Clock
from tests.support.stage import FRIDAY_MORNING, PROVIDER

SILENT = frozenset({"getMe", "getUpdates"})
DATABASE = "shop.sqlite3"
# Not the file that SQLite's processes share: it dies with the last of them.
FILES = (DATABASE, f"{DATABASE}-wal")


class Crash(BaseException):
    """The process is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remains:
    """What lies there when the process is gone: the database's files and Telegram's side."""

    files: Mapping[str, bytes]
    telegram: bytes
    key: str

    def laid_out(self, folder: Path) -> "Place":
        """A world made of it, apart from the one it was found in."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, content in self.files.items():
            (folder / name).write_bytes(content)
        clock, sandbox = pickle.loads(self.telegram)
        return Place(folder=folder, sandbox=sandbox, clock=clock, key=self.key)

    @property
    def same(self) -> bytes:
        """Equal for remains that nothing can tell apart."""
        digest = hashlib.blake2b(self.telegram)
        for name, content in sorted(self.files.items()):
            digest.update(name.encode() + content)
        return digest.digest()


@dataclass(slots=True)
class Points:
    """Counts the points that are passed; keeps what each leaves, or kills at the one wanted.

    Of points that leave the same the first has its number, counted from 1, beside the remains.
    """

    wanted: int | None = None
    place: "Place | None" = None
    passed: list[str] = field(default_factory=list)
    left: dict[bytes, tuple[int, Remains]] = field(default_factory=dict)
    written: bool = False

    def __call__(self, point: str) -> None:
        """Pass a point; a commit that writes nothing is none, nor is a call that only asks."""
        if point.rsplit(" ", 1)[-1] in SILENT:
            return
        self.written |= point.startswith("after write")
        if point.endswith("commit") and not self.written:
            return
        if point == "after commit":
            self.written = False
        self.passed.append(point)
        if self.place is not None:
            remains = self.place.remains()
            self.left.setdefault(remains.same, (len(self.passed), remains))
        if self.wanted == len(self.passed):
            self.wanted = None
            raise Crash(point)


@dataclass(slots=True, kw_only=True)
class Place:
    """A world that can be copied: a database file, a sandbox, and who is in it."""

    folder: Path
    sandbox: Sandbox
    clock: Clock
    key: str

    @property
    def url(self) -> str:
        """The database."""
        return f"sqlite:///{self.folder / DATABASE}"

    def remains(self) -> Remains:
        """What a kill would leave at this moment, also inside a transaction."""
        return Remains(
            files={
                name: path.read_bytes() for name in FILES if (path := self.folder / name).exists()
            },
            telegram=pickle.dumps((self.clock, self.sandbox)),
            key=self.key,
        )

    def copied_to(self, folder: Path) -> "Place":
        """The same world once more, apart from this one."""
        return self.remains().laid_out(folder)

    def chat(self, name: str) -> Chat:
        """Somebody's chat with the bot."""
        bot = next(iter(self.sandbox.bots.values()))
        person = next(p for p in self.sandbox.people.values() if p.first_name == name)
        return self.sandbox.chat_between(bot, person)


Act = Callable[[Place], object]
Plant = Callable[[Bot], Bot]


@asynccontextmanager
async def opened(place: Place, points: Points) -> AsyncIterator[tuple[Shop, Bot]]:
    """A fresh process on this world."""
    database = _database(place.url, place.key)
    try:
        shop = open_shop(
            database,
            now=place.clock.now,
            randbits=random.Random(place.sandbox.chance.getrandbits(64)).getrandbits,
            seam=points,
            invoices=LIMITS,
        )
        token = next(iter(place.sandbox.bots.values())).token
        request = InProcessRequest(place.sandbox, seam=points)
        async with open_bot(
            shop,
            token=token,
            api_url="http://sandbox",
            poll_seconds=0,
            now=place.clock.now,
            request=request,
            provider_token=PROVIDER,
        ) as bot:
            yield shop, bot
    finally:
        await database.close()


@lru_cache(maxsize=8)
def _database(url: str, key: str) -> Database:
    """The engine of a file; only what it has compiled outlives a process, never a connection."""
    return open_database(url, sealer=Sealer.from_key(key))


async def settle(place: Place, points: Points, plant: Plant | None = None) -> None:
    """Start a process, let it do all there is to do, and end it; Crash when it is killed."""
    try:
        async with opened(place, points) as (_, bot):
            await _work(plant(bot) if plant else bot)
    except* Crash as killed:
        raise Crash(str(killed)) from None


async def _work(bot: Bot) -> None:
    async with asyncio.TaskGroup() as group:
        await bot.take_up(group)
        while True:
            await bot.lanes.idle()
            await bot.outgoing.idle()
            fired = await bot.shop.sweeps.run()
            told = await bot.relay.drain() + fired
            came = await bot.polling.once()
            if not told and not came and bot.lanes.is_idle and bot.outgoing.is_idle:
                return


def _standing_still() -> float:
    """No time passes between two acts unless the clock is moved."""
    return 0.0


async def new_place(
    folder: Path, people: Sequence[str], fill: Callable[[Shop], Awaitable[object]]
) -> Place:
    """An open shop in an existing folder, a bot nobody has met yet, and people."""
    clock = Clock(FRIDAY_MORNING)
    sandbox = Sandbox(now=clock.now, monotonic=_standing_still, chance=random.Random(5))
    sandbox.add_bot()
    for name in people:
        sandbox.add_person(name, language="id")
    place = Place(folder=folder, sandbox=sandbox, clock=clock, key=new_key())
    database = open_database(place.url, sealer=Sealer.from_key(place.key))
    await migrations.upgrade(database)
    await database.close()
    async with opened(place, Points()) as (shop, _):
        await fill(shop)
    return place


def kitchen_of(place: Place) -> Group:
    """The one group of a place."""
    return next(chat for chat in place.sandbox.chats.values() if isinstance(chat, Group))


def starts(name: str, payload: str = "") -> Act:
    """Press Start."""
    return lambda place: acts.start(place.sandbox, place.chat(name), payload)


def writes(name: str, text: str) -> Act:
    """Write a message."""
    return lambda place: acts.write(place.sandbox, place.chat(name), text)


def shares_contact(name: str) -> Act:
    """Share the own number."""

    def act(place: Place) -> object:
        chat = place.chat(name)
        person = next(p for p in place.sandbox.people.values() if p.first_name == name)
        return acts.send_attachment(place.sandbox, chat, attachments.contact(person))

    return act


def taps(name: str, label: str) -> Act:
    """Press the newest button with these words."""

    def act(place: Place) -> object:
        chat = place.chat(name)
        for message in chat.newest_first:
            for row, labels in enumerate(message.rows):
                for column, words in enumerate(labels):
                    if label in words:
                        return acts.press_button(
                            place.sandbox, chat, message_id=message.id, row=row, column=column
                        )
        raise AssertionError(f"{name} sees no button {label!r}:\n{transcript(place, name)}")

    return act


def transcript(place: Place, name: str) -> str:
    """What stands in somebody's chat, oldest first."""
    messages = reversed(place.chat(name).newest_first)
    return "\n---\n".join(f"{message.text}\n{message.rows}" for message in messages)


def kinds(points: Sequence[str]) -> Counter[str]:
    """How many points there are of each kind."""
    return Counter(" ".join(point.split()[:2]) for point in points)

"""`lapak demo`: the shop, the sandbox Telegram and a page, without a token or a network."""

import asyncio
import contextlib
import os
import shutil
import signal
import sqlite3
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import typer
from pydantic import SecretStr

from bot.buttons.links import OPERATOR_LINK
from bot.handlers.start import JOIN
from bot.settings import Settings
from cli import words
from cli.clock import writer_of
from cli.keeper import Keeper, stop_bot
from cli.opening import opened_shop
from sandbox import demo as stories
from sandbox.server.app import build_app
from sandbox.server.clock import MovableClock
from sandbox.server.control_world import Host
from sandbox.server.serving import PortTaken
from sandbox.server.serving import serve as serving
from sandbox.server.state import Sandbox
from sandbox.world import Person, World
from store.adapters import sheets
from store.db.sealing import new_key
from store.domain.actor import Role

SHOPS: Final = Path(__file__).parent.parent / "shops"
FIRST_SHOP: Final = "toko-langkah"
HOME: Final = Path("var/demo")
DATABASE: Final = "lapak.sqlite3"
# The sandbox looks only at its form.
PROVIDER: Final = "100000001:TEST:the-demo-takes-no-money"


@dataclass(slots=True, kw_only=True)
class Behind:
    """What the page may do with the bot behind it, once there is one."""

    file: Path
    keeper: Keeper | None = None
    anew: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def host(self) -> Host:
        """The same for the sandbox."""
        return Host(
            kill=self.kill,
            reset=self.anew.set,
            next_deadline=self.next_deadline,
            stories=stories.guided(),
        )

    async def kill(self) -> None:
        """Kill the bot, which is started again."""
        if self.keeper is not None:
            await self.keeper.kill()

    async def next_deadline(self) -> datetime | None:
        """When something happens by itself next; None where nothing does."""
        return await asyncio.to_thread(_next_deadline, self.file)


def _next_deadline(file: Path) -> datetime | None:
    if not file.exists():
        return None
    with contextlib.closing(sqlite3.connect(file)) as database:
        query = "SELECT min(due_at) FROM deadlines WHERE fired_at IS NULL"
        (due,) = database.execute(query).fetchone()
    return datetime.fromisoformat(due).replace(tzinfo=UTC) if due else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A sandbox that is served, with a bot process in it and a way into a shop."""

    address: str
    world: World
    cast: stories.Cast
    keeper: Keeper
    anew: asyncio.Event


def serve(port: int) -> None:
    """Serve the page until interrupted."""
    try:
        asyncio.run(_serve(port))
    except PortTaken:
        words.stop_with(f"Port {port} is taken. Choose another one: lapak demo --port 8766")


def play() -> None:
    """Play the story in the terminal; a step that fails is told and ends with 1."""
    with TemporaryDirectory() as folder:
        try:
            asyncio.run(_play(Path(folder)))
        except AssertionError as failed:
            words.stop_with(str(failed), code=1)


async def _serve(port: int) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await shown(HOME / str(port), port=port, stop=stop)


async def shown(
    folder: Path, *, port: int, stop: asyncio.Event, tell: stories.Tell = typer.echo
) -> None:
    """Serve the page until `stop`, anew from the beginning whenever somebody asks for it there."""
    while not stop.is_set():
        async with staged(folder, port=port) as stage:
            tell(words.DEMO_OPEN.format(address=stage.address))
            await _until(stage.keeper, stop, stage.anew)


async def _until(keeper: Keeper, *ends: asyncio.Event) -> None:
    """Look after the bot until an end; the page stays also when the bot is given up."""
    async with asyncio.TaskGroup() as group:
        group.create_task(keeper.watch())
        waits = [group.create_task(end.wait()) for end in ends]
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for one in waits:
            one.cancel()
        await keeper.close()


async def _play(folder: Path) -> None:
    async with staged(folder, port=0) as stage:
        await stories.buy_and_cancel(stage.cast, typer.echo)
    typer.echo("\nThe story went through.")


@contextlib.asynccontextmanager
async def staged(folder: Path, *, port: int) -> AsyncIterator[Stage]:
    """A filled shop, a served sandbox and the bot as a child process that may be killed."""
    clock = MovableClock(moved=writer_of(clock_file(folder)))
    sandbox = Sandbox(now=clock.now)
    token = sandbox.add_bot().token
    behind = Behind(file=folder / DATABASE)
    # The port first: whoever finds it taken must not touch the demo that is being served there.
    async with serving(build_app(sandbox, clock=clock, host=behind.host), port=port) as address:
        settings = demo_settings(emptied(folder))
        world = World(sandbox, patience=20)
        cast = stories.cast_of(world)
        await cast.budi.starts(await fill(settings))
        await hire(settings, cast.budi)
        await cast.tono.starts(await a_way_in(settings))
        await cast.ani.starts(await charge_ani(settings))
        start = partial(
            start_bot, settings, token=token, address=address, clock=clock_file(folder)
        )
        keeper = behind.keeper = Keeper(start=start, bot=await start())
        try:
            yield Stage(address=address, world=world, cast=cast, keeper=keeper, anew=behind.anew)
        finally:
            await stop_bot(keeper.bot)


def clock_file(folder: Path) -> Path:
    """Where it is written how far ahead the demo's clock is; the bot stands in another folder."""
    return folder.absolute() / "clock"


def emptied(folder: Path) -> Path:
    """The folder, new: a demo begins with a shop in which nothing has happened yet."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


async def fill(settings: Settings) -> str:
    """Load every shop of the repository and open a link into the first."""
    async with opened_shop(settings) as shop:
        for file in sorted(SHOPS.glob("*/products.csv")):
            await sheets.load(shop.catalogue, file, strict=True)
    return await a_way_in(settings)


async def a_way_in(settings: Settings) -> str:
    """A link that makes an owner of the first shop."""
    async with opened_shop(settings) as shop:
        return JOIN + await shop.sellers.open_link(FIRST_SHOP, role=Role.OWNER)


async def hire(settings: Settings, seller: Person) -> None:
    """Somebody works in every shop but the first, whose link is still to be opened."""
    language = seller.user.language_code
    async with opened_shop(settings) as shop:
        actor = await shop.people.arrive(seller.id, name=seller.name, language_code=language)
        for card in await shop.catalogue.shops():
            if card.slug != FIRST_SHOP:
                token = await shop.sellers.open_link(card.slug, role=Role.OWNER)
                await shop.sellers.join(actor, token)


async def charge_ani(settings: Settings) -> str:
    """A link that makes an operator, who collects what is paid by card for the first shop."""
    async with opened_shop(settings) as shop:
        await shop.operators.collect_for(FIRST_SHOP)
        return OPERATOR_LINK + await shop.operators.open_link()


async def start_bot(
    settings: Settings, *, token: str, address: str, clock: Path | None = None
) -> Process:
    """Start the real bot as a process of its own, pointed at the sandbox and its clock."""
    assert settings.data_key is not None
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "cli",
        "run",
        *(("--clock", str(clock)) if clock else ()),
        env={
            **os.environ,
            "BOT_TOKEN": token,
            "BOT_API_URL": address,
            "DATABASE_URL": settings.database_url.get_secret_value(),
            "DATA_KEY": settings.data_key.get_secret_value(),
            "PAYMENT_PROVIDER_TOKEN": PROVIDER,
            "LOG_LEVEL": "WARNING",
        },
        cwd=Path(__file__).parent.parent,
    )


def demo_settings(folder: Path) -> Settings:
    """The settings of a demo in a folder: its own database and its own key."""
    file = folder.resolve() / DATABASE
    return Settings(database_url=SecretStr(f"sqlite:///{file}"), data_key=SecretStr(new_key()))

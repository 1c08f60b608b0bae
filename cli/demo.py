"""`lapak demo`: the shop, the sandbox Telegram and a page, without a token or a network."""

import asyncio
import contextlib
import os
import shutil
import signal
import sqlite3
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
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
STOP_SECONDS: Final = 6.0
QUICK_SECONDS: Final = 30.0
MOST_DEATHS: Final = 5


@dataclass(slots=True, kw_only=True)
class Keeper:
    """Keeps the bot's process alive; one that dies at once, again and again, is given up."""

    start: Callable[[], Awaitable[Process]]
    bot: Process
    clock: Callable[[], float] = time.monotonic
    quick_deaths: int = 0
    closing: bool = False
    killed: bool = False

    async def watch(self) -> None:
        """Start the bot again whenever it has died; returns after five quick deaths in a row."""
        while self.quick_deaths < MOST_DEATHS:
            began = self.clock()
            code = await self.bot.wait()
            if self.closing:
                return
            quick = self.clock() - began < QUICK_SECONDS and not self.killed
            self.killed = False
            self.quick_deaths = self.quick_deaths + 1 if quick else 0
            if self.quick_deaths < MOST_DEATHS:
                typer.echo(words.BOT_DIED.format(code=code), err=True)
                self.bot = await self.start()
                if self.closing:
                    return
        typer.echo(words.BOT_GIVEN_UP.format(deaths=MOST_DEATHS), err=True)

    async def kill(self) -> None:
        """End the bot without a warning; that it comes back is watch's work."""
        self.killed = True
        with contextlib.suppress(ProcessLookupError):
            self.bot.kill()

    async def close(self) -> None:
        """Let watch return; it is not cancelled, so that a bot it is starting stays known."""
        self.closing = True
        await stop_bot(self.bot)


@dataclass(slots=True, kw_only=True)
class Behind:
    """What the page may do with the bot behind it, once there is one."""

    file: Path
    keeper: Keeper | None = None

    @property
    def host(self) -> Host:
        """The same for the sandbox."""
        return Host(kill=self.kill, next_deadline=self.next_deadline, stories=stories.guided())

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
    async with staged(HOME / str(port), port=port) as stage:
        typer.echo(f"Lapak is open: {stage.address}")
        typer.echo("Ratna buys, Budi and Tono sell, Ani runs the marketplace.")
        typer.echo("Press Ctrl-C to close.")
        await _until(stop, stage.keeper)


async def _until(stop: asyncio.Event, keeper: Keeper) -> None:
    """Look after the bot until the signal; the page stays also when the bot is given up."""
    async with asyncio.TaskGroup() as group:
        group.create_task(keeper.watch())
        await stop.wait()
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
            yield Stage(
                address=address,
                world=world,
                cast=cast,
                keeper=keeper,
            )
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


async def stop_bot(bot: Process) -> None:
    """Ask the bot to end, and end it when it does not."""
    if bot.returncode is not None:
        return
    with contextlib.suppress(ProcessLookupError):
        bot.terminate()
    try:
        async with asyncio.timeout(STOP_SECONDS):
            await bot.wait()
    except TimeoutError:
        bot.kill()
        await bot.wait()


def demo_settings(folder: Path) -> Settings:
    """The settings of a demo in a folder: its own database and its own key."""
    file = folder.resolve() / DATABASE
    return Settings(database_url=SecretStr(f"sqlite:///{file}"), data_key=SecretStr(new_key()))

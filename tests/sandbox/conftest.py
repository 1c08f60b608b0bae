"""One sandbox with one bot, Anna, who has pressed Start, and a group of two who have not."""

from collections.abc import AsyncIterator

import httpx
import pytest

from sandbox.room import Room
from sandbox.server.app import build_app
from sandbox.server.bots import Bot
from sandbox.server.chats import PrivateChat
from sandbox.server.serving import serve
from sandbox.server.state import Sandbox
from sandbox.world import Person, World
from tests.sandbox.desk import BotPhone, Clocks, started_chat


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def sandbox(clocks: Clocks) -> Sandbox:
    return Sandbox(now=clocks.now, monotonic=clocks.monotonic)


@pytest.fixture
def bot(sandbox: Sandbox) -> Bot:
    return sandbox.add_bot()


@pytest.fixture
def phone(sandbox: Sandbox, bot: Bot) -> BotPhone:
    return BotPhone(sandbox, bot)


@pytest.fixture
def anna(sandbox: Sandbox, bot: Bot) -> PrivateChat:
    return started_chat(sandbox, bot)


@pytest.fixture
def world(sandbox: Sandbox, bot: Bot) -> World:
    """People who do not wait."""
    return World(sandbox, bot, patience=0.01)


@pytest.fixture
def lina(world: World) -> Person:
    return world.person("Lina")


@pytest.fixture
def budi(world: World) -> Person:
    return world.person("Budi")


@pytest.fixture
def room(world: World, lina: Person, budi: Person) -> Room:
    return world.group("Toko Langkah", lina, budi)


@pytest.fixture
async def http(sandbox: Sandbox) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(build_app(sandbox))
    async with httpx.AsyncClient(base_url="http://sandbox", transport=transport) as client:
        yield client


@pytest.fixture
async def served(sandbox: Sandbox) -> AsyncIterator[httpx.AsyncClient]:
    """The same through a real socket."""
    async with (
        serve(build_app(sandbox)) as url,
        httpx.AsyncClient(base_url=url, trust_env=False) as client,
    ):
        yield client

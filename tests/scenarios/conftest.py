"""A stage for every story."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.support.databases import Databases
from tests.support.stage import Stage, staged


@pytest.fixture
async def stage(databases: Databases) -> AsyncIterator[Stage]:
    """The shop, the sandbox and the bot, all running; set up and taken down in one task."""
    ready: asyncio.Future[Stage] = asyncio.get_running_loop().create_future()
    over = asyncio.Event()

    async def play() -> None:
        try:
            async with staged(databases) as opened:
                ready.set_result(opened)
                await over.wait()
        except BaseException as error:
            if ready.done():
                raise
            ready.set_exception(error)

    playing = asyncio.get_running_loop().create_task(play())
    yield await ready
    over.set()
    await playing

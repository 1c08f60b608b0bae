"""The demo's bot is started again when it dies, and given up when it dies at once each time."""

import asyncio
import itertools
import sys
from asyncio.subprocess import Process

import pytest

from cli.keeper import MOST_DEATHS, QUICK_SECONDS, Keeper, stop_bot


async def dies() -> Process:
    """A bot that ends by itself with code 7."""
    return await asyncio.create_subprocess_exec(sys.executable, "-c", "raise SystemExit(7)")


async def test_a_bot_that_dies_at_once_each_time_is_given_up(
    capsys: pytest.CaptureFixture[str],
) -> None:
    keeper = Keeper(start=dies, bot=await dies(), clock=lambda: 0.0)

    await keeper.watch()

    told = capsys.readouterr().err
    assert told.count("(code 7); it is started again") == MOST_DEATHS - 1
    assert told.count(f"ended {MOST_DEATHS} times in a row") == 1
    assert keeper.bot.returncode == 7


async def test_a_bot_that_lived_for_a_while_counts_anew(
    capsys: pytest.CaptureFixture[str],
) -> None:
    # Told at each start and at each death: three quick deaths, one after a long life, the rest.
    times = [0.0] * 6 + [0.0, QUICK_SECONDS] + [0.0] * 2 * MOST_DEATHS
    clock = itertools.chain(times)
    keeper = Keeper(start=dies, bot=await dies(), clock=lambda: next(clock))

    await keeper.watch()

    assert capsys.readouterr().err.count("it is started again") == 3 + MOST_DEATHS
    assert list(clock) == []


async def lives() -> Process:
    """A bot that works until it is told to end."""
    code = "import signal, sys; signal.sigwait({signal.SIGTERM})"
    return await asyncio.create_subprocess_exec(sys.executable, "-c", code)


async def test_a_bot_that_is_being_started_when_the_demo_closes_is_known_to_the_keeper() -> None:
    starts, goes_on = asyncio.Event(), asyncio.Event()

    async def starts_slowly() -> Process:
        starts.set()
        await goes_on.wait()
        return await lives()

    keeper = Keeper(start=starts_slowly, bot=await dies())
    dead = keeper.bot
    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        group.create_task(keeper.watch())
        await starts.wait()
        await keeper.close()
        goes_on.set()

    assert keeper.bot is not dead
    assert keeper.bot.returncode is None
    await stop_bot(keeper.bot)
    assert keeper.bot.returncode is not None


async def test_a_bot_that_ends_because_the_demo_closes_is_not_started_again() -> None:
    keeper = Keeper(start=dies, bot=await lives())
    living = keeper.bot

    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        group.create_task(keeper.watch())
        await keeper.close()

    assert keeper.bot is living
    assert living.returncode is not None


async def test_a_bot_that_was_killed_on_purpose_is_started_as_often_as_one_likes() -> None:
    comes: asyncio.Queue[Process] = asyncio.Queue()

    async def starts() -> Process:
        bot = await lives()
        comes.put_nowait(bot)
        return bot

    keeper = Keeper(start=starts, bot=await starts(), clock=lambda: 0.0)
    async with asyncio.timeout(20), asyncio.TaskGroup() as group:
        group.create_task(keeper.watch())
        await comes.get()
        for _ in range(MOST_DEATHS + 2):
            await keeper.kill()
            await comes.get()
        await keeper.close()

    assert comes.empty()

"""The real command meets other programs: a taken port, a second bot, a Telegram that says no."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from sandbox.server.app import build_app
from sandbox.server.serving import serve
from sandbox.server.state import Sandbox
from tests.cli.command import TOKEN, a_database, end_of, lapak, start


@asynccontextmanager
async def telegram(port: int = 0) -> AsyncIterator[tuple[Sandbox, str]]:
    """A Telegram that knows one bot."""
    sandbox = Sandbox()
    sandbox.add_bot(token=TOKEN)
    async with serve(build_app(sandbox), port=port) as address:
        yield sandbox, address


async def polls(sandbox: Sandbox, *, times: int = 1) -> None:
    """Wait until a bot asks for updates."""
    asked = sandbox.journal.calls
    await sandbox.changes.until(lambda: len(asked("getUpdates")) >= times or None, seconds=60)


@pytest.mark.parametrize(
    ("token", "told"),
    [
        ("", "No bot token"),
        ("changeme", "BOT_TOKEN is not the token of a bot"),
        ("123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11", "BOT_TOKEN is not the token of a bot"),
    ],
)
async def test_without_a_token_it_is_told_where_to_get_one(
    tmp_path: Path, token: str, told: str
) -> None:
    ended = await end_of(await start(tmp_path, "run", BOT_TOKEN=token))

    assert ended.code == 2
    assert "@BotFather" in ended.said
    assert ended.said.count(told) == 1
    assert ended.is_plain()
    assert not (tmp_path / "var").exists()


async def test_a_token_that_telegram_refuses_ends_the_bot(tmp_path: Path) -> None:
    wrong = "7100000001:AAFalsch00000000000000000000000000"
    async with telegram() as (_, address):
        bot = await start(
            tmp_path, "run", BOT_TOKEN=wrong, BOT_API_URL=address, **a_database(tmp_path)
        )
        ended = await end_of(bot)

    assert ended.code == 2
    assert ended.said.count("Telegram does not accept this token") == 1
    assert ended.is_plain(wrong)
    assert "Unclosed" not in ended.said


async def test_an_address_that_is_none_of_the_web_is_told(tmp_path: Path) -> None:
    bot = await start(
        tmp_path, "run", BOT_TOKEN=TOKEN, BOT_API_URL="ftp://x", **a_database(tmp_path)
    )
    ended = await end_of(bot)

    assert ended.code == 2
    assert "BOT_API_URL is not a web address" in ended.said
    assert ended.is_plain(TOKEN)


async def test_of_two_bots_with_one_token_the_newcomer_leaves_and_one_database_serves_one(
    tmp_path: Path,
) -> None:
    (tmp_path / "other").mkdir()
    async with telegram() as (sandbox, address):
        settings = {"BOT_TOKEN": TOKEN, "BOT_API_URL": address, "POLL_SECONDS": "1"}
        first = await start(tmp_path, "run", **settings, **a_database(tmp_path))
        await polls(sandbox, times=2)
        same_database = await start(tmp_path, "run", **settings, **a_database(tmp_path))
        same_token = await start(tmp_path, "run", **settings, **a_database(tmp_path / "other"))
        refused = await end_of(same_database)
        loser = await end_of(same_token)
        serves_on = first.returncode is None
        first.terminate()
        winner = await end_of(first)

    assert serves_on
    assert winner.code == 0
    assert refused.code == 2
    assert refused.said.count("Another Lapak process is using this database") == 1
    assert loser.code == 2
    assert loser.said.count("Another program is receiving this bot's messages") == 1
    assert refused.is_plain(TOKEN)
    assert loser.is_plain(TOKEN)


async def test_a_telegram_that_comes_later_is_waited_for_and_told_once(tmp_path: Path) -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        port = reserved.getsockname()[1]
    bot = await start(
        tmp_path,
        "run",
        BOT_TOKEN=TOKEN,
        BOT_API_URL=f"http://127.0.0.1:{port}",
        POLL_SECONDS="1",
        **a_database(tmp_path),
    )
    assert bot.stdout is not None
    first = await bot.stdout.readuntil(b"does not answer")

    async with telegram(port) as (sandbox, _):
        await polls(sandbox)
        bot.terminate()
        ended = await end_of(bot)

    assert first.endswith(b"does not answer")
    assert ended.code == 0
    assert "does not answer" not in ended.said
    assert ended.is_plain(TOKEN)


async def test_a_taken_port_is_told_with_what_to_do(tmp_path: Path) -> None:
    async with telegram() as (_, address):
        port = address.rsplit(":", 1)[1]
        ended = await end_of(await start(tmp_path, "demo", "--port", port))

    assert ended.code == 2
    assert f"Port {port} is taken" in ended.said
    assert "--port" in ended.said
    assert ended.is_plain()


async def test_a_key_is_printed_and_nothing_else() -> None:
    ended = await lapak("key", env={})

    assert ended.code == 0
    assert len(ended.said.strip()) == 44

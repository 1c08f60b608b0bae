"""The bot of docs/sandbox.md, as it stands there, against the sandbox through its base URL."""

import asyncio
import os
import random
import re
import sys
from pathlib import Path

from sandbox.server.app import build_app
from sandbox.server.serving import serve
from sandbox.server.state import Sandbox
from sandbox.world import World
from tests.cli.command import ROOT
from tests.sandbox.desk import a_picture

MOST_LINES = 40


def the_bot() -> str:
    """The Python of the page."""
    page = (ROOT / "docs/sandbox.md").read_text()
    found: list[str] = re.findall(r"```python\n(.*?)```", page, re.S)
    (code,) = found
    return code


def test_it_is_short() -> None:
    assert len(the_bot().splitlines()) <= MOST_LINES


async def test_it_greets_echoes_counts_and_gives_a_photo_back(tmp_path: Path) -> None:
    file = tmp_path / "echo.py"
    await asyncio.to_thread(file.write_text, the_bot())
    sandbox = Sandbox(chance=random.Random(5))
    token = sandbox.add_bot().token
    world = World(sandbox, patience=30)
    async with serve(build_app(sandbox)) as address:
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME")}
        settings = {**kept, "BOT_TOKEN": token, "BOT_API_URL": address}
        bot = await asyncio.create_subprocess_exec(
            sys.executable, str(file), env=settings, stderr=asyncio.subprocess.DEVNULL
        )
        try:
            ratna = world.person("Ratna")
            await ratna.starts()
            greeting = await ratna.sees("Write to me, or send a photo.")
            await ratna.writes("Halo")
            await ratna.sees("You said: Halo")
            assert (await ratna.taps("Pressed 0", on=greeting)).text == "Counted"
            await ratna.sees("Pressed 1")
            await ratna.sends_photo(a_picture())
            back = await ratna.sees("Yours")
        finally:
            bot.terminate()
            await bot.wait()

    assert back.photo is not None
    # When it ends, the library asks once more while its last question still waits.
    refused = [one for one in sandbox.journal.refused() if one.method != "getUpdates"]
    assert refused == []

"""Runs `lapak`: as a real process where that matters, else within this one."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from typer.testing import CliRunner

from cli.main import app

ROOT: Final = Path(__file__).parent.parent.parent
TOKEN: Final = "7100000001:AAGeheimesGeheimnisDasNiemandLiest"
PATIENCE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a command ended and what it said on both streams."""

    code: int
    said: str

    def is_plain(self, *secrets: str) -> bool:
        """Whether it was told without a traceback and without a secret."""
        return not any(word in self.said for word in ("Traceback", 'File "', *secrets))


async def start(folder: Path, *arguments: str, **settings: str) -> Process:
    """The real command in a folder of its own, with these settings and no others."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME")}
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "cli",
        *arguments,
        cwd=folder,
        env={**kept, **settings, "PYTHONPATH": str(ROOT)},
        stdout=PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )


async def end_of(process: Process) -> Ended:
    """Wait for it; one that does not end is killed and fails the test."""
    try:
        async with asyncio.timeout(PATIENCE):
            said, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    assert process.returncode is not None
    return Ended(code=process.returncode, said=said.decode())


async def lapak(*arguments: str, env: Mapping[str, str]) -> Ended:
    """A command that needs no process of its own, in a thread for its own event loop."""
    result = await asyncio.to_thread(CliRunner().invoke, app, list(arguments), env=dict(env))
    ending = "".join(("Traceback: ", repr(result.exception))) if _is_bug(result.exception) else ""
    return Ended(code=result.exit_code, said=result.output + ending)


def _is_bug(error: BaseException | None) -> bool:
    return error is not None and not isinstance(error, SystemExit)


def a_database(folder: Path) -> dict[str, str]:
    """The setting of a local database in a folder."""
    return {"DATABASE_URL": f"sqlite:///{folder / 'shop.sqlite3'}"}


def lies_in(folder: Path) -> list[str]:
    """The names of what lies in a folder."""
    return sorted(path.name for path in folder.iterdir())

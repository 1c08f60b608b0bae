"""`lapak sandbox`: the strict Bot API alone, for any bot."""

import asyncio
import contextlib
import signal

import typer

from cli import words
from sandbox.server.app import build_app
from sandbox.server.serving import PortTaken
from sandbox.server.serving import serve as serving
from sandbox.server.state import Sandbox


def serve(port: int) -> None:
    """Serve until interrupted."""
    try:
        asyncio.run(_serve(port))
    except PortTaken:
        words.stop_with(f"Port {port} is taken. Choose another one with --port.")


async def _serve(port: int) -> None:
    sandbox = Sandbox()
    bot = sandbox.add_bot()
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with serving(build_app(sandbox), port=port) as address:
        typer.echo(f"The sandbox is at {address}")
        typer.echo(f"Base URL of the Bot API: {address}/bot")
        typer.echo(f"Token: {bot.token}")
        with contextlib.suppress(asyncio.CancelledError):
            await stop.wait()

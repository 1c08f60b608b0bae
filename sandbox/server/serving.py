"""Serves the sandbox on this computer."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Final

import uvicorn
from starlette.applications import Starlette

_HOST: Final = "127.0.0.1"


class PortTaken(Exception):
    """Another program already listens on the port that was asked for."""


class _Server(uvicorn.Server):
    """A server that leaves signals to the program it runs in, and ends when it is told to.

    Its own class looks ten times a second whether to end, and then waits a tenth more.
    """

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ended = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Catch nothing."""
        yield

    async def main_loop(self) -> None:
        """Keep the date of the answers true until the end."""
        while not self.ended.is_set():
            await self.on_tick(0)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.ended.wait(), timeout=1)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Hang up; streams and long polls never end by themselves, so nothing is waited for."""
        for server in self.servers:
            server.close()
        for one in sockets or []:
            one.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        for task in self.server_state.tasks:
            task.cancel()
        await asyncio.gather(*self.server_state.tasks, return_exceptions=True)


@asynccontextmanager
async def serve(app: Starlette, *, port: int = 0) -> AsyncIterator[str]:
    """Serve while the block runs and give the address; port 0 takes any free one."""
    with _listening(port) as listener:
        address = f"http://{_HOST}:{listener.getsockname()[1]}"
        server = _Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
        async with asyncio.TaskGroup() as group:
            group.create_task(server.serve(sockets=[listener]))
            try:
                yield address
            finally:
                server.ended.set()


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    """A socket that queues connections from the first moment."""
    # Named as TCP, so that asyncio sends each part of an answer at once instead of gathering it.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((_HOST, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise PortTaken(f"port {port} on {_HOST} cannot be used: {error.strerror}") from error
    with listener:
        yield listener

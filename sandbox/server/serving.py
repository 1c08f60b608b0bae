"""Serves the sandbox on this computer."""

import asyncio
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
    """A server that leaves signals to the program it runs in."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Catch nothing."""
        yield


@asynccontextmanager
async def serve(app: Starlette, *, port: int = 0) -> AsyncIterator[str]:
    """Serve while the block runs and give the address; port 0 takes any free one."""
    with _listening(port) as listener:
        address = f"http://{_HOST}:{listener.getsockname()[1]}"
        # Streams and long polls never end by themselves, so nothing is waited for at the end.
        config = uvicorn.Config(
            app, log_level="critical", lifespan="off", timeout_graceful_shutdown=0
        )
        server = _Server(config)
        async with asyncio.TaskGroup() as group:
            group.create_task(server.serve(sockets=[listener]))
            try:
                yield address
            finally:
                server.should_exit = True


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    """A socket that queues connections from the first moment."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((_HOST, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise PortTaken(f"port {port} on {_HOST} cannot be used: {error.strerror}") from error
    with listener:
        yield listener

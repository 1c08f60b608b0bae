"""The world beside the phones: faults between bot and Telegram, and the bot's own process."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from sandbox.server.changes import Change, ChangeKind
from sandbox.server.errors import ActRefused
from sandbox.server.state import Sandbox
from sandbox.server.wire import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """What whoever runs a bot beside the sandbox lets the page do.

    `kill` ends its process without a warning, and it is started again; `reset` asks for everything
    to begin anew, the sandbox too; `next_deadline` is when something happens by itself there, in
    UTC; `stories` can be played on the phones.
    """

    kill: Callable[[], Awaitable[None]] | None = None
    reset: Callable[[], None] | None = None
    next_deadline: Callable[[], Awaitable[datetime | None]] | None = None
    stories: Mapping[str, Json] = field(default_factory=dict)


class Switch(BaseModel):
    """A fault is switched on or off."""

    model_config = ConfigDict(extra="forbid")

    name: str
    on: bool


class ControlWorld:
    """Faults and kills, for the page."""

    def __init__(self, sandbox: Sandbox, host: Host) -> None:
        self._sandbox = sandbox
        self._host = host

    def routes(self) -> list[BaseRoute]:
        """The routes, to be mounted at the root."""
        return [
            Route("/sandbox/world", self.read, methods=["GET"]),
            Route("/sandbox/stories", self.stories, methods=["GET"]),
            Route("/sandbox/faults", self.switch, methods=["POST"]),
            Route("/sandbox/kill", self.kill, methods=["POST"]),
            Route("/sandbox/reset", self.reset, methods=["POST"]),
        ]

    async def read(self, _: Request) -> Response:
        """Which faults there are, whether the bot can be killed, and its next deadline."""
        due = await self._host.next_deadline() if self._host.next_deadline else None
        return JSONResponse(
            {
                "faults": asdict(self._sandbox.weather.now),
                "can_kill": self._host.kill is not None,
                "can_reset": self._host.reset is not None,
                "next_deadline": due.timestamp() if due else None,
            }
        )

    async def stories(self, _: Request) -> Response:
        """What can be played, in order."""
        return JSONResponse(dict(self._host.stories))

    async def switch(self, request: Request) -> Response:
        """A fault was switched."""
        _must_be_json(request)
        try:
            switch = Switch.model_validate_json(await request.body())
            self._sandbox.weather.turn(switch.name, on=switch.on)
        except (ValidationError, KeyError) as wrong:
            raise ActRefused("there is no such fault") from wrong
        self._tell()
        return await self.read(request)

    async def kill(self, request: Request) -> Response:
        """The bot is killed."""
        _must_be_json(request)
        if self._host.kill is None:
            raise ActRefused("the bot of this sandbox runs elsewhere")
        await self._host.kill()
        self._tell()
        return await self.read(request)

    async def reset(self, request: Request) -> Response:
        """Everything begins anew, as soon as this is answered."""
        _must_be_json(request)
        if self._host.reset is None:
            raise ActRefused("the bot of this sandbox runs elsewhere")
        self._host.reset()
        return await self.read(request)

    def _tell(self) -> None:
        self._sandbox.changes.publish(Change(kind=ChangeKind.WORLD))


def _must_be_json(request: Request) -> None:
    # Another site cannot send this type without asking first, so it cannot act here.
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise ActRefused("acts come as JSON")

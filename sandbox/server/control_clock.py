"""The clock of the page: what time it is here, and jumps ahead."""

from datetime import timedelta
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from sandbox.server.changes import Change, ChangeKind
from sandbox.server.clock import MovableClock
from sandbox.server.errors import ActRefused
from sandbox.server.state import Sandbox

_AT: Final = "/sandbox/clock"


class Jump(BaseModel):
    """How far to go ahead."""

    model_config = ConfigDict(extra="forbid")

    seconds: int = Field(gt=0)


class ControlClock:
    """The clock, for the page; of a sandbox that goes by the system's it can only be read."""

    def __init__(self, sandbox: Sandbox, clock: MovableClock | None) -> None:
        self._sandbox = sandbox
        self._clock = clock

    def routes(self) -> list[BaseRoute]:
        """The routes, to be mounted at the root."""
        return [
            Route(_AT, self.read, methods=["GET"]),
            Route(_AT, self.jump, methods=["POST"]),
        ]

    async def read(self, _: Request) -> Response:
        """What time it is, in seconds since 1970, and whether the clock can be moved."""
        return self._told()

    async def jump(self, request: Request) -> Response:
        """Go ahead; whoever watches is told."""
        if self._clock is None:
            raise ActRefused("this sandbox goes by the system's clock")
        try:
            jump = Jump.model_validate_json(await request.body())
        except ValidationError as wrong:
            raise ActRefused("say by how many seconds") from wrong
        self._clock.move(timedelta(seconds=jump.seconds))
        self._sandbox.changes.publish(Change(kind=ChangeKind.CLOCK))
        return self._told()

    def _told(self) -> Response:
        now = self._sandbox.now().timestamp()
        return JSONResponse({"now": now, "movable": self._clock is not None})

"""The sandbox as a web application: the Bot API, the people's phones, and the page."""

from starlette.applications import Starlette
from starlette.routing import BaseRoute

from sandbox.server.bot_routes import BotRoutes
from sandbox.server.clock import MovableClock
from sandbox.server.control import Control
from sandbox.server.control_acts import ControlActs, refused
from sandbox.server.control_clock import ControlClock
from sandbox.server.control_world import ControlWorld, Host
from sandbox.server.errors import ActRefused
from sandbox.server.state import Sandbox


def build_app(
    sandbox: Sandbox, *, clock: MovableClock | None = None, host: Host | None = None
) -> Starlette:
    """Everything that is served about one sandbox; with its clock, where that can be moved, and
    with what whoever runs the bot lets the page do."""
    routes: list[BaseRoute] = [
        *BotRoutes(sandbox).routes(),
        *ControlActs(sandbox).routes(),
        *ControlClock(sandbox, clock).routes(),
        *ControlWorld(sandbox, host or Host()).routes(),
        *Control(sandbox).routes(),
    ]
    return Starlette(routes=routes, exception_handlers={ActRefused: refused})

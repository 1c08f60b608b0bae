"""What the page may look at: people, their chats, the journal, and what changes."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from sandbox.server import phone_views
from sandbox.server.control_places import CHAT, GROUP, PHONE, place
from sandbox.server.errors import ActRefused
from sandbox.server.state import Sandbox

_PAGE: Final = Path(__file__).parent.parent / "page"
_CALLS_AT_ONCE: Final = 500


class Control:
    """The phones and the journal, for the page."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def routes(self) -> list[BaseRoute]:
        """The routes, to be mounted at the root."""
        return [
            Route("/", self.page),
            Route("/sandbox/everybody", self.everybody),
            Route("/sandbox/changes", self.changes),
            Route("/sandbox/journal", self.journal),
            Route("/sandbox/pictures/{name}", self.picture),
            Route(PHONE, self.phone),
            Route(CHAT, self.chat),
            Route(GROUP, self.chat),
            Mount("/page", StaticFiles(directory=_PAGE)),
        ]

    async def page(self, _: Request) -> Response:
        """The page itself."""
        return FileResponse(_PAGE / "index.html")

    async def everybody(self, _: Request) -> Response:
        """All bots and people."""
        return JSONResponse(phone_views.everybody(self._sandbox))

    async def journal(self, request: Request) -> Response:
        """The calls of all bots after a number."""
        after = request.query_params.get("after", "")
        first = int(after) if after.isdecimal() else 0
        calls = [call for call in self._sandbox.journal.calls() if call.number > first]
        shown = [phone_views.call_in_journal(call) for call in calls[-_CALLS_AT_ONCE:]]
        return JSONResponse(shown)

    async def picture(self, request: Request) -> Response:
        """A picture that stands in some chat."""
        found = self._sandbox.files.at_path(f"photos/{request.path_params['name']}.jpg")
        if found is None:
            return JSONResponse({"refused": "no such picture"}, 404)
        return Response(found.content, media_type="image/jpeg")

    async def phone(self, request: Request) -> Response:
        """The chats of one person with a bot."""
        somebody = self._sandbox.people.get(request.path_params["person"])
        bot = self._sandbox.bots.get(request.path_params["bot"])
        if somebody is None or bot is None:
            return JSONResponse({"refused": "nobody is there"}, 404)
        return JSONResponse(phone_views.chats_on_phone(self._sandbox, bot, somebody))

    async def chat(self, request: Request) -> Response:
        """One chat as the person sees it."""
        try:
            chat, somebody = place(self._sandbox, request)
        except ActRefused as refusal:
            return JSONResponse({"refused": str(refusal)}, 404)
        return JSONResponse(phone_views.chat_on_phone(self._sandbox, chat, somebody))

    async def changes(self, _: Request) -> Response:
        """A stream that says where something changed, as server-sent events."""
        return StreamingResponse(
            self._stream(),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store"},
        )

    async def _stream(self) -> AsyncIterator[str]:
        with self._sandbox.changes.watch() as changes:
            yield ": watching\n\n"
            while True:
                change = await changes.get()
                said = {"kind": change.kind, "bot": change.bot_id, "chat": change.chat_id}
                yield f"data: {json.dumps({**said, 'message': change.message_id})}\n\n"

"""The Bot API over HTTP: /bot<token>/METHOD and /file/bot<token>/<path>."""

import json
from collections.abc import Mapping

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sandbox.server import calls, limits
from sandbox.server.methods.base import Upload
from sandbox.server.state import Sandbox
from sandbox.server.wire import Json


class BotRoutes:
    """What bots may ask for."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def routes(self) -> list[Route]:
        """The routes, to be mounted at the root."""
        return [
            Route("/bot{token}/{method}", self.call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self.file),
        ]

    async def call(self, request: Request) -> Response:
        """A bot calls a method; parameters in the query, a form, multipart or JSON."""
        if int(request.headers.get("content-length") or 0) > limits.UPLOAD_BYTES:
            return _json(calls.Answer(code=413, description="Request Entity Too Large"))
        try:
            parameters, files = await _read(request)
        except ValueError:
            refusal = "Bad Request: can't parse the request's JSON object"
            return _json(calls.Answer(code=400, description=refusal))
        given = await calls.answer(
            self._sandbox,
            token=request.path_params["token"],
            method=request.path_params["method"],
            parameters=parameters,
            files=files,
        )
        return _json(given)

    async def file(self, request: Request) -> Response:
        """A bot downloads a file that getFile named."""
        if self._sandbox.bot_with(request.path_params["token"]) is None:
            return _json(calls.Answer(code=401, description="Unauthorized"))
        found = self._sandbox.files.at_path(request.path_params["path"])
        if found is None:
            return _json(calls.Answer(code=404, description="Not Found"))
        return Response(found.content, media_type="image/jpeg")


def _json(given: calls.Answer) -> Response:
    return Response(given.as_json(), given.code, media_type="application/json")


async def _read(request: Request) -> tuple[Json, Mapping[str, Upload]]:
    parameters: Json = dict(request.query_params)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        return parameters | _object(await request.body()), {}
    files: dict[str, Upload] = {}
    if kind in ("multipart/form-data", "application/x-www-form-urlencoded"):
        async with request.form(max_part_size=limits.UPLOAD_BYTES) as form:
            for name, value in form.items():
                if isinstance(value, UploadFile):
                    content = await value.read()
                    files[name] = Upload(name=value.filename or name, content=content)
                    continue
                parameters[name] = value
    return parameters, files


def _object(body: bytes) -> Json:
    value = json.loads(body or b"{}")
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value

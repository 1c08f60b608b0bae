"""Lets a python-telegram-bot bot talk to a sandbox of the same program, without a network."""

from collections.abc import Callable
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

from telegram.request import BaseRequest, RequestData

from sandbox.server import calls
from sandbox.server.methods.base import Upload
from sandbox.server.state import Sandbox

BASE_URL: Final = "http://sandbox/bot"
BASE_FILE_URL: Final = "http://sandbox/file/bot"


class InProcessRequest(BaseRequest):
    """Carries each call straight to the sandbox, where it is checked as over HTTP."""

    def __init__(self, sandbox: Sandbox, *, seam: Callable[[str], None] = lambda _: None) -> None:
        """The seam is told of every call before and after it; it may raise."""
        self._sandbox = sandbox
        self._seam = seam

    @property
    def read_timeout(self) -> float | None:
        """A call within the program never times out."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = None,
        write_timeout: object = None,
        connect_timeout: object = None,
        pool_timeout: object = None,
    ) -> tuple[int, bytes]:
        """The status and body that the server would send."""
        del method, read_timeout, write_timeout, connect_timeout, pool_timeout
        address = urlsplit(url)
        path = unquote(address.path)
        if path.startswith("/file/bot"):
            return self._file(path.removeprefix("/file/bot"))
        token, _, name = path.removeprefix("/bot").partition("/")
        self._seam(f"before send {name}")
        given = await calls.answer(
            self._sandbox,
            token=token,
            method=name,
            parameters=dict(parse_qsl(address.query)) | _fields(request_data),
            files=_uploads(request_data),
        )
        self._seam(f"after send {name}")
        return given.code, given.as_json()

    def _file(self, path: str) -> tuple[int, bytes]:
        token, _, name = path.partition("/")
        if self._sandbox.bot_with(token) is None:
            return 401, calls.Answer(code=401, description="Unauthorized").as_json()
        found = self._sandbox.files.at_path(name)
        if found is None:
            return 404, calls.Answer(code=404, description="Not Found").as_json()
        return 200, found.content


def _fields(request_data: RequestData | None) -> dict[str, str]:
    return dict(request_data.json_parameters) if request_data else {}


def _uploads(request_data: RequestData | None) -> dict[str, Upload]:
    parts = request_data.multipart_data if request_data else {}
    return {part: _upload(file) for part, file in parts.items()}


def _upload(file: tuple[str, object, str]) -> Upload:
    name, content, _ = file
    if not isinstance(content, bytes):
        raise TypeError("in process, files are read before they are sent")
    return Upload(name=name, content=content)

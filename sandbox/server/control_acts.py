"""What people do on the page: join, start, write, send photos, press, block."""

from typing import Annotated, Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from sandbox.server import acts, limits, phone_views
from sandbox.server.chats import Chat
from sandbox.server.errors import ActRefused
from sandbox.server.state import Sandbox

_Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)]
_CHAT: Final = "/sandbox/chats/{bot:int}/{person:int}"


class _Act(BaseModel):
    model_config = ConfigDict(extra="forbid")


class NewPerson(_Act):
    """Somebody joins."""

    name: _Name
    language: str = Field(default="id", pattern=r"^[a-z]{2}$")


class Start(_Act):
    """Start was pressed, perhaps through a link."""

    payload: str = ""


class Words(_Act):
    """Something was typed."""

    text: str


class ButtonPress(_Act):
    """The button at that place under that message was pressed."""

    message_id: int
    row: int = Field(ge=0)
    column: int = Field(ge=0)


class Blocking(_Act):
    """The bot is blocked, or may speak again."""

    blocked: bool


_A = TypeVar("_A", bound=_Act)


class ControlActs:
    """The phones' buttons, for the page."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def routes(self) -> list[BaseRoute]:
        """The routes, to be mounted at the root."""
        return [
            Route("/sandbox/people", self.join, methods=["POST"]),
            Route(f"{_CHAT}/start", self.start, methods=["POST"]),
            Route(f"{_CHAT}/words", self.words, methods=["POST"]),
            Route(f"{_CHAT}/photo", self.photo, methods=["POST"]),
            Route(f"{_CHAT}/press", self.press, methods=["POST"]),
            Route(f"{_CHAT}/blocked", self.blocking, methods=["POST"]),
        ]

    async def join(self, request: Request) -> Response:
        """Somebody joins."""
        new = await _read(request, NewPerson)
        person = self._sandbox.add_person(new.name, language=new.language)
        return JSONResponse(phone_views.person(person), 201)

    async def start(self, request: Request) -> Response:
        """Start was pressed."""
        act = await _read(request, Start)
        message = acts.start(self._sandbox, self._chat(request), act.payload)
        return JSONResponse({"message_id": message.id})

    async def words(self, request: Request) -> Response:
        """Something was typed."""
        act = await _read(request, Words)
        message = acts.write(self._sandbox, self._chat(request), act.text)
        return JSONResponse({"message_id": message.id})

    async def photo(self, request: Request) -> Response:
        """A picture was chosen; its bytes are the body, its caption stands in the query."""
        # Only a page of this address may send this type without asking first.
        if not request.headers.get("content-type", "").startswith("image/"):
            raise ActRefused("a photo comes with an image type")
        if int(request.headers.get("content-length") or 0) > limits.PHOTO_BYTES:
            raise ActRefused("a photo has 10 MB at the most")
        caption = request.query_params.get("caption", "")
        chat, picture = self._chat(request), await request.body()
        message = acts.send_photo(self._sandbox, chat, picture, caption)
        return JSONResponse({"message_id": message.id})

    async def press(self, request: Request) -> Response:
        """A button was pressed; the answer stands in the chat when the bot has given it."""
        act, chat = await _read(request, ButtonPress), self._chat(request)
        pressed = acts.press_button(
            self._sandbox, chat, message_id=act.message_id, row=act.row, column=act.column
        )
        return JSONResponse({"press": pressed.id})

    async def blocking(self, request: Request) -> Response:
        """The bot was blocked, or may speak again."""
        act, chat = await _read(request, Blocking), self._chat(request)
        change = acts.block if act.blocked else acts.unblock
        change(self._sandbox, chat)
        return JSONResponse({"blocked": chat.blocked})

    def _chat(self, request: Request) -> Chat:
        bot = self._sandbox.bots.get(request.path_params["bot"])
        person = self._sandbox.people.get(request.path_params["person"])
        if bot is None or person is None:
            raise ActRefused("nobody is there")
        return self._sandbox.chat_between(bot, person)


async def refused(_: Request, refusal: Exception) -> Response:
    """What the page is told when an act was refused."""
    return JSONResponse({"refused": str(refusal)}, 400)


async def _read(request: Request, model: type[_A]) -> _A:
    # Another site cannot send this type without asking first, so it cannot act here.
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise ActRefused("acts come as JSON")
    try:
        return model.model_validate_json(await request.body())
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise ActRefused(f"{first['loc'][0] if first['loc'] else 'act'}: {first['msg']}") from None

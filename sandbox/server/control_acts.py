"""What people do on the page: join, make groups, start, write, send photos, press, block."""

from collections.abc import Awaitable, Callable
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from sandbox.server import (
    acts,
    attachments,
    group_acts,
    limits,
    paying,
    phone_views,
    prompts,
)
from sandbox.server.control_places import CHAT, GROUP, group_at, place
from sandbox.server.errors import ActRefused
from sandbox.server.state import Sandbox

_Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)]


class _Act(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Nothing(_Act):
    """An act that says everything by itself."""


class NewPerson(_Act):
    """Somebody joins."""

    name: _Name
    language: str = Field(default="id", pattern=r"^[a-z]{2}$")


class NewGroup(_Act):
    """Somebody makes a group with others; the first of the people owns it."""

    bot: int
    title: _Name
    people: list[int] = Field(min_length=1)


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


class Payment(_Act):
    """The invoice is paid with the test card."""

    message_id: int


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
            Route("/sandbox/groups", self.make_group, methods=["POST"]),
            Route(f"{CHAT}/start", self.start, methods=["POST"]),
            Route(f"{CHAT}/pay", self.pay, methods=["POST"]),
            Route(f"{CHAT}/contact", self.contact, methods=["POST"]),
            Route(f"{CHAT}/blocked", self.blocking, methods=["POST"]),
            Route(f"{GROUP}/bot", self.add_bot, methods=["POST"]),
            *(
                Route(f"{where}/{act}", does, methods=["POST"])
                for where in (CHAT, GROUP)
                for act, does in self._anywhere().items()
            ),
        ]

    def _anywhere(self) -> dict[str, Callable[[Request], Awaitable[Response]]]:
        return {"words": self.words, "photo": self.photo, "press": self.press}

    async def join(self, request: Request) -> Response:
        """Somebody joins."""
        new = await _read(request, NewPerson)
        person = self._sandbox.add_person(new.name, language=new.language)
        return JSONResponse(phone_views.person(person), 201)

    async def make_group(self, request: Request) -> Response:
        """Somebody made a group."""
        new = await _read(request, NewGroup)
        bot = self._sandbox.bots.get(new.bot)
        people = [self._sandbox.people.get(number) for number in dict.fromkeys(new.people)]
        known = [somebody for somebody in people if somebody is not None]
        if bot is None or len(known) != len(people):
            raise ActRefused("nobody is there")
        group = self._sandbox.add_group(bot, new.title, known[0])
        for somebody in known[1:]:
            group_acts.join(self._sandbox, group, somebody)
        return JSONResponse(phone_views.group(group), 201)

    async def add_bot(self, request: Request) -> Response:
        """A link of the bot was opened and this group chosen."""
        act = await _read(request, Start)
        _, somebody = place(self._sandbox, request)
        group = group_at(self._sandbox, request)
        group_acts.add_bot(self._sandbox, group, act.payload, by=somebody)
        return JSONResponse(phone_views.group(group))

    async def start(self, request: Request) -> Response:
        """Start was pressed."""
        act = await _read(request, Start)
        chat, _ = place(self._sandbox, request)
        message = acts.start(self._sandbox, chat, act.payload)
        return JSONResponse({"message_id": message.id})

    async def words(self, request: Request) -> Response:
        """Something was typed."""
        act = await _read(request, Words)
        chat, somebody = place(self._sandbox, request)
        asked = prompts.asked_message(chat, somebody)
        message = acts.write(self._sandbox, chat, act.text, by=somebody, reply_to=asked)
        return JSONResponse({"message_id": message.id})

    async def contact(self, request: Request) -> Response:
        """A button that asks for the number was pressed."""
        await _read(request, Nothing)
        chat, somebody = place(self._sandbox, request)
        asked = prompts.keyboard_message(chat, somebody)
        attached = attachments.contact(somebody)
        message = acts.send_attachment(self._sandbox, chat, attached, reply_to=asked)
        return JSONResponse({"message_id": message.id})

    async def photo(self, request: Request) -> Response:
        """A picture was chosen; its bytes are the body, its caption stands in the query."""
        # Only a page of this address may send this type without asking first.
        if not request.headers.get("content-type", "").startswith("image/"):
            raise ActRefused("a photo comes with an image type")
        if int(request.headers.get("content-length") or 0) > limits.PHOTO_BYTES:
            raise ActRefused("a photo has 10 MB at the most")
        caption = request.query_params.get("caption", "")
        (chat, somebody), picture = place(self._sandbox, request), await request.body()
        message = acts.send_photo(self._sandbox, chat, picture, caption, by=somebody)
        return JSONResponse({"message_id": message.id})

    async def press(self, request: Request) -> Response:
        """A button was pressed; the answer stands in the chat when the bot has given it."""
        act = await _read(request, ButtonPress)
        chat, somebody = place(self._sandbox, request)
        pressed = acts.press_button(
            self._sandbox,
            chat,
            message_id=act.message_id,
            row=act.row,
            column=act.column,
            by=somebody,
        )
        return JSONResponse({"press": pressed.id})

    async def pay(self, request: Request) -> Response:
        """Pay was pressed; what became of it stands in the chat when the bot has answered."""
        act = await _read(request, Payment)
        chat, somebody = place(self._sandbox, request)
        checkout = paying.begin(self._sandbox, chat, act.message_id, by=somebody)
        return JSONResponse({"checkout": checkout.id})

    async def blocking(self, request: Request) -> Response:
        """The bot was blocked, or may speak again."""
        act = await _read(request, Blocking)
        chat, _ = place(self._sandbox, request)
        change = acts.block if act.blocked else acts.unblock
        change(self._sandbox, chat)
        return JSONResponse({"blocked": chat.blocked})


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

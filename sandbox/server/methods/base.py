"""What every method has: a strict model of its parameters and a function that carries it out."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from pydantic import ValidationError

from sandbox.server.bots import Bot
from sandbox.server.chats import Chat
from sandbox.server.errors import ApiError, bad_request, forbidden, migrated
from sandbox.server.groups import Group, Standing
from sandbox.server.state import Sandbox
from sandbox.server.wire import Json, WireModel

_MISSING: Final = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "callback_query_id": "query ID is not specified",
    "file_id": "file_id is not specified",
    "user_id": "invalid user_id specified",
    "pre_checkout_query_id": "query ID is not specified",
    "action": "wrong parameter action in request",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that came with the request."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Who calls, and what came beside the parameters."""

    sandbox: Sandbox
    bot: Bot
    files: Mapping[str, Upload]

    def known_chat(self, chat_id: int | str) -> Chat:
        """A chat the bot has met; it may have blocked the bot since."""
        chat = self._chat(chat_id)
        if chat is None or not chat.started:
            raise bad_request("chat not found")
        _must_be_inside(chat)
        return chat

    def open_chat(self, chat_id: int | str) -> Chat:
        """A chat the bot may speak in."""
        chat = self._chat(chat_id)
        if chat_id in self.sandbox.people and not (chat and chat.started):
            raise forbidden("bot can't initiate conversation with a user")
        if chat is None or not chat.started:
            raise bad_request("chat not found")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        _must_be_inside(chat)
        return chat

    def _chat(self, chat_id: int | str) -> Chat | None:
        if isinstance(chat_id, str):
            return None
        return self.sandbox.chats.get((self.bot.id, chat_id))


def _must_be_inside(chat: Chat) -> None:
    """Refuse a group that the bot is no member of, or that goes on elsewhere."""
    if not isinstance(chat, Group):
        return
    if chat.migrated_to:
        raise migrated(chat.migrated_to)
    bot = chat.bot_member
    if bot is None or bot.standing is Standing.LEFT:
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    if bot.standing is Standing.KICKED:
        raise forbidden(f"bot was kicked from the {chat.kind} chat")


P = TypeVar("P", bound=WireModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Method(Generic[P]):
    """A method of the Bot API."""

    name: str
    model: type[P]
    run: Callable[[Call, P], Awaitable[Any]]

    def parse(self, parameters: Json) -> P:
        """The parameters, or ApiError with the first thing that is wrong."""
        try:
            return self.model.model_validate(parameters)
        except ValidationError as error:
            raise self._refusal(error) from None

    def _refusal(self, error: ValidationError) -> ApiError:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        match first["type"]:
            case "telegram":
                return bad_request(first["msg"])
            case "extra_forbidden":
                return bad_request(f'the sandbox knows no "{where}" in {self.name}')
            case "missing":
                return bad_request(_MISSING.get(where, f'parameter "{where}" is required'))
        return bad_request(f'wrong parameter "{where}" of {self.name}: {first["msg"]}')


class NoParameters(WireModel):
    """For methods that take none."""

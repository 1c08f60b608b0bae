"""The command menu: setMyCommands, getMyCommands, deleteMyCommands."""

import re
from typing import Annotated, Final, Literal

from pydantic import Discriminator

from sandbox.server import commands as book
from sandbox.server.changes import Change, ChangeKind
from sandbox.server.chats import Chat
from sandbox.server.errors import bad_request
from sandbox.server.groups import Group
from sandbox.server.limits import COMMAND_DESCRIPTION_UNITS, COMMANDS
from sandbox.server.methods.base import Call
from sandbox.server.wire import (
    ChatId,
    Integer,
    Json,
    LanguageCode,
    Nested,
    WireModel,
    utf16_length,
)

_COMMAND: Final = re.compile(r"/?[a-z0-9_]{1,32}")


class BotCommandIn(WireModel):
    """One command as the bot gives it."""

    command: str
    description: str


class PlainScope(WireModel):
    """A scope without an address."""

    type: Literal["default", "all_private_chats", "all_group_chats", "all_chat_administrators"]


class ChatScope(WireModel):
    """One chat, or the administrators of one chat."""

    type: Literal["chat", "chat_administrators"]
    chat_id: ChatId


class MemberScope(WireModel):
    """One member of one chat."""

    type: Literal["chat_member"]
    chat_id: ChatId
    user_id: Integer


Scope = Annotated[PlainScope | ChatScope | MemberScope, Discriminator("type")]


class ForWhom(WireModel):
    """Parameters of getMyCommands and deleteMyCommands."""

    scope: Nested[Scope] | None = None
    language_code: LanguageCode = ""


class SetMyCommands(ForWhom):
    """Parameters of setMyCommands."""

    commands: Nested[list[BotCommandIn]]


async def set_my_commands(call: Call, given: SetMyCommands) -> bool:
    """Replace the list of that scope and language."""
    if len(given.commands) > COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    listed = [_checked(command) for command in given.commands]
    return _put(call, given, listed)


async def get_my_commands(call: Call, given: ForWhom) -> list[Json]:
    """The list of exactly that scope and language."""
    listed = call.bot.commands.at(_scope(call, given.scope), given.language_code)
    return [command.as_command() for command in listed]


async def delete_my_commands(call: Call, given: ForWhom) -> bool:
    """Take the list away, so that a wider one shows."""
    return _put(call, given, [])


def _put(call: Call, given: ForWhom, listed: list[book.BotCommand]) -> bool:
    call.bot.commands.put(_scope(call, given.scope), given.language_code, listed)
    call.sandbox.changes.publish(Change(kind=ChangeKind.PROFILE, bot_id=call.bot.id))
    return True


def _checked(given: BotCommandIn) -> book.BotCommand:
    if not _COMMAND.fullmatch(given.command):
        raise bad_request("BOT_COMMAND_INVALID")
    description = given.description.strip()
    if not 1 <= utf16_length(description) <= COMMAND_DESCRIPTION_UNITS:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return book.BotCommand(command=given.command.removeprefix("/"), description=description)


def _scope(call: Call, given: PlainScope | ChatScope | MemberScope | None) -> book.CommandScope:
    match given:
        case None:
            return book.CommandScope()
        case PlainScope():
            return book.CommandScope(kind=given.type)
        case ChatScope():
            chat = call.known_chat(given.chat_id)
            if given.type == "chat_administrators":
                _must_be_group(chat)
            return book.CommandScope(kind=given.type, chat_id=chat.id)
        case MemberScope():
            chat = call.known_chat(given.chat_id)
            _must_be_group(chat)
            return book.CommandScope(kind=given.type, chat_id=chat.id, user_id=given.user_id)


def _must_be_group(chat: Chat) -> None:
    if not isinstance(chat, Group):
        raise bad_request("can't use specified scope in private chats")

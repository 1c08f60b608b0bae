"""The bot's profile, its commands, files and what it may know of chats."""

import json
from typing import Any

import pytest

from sandbox.server import acts, group_acts
from sandbox.server.chats import Chat, PrivateChat
from sandbox.server.state import Sandbox
from tests.sandbox.desk import BotPhone, a_picture, an_upload

START = {"command": "start", "description": "Mulai"}
ORDERS = {"command": "/orders", "description": "Pesanan saya"}


async def test_get_me_is_the_bots_account(phone: BotPhone) -> None:
    me = await phone.ok("getMe")

    assert (me["id"], me["is_bot"], me["username"]) == (phone.bot.id, True, "lapak_bot")


@pytest.mark.parametrize(
    ("method", "field", "most"),
    [
        ("MyName", "name", 64),
        ("MyDescription", "description", 512),
        ("MyShortDescription", "short_description", 120),
    ],
)
async def test_profile_texts_are_kept_by_language_and_have_a_limit(
    phone: BotPhone, method: str, field: str, most: int
) -> None:
    everywhere: dict[str, Any] = {field: "Everywhere"}
    here: dict[str, Any] = {field: "Di sini", "language_code": "id"}
    too_long: dict[str, Any] = {field: "x" * (most + 1)}

    await phone.ok(f"set{method}", **everywhere)
    await phone.ok(f"set{method}", **here)
    refusal = await phone.refused(f"set{method}", **too_long)

    assert await phone.ok(f"get{method}", language_code="id") == {field: "Di sini"}
    assert await phone.ok(f"get{method}", language_code="en") == {field: "Everywhere"}
    assert refusal.endswith("is too long")


async def test_the_narrowest_list_of_commands_is_shown(phone: BotPhone, anna: Chat) -> None:
    await phone.ok("setMyCommands", commands=[START])
    await phone.ok("setMyCommands", commands=[START, ORDERS], language_code="id")
    mine = {"type": "chat", "chat_id": anna.id}
    await phone.ok("setMyCommands", commands=[ORDERS], scope=json.dumps(mine))

    shown = phone.bot.commands.shown_to(anna.id, "id")
    await phone.ok("deleteMyCommands", scope=mine)

    assert [command.command for command in shown] == ["orders"]
    assert len(phone.bot.commands.shown_to(anna.id, "id")) == 2
    assert len(phone.bot.commands.shown_to(anna.id, "en")) == 1
    assert await phone.ok("getMyCommands") == [START]
    assert await phone.ok("getMyCommands", scope=mine) == []


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"commands": [{"command": "Start", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "x" * 33, "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "x", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [START] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [START], "language_code": "idn"}, "invalid language code specified"),
        ({"commands": [START], "scope": {"type": "chat", "chat_id": 1}}, "chat not found"),
        ({}, 'parameter "commands" is required'),
    ],
)
async def test_wrong_commands_are_refused_and_none_are_set(
    phone: BotPhone, anna: Chat, parameters: dict[str, Any], words: str
) -> None:
    refusal = await phone.refused("setMyCommands", **parameters)

    assert refusal == f"Bad Request: {words}"
    assert phone.bot.commands.shown_to(anna.id, "id") == ()


async def test_a_file_is_found_by_the_bot_that_knows_its_id(
    phone: BotPhone, sandbox: Sandbox, anna: Chat
) -> None:
    message = acts.send_photo(sandbox, anna, a_picture(), "bukti")
    assert message.photo is not None
    size = message.photo.largest

    file = await phone.ok("getFile", file_id=size.file_id(phone.bot.id))
    refusal = await phone.refused("getFile", file_id="nonsense")

    assert file["file_unique_id"] == size.unique_id
    assert sandbox.files.at_path(file["file_path"]) == size
    assert refusal == "Bad Request: wrong file_id or the file is temporarily unavailable"


async def test_a_private_chat_and_its_members(
    phone: BotPhone, sandbox: Sandbox, anna: Chat
) -> None:
    boris = sandbox.add_person("Boris")

    chat = await phone.ok("getChat", chat_id=anna.id)
    member = await phone.ok("getChatMember", chat_id=anna.id, user_id=str(anna.id))

    assert (chat["first_name"], chat["type"]) == ("Anna", "private")
    assert (member["status"], member["user"]["first_name"]) == ("member", "Anna")
    assert await phone.ok("getChatMemberCount", chat_id=anna.id) == 2
    assert await phone.refused("getChatMember", chat_id=anna.id, user_id=boris.id) == (
        "Bad Request: member not found"
    )
    assert await phone.refused("getChatAdministrators", chat_id=anna.id) == (
        "Bad Request: there are no administrators in the private chat"
    )
    assert await phone.refused("leaveChat", chat_id=anna.id) == (
        "Bad Request: chat member status can't be changed in private chats"
    )
    assert await phone.refused("getChat", chat_id=boris.id) == "Bad Request: chat not found"


async def test_every_call_is_in_the_journal_and_an_unserved_method_is_refused(
    phone: BotPhone, anna: Chat
) -> None:
    await phone.ok("SENDMESSAGE", chat_id=str(anna.id), text="Halo")
    unserved = await phone.call("sendDice", chat_id=anna.id)
    await phone.ok("sendPhoto", files={"photo": an_upload()}, chat_id=anna.id)

    sends = phone.sandbox.journal.calls("sendMessage", "sendPhoto")
    assert [(call.method, call.parameters, call.files) for call in sends] == [
        ("sendMessage", {"chat_id": anna.id, "text": "Halo"}, ()),
        ("sendPhoto", {"chat_id": anna.id}, ("photo",)),
    ]
    assert (unserved.code, unserved.description) == (404, "Not Found")
    assert [call.method for call in phone.sandbox.journal.refused()] == ["sendDice"]


async def test_commands_for_one_member_stand_beside_those_for_everybody(
    phone: BotPhone, sandbox: Sandbox, anna: PrivateChat
) -> None:
    group = sandbox.add_group(phone.bot, "Toko Langkah", anna.person)
    group_acts.add_bot(sandbox, group, by=anna.person)
    member = {"type": "chat_member", "chat_id": group.id, "user_id": anna.id}
    everybody = {"type": "all_private_chats"}

    await phone.ok("setMyCommands", commands=[ORDERS], scope=member)
    await phone.ok("setMyCommands", commands=[START], scope=everybody)

    assert [each["command"] for each in await phone.ok("getMyCommands", scope=member)] == [
        "orders"
    ]
    assert await phone.ok("getMyCommands", scope=everybody) == [START]
    assert await phone.ok("getMyCommands") == []

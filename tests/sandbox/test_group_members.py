"""Groups: their members and administrators, their end, and what a bot may know of them."""

from typing import Any

import pytest

from sandbox.room import Room
from sandbox.server.bots import Bot
from sandbox.server.errors import ActRefused
from sandbox.world import Person, World
from tests.sandbox.desk import BotPhone, heard, the_bot_is_in


async def test_a_group_that_becomes_a_supergroup_refuses_under_its_old_id(
    room: Room, lina: Person, bot: Bot, phone: BotPhone
) -> None:
    await the_bot_is_in(room, lina, bot)
    old = room.group

    room.becomes_supergroup(by=lina)
    refused = await phone.call("sendMessage", chat_id=old.id, text="x")
    sent = await phone.ok("sendMessage", chat_id=room.id, text="x")

    (_, there), (_, here) = heard(bot)
    assert (there["chat"]["id"], there["migrate_to_chat_id"]) == (old.id, room.id)
    assert (here["chat"]["id"], here["migrate_from_chat_id"]) == (room.id, old.id)
    assert here["from"]["id"] == 1087968824
    assert room.id < -1_000_000_000_000
    assert (refused.code, refused.parameters) == (400, {"migrate_to_chat_id": room.id})
    reason = "group chat was upgraded to a supergroup chat"
    assert refused.description == f"Bad Request: {reason}"
    assert f'"parameters": {{"migrate_to_chat_id": {room.id}}}' in refused.as_json().decode()
    assert sent["message_id"] == 2
    with pytest.raises(ActRefused):
        await lina.writes("masih di sini?", in_=Room(phone.sandbox, old))


async def test_a_bot_that_was_put_out_is_told_and_may_not_speak(
    room: Room, lina: Person, bot: Bot, phone: BotPhone
) -> None:
    await the_bot_is_in(room, lina, bot)

    room.puts_bot_out(by=lina)

    (first, place), (second, note) = heard(bot)
    assert (first, place["new_chat_member"]["status"]) == ("my_chat_member", "kicked")
    assert (second, note["left_chat_member"]["id"]) == ("message", bot.id)
    refusal = await phone.refused("sendMessage", chat_id=room.id, text="x")
    assert refusal == "Forbidden: bot was kicked from the group chat"
    assert await phone.refused("getChat", chat_id=room.id) == refusal
    await lina.writes("/start", in_=room)
    assert heard(bot) == []


async def test_a_bot_leaves_by_itself_and_may_come_back(
    room: Room, lina: Person, bot: Bot, phone: BotPhone
) -> None:
    await the_bot_is_in(room, lina, bot)

    assert await phone.ok("leaveChat", chat_id=room.id) is True

    refusal = await phone.refused("sendMessage", chat_id=room.id, text="x")
    assert refusal == "Forbidden: bot is not a member of the group chat"
    assert not room.has_bot
    await lina.adds_bot(room)
    await phone.ok("sendMessage", chat_id=room.id, text="Kembali")
    assert room.shows("Kembali")


async def test_a_bot_knows_no_group_that_it_was_never_in(room: Room, phone: BotPhone) -> None:
    for method in ("getChat", "getChatMemberCount", "leaveChat"):
        refusal = await phone.refused(method, chat_id=room.id)
        assert refusal == "Bad Request: chat not found"
    refusal = await phone.refused("sendMessage", chat_id=room.id, text="x")
    assert refusal == "Bad Request: chat not found"


async def test_members_and_administrators_are_told_to_the_bot(
    world: World, room: Room, lina: Person, budi: Person, bot: Bot, phone: BotPhone
) -> None:
    citra = world.person("Citra")
    await the_bot_is_in(room, lina, bot)
    room.promotes(budi, by=lina)
    room.promotes_bot(by=lina)
    room.leaves(budi)

    leaders = await phone.ok("getChatAdministrators", chat_id=room.id)
    with_bots = await phone.ok("getChatAdministrators", chat_id=room.id, return_bots=True)

    assert [one["status"] for one in leaders] == ["creator"]
    assert with_bots[1]["can_delete_messages"] is True
    assert await phone.ok("getChatMemberCount", chat_id=room.id) == 2
    for person, status in ((lina, "creator"), (budi, "left"), (citra, "left")):
        member = await phone.ok("getChatMember", chat_id=room.id, user_id=person.id)
        assert member["status"] == status
    refusal = await phone.refused("getChatMember", chat_id=room.id, user_id=7)
    assert refusal == "Bad Request: member not found"


async def test_who_comes_and_goes_is_told_to_an_administrator_bot_that_asked(
    world: World, room: Room, lina: Person, bot: Bot, phone: BotPhone
) -> None:
    citra = world.person("Citra")
    await lina.adds_bot(room, leads=True)
    await phone.ok("getUpdates", allowed_updates=["chat_member"])
    bot.updates.drop()

    room.joins(citra)
    room.leaves(citra)

    changes = [body["new_chat_member"]["status"] for _, body in heard(bot)]
    assert changes == ["member", "left"]
    with pytest.raises(ActRefused, match="Lina is in"):
        room.joins(lina)


async def test_in_a_group_only_an_administrator_deletes_what_others_wrote(
    room: Room, lina: Person, budi: Person, bot: Bot, phone: BotPhone
) -> None:
    await the_bot_is_in(room, lina, bot)
    words = await budi.writes("salah kirim", in_=room)
    place: dict[str, Any] = {"chat_id": room.id, "message_id": words.id}

    refusal = await phone.refused("deleteMessage", **place)
    several = await phone.refused("deleteMessages", chat_id=room.id, message_ids=[words.id])
    room.promotes_bot(by=lina)
    await phone.ok("deleteMessage", **place)

    assert refusal == several == "Bad Request: message can't be deleted"
    assert "salah kirim" not in room.transcript()


async def test_the_narrowest_list_of_commands_is_shown_in_a_group(
    room: Room, lina: Person, budi: Person, bot: Bot, phone: BotPhone
) -> None:
    await the_bot_is_in(room, lina, bot)
    scopes: list[dict[str, Any]] = [
        {"type": "default"},
        {"type": "all_group_chats"},
        {"type": "all_chat_administrators"},
        {"type": "chat", "chat_id": room.id},
        {"type": "chat_administrators", "chat_id": room.id},
        {"type": "chat_member", "chat_id": room.id, "user_id": budi.id},
    ]

    def shown(person: Person, *, leads: bool) -> str:
        listed = bot.commands.shown_in_group(room.id, person.id, "id", leads=leads)
        return listed[0].command

    told = []
    for number, scope in enumerate(scopes):
        commands = [{"command": f"c{number}", "description": "x"}]
        await phone.ok("setMyCommands", commands=commands, scope=scope)
        told.append((shown(budi, leads=False), shown(lina, leads=True)))

    assert told == [
        ("c0", "c0"),
        ("c1", "c1"),
        ("c1", "c2"),
        ("c3", "c3"),
        ("c3", "c4"),
        ("c5", "c4"),
    ]


async def test_scopes_of_members_are_refused_in_private_chats(
    phone: BotPhone, lina: Person
) -> None:
    await lina.starts()
    for scope in (
        {"type": "chat_administrators", "chat_id": lina.id},
        {"type": "chat_member", "chat_id": lina.id, "user_id": lina.id},
    ):
        refusal = await phone.refused("setMyCommands", commands=[], scope=scope)
        assert refusal == "Bad Request: can't use specified scope in private chats"

"""Groups: how the bot gets in, and what it hears of those who talk there."""

from typing import Any

import pytest

from sandbox.room import Room
from sandbox.server.bots import Bot
from sandbox.server.errors import ActRefused
from sandbox.server.groups import ANONYMOUS
from sandbox.world import Person, World
from tests.sandbox.desk import BotPhone, a_picture, button, heard, keyboard, the_bot_is_in


async def test_a_startgroup_link_brings_the_bot_its_place_and_the_payload(
    room: Room, lina: Person, bot: Bot
) -> None:
    await lina.follows("https://t.me/lapak_bot?startgroup=kunci-1", into=room)

    (first, place), (second, note), (third, start) = heard(bot)
    assert (first, second, third) == ("my_chat_member", "message", "message")
    assert (place["old_chat_member"]["status"], place["new_chat_member"]["status"]) == (
        "left",
        "member",
    )
    assert place["from"]["id"] == note["from"]["id"] == start["from"]["id"] == lina.id
    assert note["new_chat_members"][0]["id"] == bot.id
    assert start["text"] == "/start@lapak_bot kunci-1"
    assert start["entities"][0] == {"type": "bot_command", "offset": 0, "length": 16}
    assert start["chat"] == {"id": room.id, "title": "Toko Langkah", "type": "group"}


async def test_a_bot_that_is_there_already_only_gets_the_payload(
    room: Room, lina: Person, bot: Bot
) -> None:
    await the_bot_is_in(room, lina, bot)

    await lina.adds_bot(room, "kunci-2")

    ((kind, start),) = heard(bot)
    assert (kind, start["text"]) == ("message", "/start@lapak_bot kunci-2")


async def test_a_stranger_can_neither_add_the_bot_nor_write_nor_press(
    world: World, room: Room, lina: Person, bot: Bot
) -> None:
    citra = world.person("Citra")
    await the_bot_is_in(room, lina, bot)
    message = await lina.writes("halo", in_=room)

    with pytest.raises(ActRefused, match="Citra is not in Toko Langkah"):
        await citra.adds_bot(room, "kunci")
    with pytest.raises(ActRefused, match="not in"):
        await citra.writes("halo", in_=room)
    with pytest.raises(ActRefused, match="not in"):
        await citra.taps_data("x", on=message, in_=room)

    assert heard(bot) == []


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("halo semua", False),
        ("@lapak_bot halo", False),
        ("/start", True),
        ("/start@lapak_bot", True),
        ("/start@LAPAK_BOT", True),
        ("/start@other_bot", False),
        ("nanti /start", False),
    ],
)
async def test_privacy_mode_lets_only_commands_for_the_bot_through(
    room: Room, lina: Person, budi: Person, bot: Bot, text: str, reaches: bool
) -> None:
    await the_bot_is_in(room, lina, bot)

    await budi.writes(text, in_=room)

    assert [body["text"] for _, body in heard(bot)] == [text] * reaches


async def test_a_reply_to_the_bot_reaches_it_and_a_reply_to_others_does_not(
    room: Room, lina: Person, budi: Person, bot: Bot, phone: BotPhone
) -> None:
    await the_bot_is_in(room, lina, bot)
    await phone.ok("sendMessage", chat_id=room.id, text="Berapa?")
    asked = room.messages[-1]
    words = await budi.writes("empat", in_=room, reply_to=asked)

    await lina.writes("lima", in_=room, reply_to=words)

    ((_, body),) = heard(bot)
    assert (body["text"], body["reply_to_message"]["message_id"]) == ("empat", asked.id)


async def test_an_administrator_bot_reads_everything(
    room: Room, lina: Person, budi: Person, bot: Bot
) -> None:
    await lina.adds_bot(room, leads=True)
    bot.updates.drop()

    await budi.writes("halo semua", in_=room)
    await budi.sends_photo(a_picture(), in_=room)
    await budi.sends_sticker(in_=room)

    assert [kind for kind, _ in heard(bot)] == ["message"] * 3


async def test_an_anonymous_administrator_writes_as_the_group_and_presses_as_themselves(
    world: World, lina: Person, bot: Bot, phone: BotPhone
) -> None:
    room = world.group("Toko Langkah", lina, is_super=True)
    await the_bot_is_in(room, lina, bot)
    room.hides(lina)
    markup = keyboard([button()])
    await phone.ok("sendMessage", chat_id=room.id, text="Setujui?", reply_markup=markup)

    await lina.writes("/start@lapak_bot", in_=room)
    with pytest.raises(AssertionError, match="gets no answer"):
        await lina.taps("Beli", in_=room)

    (_, words), (_, press) = heard(bot)
    assert words["from"] == ANONYMOUS.as_user()
    assert words["from"]["id"] == 1087968824
    assert words["sender_chat"] == words["chat"]
    assert press["from"]["id"] == lina.id


async def test_only_administrators_of_supergroups_can_hide(
    world: World, room: Room, lina: Person, budi: Person
) -> None:
    large = world.group("Besar", lina, budi, is_super=True)

    with pytest.raises(ActRefused, match="only supergroups"):
        room.hides(lina)
    with pytest.raises(ActRefused, match="Budi is not an administrator"):
        large.hides(budi)


async def test_a_forced_reply_is_opened_for_those_it_is_meant_for(
    world: World, lina: Person, bot: Bot, phone: BotPhone
) -> None:
    budi = world.person("Budi", username="budi_langkah")
    room = world.group("Toko Langkah", lina, budi)
    await the_bot_is_in(room, lina, bot)
    ask = {"force_reply": True, "selective": True}
    await phone.ok("sendMessage", chat_id=room.id, text="@budi_langkah berapa?", reply_markup=ask)

    await lina.writes("bukan saya", in_=room)
    await budi.writes("empat", in_=room)
    await budi.writes("lima", in_=room)

    assert [body["text"] for _, body in heard(bot)] == ["empat"]


async def test_a_number_can_be_asked_for_in_private_chats_only(
    room: Room, lina: Person, bot: Bot, phone: BotPhone
) -> None:
    await the_bot_is_in(room, lina, bot)
    for key, words in (("request_contact", "phone number"), ("request_location", "location")):
        markup = {"keyboard": [[{"text": "Bagikan", key: True}]]}
        given: dict[str, Any] = {"chat_id": room.id, "text": "?", "reply_markup": markup}

        refusal = await phone.refused("sendMessage", **given)

        assert refusal == f"Bad Request: {words} can be requested in private chats only"
    assert room.from_bot == []


async def test_an_old_message_cannot_be_edited_by_somebody_else(
    room: Room, lina: Person, budi: Person, bot: Bot
) -> None:
    await the_bot_is_in(room, lina, bot)
    words = await lina.writes("/start", in_=room)
    bot.updates.drop()

    with pytest.raises(ActRefused, match="only their own"):
        await budi.edits(words, "/stop", in_=room)
    await lina.edits(words, "/help", in_=room)

    ((kind, body),) = heard(bot)
    assert (kind, body["text"]) == ("edited_message", "/help")

"""What the page reads of one phone: its chats, their ends, and to what a reply is asked for."""

import httpx

from sandbox.room import Room
from sandbox.server.bots import Bot
from sandbox.world import Person
from tests.sandbox.desk import BotPhone, the_bot_is_in


async def test_a_phone_lists_its_private_chat_and_its_groups(
    http: httpx.AsyncClient, bot: Bot, phone: BotPhone, lina: Person, budi: Person, room: Room
) -> None:
    await the_bot_is_in(room, lina, bot)
    await lina.starts()
    await phone.ok("sendMessage", chat_id=lina.id, text="Halo")
    said = await phone.ok("sendMessage", chat_id=room.id, text="Pesanan baru")

    chats = (await http.get(f"/sandbox/phones/{bot.id}/{lina.id}")).json()
    others = (await http.get(f"/sandbox/phones/{bot.id}/{budi.id}")).json()

    assert [(one["group"], one["last"]) for one in chats] == [
        (0, "Halo"),
        (room.id, "Pesanan baru"),
    ]
    assert chats[1]["incoming"][0] == said["message_id"]
    assert [one["group"] for one in others] == [0, room.id]
    assert others[0] == {"group": 0, "title": "", "last": "", "date": 0, "incoming": []}


async def test_who_is_nobody_has_no_phone(http: httpx.AsyncClient, bot: Bot) -> None:
    assert (await http.get(f"/sandbox/phones/{bot.id}/4711")).status_code == 404
    assert (await http.get("/sandbox/phones/1/1")).status_code == 404


async def test_a_reply_that_is_asked_for_stands_in_the_chat(
    http: httpx.AsyncClient, bot: Bot, phone: BotPhone, lina: Person
) -> None:
    await lina.starts()
    where = f"/sandbox/chats/{bot.id}/{lina.id}"
    assert (await http.get(where)).json()["asked"] is None
    markup = {"force_reply": True, "input_field_placeholder": "Alasan"}
    asked = await phone.ok("sendMessage", chat_id=lina.id, text="Kenapa?", reply_markup=markup)

    shown = (await http.get(where)).json()["asked"]

    assert shown == {
        "message_id": asked["message_id"],
        "text": "Kenapa?",
        "placeholder": "Alasan",
    }

"""The phones and the page over HTTP: what people do there, and what is shown to them."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from sandbox.server.bots import Bot
from sandbox.server.chats import Chat
from sandbox.server.state import Sandbox
from tests.sandbox.desk import BotPhone, a_picture, button, keyboard


def sent(chat: Chat) -> dict[str, Any]:
    """A message with a button."""
    return sent_to(chat.id)


async def test_a_phone_is_led_over_http(http: httpx.AsyncClient, bot: Bot) -> None:
    person = (await http.post("/sandbox/people", json={"name": " Ratna "})).json()
    chat = f"/sandbox/chats/{bot.id}/{person['id']}"
    too_early = await http.post(f"{chat}/words", json={"text": "halo"})

    await http.post(f"{chat}/start", json={"payload": "toko-1"})
    await http.post(f"{chat}/words", json={"text": "sepatu"})
    image = {"content-type": "image/png"}
    await http.post(f"{chat}/photo?caption=bukti", content=a_picture(), headers=image)
    await http.post(f"{chat}/blocked", json={"blocked": True})

    shown = (await http.get(chat)).json()
    assert person["name"] == "Ratna"
    assert too_early.status_code == 400
    assert [message.get("text") for message in shown["messages"]] == [
        "/start toko-1",
        "sepatu",
        None,
    ]
    assert (shown["started"], shown["blocked"]) == (True, True)
    picture = await http.get(shown["messages"][2]["picture"])
    assert picture.headers["content-type"] == "image/jpeg"
    everybody = (await http.get("/sandbox/everybody")).json()
    assert [each["name"] for each in everybody["people"]] == ["Ratna"]
    assert len(bot.updates.pending) == 4


async def test_a_press_on_the_page_waits_until_the_bot_answers(
    http: httpx.AsyncClient, phone: BotPhone, anna: Chat
) -> None:
    message = await phone.ok("sendMessage", **sent(anna))
    chat = f"/sandbox/chats/{phone.bot.id}/{anna.id}"
    place = {"message_id": message["message_id"], "row": 0, "column": 0}

    gone = await http.post(f"{chat}/press", json={**place, "column": 1})
    press = (await http.post(f"{chat}/press", json=place)).json()["press"]
    (update,) = await phone.ok("getUpdates")
    before = (await http.get(chat)).json()
    await phone.ok("answerCallbackQuery", callback_query_id=press, text="Siap")
    after = (await http.get(chat)).json()

    assert gone.json() == {"refused": "there is no such button any more"}
    assert update["callback_query"]["id"] == press
    assert [each["id"] for each in before["waiting"]] == [press]
    assert (before["answers"], after["waiting"]) == ([], [])
    assert after["answers"] == [{"id": press, "text": "Siap", "alert": False, "url": ""}]


@pytest.mark.parametrize(
    ("act", "body"),
    [
        ("start", {"payload": "a b"}),
        ("words", {"text": ""}),
        ("words", {"words": "x"}),
        ("press", {"message_id": 1, "row": -1, "column": 0}),
        ("blocked", {"blocked": False}),
    ],
)
async def test_what_no_phone_can_do_is_refused_and_the_bot_hears_nothing(
    http: httpx.AsyncClient, bot: Bot, anna: Chat, act: str, body: dict[str, Any]
) -> None:
    answer = await http.post(f"/sandbox/chats/{bot.id}/{anna.id}/{act}", json=body)

    assert answer.status_code == 400
    assert answer.json()["refused"]
    assert bot.updates.pending == ()


async def test_another_site_cannot_act_for_a_person(
    http: httpx.AsyncClient, bot: Bot, anna: Chat
) -> None:
    chat = f"/sandbox/chats/{bot.id}/{anna.id}"

    words = await http.post(f"{chat}/words", content='{"text": "x"}')
    photo = await http.post(f"{chat}/photo", content=a_picture())

    assert (words.status_code, photo.status_code) == (400, 400)
    assert bot.updates.pending == ()


async def test_the_page_and_its_parts_are_served(http: httpx.AsyncClient) -> None:
    page = await http.get("/")
    script = await http.get("/page/app.js")

    assert "<title>" in page.text
    assert script.headers["content-type"].startswith("text/javascript")


async def test_the_journal_is_read_from_a_number_on(
    http: httpx.AsyncClient, sandbox: Sandbox, bot: Bot, anna: Chat
) -> None:
    phone = BotPhone(sandbox, bot)
    await phone.ok("sendMessage", **sent(anna))
    await phone.refused("sendMessage", chat_id=anna.id)

    everything = (await http.get("/sandbox/journal")).json()
    later = (await http.get("/sandbox/journal", params={"after": everything[0]["number"]})).json()

    assert [call["code"] for call in everything] == [200, 400]
    assert [call["description"] for call in later] == ["Bad Request: message text is empty"]
    assert bot.token not in json.dumps(everything)


async def test_the_stream_says_where_something_changed(
    served: httpx.AsyncClient, phone: BotPhone, anna: Chat
) -> None:
    async with served.stream("GET", "/sandbox/changes") as stream:
        lines = stream.aiter_lines()
        await anext(lines)
        message = await phone.ok("sendMessage", **sent(anna))
        told = [line async for line in some(lines, 2)]

    place = {"bot": phone.bot.id, "chat": anna.id, "message": message["message_id"]}
    assert json.loads(told[0].removeprefix("data: ")) == {"kind": "message", **place}
    assert json.loads(told[1].removeprefix("data: "))["kind"] == "call"


async def some(lines: AsyncIterator[str], count: int) -> AsyncIterator[str]:
    """The first lines that are not empty."""
    async for line in lines:
        if line:
            yield line
            count -= 1
        if count == 0:
            return


async def test_a_reply_keyboard_stays_until_it_is_taken_away(
    http: httpx.AsyncClient, phone: BotPhone, anna: Chat
) -> None:
    chat = f"/sandbox/chats/{phone.bot.id}/{anna.id}"
    rows = [[{"text": "Ya"}, {"text": "Tidak"}]]

    async def shown(markup: dict[str, Any]) -> Any:
        await phone.ok("sendMessage", chat_id=anna.id, text="?", reply_markup=markup)
        return (await http.get(chat)).json()["reply_keyboard"]

    assert await shown({"keyboard": rows}) == rows
    assert await shown({"force_reply": True, "input_field_placeholder": "Jumlah"}) == rows
    assert await shown({"remove_keyboard": True}) == []


async def test_a_reply_keyboard_goes_with_its_message_and_no_older_one_comes_back(
    http: httpx.AsyncClient, phone: BotPhone, anna: Chat
) -> None:
    for label in ("Lama", "Baru"):
        markup = {"keyboard": [[{"text": label}]]}
        sent = await phone.ok("sendMessage", chat_id=anna.id, text="?", reply_markup=markup)

    await phone.ok("deleteMessage", chat_id=anna.id, message_id=sent["message_id"])

    shown = (await http.get(f"/sandbox/chats/{phone.bot.id}/{anna.id}")).json()
    assert shown["reply_keyboard"] == []


async def test_what_is_not_there_is_not_found(http: httpx.AsyncClient, anna: Chat) -> None:
    nobody = await http.get(f"/sandbox/chats/{anna.bot_id}/1")
    act = await http.post(f"/sandbox/chats/1/{anna.id}/start", json={})
    picture = await http.get("/sandbox/pictures/none")

    assert (nobody.status_code, act.status_code, picture.status_code) == (404, 400, 404)


async def test_a_group_is_led_over_http(
    http: httpx.AsyncClient, phone: BotPhone, anna: Chat
) -> None:
    bot = phone.bot
    budi = (await http.post("/sandbox/people", json={"name": "Budi"})).json()
    new = {"bot": bot.id, "title": "Toko Langkah", "people": [anna.id, budi["id"]]}
    group = (await http.post("/sandbox/groups", json=new)).json()
    chat = f"/sandbox/groups/{bot.id}/{-group['id']}/{budi['id']}"

    added = (await http.post(f"{chat}/bot", json={"payload": "kunci"})).json()
    sent = await phone.ok("sendMessage", **(sent_to(group["id"])))
    await http.post(f"{chat}/words", json={"text": "halo"})
    place = {"message_id": sent["message_id"], "row": 0, "column": 0}
    press = (await http.post(f"{chat}/press", json=place)).json()["press"]
    shown = (await http.get(chat)).json()
    annas = (await http.get(f"/sandbox/groups/{bot.id}/{-group['id']}/{anna.id}")).json()

    assert added["members"] == [anna.id, budi["id"], bot.id]
    assert shown["group"]["title"] == "Toko Langkah"
    assert [each["id"] for each in shown["waiting"]] == [press]
    assert annas["waiting"] == []
    last = shown["messages"][-1]
    assert (last["text"], last["sender"], last["mine"]) == ("halo", "Budi", True)
    assert annas["messages"][-1]["mine"] is False
    everybody = (await http.get("/sandbox/everybody")).json()
    assert [each["id"] for each in everybody["groups"]] == [group["id"]]


def sent_to(chat_id: int) -> dict[str, Any]:
    """A message with a button for any chat."""
    return {"chat_id": chat_id, "text": "Halo", "reply_markup": keyboard([button()])}


async def test_groups_that_nobody_can_make_or_enter_are_refused(
    http: httpx.AsyncClient, bot: Bot, anna: Chat
) -> None:
    nobody = {"bot": bot.id, "title": "Toko", "people": [anna.id, 1]}
    made = await http.post("/sandbox/groups", json=nobody)
    none = await http.get(f"/sandbox/groups/{bot.id}/49/{anna.id}")

    assert (made.status_code, none.status_code) == (400, 404)
    assert bot.updates.pending == ()


async def test_a_number_is_shared_over_http(http: httpx.AsyncClient, bot: Bot, anna: Chat) -> None:
    await http.post(f"/sandbox/chats/{bot.id}/{anna.id}/contact", json={})

    (pending,) = bot.updates.pending
    assert pending.body["contact"]["user_id"] == anna.id

"""getUpdates keeps, confirms and forgets as Telegram does."""

import asyncio

import pytest

from sandbox.server import acts
from sandbox.server.chats import Chat
from sandbox.server.state import Sandbox
from tests.sandbox.desk import BotPhone, Clocks


def texts(updates: list[dict[str, dict[str, str]]]) -> list[str]:
    """What the messages of these updates say."""
    return [update["message"]["text"] for update in updates]


async def test_updates_come_again_until_they_are_confirmed(
    phone: BotPhone, sandbox: Sandbox, anna: Chat
) -> None:
    for word in ("satu", "dua", "tiga"):
        acts.write(sandbox, anna, word)

    first = await phone.ok("getUpdates")
    again = await phone.ok("getUpdates", offset=first[0]["update_id"])
    later = await phone.ok("getUpdates", offset=first[1]["update_id"] + 1)

    assert texts(first) == texts(again) == ["satu", "dua", "tiga"]
    assert [update["update_id"] - first[0]["update_id"] for update in first] == [0, 1, 2]
    assert texts(later) == ["tiga"]
    assert texts(await phone.ok("getUpdates")) == ["tiga"]


async def test_a_negative_offset_forgets_all_but_the_last(
    phone: BotPhone, sandbox: Sandbox, anna: Chat
) -> None:
    for word in ("satu", "dua", "tiga"):
        acts.write(sandbox, anna, word)

    last = await phone.ok("getUpdates", offset=-2)

    assert texts(last) == ["dua", "tiga"]
    assert texts(await phone.ok("getUpdates")) == ["dua", "tiga"]


@pytest.mark.parametrize(("limit", "given"), [(0, 1), (1, 1), (100, 100), (1000, 100)])
async def test_the_limit_is_brought_between_1_and_100(
    phone: BotPhone, sandbox: Sandbox, anna: Chat, limit: int, given: int
) -> None:
    for number in range(120):
        acts.write(sandbox, anna, f"pesan {number}")

    updates = await phone.ok("getUpdates", limit=limit)

    assert len(updates) == given


async def test_a_waiting_poll_wakes_when_something_comes(
    phone: BotPhone, sandbox: Sandbox, anna: Chat
) -> None:
    async with asyncio.TaskGroup() as group:
        poll = group.create_task(phone.ok("getUpdates", timeout=30))
        await asyncio.sleep(0)
        acts.write(sandbox, anna, "halo")

    assert texts(poll.result()) == ["halo"]


async def test_an_empty_poll_without_a_timeout_answers_at_once(phone: BotPhone) -> None:
    assert await phone.ok("getUpdates") == []


async def test_a_second_poller_ends_the_first_with_a_conflict(
    phone: BotPhone, sandbox: Sandbox, anna: Chat
) -> None:
    async with asyncio.TaskGroup() as group:
        older = group.create_task(phone.call("getUpdates", timeout=30))
        await asyncio.sleep(0)
        newer = group.create_task(phone.ok("getUpdates", timeout=30))
        await asyncio.sleep(0)
        acts.write(sandbox, anna, "halo")

    assert older.result().code == 409
    assert older.result().description == (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    assert texts(newer.result()) == ["halo"]


async def test_polling_is_refused_while_a_webhook_is_set(phone: BotPhone) -> None:
    phone.bot.webhook_url = "https://lapak.example/hook"

    answer = await phone.call("getUpdates")
    await phone.ok("deleteWebhook")

    assert answer.code == 409
    assert answer.description.startswith("Conflict: can't use getUpdates method while webhook")
    assert await phone.ok("getUpdates") == []


async def test_only_the_kinds_that_were_asked_for_are_kept_until_said_anew(
    phone: BotPhone, sandbox: Sandbox, anna: Chat
) -> None:
    await phone.ok("getUpdates", allowed_updates='["callback_query"]')
    acts.write(sandbox, anna, "tidak terdengar")
    await phone.ok("getUpdates")
    acts.write(sandbox, anna, "masih tidak")
    asked = await phone.ok("getWebhookInfo")
    await phone.ok("getUpdates", allowed_updates=[])
    acts.write(sandbox, anna, "terdengar")

    assert asked["allowed_updates"] == ["callback_query"]
    assert texts(await phone.ok("getUpdates")) == ["terdengar"]


async def test_an_unknown_kind_is_refused(phone: BotPhone) -> None:
    words = await phone.refused("getUpdates", allowed_updates=["messages"])

    assert words == 'Bad Request: allowed_updates names the unknown kind "messages"'


async def test_a_press_is_kept_150_seconds_and_a_message_a_day(
    phone: BotPhone, sandbox: Sandbox, anna: Chat, clocks: Clocks
) -> None:
    message = acts.write(sandbox, anna, "halo")
    acts.press(sandbox, anna, message, "x")

    clocks.passes(seconds=149)
    both = await phone.ok("getUpdates")
    clocks.passes(seconds=2)
    without_press = await phone.ok("getUpdates")
    clocks.passes(hours=24)

    assert [len(both), len(without_press)] == [2, 1]
    assert await phone.ok("getUpdates") == []


async def test_dropping_pending_updates_forgets_them(
    phone: BotPhone, sandbox: Sandbox, anna: Chat
) -> None:
    acts.write(sandbox, anna, "halo")

    before = await phone.ok("getWebhookInfo")
    await phone.ok("deleteWebhook", drop_pending_updates="true")

    assert before == {"url": "", "has_custom_certificate": False, "pending_update_count": 1}
    assert await phone.ok("getUpdates") == []


async def test_updates_have_telegrams_shape(
    phone: BotPhone, sandbox: Sandbox, anna: Chat, clocks: Clocks
) -> None:
    sent = await phone.ok(
        "sendMessage",
        chat_id=anna.id,
        text="Beli?",
        reply_markup={"inline_keyboard": [[{"text": "Ya", "callback_data": "ya"}]]},
    )
    acts.press(sandbox, anna, anna.messages[sent["message_id"]], "ya")
    written = acts.write(sandbox, anna, "/orders sekarang")
    acts.rewrite(sandbox, anna, written.id, "/orders nanti")
    acts.block(sandbox, anna)

    press, message, edit, membership = await phone.ok("getUpdates")

    person = {"id": anna.id, "is_bot": False, "first_name": "Anna", "language_code": "id"}
    assert press["callback_query"] == {
        "id": press["callback_query"]["id"],
        "from": person,
        "message": sent,
        "chat_instance": anna.instance,
        "data": "ya",
    }
    assert message["message"] == {
        "message_id": written.id,
        "from": person,
        "chat": {"id": anna.id, "first_name": "Anna", "type": "private"},
        "date": int(clocks.time.timestamp()),
        "text": "/orders sekarang",
        "entities": [{"offset": 0, "length": 7, "type": "bot_command"}],
    }
    assert edit["edited_message"]["text"] == "/orders nanti"
    assert edit["edited_message"]["edit_date"] == int(clocks.time.timestamp())
    assert membership["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert membership["my_chat_member"]["old_chat_member"]["status"] == "member"

"""Faults between a bot and Telegram, switched from the page; and a bot that is killed from it."""

from datetime import UTC, datetime

import httpx
import pytest

from sandbox.server.app import build_app
from sandbox.server.bots import Bot
from sandbox.server.control_world import Host
from sandbox.server.state import Sandbox
from sandbox.world import Person
from tests.sandbox.desk import BotPhone


async def switched(http: httpx.AsyncClient, name: str, *, on: bool = True) -> httpx.Response:
    """Somebody switches a fault on the page."""
    return await http.post("/sandbox/faults", json={"name": name, "on": on})


async def test_while_telegram_is_down_no_call_gets_through(
    http: httpx.AsyncClient, phone: BotPhone, lina: Person
) -> None:
    await lina.starts()
    told = (await switched(http, "down")).json()
    refused = await phone.call("sendMessage", chat_id=lina.id, text="Halo")
    hello = await phone.call("getMe")
    await switched(http, "down", on=False)

    assert told["faults"] == {"down": True, "too_many": False, "lost": False, "twice": False}
    assert (refused.code, hello.code) == (502, 502)
    assert not [one for one in lina.chat if one.from_bot]
    assert (await phone.call("getMe")).code == 200


async def test_every_other_message_is_one_too_many_and_says_when_it_is_not(
    http: httpx.AsyncClient, phone: BotPhone, lina: Person
) -> None:
    await lina.starts()
    await switched(http, "too_many")

    answers = [await phone.call("sendMessage", chat_id=lina.id, text=str(n)) for n in range(4)]

    assert [one.code for one in answers] == [429, 200, 429, 200]
    assert answers[0].parameters == {"retry_after": 1}
    assert [one.text for one in lina.chat if one.from_bot] == ["1", "3"]
    assert (await phone.call("getUpdates")).code == 200


async def test_a_lost_answer_leaves_its_message_behind(
    http: httpx.AsyncClient, phone: BotPhone, lina: Person
) -> None:
    await lina.starts()
    await switched(http, "lost")

    lost = await phone.call("sendMessage", chat_id=lina.id, text="Halo")
    again = await phone.call("sendMessage", chat_id=lina.id, text="Halo")

    assert (lost.code, again.code) == (504, 200)
    assert [one.text for one in lina.chat if one.from_bot] == ["Halo", "Halo"]


async def test_what_was_confirmed_is_delivered_once_more_and_no_third_time(
    http: httpx.AsyncClient, bot: Bot, phone: BotPhone, lina: Person
) -> None:
    await switched(http, "twice")
    await lina.starts()
    (first,) = await phone.ok("getUpdates")
    after = first["update_id"] + 1

    again = await phone.ok("getUpdates", offset=after)

    assert again == [first]
    assert await phone.ok("getUpdates", offset=after) == []
    assert bot.updates.pending == ()


@pytest.mark.parametrize("said", [{"name": "earthquake", "on": True}, {"name": "down"}, {}])
async def test_what_is_no_fault_is_refused(
    http: httpx.AsyncClient, said: dict[str, object]
) -> None:
    assert (await http.post("/sandbox/faults", json=said)).status_code == 400


async def test_another_site_switches_and_kills_nothing(http: httpx.AsyncClient) -> None:
    for where in ("/sandbox/faults", "/sandbox/kill", "/sandbox/reset"):
        sent = await http.post(where, content="{}", headers={"content-type": "text/plain"})
        assert sent.status_code == 400


@pytest.mark.parametrize("act", ["kill", "reset"])
async def test_a_bot_that_runs_elsewhere_is_neither_killed_nor_begun_anew(
    http: httpx.AsyncClient, act: str
) -> None:
    world = (await http.get("/sandbox/world")).json()
    refused = await http.post(f"/sandbox/{act}", json={})

    assert (world[f"can_{act}"], world["next_deadline"]) == (False, None)
    assert refused.json() == {"refused": "the bot of this sandbox runs elsewhere"}


async def test_the_page_kills_the_bot_beside_it_and_knows_what_is_due(sandbox: Sandbox) -> None:
    killed: list[str] = []
    due = datetime(2026, 11, 21, 16, 59, tzinfo=UTC)

    async def kill() -> None:
        killed.append("bot")

    async def next_deadline() -> datetime:
        return due

    app = build_app(sandbox, host=Host(kill=kill, next_deadline=next_deadline))
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as page:
        world = (await page.get("/sandbox/world")).json()
        await page.post("/sandbox/kill", json={})

    assert (world["can_kill"], world["next_deadline"]) == (True, due.timestamp())
    assert killed == ["bot"]

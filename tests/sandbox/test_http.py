"""The server over HTTP: every way of sending parameters, files, the phones' routes."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from sandbox.in_process import BASE_URL, InProcessRequest
from sandbox.server.app import build_app
from sandbox.server.bots import Bot
from sandbox.server.chats import Chat
from sandbox.server.serving import PortTaken, serve
from sandbox.server.state import Sandbox
from tests.sandbox.desk import BotPhone, a_picture, button, keyboard


def sent(chat: Chat) -> dict[str, Any]:
    """A message with a number, a boolean and an object in it."""
    return {
        "chat_id": chat.id,
        "text": "Halo",
        "protect_content": True,
        "reply_markup": keyboard([button()]),
    }


def as_strings(parameters: dict[str, Any]) -> dict[str, str]:
    """Parameters as forms carry them."""
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in parameters.items()
    }


async def test_every_way_of_sending_parameters_gives_the_same_message(
    served: httpx.AsyncClient, bot: Bot, anna: Chat
) -> None:
    path, parameters = f"/bot{bot.token}/sendMessage", sent(anna)
    strings = as_strings(parameters)

    answers = [
        await served.post(path, json=parameters),
        await served.post(path, json=strings),
        await served.post(path, data=strings),
        await served.post(path, data=strings, files={"unused": b"x"}),
        await served.get(path, params=strings),
        await served.post(path.replace("sendMessage", "SENDmessage"), params=strings),
    ]

    results = [answer.json()["result"] for answer in answers]
    numbers = [result.pop("message_id") for result in results]
    assert results == [results[0]] * 6
    assert results[0]["has_protected_content"] is True
    assert results[0]["reply_markup"] == parameters["reply_markup"]
    assert numbers == list(range(numbers[0], numbers[0] + 6))


@pytest.mark.parametrize(
    ("token", "method", "code", "words"),
    [
        ("", "getMe", 401, "Unauthorized"),
        ("1:no", "getMe", 401, "Unauthorized"),
        ("right", "getMoon", 404, "Not Found"),
        ("right", "sendMessage", 400, "Bad Request: chat_id is empty"),
    ],
)
async def test_a_refusal_has_telegrams_body(
    http: httpx.AsyncClient, bot: Bot, token: str, method: str, code: int, words: str
) -> None:
    token = bot.token if token == "right" else token or "x"

    answer = await http.post(f"/bot{token}/{method}")

    assert answer.status_code == code
    assert answer.json() == {"ok": False, "error_code": code, "description": words}


@pytest.mark.parametrize("body", ["{", "[]", "5"])
async def test_a_body_that_is_no_object_is_refused(
    http: httpx.AsyncClient, bot: Bot, body: str
) -> None:
    kind = {"content-type": "application/json"}

    answer = await http.post(f"/bot{bot.token}/getMe", content=body, headers=kind)

    assert answer.status_code == 400


async def test_a_request_over_50_megabytes_is_refused_unread(
    served: httpx.AsyncClient, bot: Bot
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", served.base_url.port)
    length = 50 * 1024 * 1024 + 1

    writer.write(f"POST /bot{bot.token}/getMe HTTP/1.1\r\nHost: x\r\n".encode())
    writer.write(f"Content-Length: {length}\r\n\r\n".encode())

    assert b"413" in await reader.readline()
    writer.close()


async def test_in_process_and_over_http_the_answers_are_the_same(
    served: httpx.AsyncClient, sandbox: Sandbox, bot: Bot, anna: Chat
) -> None:
    request = InProcessRequest(sandbox)
    wrong: dict[str, Any] = {"chat_id": "1", "text": "x"}

    asked: list[tuple[str, dict[str, Any]]] = [("getMe", {}), ("sendMessage", wrong)]
    for method, query in asked:
        inside = await request.do_request(f"{BASE_URL}{bot.token}/{method}", "POST", None)
        outside = await served.post(f"/bot{bot.token}/{method}")
        by_query = await served.get(f"/bot{bot.token}/{method}", params=query)

        assert inside == (outside.status_code, outside.content)
        assert by_query.status_code == (await BotPhone(sandbox, bot).call(method, **query)).code
    assert len(anna.messages) == 1


async def test_a_photo_is_uploaded_and_fetched(
    http: httpx.AsyncClient, bot: Bot, anna: Chat
) -> None:
    form = {"chat_id": str(anna.id), "photo": "attach://part"}
    files = {"part": ("x.png", a_picture("red", (50, 40)), "image/png")}

    message = await http.post(f"/bot{bot.token}/sendPhoto", data=form, files=files)
    (size,) = message.json()["result"]["photo"]
    asked = {"file_id": size["file_id"]}
    file = (await http.get(f"/bot{bot.token}/getFile", params=asked)).json()["result"]
    fetched = await http.get(f"/file/bot{bot.token}/{file['file_path']}")
    stranger = await http.get(f"/file/bot1:no/{file['file_path']}")

    assert len(fetched.content) == size["file_size"] == file["file_size"]
    assert fetched.content.startswith(b"\xff\xd8")
    assert stranger.status_code == 401
    assert (await http.get(f"/file/bot{bot.token}/photos/no.jpg")).status_code == 404


async def test_a_taken_port_is_a_plain_error(sandbox: Sandbox) -> None:
    async with serve(build_app(sandbox)) as url:
        port = int(url.rpartition(":")[2])

        with pytest.raises(PortTaken, match=f"port {port} on 127.0.0.1 cannot be used"):
            async with serve(build_app(sandbox), port=port):
                pass


async def test_the_server_ends_at_once_though_a_poll_and_a_stream_are_open(
    sandbox: Sandbox, phone: BotPhone
) -> None:
    async with httpx.AsyncClient(trust_env=False) as client, asyncio.TaskGroup() as group:
        async with serve(build_app(sandbox)) as url:
            address = f"{url}/bot{phone.bot.token}/getUpdates?timeout=50"
            poll = group.create_task(lost(client, address))
            response = await client.send(
                client.build_request("GET", f"{url}/sandbox/changes"), stream=True
            )
            lines = response.aiter_lines()
            first = await anext(lines)

        assert first == ": watching"
        with pytest.raises(httpx.TransportError):
            await lost_stream(lines)
    assert poll.result()


async def lost_stream(lines: AsyncIterator[str]) -> None:
    """Read until the connection breaks."""
    async for line in lines:
        assert not line


async def lost(client: httpx.AsyncClient, address: str) -> bool:
    """The connection breaks before an answer comes."""
    try:
        answer = await client.get(address, timeout=60)
    except httpx.TransportError:
        return True
    return answer.status_code == 500

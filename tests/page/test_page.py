"""The page itself: small, silent, at home on a phone, led by keys, steady when much is said."""

import asyncio
import socket
from pathlib import Path
from typing import Final

import pytest

from cli import demo
from sandbox.server import acts
from sandbox.server.app import build_app
from sandbox.server.serving import serve
from sandbox.server.state import Sandbox
from tests.cli.command import ROOT
from tests.page.conftest import Window, needs_chromium, the_demo, window

MOST_BYTES: Final = 150_000
NODES: Final = "document.querySelectorAll('.talk *').length"
WIDER: Final = "document.documentElement.scrollWidth - innerWidth"
TALK: Final = "document.querySelector('.talk')"
LEFT_BELOW: Final = f"Math.floor({TALK}.scrollHeight - {TALK}.scrollTop - {TALK}.clientHeight)"


def test_all_of_it_is_small() -> None:
    parts = [file for file in (ROOT / "sandbox/page").rglob("*") if file.is_file()]

    assert sum(file.stat().st_size for file in parts) <= MOST_BYTES
    assert not [file for file in parts if "://" in file.read_text().replace("https://t.me", "")
                .replace("http://www.w3.org", "")]  # fmt: skip


@needs_chromium
@pytest.mark.timeout(120)
async def test_nothing_leaves_the_machine_and_a_fault_is_switched_by_its_name(
    tmp_path: Path,
) -> None:
    async with the_demo(tmp_path) as stage, window(stage.address) as here:
        page = here.page
        await page.goto(stage.address)
        ratna = page.get_by_role("region", name="Phone of Ratna")
        await ratna.get_by_role("button", name="Start").click()
        await ratna.get_by_role("button", name="Belanja").wait_for()
        await page.get_by_text("World").click()
        await page.get_by_label("Updates come twice").check()
        await ratna.get_by_role("button", name="Belanja").focus()
        await page.keyboard.press("Enter")
        await ratna.get_by_role("button", name="Toko Langkah").wait_for()
        await page.get_by_role("button", name="Log").click()
        await page.get_by_label("Filter the calls").fill("editmessage")
        await page.locator("call-log details:visible").first.wait_for()

        assert here.strangers == []
        assert here.errors == []
        assert await ratna.locator(".talk article").count() == 2


@needs_chromium
@pytest.mark.timeout(120)
@pytest.mark.parametrize("dark", [False, True])
async def test_on_a_phone_nothing_is_wider_than_the_screen(tmp_path: Path, dark: bool) -> None:
    async with the_demo(tmp_path) as stage, window(stage.address, width=390, height=800) as here:
        page = here.page
        await page.emulate_media(color_scheme="dark" if dark else "light")
        await page.goto(stage.address)
        await page.get_by_role("region", name="Phone of Ratna").wait_for()

        assert await page.evaluate(WIDER) <= 0
        assert here.errors == []


@needs_chromium
@pytest.mark.timeout(120)
async def test_five_hundred_messages_cost_as_much_each_as_a_hundred() -> None:
    sandbox = Sandbox()
    bot, lina = sandbox.add_bot(), sandbox.add_person("Lina")
    chat = sandbox.chat_between(bot, lina)
    acts.start(sandbox, chat)
    async with serve(build_app(sandbox)) as address, window(address) as here:
        await here.page.goto(address)
        few = await _after(here, sandbox, 100)
        many = await _after(here, sandbox, 500)

    assert few / 100 == pytest.approx(many / 500, rel=0.02)


async def _after(here: Window, sandbox: Sandbox, total: int) -> int:
    """How many nodes the talk has when so much was said."""
    (chat,) = [one for one in sandbox.chats.values() if one.messages]
    while len(chat.messages) < total:
        acts.write(sandbox, chat, f"Pesan ke-{len(chat.messages)}")
    await here.page.wait_for_function(
        f"document.querySelectorAll('.talk article').length === {total}"
    )
    found: int = await here.page.evaluate(NODES)
    return found


@needs_chromium
@pytest.mark.timeout(120)
async def test_what_was_said_last_stays_in_sight_when_the_phone_becomes_smaller() -> None:
    sandbox = Sandbox()
    bot, lina = sandbox.add_bot(), sandbox.add_person("Lina")
    acts.start(sandbox, sandbox.chat_between(bot, lina))
    async with serve(build_app(sandbox)) as address, window(address) as here:
        await here.page.goto(address)
        await _after(here, sandbox, 60)
        await here.page.wait_for_function(f"{LEFT_BELOW} === 0")
        await here.page.set_viewport_size({"width": 1366, "height": 500})
        await here.page.wait_for_function(f"{LEFT_BELOW} === 0")

        await here.page.locator(".talk").evaluate("talk => { talk.scrollTop = 0; }")
        await here.page.set_viewport_size({"width": 1366, "height": 860})
        await here.page.wait_for_function(f"{TALK}.clientHeight > 500")

        assert await here.page.locator(".talk").evaluate("talk => talk.scrollTop") == 0


@needs_chromium
@pytest.mark.timeout(120)
async def test_the_demo_begins_anew_when_it_is_asked_to_and_only_after_a_yes(
    tmp_path: Path,
) -> None:
    stop, port, told = asyncio.Event(), a_free_port(), asyncio.Queue[str]()
    async with window(f"http://127.0.0.1:{port}") as here, asyncio.TaskGroup() as group:
        folder, page = tmp_path / "demo", here.page
        group.create_task(demo.shown(folder, port=port, stop=stop, tell=told.put_nowait))
        assert here.address in await told.get()
        await page.goto(here.address)
        ratna = page.get_by_role("region", name="Phone of Ratna")
        await ratna.get_by_role("button", name="Start").click()
        await ratna.get_by_role("button", name="Belanja").wait_for()
        await page.get_by_role("button", name="+24 h").click()
        await page.get_by_text("World").click()
        page.once("dialog", lambda asked: asked.dismiss())
        await page.get_by_role("button", name="Begin anew").click()
        assert await ratna.get_by_role("button", name="Belanja").is_visible()

        page.once("dialog", lambda asked: asked.accept())
        async with page.expect_navigation(timeout=60_000):
            await page.get_by_role("button", name="Begin anew").click()
        await ratna.get_by_role("button", name="Start").click(timeout=60_000)
        await ratna.get_by_role("button", name="Belanja").wait_for(timeout=60_000)

        assert await ratna.locator(".talk article").count() == 2
        assert here.address in told.get_nowait()
        assert not demo.clock_file(folder).exists()
        stop.set()


def a_free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port

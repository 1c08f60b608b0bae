"""What the sandbox's own tests hold in their hands: clocks, pictures, and a bot's telephone."""

import io
from datetime import UTC, datetime, timedelta
from typing import Any

from PIL import Image

from sandbox.room import Room
from sandbox.server import acts, calls
from sandbox.server.bots import Bot
from sandbox.server.chats import PrivateChat
from sandbox.server.methods.base import Upload
from sandbox.server.state import Sandbox
from sandbox.world import Person


class Clocks:
    """A business clock and a monotonic one, each moved by hand."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 21, 14, 30, tzinfo=UTC)
        self.seconds = 1_000.0

    def now(self) -> datetime:
        """The business time."""
        return self.time

    def monotonic(self) -> float:
        """The seconds that only go forward."""
        return self.seconds

    def passes(self, **span: float) -> None:
        """Both clocks move on."""
        self.time += timedelta(**span)
        self.seconds += timedelta(**span).total_seconds()


class BotPhone:
    """Calls methods as one bot, in process."""

    def __init__(self, sandbox: Sandbox, bot: Bot) -> None:
        self.sandbox = sandbox
        self.bot = bot

    async def call(
        self, method: str, files: dict[str, Upload] | None = None, **parameters: Any
    ) -> calls.Answer:
        """The whole answer."""
        return await calls.answer(
            self.sandbox,
            token=self.bot.token,
            method=method,
            parameters=parameters,
            files=files or {},
        )

    async def ok(
        self, method: str, files: dict[str, Upload] | None = None, **parameters: Any
    ) -> Any:
        """The result of a call that must be accepted."""
        answer = await self.call(method, files, **parameters)
        assert answer.code == 200, answer.description
        return answer.result

    async def refused(
        self, method: str, files: dict[str, Upload] | None = None, **parameters: Any
    ) -> str:
        """The words with which a call is refused."""
        answer = await self.call(method, files, **parameters)
        assert answer.code != 200, answer.result
        return answer.description


def a_picture(colour: str = "orange", size: tuple[int, int] = (640, 480)) -> bytes:
    """A real PNG of one colour."""
    written = io.BytesIO()
    Image.new("RGB", size, colour).save(written, "PNG")
    return written.getvalue()


def an_upload(colour: str = "orange", size: tuple[int, int] = (640, 480)) -> Upload:
    """That picture as a part of a request."""
    return Upload(name=f"{colour}.png", content=a_picture(colour, size))


def button(text: str = "Beli", **action: Any) -> dict[str, Any]:
    """A button; without an action it sends data."""
    return {"text": text, **(action or {"callback_data": "buy:1"})}


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    """An inline keyboard of these rows."""
    return {"inline_keyboard": list(rows)}


def started_chat(sandbox: Sandbox, bot: Bot, name: str = "Anna") -> PrivateChat:
    """A chat in which Start was pressed; what that delivered is forgotten."""
    chat = sandbox.chat_between(bot, sandbox.add_person(name))
    acts.start(sandbox, chat)
    bot.updates.drop()
    return chat


def heard(bot: Bot) -> list[tuple[str, Any]]:
    """What waits for the bot, and then waits no more."""
    found = [(update.kind, update.body) for update in bot.updates.pending]
    bot.updates.drop()
    return found


async def the_bot_is_in(room: Room, by: Person, bot: Bot) -> None:
    """The bot is a plain member; what that delivered is forgotten."""
    await by.adds_bot(room)
    bot.updates.drop()

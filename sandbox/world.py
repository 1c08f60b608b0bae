"""People who tap and write: they see only what their phone shows, and wait for what must come."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NoReturn, TypeVar

from sandbox.server import acts
from sandbox.server.bots import Bot
from sandbox.server.chats import Chat
from sandbox.server.keyboards import InlineKeyboardButton
from sandbox.server.messages import Message
from sandbox.server.people import User
from sandbox.server.presses import PressAnswer
from sandbox.server.state import Sandbox

_T = TypeVar("_T")
_PATIENCE_SECONDS: Final = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    message: Message
    button: InlineKeyboardButton


class World:
    """The people around one bot of a sandbox."""

    def __init__(
        self, sandbox: Sandbox, bot: Bot | None = None, *, patience: float = _PATIENCE_SECONDS
    ) -> None:
        if bot is None and len(sandbox.bots) != 1:
            raise ValueError("say which bot the people talk to")
        self.sandbox = sandbox
        self.bot = bot or next(iter(sandbox.bots.values()))
        self.patience = patience

    def person(self, name: str, *, language: str = "id", username: str = "") -> "Person":
        """Somebody new, who has not met the bot yet."""
        user = self.sandbox.add_person(name, language=language, username=username)
        return Person(self, user)


class Person:
    """Somebody with a phone. Waits are driven by what happens, never by sleeping."""

    def __init__(self, world: World, user: User) -> None:
        self._world = world
        self._sandbox = world.sandbox
        self.user = user
        self.presses = 0
        self.texts = 0
        self.answers: list[PressAnswer] = []

    @property
    def id(self) -> int:
        """The id of the account, which is that of the private chat too."""
        return self.user.id

    @property
    def name(self) -> str:
        """What others call them."""
        return self.user.name

    @property
    def chat(self) -> list[Message]:
        """All messages, oldest first."""
        return self._place.newest_first[::-1]

    @property
    def screen(self) -> Message:
        """The newest message that has buttons."""
        for message in self._place.newest_first:
            if message.labels:
                return message
        self._fail("has no message with buttons")

    @property
    def _place(self) -> Chat:
        return self._sandbox.chat_between(self._world.bot, self.user)

    async def starts(self, payload: str = "") -> Message:
        """Press Start, perhaps through a link."""
        return acts.start(self._sandbox, self._place, payload)

    async def writes(self, text: str) -> Message:
        """Write a message."""
        self.texts += 1
        return acts.write(self._sandbox, self._place, text)

    async def edits(self, message: Message, text: str) -> Message:
        """Change a message of one's own."""
        return acts.rewrite(self._sandbox, self._place, message.id, text)

    async def sends_photo(self, picture: bytes, caption: str = "") -> Message:
        """Send a picture."""
        return acts.send_photo(self._sandbox, self._place, picture, caption)

    async def blocks_bot(self) -> None:
        """Let the bot speak no more."""
        acts.block(self._sandbox, self._place)

    async def unblocks_bot(self) -> None:
        """Let the bot speak again."""
        acts.unblock(self._sandbox, self._place)

    async def taps(self, label: str, *, on: Message | None = None) -> PressAnswer:
        """Press the button as soon as it is shown, and give what the bot answered.

        Without `on`, the newest message that shows it is meant; a button that is labelled
        exactly so comes before one that only contains the words.
        """
        found = await self._wait(
            lambda: self._find(label, on), f'sees no button "{label}" to press'
        )
        self.presses += 1
        button = found.button
        if button.callback_data is None:
            return PressAnswer(url=button.url or "")
        return await self._press(found.message, button.callback_data)

    async def taps_data(self, button_data: str, *, on: Message | None = None) -> PressAnswer:
        """Send a press with data that need not stand on any button, as a changed app can."""
        self.presses += 1
        message = on or next(iter(self._from_bot()), None)
        if message is None:
            self._fail("has no message to press on")
        return await self._press(message, button_data)

    async def sees(self, *words: str) -> Message:
        """Wait until one message of the bot shows all these words, and give it."""

        def look() -> Message | None:
            matching = (message for message in self._from_bot() if _shows_all(message, words))
            return next(matching, None)

        return await self._wait(look, f"does not see {_quoted(words)}")

    async def does_not_see(self, *words: str) -> None:
        """None of these words stands in a message of the bot now."""
        for word in words:
            if any(_shows_all(message, (word,)) for message in self._from_bot()):
                self._fail(f'sees "{word}"')

    async def waits_until(self, look: Callable[[], _T | None], what: str) -> _T:
        """Wait for anything else; `what` completes the sentence of the failure."""
        return await self._wait(look, what)

    def transcript(self) -> str:
        """The chat as plain text, with its buttons."""
        lines = [line for message in self.chat for line in _lines(message)]
        return "\n".join(lines) or "(the chat is empty)"

    def _from_bot(self) -> list[Message]:
        return [message for message in self._place.newest_first if message.from_bot]

    def _find(self, label: str, on: Message | None) -> _Found | None:
        messages = self._place.newest_first
        if on is not None:
            messages = [message for message in messages if message.id == on.id]
        shown = [
            _Found(message=message, button=button)
            for message in messages
            for button in _buttons(message)
        ]
        exact = (found for found in shown if found.button.text == label)
        containing = (found for found in shown if label in found.button.text)
        return next(exact, None) or next(containing, None)

    async def _press(self, message: Message, button_data: str) -> PressAnswer:
        pressed = acts.press(self._sandbox, self._place, message, button_data)
        answer = await self._wait(lambda: pressed.answer, f"gets no answer to {button_data!r}")
        self.answers.append(answer)
        return answer

    async def _wait(self, look: Callable[[], _T | None], complaint: str) -> _T:
        try:
            return await self._sandbox.changes.until(look, seconds=self._world.patience)
        except TimeoutError:
            self._fail(complaint)

    def _fail(self, complaint: str) -> NoReturn:
        raise AssertionError(f"{self.name} {complaint}. The chat:\n{self.transcript()}")


def _buttons(message: Message) -> list[InlineKeyboardButton]:
    keyboard = message.content.keyboard
    return [button for row in (keyboard.inline_keyboard if keyboard else []) for button in row]


def _shows_all(message: Message, words: tuple[str, ...]) -> bool:
    shown = "\n".join((message.text, *message.labels))
    return all(word in shown for word in words)


def _quoted(words: tuple[str, ...]) -> str:
    return " and ".join(f'"{word}"' for word in words)


def _lines(message: Message) -> list[str]:
    photo = "(photo) " if message.photo else ""
    said = f"{message.sender.name}: {photo}{message.text}".replace("\n", "\n    ")
    return [said, *("    " + " ".join(f"[ {label} ]" for label in row) for row in message.rows)]

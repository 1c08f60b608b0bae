"""People without a plan: each of their acts is drawn by chance from what their phone shows."""

import contextlib
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Final, TypeVar

from telegram.ext import CommandHandler

from bot.buttons.start import Home
from bot.routes import handlers
from sandbox.server import acts, attachments, paying
from sandbox.server.errors import ActRefused
from sandbox.server.keyboards import InlineKeyboardButton
from sandbox.server.messages import Message
from tests.support import shelf
from tests.walks.looks import Onlooker, buttons
from tests.walks.town import ADDRESS, Town

_T = TypeVar("_T")

WORDS: Final = (
    ADDRESS,
    "Ratna Dewi",
    "0812-3456-7890",
    "Jl. Melati 5 RT 02/RW 04",
    "Coblong",
    "Kota Bandung",
    "Jabar",
    "40132",
    "2",
    "99999",
    "0",
    "-1",
    "tolong warna hitam ya kak",
    "ukuran 42 masih ada?",
    "where is my order?",
    "sepatu lari di bawah 300rb",
    "JP1234567890",
    "asdf qwer zxcv",
    "🙂🙏🏽👨‍👩‍👧‍👦",
    "baris satu\nbaris dua",
    "kata " * 200,
    "h1",
)
STEPS: Final = 30
# So much is pressed on the way home from anywhere.
HOMEWARD: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """One walk through a town: who takes part, and what they did so far."""

    town: Town
    people: tuple[str, ...]
    chance: random.Random
    diary: list[str] = field(default_factory=list)

    async def goes(self) -> None:
        """Everybody starts; then thirty acts, and at the end everybody finds home."""
        onlooker = Onlooker(town=self.town)
        for name in self.people:
            await self._does(onlooker, f"{name} starts", partial(self._starts, name))
        for _ in range(STEPS):
            await self._step(onlooker)
        for name in self.people:
            await self._goes_home(name, onlooker)

    async def _step(self, onlooker: Onlooker) -> None:
        """Mostly one person acts; sometimes everybody does before the bot has answered."""
        at_once = self.people if self.chance.random() < 0.15 else (self._one_of(self.people),)
        drawn = [self._draw(name) for name in at_once]

        def act() -> None:
            for _, one in drawn:
                one()

        before, buyers_only = onlooker.goods(), set(at_once) == {"Ratna"}
        await self._does(onlooker, " + ".join(what for what, _ in drawn), act)
        if buyers_only:
            assert onlooker.goods() == before, self._told(["goods came from nowhere or are gone"])

    async def _does(self, onlooker: Onlooker, what: str, act: Callable[[], object]) -> None:
        self.diary.append(what)
        act()
        await self.town.settles()
        found = onlooker.complaints()
        assert not found, self._told(found)

    def _draw(self, name: str) -> tuple[str, Callable[[], None]]:
        """One of the things that the phone offers now."""
        dice = self.chance.random()
        if dice < 0.72:
            return self._press(name)
        if dice < 0.86:
            return self._writes(name, self._one_of(WORDS))
        if dice < 0.94:
            return self._writes(name, f"/{self._one_of(commands())}")
        if dice < 0.96:
            return self._waits()
        return self._sends_photo(name) if dice < 0.98 else self._sends_something(name)

    def _press(self, name: str) -> tuple[str, Callable[[], None]]:
        shown = self._with_buttons(name)
        message = shown[0] if self.chance.random() < 0.85 else self._one_of(tuple(shown))
        keys = buttons(message)
        bold = [key for key in keys if key.style]
        key = self._one_of(tuple(bold if bold and self.chance.random() < 0.3 else keys))
        return (
            f"{name} presses [{key.text}] {key.callback_data}",
            self._press_of(name, message, key),
        )

    def _press_of(
        self, name: str, message: Message, key: InlineKeyboardButton
    ) -> Callable[[], None]:
        if key.pay:
            return lambda: self._pays(name, message)
        return lambda: _done(self.town.presses(name, message, key.callback_data or ""))

    def _pays(self, name: str, message: Message) -> None:
        """Give a card; the app of whoever has paid shows the receipt only."""
        with contextlib.suppress(ActRefused):
            paying.begin(self.town.place.sandbox, self.town.chat(name), message.id)

    def _writes(self, name: str, text: str) -> tuple[str, Callable[[], None]]:
        sandbox, chat = self.town.place.sandbox, self.town.chat(name)
        return f"{name} writes {text[:40]!r}", lambda: _done(acts.write(sandbox, chat, text))

    def _sends_photo(self, name: str) -> tuple[str, Callable[[], None]]:
        sandbox, chat = self.town.place.sandbox, self.town.chat(name)
        picture = shelf.a_picture("gold").content
        return f"{name} sends a photo", lambda: _done(acts.send_photo(sandbox, chat, picture))

    def _sends_something(self, name: str) -> tuple[str, Callable[[], None]]:
        sandbox, chat = self.town.place.sandbox, self.town.chat(name)
        sent = self._one_of(
            (
                attachments.sticker(sandbox, "👍"),
                attachments.voice(sandbox, 3),
                attachments.location(-6.9, 107.6),
                attachments.contact(self.town.person(name)),
            )
        )
        what = f"{name} sends a {next(iter(sent))}"
        return what, lambda: _done(acts.send_attachment(sandbox, chat, sent))

    def _waits(self) -> tuple[str, Callable[[], None]]:
        hours = self._one_of((1, 5, 25, 50))
        clock = self.town.place.clock
        return f"{hours} hours pass", lambda: clock.move(hours=hours)

    def _starts(self, name: str) -> None:
        acts.start(self.town.place.sandbox, self.town.chat(name))

    async def _goes_home(self, name: str, onlooker: Onlooker) -> None:
        """Press what leads home, or else what stands last, until the first screen is there."""
        for _ in range(HOMEWARD):
            screen = self.town.screens(name)[0]
            keys = buttons(screen)
            home = next((key for key in keys if key.callback_data == Home().pack()), None)
            key = home or keys[-1]
            await self._does(
                onlooker,
                f"{name} goes home by [{key.text}] {key.callback_data}",
                self._press_of(name, screen, key),
            )
            if home is not None:
                return
        raise AssertionError(self._told([f"{name} does not find home"]))

    def _with_buttons(self, name: str) -> list[Message]:
        """Messages with something to press, the live screen first."""
        screens = self.town.screens(name)
        others = [one for one in self.town.chat(name).newest_first if one not in screens]
        return [one for one in (*screens, *others) if one.from_bot and buttons(one)]

    def _one_of(self, things: tuple[_T, ...]) -> _T:
        return things[self.chance.randrange(len(things))]

    def _told(self, found: list[str]) -> str:
        screens = (
            f"{name}: {message.text}\n{message.rows}"
            for name in self.people
            for message in self.town.screens(name)
        )
        return "\n".join(("", *found, "", "What happened:", *self.diary, "", *screens))


def commands() -> tuple[str, ...]:
    """Every command that the bot knows, and one that it does not."""
    known = (route for route in handlers() if isinstance(route, CommandHandler))
    return (*sorted({name for route in known for name in route.commands}), "nonsense")


def _done(_: object) -> None:
    """An act's own result is of no interest."""

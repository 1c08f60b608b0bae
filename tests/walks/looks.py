"""What must be true of a town after every act, whoever did what."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from sandbox.server.keyboards import InlineKeyboardButton
from sandbox.server.messages import Message
from tests.walks.language import foreign_sentence, left_over
from tests.walks.town import Town

# Telegram's own words where a bot has done nothing wrong.
HARMLESS: Final = (
    "message is not modified",
    "query is too old",
    # A key for contacts that has stood for two days stays to be read; it cannot be edited either.
    "message can't be deleted for everyone",
)
TROUBLE: Final = {
    "updates are not done": "SELECT seq, kind FROM updates WHERE done_at IS NULL",
    "updates ended in a bug": "SELECT seq, kind, error FROM updates WHERE error IS NOT NULL",
    "replies were not sent": "SELECT seq, kind FROM updates WHERE replies IS NOT NULL",
    "notices did not arrive": "SELECT id, event, state FROM outbox WHERE state <> 'SENT'",
    "stock is below nothing": "SELECT sku, stock FROM variants WHERE stock < 0",
}
QUOTED: Final = re.compile("“[^”]+”")
OWNED: Final = (
    "SELECT (SELECT sum(stock) FROM variants) + (SELECT coalesce(sum(l.quantity), 0)"
    " FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE o.status <> 'CANCELLED')"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Onlooker:
    """Looks at a town between two acts; what was read once is not read again.

    So a notice that came in the language of yesterday may stand above a screen of today.
    """

    town: Town
    read: set[tuple[str, object]] = field(default_factory=set)
    named: tuple[str, ...] = ()

    def goods(self) -> object:
        """How many pieces there are, on the shelves and in orders."""
        return self.town.facts(OWNED)[0][0]

    def complaints(self) -> list[str]:
        """Everything that is not as it should be, as sentences."""
        return [*self._work(), *self._calls(), *self._phones()]

    def _work(self) -> Iterator[str]:
        for what, query in TROUBLE.items():
            found = self.town.facts(query)
            if found:
                yield f"{what}: {found}"

    def _calls(self) -> Iterator[str]:
        for call in self.town.place.sandbox.journal.refused():
            if not any(words in call.description for words in HARMLESS):
                yield f"{call.method} was refused: {call.description} ({call.parameters})"

    def _phones(self) -> Iterator[str]:
        for name, press in self.town.pressed:
            if press.answer is None:
                yield f"{name} waits for an answer to {press.button_data}"
            else:
                yield from self._words(name, press.id, press.answer.text)
        for person in self.town.place.sandbox.people.values():
            chat = self.town.chat(person.first_name)
            for paying in self.town.place.sandbox.checkouts.of(chat, person.id):
                if not paying.is_over:
                    yield f"{person.first_name} waits with a card in hand"
            if chat.started:
                yield from self._screen(person.first_name)

    def _screen(self, name: str) -> Iterator[str]:
        screens = self.town.screens(name)
        if len(screens) != 1:
            yield f"{name} has {len(screens)} screens: {[one.text[:60] for one in screens]}"
        elif not buttons(screens[0]):
            yield f"{name} stands before a screen without a way on: {screens[0].text!r}"
        for message in self.town.chat(name).newest_first:
            if message.from_bot:
                # Apart, because buttons may go while the words stay in the language of their day.
                yield from self._words(name, (message.id, message.text), message.text)
                yield from self._words(name, (message.id, message.labels), *message.labels)

    def _words(self, name: str, what: object, *texts: str) -> Iterator[str]:
        if (name, what) in self.read:
            return
        self.read.add((name, what))
        language = self.language(name)
        for line in _lines(texts):
            if found := left_over(self.without_names(line)):
                yield f"{name} reads {found!r} in {line!r}"
        # What stands in quotation marks somebody has typed, over as many lines as they liked.
        for line in _lines(QUOTED.sub("“…”", text) for text in texts):
            if sentence := foreign_sentence(language, line):
                yield f"{name} ({language}) reads {line!r}, which is {sentence!r}"

    def without_names(self, line: str) -> str:
        """The line without what people have called things, which may be anything."""
        for name in self.named:
            line = line.replace(name, "…")
        return line

    def language(self, name: str) -> str:
        """How the shop speaks with somebody now."""
        person = self.town.person(name)
        known = self.town.facts(f"SELECT language FROM people WHERE id = {person.id}")
        return str(known[0][0]) if known else person.language_code


def _lines(texts: Iterable[str]) -> Iterator[str]:
    return (line for text in texts for line in text.split("\n") if line.strip())


def buttons(message: Message) -> list[InlineKeyboardButton]:
    """The buttons of a message that the bot is told of."""
    keyboard = message.content.keyboard
    rows = keyboard.inline_keyboard if keyboard else []
    return [key for row in rows for key in row if key.callback_data]

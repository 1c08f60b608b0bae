"""People who tap and write: they see only what their phone shows, and wait for what must come."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NoReturn, TypeVar
from urllib.parse import parse_qs, urlsplit

from sandbox.room import Room
from sandbox.server import acts, attachments, group_acts, paying, prompts
from sandbox.server.bots import Bot
from sandbox.server.chats import Chat, PrivateChat
from sandbox.server.checkouts import Checkout
from sandbox.server.keyboards import InlineKeyboardButton, ReplyKeyboardMarkup
from sandbox.server.messages import Message
from sandbox.server.people import User
from sandbox.server.presses import PressAnswer
from sandbox.server.state import Sandbox
from sandbox.server.wire import Json
from sandbox.transcripts import buttons, quoted, shows_all, transcript_of

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

    def person(
        self, name: str, *, language: str = "id", username: str = "", last_name: str = ""
    ) -> "Person":
        """Somebody new, who has not met the bot yet."""
        user = self.sandbox.add_person(
            name, language=language, username=username, last_name=last_name
        )
        return Person(self, user)

    def group(self, title: str, *people: "Person", is_super: bool = False) -> Room:
        """A group of these people; the first has made it."""
        creator, *others = people
        group = self.sandbox.add_group(self.bot, title, creator.user, is_super=is_super)
        for person in others:
            group_acts.join(self.sandbox, group, person.user)
        return Room(self.sandbox, group)


class Person:
    """Somebody with a phone. Waits are driven by what happens, never by sleeping.

    What a person does and sees is in their private chat with the bot, or `in_` a group.
    """

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
        self._fail(self._place, "has no message with buttons")

    @property
    def keys(self) -> tuple[str, ...]:
        """The labels that stand in place of the keyboard."""
        asked = prompts.keyboard_message(self._place, self.user)
        markup = asked.prompt if asked is not None else None
        rows = markup.keyboard if isinstance(markup, ReplyKeyboardMarkup) else []
        return tuple(key.text for row in rows for key in row)

    @property
    def _place(self) -> PrivateChat:
        return self._sandbox.chat_between(self._world.bot, self.user)

    def _at(self, room: Room | None) -> Chat:
        return self._place if room is None else room.group

    async def starts(self, payload: str = "") -> Message:
        """Press Start, perhaps through a link."""
        return acts.start(self._sandbox, self._place, payload)

    async def adds_bot(self, room: Room, payload: str = "", *, leads: bool = False) -> None:
        """Add the bot to a group, perhaps through a link; perhaps as an administrator."""
        group_acts.add_bot(self._sandbox, room.group, payload, by=self.user, leads=leads)

    async def follows(self, link: str, *, into: Room | None = None) -> None:
        """Open a link of the bot: in the private chat, or choose a group for it."""
        query = parse_qs(urlsplit(link).query, keep_blank_values=True)
        if "startgroup" in query:
            if into is None:
                raise ValueError("the link asks for a group")
            await self.adds_bot(into, query["startgroup"][0])
            return
        await self.starts(query.get("start", [""])[0])

    async def writes(
        self, text: str, *, in_: Room | None = None, reply_to: Message | None = None
    ) -> Message:
        """Write a message; the app itself makes it a reply when the bot asked for one."""
        self.texts += 1
        chat = self._at(in_)
        answered = reply_to or prompts.asked_message(chat, self.user)
        return acts.write(self._sandbox, chat, text, by=self.user, reply_to=answered)

    async def edits(self, message: Message, text: str, *, in_: Room | None = None) -> Message:
        """Change a message of one's own."""
        return acts.rewrite(self._sandbox, self._at(in_), message.id, text, by=self.user)

    async def sends_photo(
        self, picture: bytes, caption: str = "", *, in_: Room | None = None
    ) -> Message:
        """Send a picture."""
        return acts.send_photo(self._sandbox, self._at(in_), picture, caption, by=self.user)

    async def sends_album(self, pictures: Sequence[bytes], caption: str = "") -> list[Message]:
        """Send several pictures at once."""
        return acts.send_album(self._sandbox, self._place, pictures, caption)

    async def sends_sticker(self, emoji: str = "👍", *, in_: Room | None = None) -> Message:
        """Send a sticker."""
        return self._sends(attachments.sticker(self._sandbox, emoji), in_)

    async def sends_voice(self, seconds: int = 3, *, in_: Room | None = None) -> Message:
        """Send a voice note."""
        return self._sends(attachments.voice(self._sandbox, seconds), in_)

    async def sends_document(
        self, name: str = "daftar.pdf", *, mime_type: str = "application/pdf", caption: str = ""
    ) -> Message:
        """Send a file."""
        attached = attachments.document(self._sandbox, name, mime_type)
        return acts.send_attachment(self._sandbox, self._place, attached, caption)

    async def shares_location(self, latitude: float = -6.9, longitude: float = 107.6) -> Message:
        """Send a place on the map."""
        return self._sends(attachments.location(latitude, longitude), None)

    async def shares_contact(self, of: "Person | None" = None) -> Message:
        """Share the own number, or forward somebody else's, which looks alike."""
        asked = prompts.keyboard_message(self._place, self.user)
        attached = attachments.contact((of or self).user)
        return acts.send_attachment(self._sandbox, self._place, attached, reply_to=asked)

    async def blocks_bot(self) -> None:
        """Let the bot speak no more."""
        acts.block(self._sandbox, self._place)

    async def unblocks_bot(self) -> None:
        """Let the bot speak again."""
        acts.unblock(self._sandbox, self._place)

    async def taps(
        self, label: str, *, on: Message | None = None, in_: Room | None = None
    ) -> PressAnswer:
        """Press the button as soon as it is shown, and give what the bot answered.

        Without `on`, the newest message that shows it is meant; a button that is labelled
        exactly so comes before one that only contains the words.
        """
        chat = self._at(in_)
        found = await self._wait(
            chat, lambda: _find(chat, label, on), f'sees no button "{label}" to press'
        )
        self.presses += 1
        button = found.button
        if button.callback_data is None:
            return PressAnswer(url=button.url or "")
        return await self._press(chat, found.message, button.callback_data)

    async def taps_data(
        self, button_data: str, *, on: Message | None = None, in_: Room | None = None
    ) -> PressAnswer:
        """Send a press with data that need not stand on any button, as a changed app can."""
        self.presses += 1
        chat = self._at(in_)
        message = on or next(iter(_from_bot(chat)), None)
        if message is None:
            self._fail(chat, "has no message to press on")
        return await self._press(chat, message, button_data)

    async def sees(self, *words: str, in_: Room | None = None) -> Message:
        """Wait until one message of the bot shows all these words, and give it."""
        chat = self._at(in_)

        def look() -> Message | None:
            return next((one for one in _from_bot(chat) if shows_all(one, words)), None)

        return await self._wait(chat, look, f"does not see {quoted(words)}")

    async def begins_to_pay(self, *, on: Message | None = None) -> Checkout:
        """Press Pay on the newest invoice that can be paid, and give a card."""
        found = await self._wait(
            self._place, lambda: _invoice(self._place, on), "sees no invoice to pay"
        )
        return paying.begin(self._sandbox, self._place, found.id, by=self.user)

    async def pays(self, *, on: Message | None = None) -> Checkout:
        """Pay the newest invoice; what came of it."""
        checkout = await self.begins_to_pay(on=on)
        return await self._wait(
            self._place,
            lambda: checkout if checkout.is_over else None,
            "gets no answer to the payment",
        )

    async def does_not_see(self, *words: str, in_: Room | None = None) -> None:
        """None of these words stands in a message of the bot now."""
        chat = self._at(in_)
        for word in words:
            if any(shows_all(message, (word,)) for message in _from_bot(chat)):
                self._fail(chat, f'sees "{word}"')

    async def waits_until(self, look: Callable[[], _T | None], what: str) -> _T:
        """Wait for anything else; `what` completes the sentence of the failure."""
        return await self._wait(self._place, look, what)

    def transcript(self) -> str:
        """The chat as plain text, with its buttons."""
        return transcript_of(self._place)

    def _sends(self, attached: Json, room: Room | None) -> Message:
        return acts.send_attachment(self._sandbox, self._at(room), attached, by=self.user)

    async def _press(self, chat: Chat, message: Message, button_data: str) -> PressAnswer:
        pressed = acts.press(self._sandbox, chat, message, button_data, by=self.user)
        answer = await self._wait(
            chat, lambda: pressed.answer, f"gets no answer to {button_data!r}"
        )
        self.answers.append(answer)
        return answer

    async def _wait(self, chat: Chat, look: Callable[[], _T | None], complaint: str) -> _T:
        try:
            return await self._sandbox.changes.until(look, seconds=self._world.patience)
        except TimeoutError:
            self._fail(chat, complaint)

    def _fail(self, chat: Chat, complaint: str) -> NoReturn:
        raise AssertionError(f"{self.name} {complaint}. The chat:\n{transcript_of(chat)}")


def _invoice(chat: Chat, on: Message | None) -> Message | None:
    bills = (
        one for one in _from_bot(chat) if one.kind == "invoice" and "Receipt" not in one.labels
    )
    return next((one for one in bills if on is None or one.id == on.id), None)


def _from_bot(chat: Chat) -> list[Message]:
    return [message for message in chat.newest_first if message.from_bot]


def _find(chat: Chat, label: str, on: Message | None) -> _Found | None:
    messages = [one for one in chat.newest_first if on is None or one.id == on.id]
    shown = [_Found(message=one, button=button) for one in messages for button in buttons(one)]
    exact = (found for found in shown if found.button.text == label)
    containing = (found for found in shown if label in found.button.text)
    return next(exact, None) or next(containing, None)

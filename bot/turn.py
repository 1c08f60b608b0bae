"""A turn: what one update may see, and the replies that it stages until its commit."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Final

from telegram import Update
from telegram.constants import ChatType

from bot import errors
from bot.i18n.translator import Translator
from bot.memory.talks import Talk
from bot.outgoing.replies import (
    Album,
    Answer,
    Menu,
    PayAnswer,
    Redraw,
    Reply,
    Say,
    SendBill,
    Show,
    Strip,
    albums,
)
from bot.screens.base import Screen
from bot.screens.invoices import Bill
from store.domain.actor import Actor
from store.domain.language import Language
from store.domain.zones import Zone
from store.errors import NotAllowed, Rejected
from store.shop import Shop

# What becomes of a group has no person behind it, nor has an administrator who hides.
NOBODY: Final = Actor(id=0, name="", language=Language.ID, zone=Zone.WIB)
_current: ContextVar["Turn"] = ContextVar("turn")


@dataclass(slots=True, kw_only=True)
class Turn:
    """What one update may see and leave behind; lives as long as its transaction."""

    shop: Shop
    actor: Actor
    t: Translator
    talk: Talk
    update: Update
    bot_name: str = ""
    replies: list[Reply] = field(default_factory=list)
    error: Exception | None = None
    talked: bool = False
    speaking: str | None = None
    gathered: dict[str, Any] | None = None
    result: int | None = None
    forgotten: bool = False

    def speak(self, language: str) -> None:
        """Go on in another language, from the screen of this very turn."""
        self.t = Translator(language)

    def forget(self) -> None:
        """Let go of everything that was typed, here and in what is stored of earlier updates."""
        self.talk.forget()
        self.forgotten = True

    def menu(self, commands: Sequence[tuple[str, str]], *, chat_id: int | None = None) -> None:
        """Stage the command menu of this chat or another; none leaves what all such chats have.

        It is set after everything else was said.
        """
        chat = self.update.effective_chat
        if chat is not None:
            self.replies.append(Menu(chat_id=chat_id or chat.id, commands=tuple(commands)))

    def pressed_message(self) -> int | None:
        """The message whose button was pressed, or None where nothing was pressed."""
        query = self.update.callback_query
        return query.message.message_id if query and query.message else None

    @property
    def in_private(self) -> bool:
        """Whether the person is alone with the bot."""
        chat = self.update.effective_chat
        return chat is None or chat.type == ChatType.PRIVATE

    def redraw(self, screen: Screen, *, card: str) -> None:
        """Stage that the pressed message, a copy of this card, shows the screen."""
        query, chat = self.update.callback_query, self.update.effective_chat
        if query is None or query.message is None or chat is None:
            return
        self.replies.append(
            Redraw(
                chat_id=chat.id,
                message_id=query.message.message_id,
                screen=screen,
                card=card,
                has_photo=bool(getattr(query.message, "photo", ())),
            )
        )

    def strip(self) -> None:
        """Stage that the pressed message loses its buttons."""
        chat, pressed = self.update.effective_chat, self.pressed_message()
        if chat is not None and pressed is not None:
            self.replies.append(Strip(chat_id=chat.id, message_id=pressed))

    def album(self, pictures: Sequence[str], *, caption: str, stays: Screen, sorry: str) -> None:
        """Stage all these pictures; the screen of this turn is sent anew beneath them.

        They go before everything else that is said. Where Telegram refuses them, `stays` is shown
        beneath `sorry`, and the press is answered without a word.
        """
        chat, pressed = self.update.effective_chat, self.pressed_message()
        if chat is None:
            return
        self.replies[:0] = albums(
            chat.id, pictures, caption=caption, pressed=pressed, stays=stays, sorry=sorry
        )

    def show(self, screen: Screen) -> None:
        """Stage a screen for the person whose turn it is; the last one staged counts.

        In a group it is said for all to read, and nothing there is a live screen.
        """
        chat = self.update.effective_chat
        if chat is None:
            return
        self.replies = [reply for reply in self.replies if not isinstance(reply, Show | Say)]
        if not self.in_private:
            self.replies.append(Say(chat_id=chat.id, screen=screen))
            return
        above = any(isinstance(reply, Album) for reply in self.replies)
        pressed = None if above else self.pressed_message()
        self.replies.append(Show(chat_id=chat.id, screen=screen, pressed=pressed))

    def answer(self, text: str | None = None, *, alert: bool = False) -> None:
        """Stage the answer to the press; the first one staged counts."""
        query = self.update.callback_query
        if query is None or any(isinstance(reply, Answer) for reply in self.replies):
            return
        albums_first = sum(isinstance(reply, Album) for reply in self.replies)
        answer = Answer(query_id=query.id, text=text, alert=alert)
        self.replies.insert(albums_first, answer)

    def bill(self, bill: Bill, *, stays: Screen) -> None:
        """Stage an invoice for the person whose turn it is; `stays` where it is not taken."""
        chat = self.update.effective_chat
        if chat is not None:
            self.replies.append(SendBill(chat_id=chat.id, stays=stays, **asdict(bill)))

    def answer_payment(self, error: str | None = None) -> None:
        """Stage the answer to Telegram's question before it takes money; the first one counts."""
        query = self.update.pre_checkout_query
        asked = any(isinstance(reply, PayAnswer) for reply in self.replies)
        if query is not None and not asked:
            self.replies.append(PayAnswer(query_id=query.id, error=error))

    def refuse(self, rejected: Rejected) -> None:
        """Say an expected no; it also ends the conversation in which it was said.

        So nobody is trapped, and a form that has nothing to do with it keeps what was typed.
        """
        words = errors.refusal(self.t, rejected)
        top = self.talk.top
        if top is None or top.conversation == self.speaking:
            self.talk.frames.clear()
        self.replies.clear()
        self.answer_payment(words)
        if self.update.callback_query is not None:
            self.answer(words[: errors.TOAST_LIMIT], alert=True)
            # What somebody may not do they may no longer see: the screen of a former member goes.
            if not (isinstance(rejected, NotAllowed) and self.in_private):
                return
        self.show(self.fitting(errors.refusal_screen(self.t, words)))

    def fitting(self, screen: Screen) -> Screen:
        """The screen for this place: in a group there is no home and no help to press."""
        return screen if self.in_private else replace(screen, rows=())

    def close(self) -> None:
        """Bring the turn to its end: refusals become words, every press an answer."""
        if isinstance(self.error, Rejected):
            self.refuse(self.error)
        elif self.error is not None:
            raise self.error
        self.answer()
        if not self.talked and any(isinstance(reply, Show) for reply in self.replies):
            self.talk.parked = True


def current() -> Turn:
    """The turn that is under way in this task."""
    return _current.get()


@contextmanager
def under_way(turn: Turn) -> Iterator[None]:
    """Make it the turn of this task while the block runs."""
    token = _current.set(turn)
    try:
        yield
    finally:
        _current.reset(token)

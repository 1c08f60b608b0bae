"""Ctx: what a handler holds in its hand; it can only speak to the person whose turn it is."""

from collections.abc import Sequence
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter
from telegram.ext import CallbackContext

from bot import turn
from bot.buttons.base import Button
from bot.i18n.translator import Translator
from bot.memory import shown
from bot.memory.places import Places
from bot.memory.talks import Talk, Unfinished
from bot.screens.base import Screen
from bot.screens.invoices import Bill
from store.domain.actor import Actor
from store.shop import Shop

KINDS: Final = ("photo", "sticker", "voice", "contact", "location", "video", "document")
_PHOTO: Final = "photo"
AnyButton = TypeVar("AnyButton", bound=Button)
AnyDraft = TypeVar("AnyDraft")


class Ctx(CallbackContext[Any, Any, Any, Any]):
    """PTB's context with the shop, the actor and the staged replies of this turn."""

    @property
    def shop(self) -> Shop:
        """The use cases of the shop."""
        return turn.current().shop

    @property
    def actor(self) -> Actor:
        """Who is acting, with rights as they are now."""
        return turn.current().actor

    @property
    def t(self) -> Translator:
        """The actor's language."""
        return turn.current().t

    @property
    def talk(self) -> Talk:
        """Where the actor stands in a conversation."""
        return turn.current().talk

    @property
    def places(self) -> Places:
        """Which group is which shop's own."""
        return Places(begin=self.shop.begin, now=self.shop.begin.now)

    @property
    def somebody(self) -> bool:
        """Whether there is a person behind this turn; an administrator who hides is none."""
        return self.actor is not turn.NOBODY

    @property
    def bot_name(self) -> str:
        """The bot's user name, for links that lead to it."""
        return turn.current().bot_name

    @property
    def result(self) -> int | None:
        """What the conversation that was called has found out; None where it was left."""
        return turn.current().result

    def pressed(self, button: type[AnyButton]) -> AnyButton:
        """The button that was pressed."""
        query = turn.current().update.callback_query
        assert query is not None
        assert query.data is not None
        return button.unpack(query.data)

    def typed(self) -> str:
        """The words that were written, as they came."""
        message = turn.current().update.message
        return (message.text or "") if message else ""

    @property
    def sent_kind(self) -> str:
        """What was sent besides words: photo, sticker …; empty for anything else."""
        message = turn.current().update.message
        return next((one for one in KINDS if message and getattr(message, one)), "")

    @property
    def shared(self) -> tuple[str, str]:
        """Whole name and number of the contact that was shared."""
        message = turn.current().update.message
        assert message is not None
        assert message.contact is not None
        contact = message.contact
        names = (contact.first_name, contact.last_name)
        return " ".join(filter(None, names)), contact.phone_number

    async def keep_photo(self) -> str | None:
        """The name of the photo that was sent, by which it can be shown again; None without one.

        The same file has the same name whoever sends it.
        """
        message = turn.current().update.message
        if message is None or not message.photo:
            return None
        largest = message.photo[-1]
        name = f"tg:{largest.file_unique_id}"
        async with self.shop.begin() as tx:
            await shown.put_picture(
                tx.session, bot_id=self.bot.id, content_hash=name, file_id=largest.file_id
            )
        return name

    def show(self, screen: Screen) -> None:
        """Make this the live screen after the commit."""
        turn.current().show(screen)

    @property
    def in_private(self) -> bool:
        """Whether the person is alone with the bot."""
        return turn.current().in_private

    def redraw(self, screen: Screen, *, card: str) -> None:
        """Put the screen in the place of the pressed message, a copy of this card."""
        turn.current().redraw(screen, card=card)

    def album(self, pictures: Sequence[str], *, caption: str, stays: Screen, sorry: str) -> None:
        """Send all these pictures after the commit, and this turn's screen beneath them.

        Where Telegram does not take them, `stays` is shown instead of it, beneath `sorry`.
        """
        turn.current().album(pictures, caption=caption, stays=stays, sorry=sorry)

    def bill(self, bill: Bill, *, stays: Screen) -> None:
        """Send this invoice after the commit; where Telegram does not take it, show `stays`."""
        turn.current().bill(bill, stays=stays)

    def let_pay(self) -> None:
        """Tell Telegram that it may take the money; a refusal tells it why not."""
        turn.current().answer_payment()

    def strip(self) -> None:
        """Take the buttons off the pressed message after the commit."""
        turn.current().strip()

    def speak(self, language: str) -> None:
        """Go on in this language."""
        turn.current().speak(language)

    def menu(self, commands: Sequence[tuple[str, str]], *, chat_id: int | None = None) -> None:
        """Give this chat, or a shop's group, its own command menu after the commit."""
        turn.current().menu(commands, chat_id=chat_id)

    def forget(self) -> None:
        """Let go of everything that the actor typed."""
        turn.current().forget()

    def keep_listening(self) -> None:
        """Leave the actor's conversation as it is, although this screen is not part of it."""
        turn.current().talked = True

    def toast(self, text: str) -> None:
        """Answer the press with a short line that goes away by itself."""
        turn.current().answer(text)

    def alert(self, text: str) -> None:
        """Answer the press with words that have to be closed."""
        turn.current().answer(text, alert=True)

    def draft(self, kind: type[AnyDraft]) -> AnyDraft:
        """What was gathered so far in this conversation; empty where the talk is gone."""
        now, top = turn.current(), self.talk.top
        mine = top is not None and top.conversation == now.speaking
        stored = now.gathered or (top.draft if top is not None and mine else {})
        return TypeAdapter(kind).validate_python(stored)

    def keep(self, draft: object) -> None:
        """Remember what was gathered so far in this conversation."""
        turn.current().gathered = TypeAdapter(type(draft)).dump_python(draft, mode="json")

    def unfinished(self, kind: type[AnyDraft]) -> AnyDraft:
        """What was typed into this form and not finished, also when it was left meanwhile."""
        kept = self.talk.unfinished.get(turn.current().speaking or "")
        return TypeAdapter(kind).validate_python(kept.draft if kept is not None else {})

    def keep_unfinished(self, draft: object) -> None:
        """Remember what was typed into this form for a while, whatever becomes of the talk."""
        stored = TypeAdapter(type(draft)).dump_python(draft, mode="json")
        self.talk.unfinished[turn.current().speaking or ""] = Unfinished(draft=stored)

    def put_photo_by(self, name: str) -> None:
        """Keep a photo that nobody has asked for, until it is said what it shows."""
        self.talk.unfinished[_PHOTO] = Unfinished(draft={"photo": name})

    @property
    def photo_put_by(self) -> str | None:
        """The photo that was put by last, for 24 hours."""
        kept = self.talk.unfinished.get(_PHOTO)
        return str(kept.draft["photo"]) if kept is not None else None

    def use_photo(self) -> None:
        """The photo that was put by has found its place."""
        self.talk.unfinished.pop(_PHOTO, None)

    def finish(self) -> None:
        """Nothing of this form is unfinished any more."""
        self.talk.unfinished.pop(turn.current().speaking or "", None)

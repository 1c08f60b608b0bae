"""Ctx: what a handler holds in its hand; it can only speak to the person whose turn it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter
from telegram import Chat, Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
)
from telegram.ext import filters as ptb_filters

from bot import turn
from bot.buttons.base import Button
from bot.i18n.translator import Translator
from bot.memory.places import Places
from bot.memory.talks import Talk, Unfinished
from bot.screens.base import Screen
from store.domain.actor import Actor
from store.shop import Shop

KINDS: Final = ("photo", "sticker", "voice", "contact", "location", "video", "document")
_PRIVATE: Final = ptb_filters.ChatType.PRIVATE & ptb_filters.UpdateType.MESSAGE
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

    def show(self, screen: Screen) -> None:
        """Make this the live screen after the commit."""
        turn.current().show(screen)

    def album(self, pictures: Sequence[str], *, caption: str, stays: Screen, sorry: str) -> None:
        """Send all these pictures after the commit, and this turn's screen beneath them.

        Where Telegram does not take them, `stays` is shown instead of it, beneath `sorry`.
        """
        turn.current().album(pictures, caption=caption, stays=stays, sorry=sorry)

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

    def finish(self) -> None:
        """Nothing of this form is unfinished any more."""
        self.talk.unfinished.pop(turn.current().speaking or "", None)


class Pressed(CallbackQueryHandler[Ctx, None]):
    """A press that carries nothing is nobody's; PTB would give it to whoever is asked first."""

    def check_update(self, update: object) -> bool | object | None:
        """Whether the press carries what this handler waits for."""
        query = update.callback_query if isinstance(update, Update) else None
        return bool(query and query.data) and super().check_update(update)


def pressed(button: type[Button], callback: Any) -> CallbackQueryHandler[Ctx, None]:
    """Route presses of a button to what they do."""
    return Pressed(callback, pattern=button.is_mine)


def command(name: str, callback: Any) -> CommandHandler[Ctx, None]:
    """Route a command in a private chat to what it does."""
    return CommandHandler(name, callback, filters=ptb_filters.ChatType.PRIVATE)


def linked(payload: str, callback: Any) -> CommandHandler[Ctx, None]:
    """Route a link into the private chat that carries this and nothing else."""
    carries = ptb_filters.Regex(rf"^/start(@\w+)? {payload}$")
    return CommandHandler("start", callback, filters=ptb_filters.ChatType.PRIVATE & carries)


def typed(callback: Any) -> MessageHandler[Ctx, None]:
    """Route words that are not a command to what they mean here."""
    return MessageHandler(ptb_filters.TEXT & ~ptb_filters.COMMAND & _PRIVATE, callback)


def worded_cancel(callback: Any) -> MessageHandler[Ctx, None]:
    """Route the bare word for /cancel to what the command does here."""
    says = ptb_filters.Regex(r"(?i)^\s*(?:batal(?:kan)?|cancel)\s*[.!]*\s*$")
    return MessageHandler(says & _PRIVATE, callback)


def shared(callback: Any) -> MessageHandler[Ctx, None]:
    """Route a contact that was shared to what it means here."""
    return MessageHandler(ptb_filters.CONTACT & _PRIVATE, callback)


def not_words(callback: Any) -> MessageHandler[Ctx, None]:
    """Route a photo, a sticker or the like to what it means here."""
    return MessageHandler(~ptb_filters.TEXT & _PRIVATE, callback)


def changed(callback: Any) -> MessageHandler[Ctx, None]:
    """Route private messages that were changed after they had been sent."""
    changes = ptb_filters.UpdateType.EDITED_MESSAGE
    return MessageHandler(changes & ptb_filters.ChatType.PRIVATE, callback)


class PrivateMembership(ChatMemberHandler[Ctx, None]):
    """Takes what happens to the bot's place in a private chat: blocked, or let in again."""

    def __init__(self, callback: Any) -> None:
        super().__init__(callback, ChatMemberHandler.MY_CHAT_MEMBER)

    def check_update(self, update: object) -> bool:
        """Whether this is such a change."""
        mine = isinstance(update, Update) and update.my_chat_member is not None
        chat = update.effective_chat if isinstance(update, Update) else None
        return mine and chat is not None and chat.type == Chat.PRIVATE


def anything_else(callback: Any) -> MessageHandler[Ctx, None]:
    """Route a private message of any other kind."""
    return MessageHandler(_PRIVATE, callback)


@dataclass(frozen=True, slots=True)
class Found:
    """Which route takes an update that comes from elsewhere, or None for silence."""

    route: BaseHandler[Update, Ctx, Any] | None
    check: object


class Elsewhere(BaseHandler[Update, Ctx, None]):
    """Takes everything that does not come from a private chat, so that no screen gets there.

    Each update is seen first; what none of the routes takes is met with silence.
    """

    def __init__(
        self, seen: Callable[[Update, Ctx], Any], *routes: BaseHandler[Update, Ctx, Any]
    ) -> None:
        super().__init__(seen)
        self.routes = routes

    def check_update(self, update: object) -> Found | None:
        """The first route that takes the update; None for what is private."""
        chat = update.effective_chat if isinstance(update, Update) else None
        if not isinstance(update, Update) or chat is None or chat.type == Chat.PRIVATE:
            return None
        for route in self.routes:
            check = route.check_update(update)
            if check is not None and check is not False:
                return Found(route, check)
        return Found(None, None)

    async def handle_update(  # type: ignore[override]  # PTB narrows its own base the same way
        self,
        update: Update,
        application: Application[Any, Ctx, Any, Any, Any, Any],
        check_result: Found,
        context: Ctx,
    ) -> None:
        """See it, then let the route do its work."""
        await self.callback(update, context)
        if check_result.route is not None:
            route = check_result.route
            await route.handle_update(update, application, check_result.check, context)

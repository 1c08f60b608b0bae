"""Which updates come to which handler: presses, commands, words, photos and what is elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, cast

from telegram import Chat, Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
)
from telegram.ext import filters as ptb_filters

from bot.buttons.base import Button
from bot.context import Ctx

_PRIVATE: Final = ptb_filters.ChatType.PRIVATE & ptb_filters.UpdateType.MESSAGE


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


def photo(callback: Any) -> MessageHandler[Ctx, None]:
    """Route a photo in a private chat to what it means here."""
    return MessageHandler(ptb_filters.PHOTO & _PRIVATE, callback)


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

    async def handle_update(
        self,
        update: Update,
        application: Application[Any, Ctx, Any, Any, Any, Any],
        check_result: object,
        context: Ctx,
    ) -> None:
        """See it, then let the route do its work."""
        found = cast("Found", check_result)  # PTB hands back what check_update gave
        await self.callback(update, context)
        if found.route is not None:
            await found.route.handle_update(update, application, found.check, context)

"""Ctx: what a handler holds in its hand; it can only speak to the person whose turn it is."""

from typing import Any, TypeVar

from pydantic import TypeAdapter
from telegram.ext import CallbackContext, CallbackQueryHandler, CommandHandler, MessageHandler
from telegram.ext import filters as ptb_filters

from bot import turn
from bot.buttons.base import Button
from bot.i18n.translator import Translator
from bot.memory.talks import Talk
from bot.screens.base import Screen
from store.domain.actor import Actor
from store.shop import Shop

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

    def show(self, screen: Screen) -> None:
        """Make this the live screen after the commit."""
        turn.current().show(screen)

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


def pressed(button: type[Button], callback: Any) -> CallbackQueryHandler[Ctx, None]:
    """Route presses of a button to what they do."""
    return CallbackQueryHandler(callback, pattern=button.is_mine)


def command(name: str, callback: Any) -> CommandHandler[Ctx, None]:
    """Route a command in a private chat to what it does."""
    return CommandHandler(name, callback, filters=ptb_filters.ChatType.PRIVATE)


def typed(callback: Any) -> MessageHandler[Ctx, None]:
    """Route words that are not a command to what they mean here."""
    words = ptb_filters.TEXT & ~ptb_filters.COMMAND & ptb_filters.UpdateType.MESSAGE
    return MessageHandler(words & ptb_filters.ChatType.PRIVATE, callback)


def anything_else(callback: Any) -> MessageHandler[Ctx, None]:
    """Route a private message of any other kind."""
    private = ptb_filters.ChatType.PRIVATE & ptb_filters.UpdateType.MESSAGE
    return MessageHandler(private, callback)

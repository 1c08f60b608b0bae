"""One update = one turn = one transaction; its replies leave after the commit."""

import secrets
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

import structlog
from telegram import Update
from telegram.constants import ChatType
from telegram.ext import Application

from bot import errors
from bot.i18n.translator import Translator
from bot.memory import shown, talks, updates
from bot.memory.session import Begin, Transaction
from bot.memory.talks import Talk
from bot.memory.updates import AlreadyDone, WaitingUpdate
from bot.outgoing.courier import ReplyCourier
from bot.outgoing.replies import Album, Answer, Menu, Reply, Say, Show, Strip, albums
from bot.screens.base import Screen
from store.domain.actor import Actor
from store.domain.language import Language
from store.domain.zones import Zone
from store.errors import Conflict, NotAllowed, Rejected, Unavailable
from store.shop import Shop

log = structlog.get_logger()

NOT_PEOPLE: Final = {1087968824, 136817688, 777000}
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

    def strip(self) -> None:
        """Stage that the pressed message loses its buttons."""
        chat, pressed = self.update.effective_chat, self.pressed_message()
        if chat is not None and pressed is not None:
            self.replies.append(Strip(chat_id=chat.id, message_id=pressed))

    def album(self, pictures: Sequence[str], *, caption: str) -> None:
        """Stage all these pictures; the screen of this turn is sent anew beneath them."""
        chat, pressed = self.update.effective_chat, self.pressed_message()
        if chat is not None:
            self.replies += albums(chat.id, pictures, caption=caption, pressed=pressed)

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
        self.replies.insert(0, Answer(query_id=query.id, text=text, alert=alert))

    def refuse(self, rejected: Rejected) -> None:
        """Say an expected no; it also ends the conversation in which it was said.

        So nobody is trapped, and a form that has nothing to do with it keeps what was typed.
        """
        words = errors.refusal(self.t, rejected)
        top = self.talk.top
        if top is None or top.conversation == self.speaking:
            self.talk.frames.clear()
        self.replies.clear()
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


class Bug(Exception):
    """Something went wrong that nobody expected; `turn` where it got that far."""

    def __init__(self, turn: Turn | None) -> None:
        super().__init__()
        self.turn = turn


def current() -> Turn:
    """The turn that is under way in this task."""
    return _current.get()


class TurnApplication(Application[Any, Any, Any, Any, Any, Any]):
    """PTB's Application, whose errors end the turn instead of only being logged."""

    async def process_error(
        self,
        update: object,
        error: Exception,
        job: object = None,
        coroutine: object = None,
    ) -> bool:
        """Keep the error for the turn: a refusal becomes words, a bug undoes everything."""
        del update, job, coroutine
        current().error = error
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """Takes stored updates one at a time through the application."""

    application: TurnApplication
    shop: Shop
    begin: Begin
    courier: ReplyCourier
    now: Callable[[], datetime]
    reference: Callable[[], str] = lambda: secrets.token_hex(3).upper()

    async def run(self, waiting: WaitingUpdate) -> None:
        """Do what an update asks, exactly once; afterwards the update is done, come what may.

        Raises Unavailable when the database is: then the update is untouched and can be
        taken again.
        """
        try:
            if await self._worn_out(waiting):
                raise Bug(None) from RuntimeError("worn out")
            staged = await self._attempt_twice(waiting)
        except AlreadyDone:
            return
        except Bug as bug:
            staged = await self._apologise(waiting, bug)
        self.courier.carry(waiting.seq, staged, at=self.now())

    async def _attempt_twice(self, waiting: WaitingUpdate) -> list[dict[str, Any]]:
        try:
            return await self._attempt(waiting)
        except Conflict:
            return await self._attempt(waiting, last=True)

    async def _attempt(
        self, waiting: WaitingUpdate, *, last: bool = False
    ) -> list[dict[str, Any]]:
        turn: Turn | None = None
        try:
            update = Update.de_json(waiting.body, self.application.bot)
            async with self.begin() as tx:
                turn = await self._turn(tx, update)
                staged = await self._take(tx, turn) if turn else []
                await updates.finish(tx, waiting.seq, at=self.now(), replies=staged)
        except (AlreadyDone, Unavailable):
            raise
        except Conflict as lost:
            if last:
                raise Bug(turn) from lost
            raise
        except Exception as error:
            raise Bug(turn) from error
        return staged

    async def _take(self, tx: Transaction, turn: Turn) -> list[dict[str, Any]]:
        token = _current.set(turn)
        try:
            await self.application.process_update(turn.update)
        finally:
            _current.reset(token)
        turn.close()
        await talks.save(tx, turn.talk, now=self.now())
        if turn.forgotten:
            await updates.empty_of(tx, turn.actor.id)
        if turn.update.message is not None:
            await shown.cover(tx.session, turn.update.message.chat_id)
        return [reply.to_json() for reply in turn.replies]

    async def _turn(self, tx: Transaction, update: Update) -> Turn | None:
        chat, actor = update.effective_chat, await self._actor(update)
        if actor is None:
            return None
        talk = await talks.load(
            tx,
            chat_id=chat.id if chat else actor.id,
            person_id=actor.id,
            now=self.now(),
        )
        return Turn(
            shop=self.shop,
            actor=actor,
            t=Translator(actor.language),
            talk=talk,
            update=update,
            bot_name=self.application.bot.username,
        )

    async def _actor(self, update: Update) -> Actor | None:
        """Who acts; NOBODY in a group where no person is named, else None."""
        user, chat = update.effective_user, update.effective_chat
        in_group = chat is not None and chat.type != ChatType.PRIVATE
        if user is None or user.is_bot or user.id in NOT_PEOPLE:
            return NOBODY if in_group else None
        # Only in private somebody becomes known: whoever passes in a group leaves no row.
        known_by = self.shop.people.meet if in_group else self.shop.people.arrive
        return await known_by(user.id, name=user.full_name, language_code=user.language_code)

    async def _worn_out(self, waiting: WaitingUpdate) -> bool:
        """Count a try of an update that an earlier process left; the fourth is not made."""
        if not waiting.leftover:
            return False
        if waiting.tries >= updates.MAX_TRIES:
            log.error("update_dead", seq=waiting.seq)
            return True
        async with self.begin() as tx:
            await updates.count_try(tx, waiting.seq)
        return False

    async def _apologise(self, waiting: WaitingUpdate, bug: Bug) -> list[dict[str, Any]]:
        turn = bug.turn
        t = turn.t if turn else Translator("id")
        screen = errors.apologise(t, bug.__cause__ or bug, reference=self.reference)
        staged: list[dict[str, Any]] = []
        if turn is not None:
            turn.replies.clear()
            turn.answer()
            turn.show(turn.fitting(screen))
            staged = [reply.to_json() for reply in turn.replies]
        elif (chat_id := updates.private_chat_of(waiting.body)) is not None:
            staged = [Show(chat_id=chat_id, screen=screen).to_json()]
        async with self.begin() as tx:
            kind = type(bug.__cause__).__name__[:200]
            await updates.finish(tx, waiting.seq, at=self.now(), replies=staged, error=kind)
        return staged

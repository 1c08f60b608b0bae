"""One update = one turn = one transaction; its replies leave after the commit."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
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
from bot.memory.updates import AlreadyDone, WaitingUpdate
from bot.outgoing.courier import ReplyCourier
from bot.outgoing.replies import Show
from bot.turn import NOBODY, Turn, current, under_way
from store.domain.actor import Actor
from store.errors import Conflict, Unavailable
from store.shop import Shop

log = structlog.get_logger()

NOT_PEOPLE: Final = {1087968824, 136817688, 777000}


class Bug(Exception):
    """Something went wrong that nobody expected; `turn` where it got that far."""

    def __init__(self, turn: Turn | None) -> None:
        super().__init__()
        self.turn = turn


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
        with under_way(turn):
            await self.application.process_update(turn.update)
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
            turn.answer_payment(screen.text)
            turn.answer()
            turn.show(turn.fitting(screen))
            staged = [reply.to_json() for reply in turn.replies]
        elif (chat_id := updates.private_chat_of(waiting.body)) is not None:
            staged = [Show(chat_id=chat_id, screen=screen).to_json()]
        async with self.begin() as tx:
            kind = type(bug.__cause__).__name__[:200]
            await updates.finish(tx, waiting.seq, at=self.now(), replies=staged, error=kind)
        return staged

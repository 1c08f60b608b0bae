"""Carries a turn's replies out after its commit and forgets them when they have arrived."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

import structlog
from telegram import BotCommandScopeChat

from bot.memory import updates
from bot.memory.session import Begin
from bot.outgoing import replies
from bot.outgoing.card_copies import CardCopies
from bot.outgoing.invoices import Invoices
from bot.outgoing.painter import Hung, Painted, Painter
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
    Single,
    without,
)
from bot.outgoing.sender import Interrupted, Outgoing, Undeliverable, Unreachable

log = structlog.get_logger()

ANSWER_LIVES: Final = timedelta(seconds=60)
# Telegram waits ten seconds before it gives a payment up.
PAY_ANSWER_LIVES: Final = timedelta(seconds=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyCourier:
    """Replies of one chat leave in the order of their commits."""

    painter: Painter
    outgoing: Outgoing
    begin: Begin
    now: Callable[[], datetime]
    provider_token: str = ""
    under_way: set[int] = field(default_factory=set)

    def carry(self, seq: int, staged: Sequence[dict[str, Any]], *, at: datetime) -> None:
        """Queue the replies of a finished update; they are stored until they have arrived."""
        told = [replies.from_json(reply) for reply in staged]
        chat_id = next((r.chat_id for r in told if not isinstance(r, Answer | PayAnswer)), 0)
        elsewhere = [r for r in told if isinstance(r, Menu) and r.chat_id != chat_id]

        async def errand() -> None:
            singles = await self._hang_all(told, seq)
            here = [reply for reply in singles if reply not in elsewhere]
            painted = [await self._say(reply, at, seq) for reply in here]
            async with self.begin() as tx:
                for one in painted:
                    if one is not None:
                        await self.painter.write_down(tx, one)
                if elsewhere:
                    await updates.replies_left(tx, seq, [menu.to_json() for menu in elsewhere])
                else:
                    await updates.replies_sent(tx, seq)

        self.under_way.add(seq)
        sent = self.outgoing.submit(chat_id or -seq, errand)
        if elsewhere:
            sent = self._carry_elsewhere(seq, elsewhere, at=at, after=sent)
        sent.add_done_callback(lambda _: self.under_way.discard(seq))

    def _carry_elsewhere(
        self, seq: int, menus: Sequence[Menu], *, at: datetime, after: asyncio.Future[None]
    ) -> asyncio.Future[None]:
        """Menus leave in the queues of their own chats, and are forgotten after the rest."""
        sent = [
            self.outgoing.submit(one.chat_id, partial(self._say, one, at, seq)) for one in menus
        ]

        async def ending() -> None:
            await asyncio.wait([after, *sent])
            if after.exception() is None:
                async with self.begin() as tx:
                    await updates.replies_sent(tx, seq)

        return self.outgoing.submit(-seq, ending)

    async def carry_left_over(self, *, bot_id: int) -> int:
        """Queue what was written and not sent, by an earlier process or in an outage.

        Returns of how many updates.
        """
        before = set(self.under_way)
        async with self.begin() as tx:
            stored = await updates.owed_replies(tx, bot_id=bot_id)
        owed = [one for one in stored if one.seq not in before | self.under_way]
        for one in owed:
            try:
                self.carry(one.seq, one.replies, at=one.done_at)
            except (KeyError, TypeError) as unreadable:
                # Written by another version: nothing to be said, and no reason not to start.
                log.error("reply_unreadable", seq=one.seq, kind=type(unreadable).__name__)
                self.carry(one.seq, [], at=one.done_at)
        return len(owed)

    async def _hang_all(self, told: Sequence[Reply], seq: int) -> list[Single]:
        """Send the albums among the replies, of which they are the first; gives the others."""
        left = list(told)
        while left and isinstance(album := left[0], Album):
            if await self.painter.has_moved_on(album, seq=seq):
                # Pressed twice, or on an old copy, which is drawn anew where it still stands.
                return without(album, left, refused=False)
            left = await self._hang(album, seq, left=left[1:])
        return [reply for reply in left if not isinstance(reply, Album)]

    async def _hang(self, album: Album, seq: int, *, left: list[Reply]) -> list[Reply]:
        """An album that has arrived is forgotten at once, so that a kill repeats one at most."""
        hung: tuple[Hung, ...] = ()
        try:
            hung = await self.painter.album(album)
        except (Unreachable, Undeliverable) as refusal:
            log.warning("reply_refused", kind=type(album).__name__, reason=str(refusal))
            left = [*without(album, left, refused=True)]
        async with self.begin() as tx:
            await self.painter.learn(tx, *hung)
            await updates.replies_left(tx, seq, [reply.to_json() for reply in left])
        return left

    async def _say(self, reply: Single, at: datetime, seq: int) -> Painted | None:
        try:
            if isinstance(reply, Show):
                return await self.painter.show(reply, seq=seq)
            if isinstance(reply, Answer):
                await self._answer(reply, at)
            elif isinstance(reply, PayAnswer):
                await self._let_pay(reply, at)
            elif isinstance(reply, SendBill):
                return await self._bill(reply, seq)
            elif isinstance(reply, Redraw):
                return await CardCopies(painter=self.painter).redraw(reply, seq=seq)
            elif isinstance(reply, Say):
                await self.painter.send(reply.chat_id, reply.screen)
            elif isinstance(reply, Menu):
                await self._menu(reply)
            else:
                await self.painter.strip(reply.chat_id, reply.message_id)
        except (Unreachable, Undeliverable) as refusal:
            log.warning("reply_refused", kind=type(reply).__name__, reason=str(refusal))
        return None

    async def _menu(self, reply: Menu) -> None:
        """A menu that cannot be set now is not worth saying everything once more."""

        async def call() -> object:
            bot, scope = self.painter.bot, BotCommandScopeChat(reply.chat_id)
            if not reply.commands:
                return await bot.delete_my_commands(scope=scope)
            return await bot.set_my_commands(reply.commands, scope=scope)

        try:
            await self.outgoing.persist(call, patient=False)
        except Interrupted as pause:
            log.warning("menu_not_set", retry_after=pause.seconds)

    async def _bill(self, reply: SendBill, seq: int) -> Painted | None:
        """Where Telegram does not take the invoice, the buyer is told instead."""
        sent = Invoices(painter=self.painter, begin=self.begin, provider_token=self.provider_token)
        try:
            await sent.send(reply)
        except Undeliverable as refusal:
            log.error("invoice_refused", reason=str(refusal))
            return await self.painter.show(
                Show(chat_id=reply.chat_id, screen=reply.stays), seq=seq
            )
        return None

    async def _let_pay(self, reply: PayAnswer, at: datetime) -> None:
        """An answer that comes too late is not worth a call: nothing was taken."""
        if self.now() - at > PAY_ANSWER_LIVES:
            return

        async def call() -> object:
            return await self.painter.bot.answer_pre_checkout_query(
                reply.query_id, ok=reply.error is None, error_message=reply.error
            )

        await self.outgoing.persist(call)

    async def _answer(self, reply: Answer, at: datetime) -> None:
        """Telegram forgets a press soon; an answer that comes late is not worth a call."""
        if self.now() - at > ANSWER_LIVES:
            return

        async def call() -> object:
            return await self.painter.bot.answer_callback_query(
                reply.query_id, text=reply.text, show_alert=reply.alert
            )

        await self.outgoing.persist(call)

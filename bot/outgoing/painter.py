"""Keeps one live screen a chat: edits it where it stands, or sends it anew at the bottom."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from telegram import Bot, Message

from bot.memory import shown
from bot.memory.session import Begin, Session
from bot.memory.shown import LiveScreen
from bot.outgoing import wire
from bot.outgoing.replies import Show
from bot.outgoing.sender import Outgoing, Undeliverable
from bot.outgoing.wire import Picture
from bot.screens.base import Screen

DELETABLE: Final = timedelta(hours=47, minutes=50)
UNCHANGED = "message is not modified"
GONE = ("message to edit not found", "message can't be edited", "there is no text in the message")


@dataclass(frozen=True, slots=True, kw_only=True)
class Painter:
    """Shows screens and notices and remembers which message shows what."""

    bot: Bot
    outgoing: Outgoing
    begin: Begin
    now: Callable[[], datetime]
    picture_bytes: Callable[[str], Awaitable[bytes]]

    async def show(self, reply: Show) -> LiveScreen:
        """Make a screen the live one; returns what stands there now."""
        async with self.begin() as tx:
            live = await shown.live_screen(tx.session, reply.chat_id)
            at = await self._place(tx.session, reply, live)
        picture = await self._picture(reply.screen)
        if at is not None and await self._edit(reply, at, picture):
            kept = live if live is not None and live.message_id == at else None
            painted = LiveScreen(
                message_id=at,
                has_photo=picture is not None,
                covered=False,
                sent_at=kept.sent_at if kept else self.now(),
            )
        else:
            painted = await self.send(reply.chat_id, reply.screen)
        async with self.begin() as tx:
            await shown.put_live_screen(tx.session, reply.chat_id, painted)
        if live is not None and live.message_id != painted.message_id:
            await self._retire(reply.chat_id, live)
        return painted

    async def send(
        self, chat_id: int, screen: Screen, *, silent: bool = False, patient: bool = True
    ) -> LiveScreen:
        """Send a screen as a new message, whatever stands above it."""
        picture = await self._picture(screen)

        async def call() -> Message:
            return await wire.send(self.bot, chat_id, screen, picture, silent=silent)

        message = await self.outgoing.persist(call, patient=patient)
        assert isinstance(message, Message)
        await self._learn(picture, message)
        return LiveScreen(
            message_id=message.message_id,
            has_photo=picture is not None,
            covered=False,
            sent_at=self.now(),
        )

    async def strip(self, chat_id: int, message_id: int) -> None:
        """Take the buttons off a message; one that is gone is as good."""

        async def call() -> object:
            return await self.bot.edit_message_reply_markup(chat_id, message_id)

        await self._harmless(call)

    async def _place(self, session: Session, reply: Show, live: LiveScreen | None) -> int | None:
        """The message that may be edited, or None where the screen has to be sent anew."""
        if reply.pressed is None:
            return None
        on_live = live is not None and live.message_id == reply.pressed
        if on_live and live is not None:
            to_text = live.has_photo and reply.screen.picture is None
            return None if live.covered or to_text else live.message_id
        if await shown.is_notice(session, reply.chat_id, reply.pressed):
            return None
        return None if live is not None and live.covered else reply.pressed

    async def _edit(self, reply: Show, at: int, picture: Picture | None) -> bool:
        async def call() -> object:
            return await wire.edit(self.bot, reply.chat_id, at, reply.screen, picture)

        try:
            message = await self.outgoing.persist(call)
        except Undeliverable as refusal:
            reason = str(refusal).lower()
            if UNCHANGED in reason:
                return True
            if any(words in reason for words in GONE):
                return False
            raise
        if isinstance(message, Message):
            await self._learn(picture, message)
        return True

    async def _retire(self, chat_id: int, old: LiveScreen) -> None:
        """Delete the screen that is no longer the live one, or strip it when it is too old."""
        if self.now() - old.sent_at > DELETABLE:
            await self.strip(chat_id, old.message_id)
            return

        async def call() -> object:
            return await self.bot.delete_message(chat_id, old.message_id)

        if not await self._harmless(call):
            await self.strip(chat_id, old.message_id)

    async def _harmless(self, call: Callable[[], Awaitable[object]]) -> bool:
        try:
            await self.outgoing.persist(call)
        except Undeliverable:
            return False
        return True

    async def _picture(self, screen: Screen) -> Picture | None:
        if screen.picture is None:
            return None
        async with self.begin() as tx:
            known = await shown.known_picture(
                tx.session, bot_id=self.bot.id, content_hash=screen.picture
            )
        media = known if known is not None else await self.picture_bytes(screen.picture)
        return Picture(content_hash=screen.picture, media=media)

    async def _learn(self, picture: Picture | None, message: Message) -> None:
        file_id = wire.file_id_of(message)
        if picture is None or file_id is None or isinstance(picture.media, str):
            return
        async with self.begin() as tx:
            await shown.put_picture(
                tx.session,
                bot_id=self.bot.id,
                content_hash=picture.content_hash,
                file_id=file_id,
            )

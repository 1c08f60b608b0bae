"""Keeps one live screen a chat: edits it where it stands, or sends it anew at the bottom."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from telegram import Bot, Message

from bot.memory import shown
from bot.memory.session import Begin, Transaction
from bot.memory.shown import LiveScreen
from bot.outgoing import wire
from bot.outgoing.contact_keys import ContactKeys
from bot.outgoing.looks import Looks
from bot.outgoing.replies import Album, Show
from bot.outgoing.sender import Outgoing, Undeliverable
from bot.outgoing.wire import Picture
from bot.screens.base import Rows, Screen
from store.errors import NotFound

DELETABLE: Final = timedelta(hours=47, minutes=50)
UNCHANGED: Final = "message is not modified"
GONE: Final = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message",
)
LOST: Final = ("wrong file identifier", "wrong remote file identifier")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hung:
    """A picture that stands in a chat, and the id under which Telegram keeps it now."""

    picture: Picture
    file_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Painted:
    """What stands in a chat now; still to be written down by whoever settles the errand."""

    chat_id: int
    live: LiveScreen
    hung: Hung | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Painter:
    """Shows screens and notices. What was shown is written down in the same transaction that
    forgets the reply, after the old screen is gone: a kill in between shows the same screen once
    more, and leaves no older one. A contact key is put up or taken away when its screen is
    written down: so a kill in between repeats one message at the most, and the first screen
    without a key ends every key.
    """

    bot: Bot
    outgoing: Outgoing
    begin: Begin
    now: Callable[[], datetime]
    picture_bytes: Callable[[str], Awaitable[bytes]]
    looks: Looks = field(default_factory=Looks)

    @property
    def contacts(self) -> ContactKeys:
        """The keys that share a contact."""
        return ContactKeys(bot=self.bot, outgoing=self.outgoing)

    async def show(self, reply: Show, *, seq: int) -> Painted | None:
        """Make a screen the live one, unless a later update has shown its own meanwhile."""
        async with self.begin() as tx:
            live = await shown.live_screen(tx.session, reply.chat_id)
            if live is not None and live.seq > seq:
                return None
            at = await self._place(tx, reply, live)
            known = await self._known(tx, reply.screen.picture)
        picture = await self._picture(reply.screen.picture, known)
        painted = await self._edit(reply, at, picture, live) if at is not None else None
        if painted is None and not reply.anew:
            return None
        if painted is None:
            painted = await self._send(reply.chat_id, reply.screen, picture)
        if live is not None and live.message_id != painted.live.message_id:
            await self._retire(reply.chat_id, live)
        standing = live.contact_key if live is not None else None
        painted = replace(painted, live=replace(painted.live, seq=seq, contact_key=standing))
        if (reply.screen.contact is None) == (standing is None):
            return painted
        async with self.begin() as tx:
            await self.write_down(tx, painted)
        key = await self.contacts.turn(reply.chat_id, reply.screen.contact, standing)
        return replace(painted, live=replace(painted.live, contact_key=key))

    async def send(
        self, chat_id: int, screen: Screen, *, silent: bool = False, patient: bool = True
    ) -> Painted:
        """Send a screen as a new message, whatever stands above it."""
        async with self.begin() as tx:
            known = await self._known(tx, screen.picture)
        picture = await self._picture(screen.picture, known)
        return await self._send(chat_id, screen, picture, silent=silent, patient=patient)

    async def album(self, album: Album) -> tuple[Hung, ...]:
        """Send an album; what was uploaded for it is still to be learned by whoever asked."""
        async with self.begin() as tx:
            known = [await self._known(tx, one) for one in album.pictures]
        pictures = [
            await self._known_or_read(*one) for one in zip(album.pictures, known, strict=True)
        ]

        async def call() -> tuple[Message, ...]:
            return await wire.send_album(self.bot, album.chat_id, pictures, album.caption)

        messages = await self.outgoing.persist(call)
        assert isinstance(messages, tuple)
        return tuple(
            Hung(picture=picture, file_id=wire.file_id_of(message))
            for picture, message in zip(pictures, messages, strict=True)
        )

    async def has_moved_on(self, album: Album, *, seq: int) -> bool:
        """Whether the screen that asked for the album has given way to another since."""
        async with self.begin() as tx:
            live = await shown.live_screen(tx.session, album.chat_id)
        return live is not None and (live.seq > seq or live.message_id != album.pressed)

    async def strip(self, chat_id: int, message_id: int) -> None:
        """Take the buttons off a message; one that is gone is as good."""
        await self._leave(chat_id, message_id, ())

    async def leave_keys(self, chat_id: int, message_id: int, screen: Screen) -> None:
        """Leave only this screen's buttons under a message, in one patient-less try."""
        await self._leave(chat_id, message_id, screen.rows, patient=False)

    async def _leave(
        self, chat_id: int, message_id: int, left: Rows, *, patient: bool = True
    ) -> None:
        if self.looks.has_rows((chat_id, message_id), left):
            return

        async def call() -> object:
            keys = wire.keyboard(left)
            return await self.bot.edit_message_reply_markup(chat_id, message_id, reply_markup=keys)

        self.looks.forget((chat_id, message_id))
        await self.outgoing.harmless(call, patient=patient)
        self.looks.put_rows((chat_id, message_id), left)

    async def write_down(self, tx: Transaction, painted: Painted) -> None:
        """Remember what stands in the chat as its live screen."""
        await shown.put_live_screen(tx.session, painted.chat_id, painted.live)
        await self.learn(tx, painted.hung)

    async def learn(self, tx: Transaction, *hung: Hung | None) -> None:
        """Remember under which ids Telegram keeps the pictures that were uploaded."""
        for one in hung:
            if one and one.file_id is not None and one.picture.is_new:
                await shown.put_picture(
                    tx.session,
                    bot_id=self.bot.id,
                    content_hash=one.picture.content_hash,
                    file_id=one.file_id,
                )

    async def _place(self, tx: Transaction, reply: Show, live: LiveScreen | None) -> int | None:
        """The message that may be edited, or None where the screen has to be sent anew."""
        # An edit cannot protect a message that was sent without protection.
        if reply.pressed is None or reply.screen.protected:
            return None
        if live is not None and live.message_id == reply.pressed:
            to_text = live.has_photo and reply.screen.picture is None
            return None if live.covered or to_text else live.message_id
        if await shown.is_notice(tx.session, reply.chat_id, reply.pressed):
            return None
        return None if live is not None and live.covered else reply.pressed

    async def _send(
        self,
        chat_id: int,
        screen: Screen,
        picture: Picture | None,
        *,
        silent: bool = False,
        patient: bool = True,
    ) -> Painted:
        async def call(hung: Picture | None) -> object:
            return await wire.send(self.bot, chat_id, screen, hung, silent=silent)

        message, hung = await self._hang(call, picture, patient=patient)
        assert isinstance(message, Message)
        self.looks.put((chat_id, message.message_id), screen)
        return self._painted(chat_id, message.message_id, hung, message, self.now())

    async def _edit(
        self, reply: Show, at: int, picture: Picture | None, live: LiveScreen | None
    ) -> Painted | None:
        """The screen in the place of the message, or None where that is not possible."""

        async def call(hung: Picture | None) -> object:
            return await wire.edit(self.bot, reply.chat_id, at, reply.screen, hung)

        message: object = True
        try:
            if not self.looks.is_screen((reply.chat_id, at), reply.screen):
                self.looks.forget((reply.chat_id, at))
                message, picture = await self._hang(call, picture)
        except Undeliverable as refusal:
            reason = str(refusal).lower()
            if any(words in reason for words in GONE):
                return None
            if UNCHANGED not in reason:
                raise
        self.looks.put((reply.chat_id, at), reply.screen)
        sent_at = live.sent_at if live is not None and live.message_id == at else self.now()
        return self._painted(reply.chat_id, at, picture, message, sent_at)

    async def _hang(
        self,
        call: Callable[[Picture | None], Awaitable[object]],
        picture: Picture | None,
        *,
        patient: bool = True,
    ) -> tuple[object, Picture | None]:
        """Make the call; a picture whose id Telegram has lost is uploaded for it once more."""
        try:
            return await self.outgoing.persist(partial(call, picture), patient=patient), picture
        except Undeliverable as refusal:
            known = picture is not None and isinstance(picture.media, str)
            if picture is None or not known or not _is_lost(refusal):
                raise
        async with self.begin() as tx:
            await shown.forget_picture(
                tx.session, bot_id=self.bot.id, content_hash=picture.content_hash
            )
        anew = await self._picture(picture.content_hash, None)
        return await self.outgoing.persist(partial(call, anew), patient=patient), anew

    def _painted(
        self, chat_id: int, at: int, picture: Picture | None, message: object, sent_at: datetime
    ) -> Painted:
        live = LiveScreen(
            message_id=at, has_photo=picture is not None, covered=False, sent_at=sent_at
        )
        if picture is None:
            return Painted(chat_id=chat_id, live=live)
        hung = Hung(picture=picture, file_id=wire.file_id_of(message))
        return Painted(chat_id=chat_id, live=live, hung=hung)

    async def delete(self, chat_id: int, message_id: int) -> bool:
        """Delete a message; whether it is gone."""

        async def call() -> object:
            return await self.bot.delete_message(chat_id, message_id)

        self.looks.forget((chat_id, message_id))
        return bool(await self.outgoing.harmless(call))

    async def _retire(self, chat_id: int, old: LiveScreen) -> None:
        """Delete the screen that is no longer the live one, or strip it when it is too old."""
        too_old = self.now() - old.sent_at > DELETABLE
        if too_old or not await self.delete(chat_id, old.message_id):
            await self.strip(chat_id, old.message_id)

    async def _known(self, tx: Transaction, name: str | None) -> str | None:
        """The id under which Telegram keeps the picture, if it was sent before."""
        if name is None:
            return None
        return await shown.known_picture(tx.session, bot_id=self.bot.id, content_hash=name)

    async def _picture(self, name: str | None, known: str | None) -> Picture | None:
        """The picture; None where it was a person's own and Telegram does not know it any more."""
        if name is None:
            return None
        try:
            return await self._known_or_read(name, known)
        except NotFound:
            return None

    async def _known_or_read(self, name: str, known: str | None) -> Picture:
        """By its id, else by its bytes; drawing takes long, so no transaction is open now."""
        media = known if known is not None else await self.picture_bytes(name)
        return Picture(content_hash=name, media=media)


def _is_lost(refusal: Undeliverable) -> bool:
    """Whether Telegram does not know the id of a picture any more."""
    return any(words in str(refusal).lower() for words in LOST)

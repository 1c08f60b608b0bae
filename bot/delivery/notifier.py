"""Tells people what happened: an event of the shop becomes a message in their language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.i18n.translator import Translator
from bot.memory import shown
from bot.memory.session import Begin
from bot.outgoing.painter import Painter
from bot.outgoing.sender import Interrupted, Outgoing, Undeliverable, Unreachable
from bot.screens import notices
from store.domain.inbox import RecipientKind
from store.domain.zones import Zone
from store.errors import Unavailable
from store.ports.notifier import Outcome, Parcel
from store.shop import Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A chat that is told, and how its reader wants to be spoken to."""

    chat_id: int
    language: str
    zone: Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class TelegramNotifier:
    """Carries parcels into chats; each message stays below whatever screen is live there."""

    shop: Shop
    painter: Painter
    outgoing: Outgoing
    begin: Begin
    now: Callable[[], datetime]

    async def deliver(self, parcel: Parcel) -> Outcome:
        """Tell every chat of the recipient; raises Unavailable to be tried again."""
        readers = await self._readers(parcel)
        outcomes = [await self._tell(parcel, reader) for reader in readers]
        return Outcome.SENT if Outcome.SENT in outcomes else Outcome.UNREACHABLE

    async def _readers(self, parcel: Parcel) -> list[Reader]:
        if parcel.recipient.kind is RecipientKind.PERSON:
            profile = await self.shop.people.profile(parcel.recipient.id)
            return [Reader(chat_id=profile.id, language=profile.language, zone=profile.zone)]
        members = await self.shop.sellers.members(parcel.recipient.id)
        return [
            Reader(chat_id=member.person_id, language=member.language, zone=member.zone)
            for member in members
        ]

    async def _tell(self, parcel: Parcel, reader: Reader) -> Outcome:
        async with self.begin() as tx:
            if await shown.was_told(tx.session, chat_id=reader.chat_id, parcel_id=parcel.id):
                return Outcome.SENT
        screen = notices.pushed(Translator(reader.language), parcel, zone=reader.zone)

        async def errand() -> None:
            sent = await self.painter.send(reader.chat_id, screen, patient=False)
            async with self.begin() as tx:
                await shown.put_notice(
                    tx.session,
                    chat_id=reader.chat_id,
                    message_id=sent.live.message_id,
                    parcel_id=parcel.id,
                    at=self.now(),
                )
                await shown.cover(tx.session, reader.chat_id)
                await self.painter.learn(tx, sent)

        try:
            await self.outgoing.submit(reader.chat_id, errand)
        except (Unreachable, Undeliverable):
            return Outcome.UNREACHABLE
        except Interrupted as error:
            raise Unavailable(retry_after=error.seconds) from error
        return Outcome.SENT

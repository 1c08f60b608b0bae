"""Cards in chats: sent as copies, edited wherever one stands when the matter is settled."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.i18n.translator import Translator
from bot.memory import cards
from bot.memory.cards import Copy
from bot.memory.places import Places
from bot.memory.session import Begin, Transaction
from bot.outgoing.card_copies import CardCopies
from bot.outgoing.painter import Painted, Painter
from bot.outgoing.sender import Outgoing, Undeliverable, Unreachable
from bot.screens import claims as claim_screens
from bot.screens import disputes as dispute_screens
from bot.screens import messages as message_screens
from bot.screens import seller_requests
from bot.screens.base import Screen
from bot.screens.requests import Where
from store.domain.inbox import NoticeKind, RecipientKind
from store.domain.zones import Zone
from store.errors import NotFound
from store.events.messages import MessageWritten
from store.events.payments import PaymentDisputed, PaymentRuled
from store.events.seller_cancels import SellerCancelEvent
from store.ports.notifier import Parcel
from store.shop import Shop


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Draws cards from what is true now, and keeps their copies."""

    shop: Shop
    painter: Painter
    outgoing: Outgoing
    begin: Begin
    now: Callable[[], datetime]

    async def drawn(self, card: str, t: Translator, where: Where) -> Screen:
        """The card as it stands now."""
        subject, _, number = card.partition(":")
        if subject == "request":
            return seller_requests.drawn(t, await self.shop.deciding.card(int(number)), where)
        if subject == "seller-cancel":
            shown = await self.shop.agreeing.card(int(number))
            return seller_requests.operators_card(t, shown, where.zone)
        if subject == "claim":
            return claim_screens.card(t, await self.shop.checking.card(int(number)), where)
        if subject == "dispute":
            return dispute_screens.card(t, await self.shop.ruling.card(int(number)), where.zone)
        if subject == "message":
            return message_screens.card(t, await self.shop.messaging.card(int(number)), where)
        raise LookupError(card)

    async def keep(self, tx: Transaction, card: str, sent: Painted) -> None:
        """Remember a copy that was just sent."""
        await cards.put_copy(
            tx.session,
            card,
            chat_id=sent.chat_id,
            message_id=sent.live.message_id,
            has_photo=sent.live.has_photo,
        )

    async def leave_one(self, card: str, chat_id: int) -> None:
        """Of the copies in a chat only the newest keeps its buttons; safe to repeat."""
        async with self.begin() as tx:
            outdated = await cards.outdated(tx.session, card, chat_id=chat_id)
        for copy in outdated:
            await self.painter.strip(copy.chat_id, copy.message_id)
            async with self.begin() as tx:
                await cards.stripped(tx.session, copy)

    async def settle(self, card: str) -> bool:
        """Show on every known copy what is true now; says whether somebody can read one.

        A chat that cannot be reached keeps no other from it; raises Interrupted where one has to
        wait, when all were tried.
        """
        async with self.begin() as tx:
            known = await cards.copies(tx.session, card)
            await cards.settled(tx.session, card)
        return await self._redraw_all(card, known)

    async def draw_anew(self, card: str) -> None:
        """Show what is true now where it can still be decided; raises as settle does."""
        async with self.begin() as tx:
            known = await cards.open_copies(tx.session, card)
        await self._redraw_all(card, known)

    async def _redraw_all(self, card: str, known: Sequence[Copy]) -> bool:
        tried = (self._redraw(card, copy) for copy in known)
        ends = await asyncio.gather(*tried, return_exceptions=True)
        for end in ends:
            if end is not None and not isinstance(end, Unreachable | Undeliverable):
                raise end
        return None in ends

    async def _redraw(self, card: str, copy: Copy) -> None:
        t, where = await self._as_read_in(copy.chat_id)
        screen = await self.drawn(card, t, where)

        async def errand() -> None:
            await CardCopies(painter=self.painter).rewrite(
                copy.chat_id, copy.message_id, screen, has_photo=copy.has_photo
            )

        await self.outgoing.submit(copy.chat_id, errand)

    async def _as_read_in(self, chat_id: int) -> tuple[Translator, Where]:
        """A group reads in its shop's language and zone, a person in their own."""
        name = self.painter.bot.username
        place = await Places(begin=self.begin, now=self.now).at(chat_id)
        if place is not None:
            shop = await self.shop.catalogue.shop(place.shop_id)
            return Translator(shop.language), Where(zone=shop.zone, group_of=name)
        try:
            profile = await self.shop.people.profile(chat_id)
        except NotFound:
            # A group that was let go: nobody is left whose language could be known.
            return Translator("id"), Where(zone=Zone.WIB, group_of=name)
        return Translator(profile.language), Where(zone=profile.zone)


def is_card(parcel: Parcel) -> bool:
    """Whether it is told as a card on which its reader decides something."""
    event = parcel.event
    return event.card is not None and not event.settles_card and decides(parcel)


def decides(parcel: Parcel) -> bool:
    """Whether the recipient is of those who act on it: whoever was written to, an operator, or a
    shop about its orders."""
    if isinstance(parcel.event, MessageWritten):
        return True
    if isinstance(parcel.event, PaymentDisputed | PaymentRuled | SellerCancelEvent):
        return parcel.kind is NoticeKind.SYSTEM
    return parcel.recipient.kind is RecipientKind.SHOP

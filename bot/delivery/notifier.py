"""Tells people what happened: an event of the shop becomes a message in their language."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

import structlog
from telegram import BotCommandScopeChat

from bot.delivery.cards import Cards, decides, is_card
from bot.delivery.questions import close_question
from bot.i18n.translator import Translator
from bot.memory import shown
from bot.memory.places import Place, Places
from bot.memory.session import Begin
from bot.outgoing.painter import Painter
from bot.outgoing.sender import Interrupted, Moved, Outgoing, Undeliverable, Unreachable
from bot.screens import commands, notices
from bot.screens.base import Screen
from bot.screens.requests import Where
from store.domain.actor import Role
from store.domain.inbox import NoticeKind, RecipientKind
from store.domain.quiet import is_silent
from store.domain.zones import Zone
from store.errors import Unavailable
from store.events.orders import OrderPlaced
from store.events.people import MemberRemoved
from store.ports.notifier import Outcome, Parcel
from store.shop import Shop

log = structlog.get_logger()
_T = TypeVar("_T")

# The end of what was queued for a chat.
Errand = asyncio.Future[None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A chat that is told, and how its reader wants to be spoken to.

    Where such notices are only kept nothing is `wanted`: the inbox has told it.
    """

    chat_id: int
    language: str
    zone: Zone
    silent: bool = False
    wanted: bool = True
    reachable: bool = True


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
        if parcel.kind is None:
            return await self._close_question(parcel)
        if await self._settled(parcel) and not parcel.event.told_besides:
            return Outcome.SENT
        outcome = await self._tell_all(parcel)
        if isinstance(parcel.event, MemberRemoved):
            await self._menu(parcel.event.person_id)
        if isinstance(parcel.event, OrderPlaced) and outcome is Outcome.UNREACHABLE:
            await self._tell_operators(parcel.event)
        await self._close_question(parcel)
        return outcome

    async def _close_question(self, parcel: Parcel) -> Outcome:
        """Change what stands in the recipient's chats already."""
        if parcel.event.moves_card and parcel.recipient.kind is RecipientKind.SHOP:
            await _in_time(self._cards.draw_anew(parcel.event.moves_card))
        return await close_question(
            parcel,
            shop=self.shop,
            painter=self.painter,
            outgoing=self.outgoing,
            begin=self.begin,
        )

    async def _tell_all(self, parcel: Parcel) -> Outcome:
        if parcel.recipient.kind is RecipientKind.SHOP and await self._tell_group(parcel):
            return Outcome.SENT
        outcomes = await self._tell_each(parcel, await self._readers(parcel))
        return Outcome.SENT if Outcome.SENT in outcomes else Outcome.UNREACHABLE

    async def _settled(self, parcel: Parcel) -> bool:
        """Whether the news was told by changing the card on which it was decided."""
        event = parcel.event
        if event.card is None or not event.settles_card or not decides(parcel):
            return False
        return await _in_time(self._cards.settle(event.card))

    @property
    def _cards(self) -> Cards:
        return Cards(
            shop=self.shop,
            painter=self.painter,
            outgoing=self.outgoing,
            begin=self.begin,
            now=self.now,
        )

    async def _tell_operators(self, placed: OrderPlaced) -> None:
        """An order about which its shop hears nothing must not lie there in silence."""
        if not await self.shop.operators.tell_unheard(placed):
            log.warning("order_unheard", shop_id=placed.shop_id, order_id=placed.order_id)

    async def _tell_each(self, parcel: Parcel, readers: Sequence[Reader]) -> list[Outcome]:
        """Every chat is asked before any is waited for: one that has to wait delays no other."""
        asked = [(reader, await self._ask(parcel, reader)) for reader in readers]
        waits: list[Unavailable] = []
        outcomes: list[Outcome] = []
        for reader, errand in asked:
            try:
                outcomes.append(await self._ended(reader, errand))
            except Unavailable as wait:
                waits.append(wait)
        if waits:
            raise waits[0]
        return outcomes

    async def _readers(self, parcel: Parcel) -> list[Reader]:
        if parcel.recipient.kind is RecipientKind.PERSON:
            return [await self._private(parcel, parcel.recipient.id)]
        members = await self.shop.sellers.members(parcel.recipient.id)
        owners = [member for member in members if member.role is Role.OWNER]
        return [await self._private(parcel, owner.person_id) for owner in owners]

    async def _tell_group(self, parcel: Parcel) -> bool:
        """Say it in the shop's group; False where there is none, or none that can be told."""
        places = Places(begin=self.begin, now=self.now)
        place = await places.of_shop(parcel.recipient.id)
        if place is None:
            return False
        try:
            await self._say_in(place, parcel)
        except Moved as moved:
            if await places.move(place.chat_id, moved.to):
                return await self._tell_group(parcel)
            # Another shop was faster: where the group is now is not this shop's to be told in.
            await self._lose(places, place)
            return False
        except Unreachable:
            await self._lose(places, place)
            return False
        except Undeliverable:
            return False
        return True

    async def _say_in(self, place: Place, parcel: Parcel) -> None:
        shop = await self.shop.catalogue.shop(place.shop_id)
        t, name = Translator(shop.language), self.painter.bot.username
        if is_card(parcel):
            where = Where(zone=shop.zone, group_of=name)
            screen = await self._cards.drawn(parcel.event.card or "", t, where)
        else:
            screen = notices.in_group(t, parcel, zone=shop.zone, bot_name=name)
        silent = is_silent(self.now(), shop.zone, due_at=parcel.event.due_at)
        errand = await self._send(parcel, place.chat_id, screen, silent=silent)
        if not isinstance(errand, Outcome):
            await _in_time(errand)

    async def _lose(self, places: Places, place: Place) -> None:
        """The group is gone: its owners hear of that, and of everything else from now on."""
        async with self.begin():
            if await places.release(place):
                await self.shop.groups.tell_lost(
                    None, place.shop_id, title=place.title, number=place.number
                )

    async def _private(self, parcel: Parcel, person_id: int) -> Reader:
        """Somebody's private chat, as this person wants to be told."""
        profile = await self.shop.people.profile(person_id)
        night = is_silent(self.now(), profile.zone, due_at=parcel.event.due_at)
        return Reader(
            chat_id=profile.id,
            language=profile.language,
            zone=profile.zone,
            silent=profile.quiet_nights and night,
            wanted=parcel.kind not in profile.kept_kinds,
            reachable=profile.reachable,
        )

    async def _ask(self, parcel: Parcel, reader: Reader) -> Errand | Outcome:
        """Have it said in somebody's chat; how it ends where that is known already."""
        # What somebody has to decide comes to them whatever else they like to be told.
        if not reader.wanted and not is_card(parcel):
            return Outcome.SENT
        if not reader.reachable:
            return Outcome.UNREACHABLE
        t = Translator(reader.language)
        if is_card(parcel):
            where = Where(zone=reader.zone, operator=parcel.kind is NoticeKind.SYSTEM)
            screen = await self._cards.drawn(parcel.event.card or "", t, where)
        else:
            screen = notices.pushed(t, parcel, zone=reader.zone)
        return await self._send(parcel, reader.chat_id, screen, silent=reader.silent)

    async def _ended(self, reader: Reader, errand: Errand | Outcome) -> Outcome:
        if isinstance(errand, Outcome):
            return errand
        try:
            await _in_time(errand)
        except Unreachable:
            await self.shop.people.lost(reader.chat_id)
            return Outcome.UNREACHABLE
        except Undeliverable:
            return Outcome.UNREACHABLE
        return Outcome.SENT

    async def _send(
        self, parcel: Parcel, chat_id: int, screen: Screen, *, silent: bool
    ) -> Errand | Outcome:
        """Queue it for a chat unless it was said there."""
        async with self.begin() as tx:
            told = await shown.was_told(tx.session, chat_id=chat_id, parcel_id=parcel.id)
        card = parcel.event.card if is_card(parcel) else None
        if told:
            return self._tidied(chat_id, card)

        async def errand() -> None:
            sent = await self.painter.send(chat_id, screen, silent=silent, patient=False)
            async with self.begin() as tx:
                await shown.put_notice(
                    tx.session,
                    chat_id=chat_id,
                    message_id=sent.live.message_id,
                    parcel_id=parcel.id,
                    at=self.now(),
                )
                await shown.cover(tx.session, chat_id)
                await self.painter.learn(tx, sent.hung)
                if card is not None:
                    await self._cards.keep(tx, card, sent)
            if card is not None:
                await self._cards.leave_one(card, chat_id)

        return self.outgoing.submit(chat_id, errand)

    def _tidied(self, chat_id: int, card: str | None) -> Errand | Outcome:
        """What was told is told; older copies of a card may still have their buttons."""
        if card is None:
            return Outcome.SENT
        return self.outgoing.submit(chat_id, partial(self._cards.leave_one, card, chat_id))

    async def _menu(self, person_id: int) -> None:
        """The command menu of somebody whose role has changed; trouble is only logged."""
        actor = await self.shop.people.actor(person_id)
        menu = commands.menu(
            Translator(actor.language),
            seller=bool(actor.memberships),
            operator=actor.is_operator,
        )

        async def call() -> object:
            scope = BotCommandScopeChat(person_id)
            return await self.painter.bot.set_my_commands(menu, scope=scope)

        try:
            await self.outgoing.persist(call, patient=False)
        except (Unreachable, Undeliverable, Interrupted) as error:
            log.warning("menu_not_set", kind=type(error).__name__)


async def _in_time(errand: Awaitable[_T]) -> _T:
    """Wait for it; raises Unavailable where it has to be tried again."""
    try:
        return await errand
    except Interrupted as error:
        raise Unavailable(retry_after=error.seconds) from error

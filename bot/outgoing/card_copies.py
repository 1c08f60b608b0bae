"""Copies of cards in chats: drawn anew where they stand, and known from then on."""

from dataclasses import dataclass

from bot.memory import cards, shown
from bot.outgoing import wire
from bot.outgoing.painter import Painted, Painter
from bot.outgoing.replies import Redraw, Show
from bot.screens.base import Screen


@dataclass(frozen=True, slots=True, kw_only=True)
class CardCopies:
    """Puts other words into messages that stay where they are."""

    painter: Painter

    async def redraw(self, reply: Redraw, *, seq: int) -> Painted | None:
        """Put a card in the place of its pressed copy, which is known as one from now on.

        Where the pressed message is the live screen the card becomes that.
        """
        async with self.painter.begin() as tx:
            live = await shown.live_screen(tx.session, reply.chat_id)
            is_live = live is not None and live.message_id == reply.message_id
            if not is_live:
                await cards.put_copy(
                    tx.session,
                    reply.card,
                    chat_id=reply.chat_id,
                    message_id=reply.message_id,
                    has_photo=reply.has_photo,
                )
        if is_live:
            show = Show(chat_id=reply.chat_id, screen=reply.screen, pressed=reply.message_id)
            return await self.painter.show(show, seq=seq)
        await self.rewrite(
            reply.chat_id, reply.message_id, reply.screen, has_photo=reply.has_photo
        )
        return None

    async def rewrite(
        self, chat_id: int, message_id: int, screen: Screen, *, has_photo: bool
    ) -> None:
        """Put other words into a message that stays; one that is gone is as good."""
        place, looks = (chat_id, message_id), self.painter.looks
        if looks.is_screen(place, screen):
            return

        async def call() -> object:
            bot = self.painter.bot
            return await wire.rewrite(bot, chat_id, message_id, screen, has_photo=has_photo)

        looks.forget(place)
        if await self.painter.outgoing.harmless(call):
            looks.put(place, screen)

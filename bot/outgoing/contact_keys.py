"""A key that shares a contact stands in place of the phone's keyboard as long as it is wanted."""

from dataclasses import dataclass

from telegram import Bot, Message

from bot.outgoing import wire
from bot.outgoing.sender import Outgoing
from bot.screens.base import ContactKey


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactKeys:
    """Puts keys up and takes them away; what Telegram refuses of that harms nobody."""

    bot: Bot
    outgoing: Outgoing

    async def turn(
        self, chat_id: int, wanted: ContactKey | None, standing: int | None
    ) -> int | None:
        """Put up the contact key that is wanted, or take away the one that stands."""
        if wanted is None:
            await self._take_key_away(chat_id, standing)
            return None

        async def call() -> Message:
            return await wire.offer_contact(self.bot, chat_id, wanted)

        offered = await self.outgoing.harmless(call)
        return offered.message_id if isinstance(offered, Message) else None

    async def _take_key_away(self, chat_id: int, standing: int | None) -> None:
        """The phone has its own keyboard again, and nothing of the key is left to read."""

        async def call() -> Message:
            return await wire.take_keys_away(self.bot, chat_id)

        ending = await self.outgoing.harmless(call)
        for number in (ending.message_id if isinstance(ending, Message) else None, standing):
            if number is not None:
                await self._delete(chat_id, number)

    async def _delete(self, chat_id: int, message_id: int) -> None:
        async def call() -> object:
            return await self.bot.delete_message(chat_id, message_id)

        await self.outgoing.harmless(call)

"""Sends invoices: of an order's invoices in a chat only the newest stays."""

from dataclasses import dataclass

from telegram import LabeledPrice, Message

from bot.buttons.links import ORDER_LINK
from bot.invoices import CURRENCY, minor_units, payload_of
from bot.memory import cards, shown
from bot.memory.session import Begin
from bot.outgoing.painter import Painter
from bot.outgoing.replies import SendBill
from store.domain.money import Rupiah


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoices:
    """The way of invoices into chats; `provider_token` names the account that gets the money."""

    painter: Painter
    begin: Begin
    provider_token: str

    async def send(self, reply: SendBill) -> None:
        """Send it anew beneath everything; a kill in between leaves one more, which is harmless.

        Raises Undeliverable where Telegram does not take it.
        """
        card = f"invoice:{reply.order_id}"
        async with self.begin() as tx:
            earlier = await cards.copies(tx.session, card)
        message = await self.painter.outgoing.persist(lambda: self._call(reply))
        assert isinstance(message, Message)
        for copy in earlier:
            await self.painter.delete(copy.chat_id, copy.message_id)
        async with self.begin() as tx:
            await cards.forget(tx.session, card)
            await cards.put_copy(
                tx.session,
                card,
                chat_id=reply.chat_id,
                message_id=message.message_id,
                has_photo=False,
            )
            await shown.cover(tx.session, reply.chat_id)

    async def _call(self, reply: SendBill) -> Message:
        # With a parameter to start by, a copy that is sent on leads here and cannot be paid.
        return await self.painter.bot.send_invoice(
            reply.chat_id,
            title=reply.title,
            description=reply.description,
            payload=payload_of(reply.order_id),
            provider_token=self.provider_token,
            currency=CURRENCY,
            prices=[LabeledPrice(reply.label, minor_units(Rupiah(reply.amount)))],
            start_parameter=f"{ORDER_LINK}{reply.ref}",
        )

"""An order on its way through a shop's desk, in few words."""

from collections.abc import Sequence
from dataclasses import dataclass

from store.db.models.inbox import NoticeRow, OutboxRow
from store.domain.actor import Actor
from store.domain.desk import ReturnReason
from store.domain.order import OrderStatus
from store.domain.tracking import Carriage
from store.events.base import Event
from store.events.registry import from_payload
from store.services.receiving import ReceivingService
from store.services.shipping import ShippingService
from store.views.orders import OrderPage
from tests.support.builders import a_shop
from tests.support.market import Market

JNE = Carriage(courier="JNE", service="REG", number="012345678901")
JT = Carriage(courier="J&T", service="EZ", number="JX1234567890")
SICEPAT = Carriage(courier="SiCepat", service="BEST", number="001234567890")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """Ratna has ordered one of Budi's four shoes."""

    market: Market
    budi: Actor
    ratna: Actor
    id: int
    variant_id: int

    @property
    def shipping(self) -> ShippingService:
        """The seller's moves."""
        return self.market.shop.shipping

    @property
    def receiving(self) -> ReceivingService:
        """The buyer's answers."""
        return self.market.shop.receiving

    async def arranged(self) -> OrderPage:
        """Budi has arranged it with JNE."""
        return await self.shipping.arrange(self.budi, self.id, JNE)

    async def sent(self) -> OrderPage:
        """JNE has it."""
        await self.arranged()
        return await self.shipping.hand_over(self.budi, self.id)

    async def delivered(self) -> OrderPage:
        """It has arrived and was paid."""
        await self.sent()
        return await self.shipping.deliver(self.budi, self.id)

    async def returned(self) -> OrderPage:
        """It was refused at the door."""
        await self.sent()
        return await self.shipping.came_back(self.budi, self.id, ReturnReason.REFUSED)

    async def brought(self) -> OrderPage:
        """Budi's own people bring it, and he has said that this is meant."""
        return await self.shipping.arrange(self.budi, self.id, None, instead=True)

    async def told(self, person: Actor) -> list[str]:
        """What lies in somebody's inbox, oldest first."""
        rows = await self.market.rows(NoticeRow)
        return [row.event for row in rows if row.person_id == person.id]

    async def pushed(self) -> Sequence[tuple[str, int]]:
        """What was pushed to whom, oldest first."""
        return [(row.event, row.recipient_id) for row in await self.market.rows(OutboxRow)]

    async def last_told(self) -> Event:
        """What was pushed last."""
        rows = await self.market.rows(OutboxRow)
        return from_payload(rows[-1].event, rows[-1].payload)

    async def stands_at(self) -> OrderStatus:
        """Where the order stands."""
        return (await self.market.shop.orders.card(self.ratna, self.id)).status


async def a_trade(market: Market, *, free_cancel_minutes: int = 0) -> Trade:
    """A shop, its owner, a buyer and their order."""
    product = await market.sells(sheet=a_shop(free_cancel_minutes=free_cancel_minutes))
    budi, ratna = await market.seller(), await market.buyer()
    order = await market.orders(ratna, product.variants[0].id)
    return Trade(
        market=market, budi=budi, ratna=ratna, id=order.id, variant_id=product.variants[0].id
    )

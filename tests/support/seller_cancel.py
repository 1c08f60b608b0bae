"""A paid order that its shop cannot send, in few words."""

from dataclasses import dataclass

from store.db.models.requests import RequestRow
from store.domain.actor import Actor
from store.domain.order import OrderStatus
from store.domain.request import SellerReason
from store.services.agreeing import AgreeingService
from store.services.seller_cancels import SellerCancelService
from store.views.orders import OrderPage
from tests.support.market import Market
from tests.support.transfer import Transfer, a_transfer

WORDS = "Stok di gudang ternyata rusak kena air."


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """Ratna has paid Budi's shoes; Olga runs the place."""

    transfer: Transfer
    olga: Actor

    @property
    def market(self) -> Market:
        """Where it happens."""
        return self.transfer.market

    @property
    def budi(self) -> Actor:
        """Who sells."""
        return self.transfer.budi

    @property
    def ratna(self) -> Actor:
        """Who has paid."""
        return self.transfer.ratna

    @property
    def id(self) -> int:
        """The order."""
        return self.transfer.id

    @property
    def selling(self) -> SellerCancelService:
        """Where the shop asks."""
        return self.market.shop.seller_cancels

    @property
    def agreeing(self) -> AgreeingService:
        """Where operators answer."""
        return self.market.shop.agreeing

    async def asked(self) -> int:
        """Budi asks to cancel; the number of his request."""
        page = await self.selling.cancel(
            self.budi, self.id, reason=SellerReason.OUT_OF_STOCK, words=WORDS
        )
        assert page.request is not None
        return page.request.id

    async def request(self, request_id: int) -> RequestRow:
        """The request as it stands."""
        async with self.market.shop.begin() as tx:
            return await tx.requests.get(request_id)

    async def page(self) -> OrderPage:
        """The order as Ratna sees it."""
        return await self.transfer.page()

    async def stands_at(self) -> OrderStatus:
        """Where the order stands."""
        return (await self.page()).status

    async def passes(self, **by: float) -> None:
        """Time passes, and what was due in it happens."""
        self.market.clock.move(**by)
        await self.market.shop.sweeps.run()


async def an_operator(market: Market, name: str = "Olga") -> Actor:
    """Somebody who runs the marketplace."""
    return await made_operator(market, await market.person(name))


async def made_operator(market: Market, actor: Actor) -> Actor:
    """The same person with one more right."""
    await market.shop.operators.join(actor, await market.shop.operators.open_link())
    return await market.shop.people.actor(actor.id)


async def a_shortage(market: Market, *, free_cancel_minutes: int = 0) -> Shortage:
    """An operator, a shop, and an order that is paid."""
    olga = await an_operator(market)
    transfer = await a_transfer(market, free_cancel_minutes=free_cancel_minutes)
    await transfer.paid()
    return Shortage(transfer=transfer, olga=olga)

"""An order that is paid by bank transfer, in few words."""

from dataclasses import dataclass

from store.db.models.inbox import NoticeRow, OutboxRow
from store.db.models.payments import ClaimRow, LedgerRow, PaymentRow, RefundRow
from store.domain.actor import Actor
from store.domain.claim import ClaimState
from store.domain.ledger import Book
from store.domain.order import OrderStatus
from store.domain.payment import PaymentState
from store.views.orders import OrderPage
from store.views.payments import PaymentView
from tests.support.builders import a_shop, an_account
from tests.support.market import Market


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """Ratna has ordered one of Budi's four shoes and pays it by transfer to his BCA account."""

    market: Market
    budi: Actor
    ratna: Actor
    id: int
    variant_id: int

    async def page(self) -> OrderPage:
        """The order as Ratna sees it."""
        return await self.market.shop.orders.card(self.ratna, self.id)

    async def pay(self) -> PaymentView:
        """Its payment."""
        pay = (await self.page()).pay
        assert pay is not None
        return pay

    async def state(self) -> tuple[OrderStatus, PaymentState]:
        """Where order and payment stand."""
        page = await self.page()
        assert page.pay is not None
        return page.status, page.pay.state

    async def claimed(self, proof: str | None = None) -> int:
        """Ratna says that she has paid; the number of her claim."""
        await self.market.shop.paying.claim(self.ratna, self.id, proof=proof)
        claims = await self.market.rows(ClaimRow)
        waiting = [one.id for one in claims if one.state is ClaimState.WAITING]
        assert len(waiting) == 1
        return waiting[0]

    async def paid(self) -> None:
        """Budi has found the money."""
        await self.market.shop.checking.arrived(self.budi, await self.claimed())

    async def told(self, person: Actor) -> list[str]:
        """What lies in somebody's inbox, oldest first."""
        rows = await self.market.rows(NoticeRow)
        return [row.event for row in rows if row.person_id == person.id]

    async def pushed(self) -> list[tuple[str, str]]:
        """What was pushed to the shop and to people, oldest first."""
        rows = await self.market.rows(OutboxRow)
        return [(row.event, f"{row.recipient_kind}:{row.recipient_id}") for row in rows]

    async def backs(self) -> list[tuple[str, int]]:
        """What goes back, and why."""
        rows = await self.market.rows(RefundRow)
        return [(row.cause, row.amount) for row in rows]

    async def books(self) -> dict[Book, int]:
        """What stands in each book."""
        sums = dict.fromkeys(Book, 0)
        for row in await self.market.rows(LedgerRow):
            sums[row.book] += row.amount
        return sums

    async def stock(self) -> int:
        """How many shoes are left."""
        return await self.market.stock(self.variant_id)

    async def is_sound(self) -> None:
        """No rupiah was made or lost: the invariants that hold after every step."""
        books = await self.books()
        assert sum(books.values()) == 0
        payments = await self.market.rows(PaymentRow)
        owed = sum(amount for _, amount in await self.backs())
        assert owed <= sum(payment.received for payment in payments)
        assert -books[Book.REFUNDS] == owed


async def a_transfer(market: Market, *, free_cancel_minutes: int = 0) -> Transfer:
    """A shop with an account, its owner, a buyer, and an order that waits for its money."""
    sheet = a_shop(free_cancel_minutes=free_cancel_minutes, accounts=(an_account(),))
    product = await market.sells(sheet=sheet)
    budi, ratna = await market.seller(), await market.buyer()
    variant_id = product.variants[0].id
    order = await orders_by_transfer(market, ratna, variant_id)
    return Transfer(market=market, budi=budi, ratna=ratna, id=order.id, variant_id=variant_id)


async def orders_by_transfer(market: Market, buyer: Actor, variant_id: int) -> OrderPage:
    """The buyer orders one and chooses the shop's first account."""
    card = await market.shop.buying.open(buyer, variant_id)
    card = await market.shop.buying.choose_payment(buyer, card.accounts[0].id)
    return await market.shop.buying.place(buyer, version=card.version)

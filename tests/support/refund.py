"""Money that a shop owes a buyer, in few words."""

from dataclasses import dataclass, replace

from store.db.models.payments import RefundRow
from store.domain.account import Account, AccountKind
from store.domain.actor import Actor
from store.domain.cancellation import Reason
from store.domain.ledger import Book
from store.domain.refund import RefundState
from store.services.refunding import RefundingService
from store.views.payments import RefundView
from tests.support.market import Market
from tests.support.transfer import Transfer, a_transfer

JAGO = Account(kind=AccountKind.BANK, name="Jago", number="5012345678", holder="Ratna Dewi")
GOPAY = Account(
    kind=AccountKind.EWALLET, name="GoPay", number="+6281234567890", holder="Ratna Dewi"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """Ratna's money came after her order was off, so Budi owes her all of it."""

    transfer: Transfer
    id: int
    amount: int

    @property
    def market(self) -> Market:
        """Where it happens."""
        return self.transfer.market

    @property
    def budi(self) -> Actor:
        """Who owes it."""
        return self.transfer.budi

    @property
    def ratna(self) -> Actor:
        """Whom it belongs to."""
        return self.transfer.ratna

    @property
    def budi_shop(self) -> int:
        """Budi's shop."""
        (shop_id,) = self.budi.memberships
        return shop_id

    @property
    def refunding(self) -> RefundingService:
        """Where it is moved."""
        return self.market.shop.refunding

    async def view(self) -> RefundView:
        """The refund as Ratna's order page shows it."""
        (one,) = (await self.transfer.page()).refunds
        return one

    async def state(self) -> RefundState:
        """How far it has come."""
        return (await self.view()).state

    async def row(self) -> RefundRow:
        """What is written down."""
        (row,) = await self.market.rows(RefundRow)
        return row

    async def operator(self) -> Actor:
        """Olga runs the place."""
        olga, operators = await self.market.person("Olga"), self.market.shop.operators
        await operators.join(olga, await operators.open_link())
        return olga

    async def with_account(self) -> "Owed":
        """Ratna has said where it shall go."""
        await self.refunding.give_account(self.ratna, self.id, JAGO)
        return self

    async def sent(self) -> "Owed":
        """Budi has sent it."""
        await self.with_account()
        await self.refunding.send(self.budi, self.id, attempt=0, proof="photo-9")
        return self

    async def passes(self, **by: float) -> None:
        """Time passes, and what was due in it happens."""
        self.market.clock.move(**by)
        await self.market.shop.sweeps.run()

    async def in_hand(self) -> int:
        """What of Ratna's money the shop still has; the books agree on what it owes."""
        books = await self.transfer.books()
        assert sum(books.values()) == 0
        assert books[Book.BUYER] == books[Book.SALES] == 0
        assert books[Book.CASH] == -books[Book.REFUNDS]
        return books[Book.CASH]


async def owes(market: Market) -> Owed:
    """The order is cancelled before its money is found; all of it goes back."""
    transfer = await a_transfer(market)
    claim_id, amount = await transfer.claimed(), (await transfer.pay()).due
    await market.shop.cancellations.request(
        transfer.ratna, transfer.id, reason=Reason.UNPAID_NOT_NEEDED
    )
    await market.shop.checking.arrived(transfer.budi, claim_id)
    (row,) = await market.rows(RefundRow)
    return Owed(transfer=transfer, id=row.id, amount=amount)


def masked(account: Account) -> Account:
    """The account as people see it who only have to recognise it."""
    return replace(account, number="*" * (len(account.number) - 4) + account.number[-4:])

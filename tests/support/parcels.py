"""Shops that are owed something, and whoever carries it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from store.db.models.inbox import OutboxRow, OutboxState
from store.db.uow import forbid_open_transaction
from store.domain.cancellation import Reason
from store.outbox.relay import Relay
from store.ports.notifier import Outcome, Parcel
from tests.support.builders import a_product, a_shop, a_variant
from tests.support.market import Market

Answer = Callable[[Parcel], Outcome]


def arrives(_: Parcel) -> Outcome:
    """Everything arrives."""
    return Outcome.SENT


@dataclass(slots=True)
class Carrier:
    """A notifier that writes down what it was given and answers as told."""

    answer: Answer = arrives
    carried: list[Parcel] = field(default_factory=list)

    async def deliver(self, parcel: Parcel) -> Outcome:
        """Outside any transaction, or it is a mistake."""
        forbid_open_transaction()
        self.carried.append(parcel)
        return self.answer(parcel)


def a_relay(market: Market, carrier: Carrier) -> Relay:
    """A relay on the market's clock."""
    return Relay(market.shop.begin, now=market.clock.now, notifier=carrier)


async def two_shops_are_owed_something(market: Market) -> None:
    """Toko Langkah: placed and cancelled; Toko Lain: placed."""
    ratna = await market.buyer()
    first = await market.sells(a_product(a_variant(stock=9)))
    second = await market.sells(a_product(a_variant(stock=9)), sheet=a_shop(slug="toko-lain"))
    order = await market.orders(ratna, first.variants[0].id)
    await market.shop.cancellations.request(ratna, order.id, reason=Reason.BY_MISTAKE)
    await market.orders(ratna, second.variants[0].id)


async def shops_are_owed_something(market: Market, number: int) -> None:
    """So many shops have got an order each."""
    ratna = await market.buyer()
    for one in range(number):
        sheet = a_shop(slug=f"toko-{one}")
        product = await market.sells(a_product(a_variant(stock=9)), sheet=sheet)
        await market.orders(ratna, product.variants[0].id)


async def states(market: Market) -> list[OutboxState]:
    """How far each parcel has come, oldest first."""
    return [row.state for row in sorted(await market.rows(OutboxRow), key=lambda row: row.id)]


class Killed(BaseException):
    """The process ends here."""

"""What becomes of a parcel in hand when its carrier has to end."""

import asyncio
from dataclasses import dataclass, field

from store.db.models.inbox import OutboxRow, OutboxState
from store.outbox.policy import MOST_TRIES
from store.outbox.relay import Relay
from store.ports.notifier import Outcome, Parcel
from tests.support.market import Market
from tests.support.parcels import Carrier, a_relay, shops_are_owed_something, states


@dataclass(slots=True)
class Endless:
    """A notifier that never comes to an end."""

    has_it: asyncio.Event = field(default_factory=asyncio.Event)

    async def deliver(self, _: Parcel) -> Outcome:
        """Take it, and wait."""
        self.has_it.set()
        await asyncio.Event().wait()
        return Outcome.SENT


async def cancelled_while_it_carries(market: Market, *, told_before: bool) -> None:
    """A relay that has something in hand is cancelled, after it was told to stop or without."""
    endless = Endless()
    relay = Relay(market.shop.begin, now=market.clock.now, notifier=endless)
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        carrying = group.create_task(relay.run())
        await endless.has_it.wait()
        if told_before:
            relay.stop()
        carrying.cancel()


async def test_orderly_stops_cost_a_parcel_no_try(market: Market) -> None:
    await shops_are_owed_something(market, 1)
    for _ in range(MOST_TRIES):
        await cancelled_while_it_carries(market, told_before=True)
    between = [(row.state, row.tries) for row in await market.rows(OutboxRow)]

    await a_relay(market, Carrier()).drain()

    assert between == [(OutboxState.NEW, 0)]
    assert await states(market) == [OutboxState.SENT]


async def test_a_carrier_that_ends_without_having_been_told_has_used_up_its_try(
    market: Market,
) -> None:
    await shops_are_owed_something(market, 1)

    await cancelled_while_it_carries(market, told_before=False)

    left = [(row.state, row.tries) for row in await market.rows(OutboxRow)]
    assert left == [(OutboxState.SENDING, 1)]

"""Carrying to several at once: who waits long, what is dangerous, and how many at the most."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

import pytest

from store.db.models.inbox import OutboxRow, OutboxState
from store.db.repos.outbox import Outbox
from store.db.uow import Transaction, UnitOfWork
from store.errors import Unavailable
from store.outbox.relay import AT_ONCE, Relay
from store.ports.notifier import Outcome, Parcel
from tests.support.builders import a_product, a_shop, a_variant
from tests.support.market import Market
from tests.support.parcels import (
    Killed,
    shops_are_owed_something,
    states,
    two_shops_are_owed_something,
)


@dataclass(slots=True)
class Slow:
    """A notifier that lets one recipient wait until it is told to go on."""

    waits_for: int
    goes_on: asyncio.Event = field(default_factory=asyncio.Event)
    others_told: asyncio.Event = field(default_factory=asyncio.Event)
    told: list[int] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0

    async def deliver(self, parcel: Parcel) -> Outcome:
        """The one waits, the others do not."""
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        if parcel.recipient.id == self.waits_for:
            await self.goes_on.wait()
        else:
            await asyncio.to_thread(int)
            self.others_told.set()
        self.told.append(parcel.recipient.id)
        self.at_once -= 1
        return Outcome.SENT


async def test_a_recipient_who_has_to_wait_long_keeps_nobody_else_waiting(
    market: Market,
) -> None:
    await two_shops_are_owed_something(market)
    slow = Slow(waits_for=1)
    relay = Relay(market.shop.begin, now=market.clock.now, notifier=slow)

    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        group.create_task(relay.drain())
        await slow.others_told.wait()
        slow.goes_on.set()

    assert slow.told == [2, 1, 1]
    assert await states(market) == [OutboxState.SENT] * 3


async def test_what_is_owed_later_passes_a_recipient_who_has_to_wait(market: Market) -> None:
    ratna = await market.buyer()
    first = await market.sells(a_product(a_variant(stock=9)))
    second = await market.sells(a_product(a_variant(stock=9)), sheet=a_shop(slug="toko-lain"))
    await market.orders(ratna, first.variants[0].id)
    slow = Slow(waits_for=1)
    relay = Relay(market.shop.begin, now=market.clock.now, notifier=slow)

    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        group.create_task(relay.run())
        while OutboxState.SENDING not in await states(market):
            await asyncio.to_thread(int)
        await market.orders(ratna, second.variants[0].id)
        await slow.others_told.wait()
        relay.stop()
        slow.goes_on.set()

    assert slow.told == [2, 1]
    assert await states(market) == [OutboxState.SENT] * 2


@dataclass(slots=True)
class Crowd:
    """A notifier whose parcels wait for each other until eight are there."""

    full: asyncio.Event = field(default_factory=asyncio.Event)
    here: int = 0
    most: int = 0
    told: int = 0

    async def deliver(self, _: Parcel) -> Outcome:
        """The eighth leaves time for a ninth to come."""
        self.here += 1
        self.most = max(self.most, self.here)
        if self.here == AT_ONCE:
            for _tick in range(20):
                await asyncio.to_thread(int)
            self.full.set()
        await self.full.wait()
        self.here -= 1
        self.told += 1
        return Outcome.SENT


async def test_eight_are_carried_at_once_and_not_more(market: Market) -> None:
    await shops_are_owed_something(market, 12)
    crowd = Crowd()

    async with asyncio.timeout(10):
        taken = await Relay(market.shop.begin, now=market.clock.now, notifier=crowd).drain()

    assert (taken, crowd.most) == (12, 8)


class Outage(UnitOfWork):
    """A unit of work whose database is away from a moment on until it is over."""

    begins: asyncio.Event
    over = False

    def __call__(self) -> AbstractAsyncContextManager[Transaction]:
        """Begin, or fail."""
        if self.begins.is_set() and not self.over:
            raise Unavailable
        return super().__call__()


async def test_ends_that_could_not_be_written_in_an_outage_are_all_written_after_it(
    market: Market,
) -> None:
    await shops_are_owed_something(market, AT_ONCE)
    begin, crowd = Outage(market.database, now=market.clock.now), Crowd()
    begin.begins = crowd.full
    relay = Relay(begin, now=market.clock.now, notifier=crowd)

    async with asyncio.timeout(10):
        taken = await relay.drain()
    left = await states(market)
    begin.over = True
    await relay.drain()

    assert (taken, crowd.told) == (AT_ONCE, AT_ONCE)
    assert left == [OutboxState.SENDING] * AT_ONCE
    assert await states(market) == [OutboxState.SENT] * AT_ONCE


@dataclass(slots=True, kw_only=True)
class Stumbling(Outbox):
    """An outbox in which the first end of each parcel cannot be written down."""

    stumbled: set[int]
    goes_on: asyncio.Event

    async def settle(
        self, row_id: int, *, state: OutboxState, tries: int, not_before: datetime
    ) -> None:
        """The second time lets the one go on that waits."""
        if row_id not in self.stumbled:
            self.stumbled.add(row_id)
            raise Unavailable
        self.goes_on.set()
        await Outbox.settle(self, row_id, state=state, tries=tries, not_before=not_before)


class Unsteady(UnitOfWork):
    """A unit of work with such an outbox."""

    def __init__(self, market: Market, goes_on: asyncio.Event) -> None:
        super().__init__(market.database, now=market.clock.now)
        self.stumbled: set[int] = set()
        self.goes_on = goes_on

    @asynccontextmanager
    async def _outermost(self) -> AsyncIterator[Transaction]:
        async with super()._outermost() as tx:
            tx.outbox = Stumbling(
                session=tx.session,
                now=self.now,
                notices=tx.notices,
                shops=tx.shops,
                stumbled=self.stumbled,
                goes_on=self.goes_on,
            )
            yield tx


async def test_an_end_that_fails_while_another_is_written_late_is_written_too(
    market: Market,
) -> None:
    await shops_are_owed_something(market, 2)
    slow = Slow(waits_for=2)
    relay = Relay(Unsteady(market, slow.goes_on), now=market.clock.now, notifier=slow)

    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        group.create_task(relay.run())
        while await states(market) != [OutboxState.SENT] * 2:
            await asyncio.to_thread(int)
        relay.stop()

    assert slow.told == [1, 2]


@dataclass(slots=True)
class Deadly:
    """A notifier whose process dies of one recipient, while it has the others in its hands."""

    dies_of: int
    in_hand: int
    others: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    told: list[int] = field(default_factory=list)

    async def deliver(self, parcel: Parcel) -> Outcome:
        """The deadly one waits until as many others as can be are under way with it."""
        if parcel.recipient.id == self.dies_of:
            for _ in range(self.in_hand):
                await self.others.acquire()
            raise Killed
        self.others.release()
        if self.in_hand:
            await asyncio.Event().wait()  # Until the process dies.
        self.told.append(parcel.recipient.id)
        return Outcome.SENT


async def test_a_parcel_that_kills_five_processes_is_put_aside_and_takes_no_other_along(
    market: Market,
) -> None:
    await shops_are_owed_something(market, AT_ONCE)

    def a_process(in_hand: int) -> Relay:
        notifier = Deadly(dies_of=1, in_hand=in_hand)
        return Relay(market.shop.begin, now=market.clock.now, notifier=notifier)

    with pytest.RaisesGroup(Killed):
        await a_process(AT_ONCE - 1).drain()
    suspects = await market.rows(OutboxRow)
    for _ in range(4):
        with pytest.RaisesGroup(Killed):
            await a_process(0).drain()
    survivor = a_process(0)
    while await survivor.drain():
        pass

    assert {row.state for row in suspects} == {OutboxState.SENDING}
    assert await states(market) == [
        OutboxState.DEAD,
        *(OutboxState.SENT for _ in range(AT_ONCE - 1)),
    ]


async def test_what_may_have_killed_a_process_is_carried_without_another_such(
    market: Market,
) -> None:
    await shops_are_owed_something(market, 4)
    async with market.shop.begin() as tx:
        for number in (1, 2, 3):
            row = await tx.session.get_one(OutboxRow, number)
            row.state, row.tries = OutboxState.SENDING, 1
    slow = Slow(waits_for=1)
    relay = Relay(market.shop.begin, now=market.clock.now, notifier=slow)

    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        group.create_task(relay.drain())
        await slow.others_told.wait()
        under_way = await states(market)
        slow.goes_on.set()

    assert slow.told == [4, 1, 2, 3]
    assert slow.most_at_once == 2
    assert under_way.count(OutboxState.NEW) == 2

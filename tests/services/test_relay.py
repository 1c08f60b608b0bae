"""Carrying what is owed."""

import asyncio
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager

import pytest
from structlog.testing import capture_logs

from store.db.models.inbox import OutboxRow, OutboxState
from store.db.uow import Transaction, UnitOfWork
from store.errors import Conflict, Unavailable
from store.outbox.policy import MOST_TRIES
from store.outbox.relay import Relay
from store.ports.notifier import Outcome, Parcel
from tests.support.market import Market
from tests.support.parcels import (
    Carrier,
    Killed,
    a_relay,
    arrives,
    states,
    two_shops_are_owed_something,
)


async def test_every_parcel_is_carried_once_in_its_recipients_order(market: Market) -> None:
    await two_shops_are_owed_something(market)
    carrier = Carrier()
    relay = a_relay(market, carrier)

    passes = [await relay.drain() for _ in range(2)]

    assert passes == [3, 0]
    told = [(parcel.recipient.id, parcel.event.name) for parcel in carrier.carried]
    assert [name for to, name in told if to == 1] == ["order_placed", "order_cancelled"]
    assert [name for to, name in told if to == 2] == ["order_placed"]
    assert await states(market) == [OutboxState.SENT] * 3


async def test_one_recipients_trouble_holds_back_nobody_else(market: Market) -> None:
    await two_shops_are_owed_something(market)

    def down_for_the_first(parcel: Parcel) -> Outcome:
        if parcel.recipient.id == 1:
            raise Unavailable(retry_after=20)
        return Outcome.SENT

    carrier = Carrier(answer=down_for_the_first)
    relay = a_relay(market, carrier)
    await relay.drain()
    await relay.drain()

    assert await states(market) == [OutboxState.NEW, OutboxState.NEW, OutboxState.SENT]
    assert len(carrier.carried) == 2
    carrier.answer = arrives
    market.clock.move(seconds=19)
    assert await relay.drain() == 0
    market.clock.move(seconds=1)
    assert await relay.drain() == 2
    assert await states(market) == [OutboxState.SENT] * 3


async def test_waiting_for_days_ends_and_frees_what_stands_behind(market: Market) -> None:
    await two_shops_are_owed_something(market)

    def down(_: Parcel) -> Outcome:
        raise Unavailable

    relay = a_relay(market, Carrier(answer=down))
    await relay.drain()
    market.clock.move(days=3)
    await relay.drain()

    assert (await states(market))[0] is OutboxState.DEAD


async def test_a_parcel_that_breaks_its_carrier_is_put_aside_after_five_tries(
    market: Market,
) -> None:
    await two_shops_are_owed_something(market)

    def breaks_on_the_first(parcel: Parcel) -> Outcome:
        if parcel.id == 1:
            raise KeyError("no words for it")
        return Outcome.SENT

    carrier = Carrier(answer=breaks_on_the_first)
    relay = a_relay(market, carrier)
    for _ in range(6):
        await relay.drain()
        market.clock.move(minutes=5)

    assert [parcel.id for parcel in carrier.carried].count(1) == 5
    assert await states(market) == [OutboxState.DEAD, OutboxState.SENT, OutboxState.SENT]


async def test_nobody_there_stops_the_parcel_and_not_the_next(market: Market) -> None:
    await two_shops_are_owed_something(market)
    relay = a_relay(market, Carrier(answer=lambda _: Outcome.UNREACHABLE))

    while await relay.drain():
        pass

    assert await states(market) == [OutboxState.UNREACHABLE] * 3


async def test_what_was_being_carried_when_the_process_died_is_carried_again(
    market: Market,
) -> None:
    await two_shops_are_owed_something(market)

    def dies(_: Parcel) -> Outcome:
        raise Killed

    before = Carrier(answer=dies)
    with pytest.RaisesGroup(Killed):
        await a_relay(market, before).drain()
    after = Carrier()
    relay = a_relay(market, after)
    while await relay.drain():
        pass

    assert before.carried[0].key in {parcel.key for parcel in after.carried}
    assert len(after.carried) == 3
    assert await states(market) == [OutboxState.SENT] * 3


async def test_the_loop_wakes_for_every_commit_and_ends_when_told(market: Market) -> None:
    arrived = asyncio.Event()

    def rings(_: Parcel) -> Outcome:
        arrived.set()
        return Outcome.SENT

    carrier = Carrier(answer=rings)
    relay = a_relay(market, carrier)
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        group.create_task(relay.run())
        await two_shops_are_owed_something(market)
        await arrived.wait()
        relay.stop()

    assert carrier.carried
    assert OutboxState.SENDING not in await states(market)


class Frail(UnitOfWork):
    """A unit of work that fails when it is begun for the nth time."""

    failures: Mapping[int, Exception] = {}
    begun = 0

    def __call__(self) -> AbstractAsyncContextManager[Transaction]:
        """Begin, or fail."""
        self.begun += 1
        failure = self.failures.get(self.begun)
        if failure is not None:
            raise failure
        return super().__call__()


def a_frail_relay(market: Market, carrier: Carrier, failures: Mapping[int, Exception]) -> Relay:
    """A relay whose database fails at these beginnings."""
    begin = Frail(market.database, now=market.clock.now)
    begin.failures = failures
    return Relay(begin, now=market.clock.now, notifier=carrier)


async def test_the_loop_outlives_a_pass_that_fails(market: Market) -> None:
    arrived = asyncio.Event()

    def rings(_: Parcel) -> Outcome:
        arrived.set()
        return Outcome.SENT

    await two_shops_are_owed_something(market)
    relay = a_frail_relay(market, Carrier(answer=rings), {1: ConnectionError()})
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        group.create_task(relay.run())
        await arrived.wait()
        relay.stop()

    assert OutboxState.SENT in await states(market)


async def test_a_conflict_while_settling_does_not_carry_the_parcel_twice(
    market: Market,
) -> None:
    await two_shops_are_owed_something(market)
    carrier = Carrier()

    relay = a_frail_relay(market, carrier, {3: Conflict()})
    await relay.drain()

    assert len(carrier.carried) == 3
    assert await states(market) == [OutboxState.SENT] * 3


async def test_the_relay_refuses_to_carry_inside_a_transaction(market: Market) -> None:
    async with market.shop.begin():
        with pytest.raises(RuntimeError):
            await a_relay(market, Carrier()).drain()


async def test_an_end_that_could_not_be_written_is_written_later_and_carried_no_second_time(
    market: Market,
) -> None:
    await two_shops_are_owed_something(market)
    carrier = Carrier()
    # Begun: looking for interrupted ones, the first claim, and then the end of the first parcel.
    relay = a_frail_relay(market, carrier, {3: Unavailable()})

    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        group.create_task(relay.run())
        while await states(market) != [OutboxState.SENT] * 3:
            await asyncio.to_thread(int)
        relay.stop()

    assert sorted(parcel.id for parcel in carrier.carried) == [1, 2, 3]


async def test_what_was_claimed_when_the_answer_was_lost_is_taken_up_by_the_same_relay(
    market: Market,
) -> None:
    await two_shops_are_owed_something(market)
    carrier = Carrier()
    relay = a_frail_relay(market, carrier, {2: Unavailable()})
    await relay.drain()
    async with market.shop.begin() as tx:
        first = await tx.session.get_one(OutboxRow, 1)
        first.state, first.tries = OutboxState.SENDING, 1

    while await relay.drain():
        pass

    assert await states(market) == [OutboxState.SENT] * 3


async def test_a_parcel_that_killed_its_last_carrier_is_put_aside_and_logged(
    market: Market,
) -> None:
    await two_shops_are_owed_something(market)
    async with market.shop.begin() as tx:
        first = await tx.session.get_one(OutboxRow, 1)
        first.state, first.tries = OutboxState.SENDING, MOST_TRIES

    with capture_logs() as told:
        await a_relay(market, Carrier()).drain()

    dead = [one for one in told if one["event"] == "parcel_dead"]
    assert [(one["parcel_id"], one["parcel_event"]) for one in dead] == [(1, "order_placed")]
    assert (await states(market))[0] is OutboxState.DEAD

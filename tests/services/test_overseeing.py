"""Refunds as operators look after them: which, since when, and who may not."""

import pytest

from store.domain.actor import Actor
from store.domain.refund import RefundState
from store.errors import NotAllowed, NotFound, OwnAffair
from tests.services.test_ruling import an_operator
from tests.support.market import Market
from tests.support.refund import Owed, owes


@pytest.fixture
async def owed(market: Market) -> Owed:
    """All of Ratna's money."""
    return await owes(market)


@pytest.fixture
async def olga(market: Market) -> Actor:
    """Olga runs the marketplace."""
    return await an_operator(market)


async def late(market: Market, owed: Owed) -> int:
    """Nobody has sent the refund for two working days."""
    await market.shop.refunding.call_operator(owed.id)
    return owed.id


async def test_what_is_in_time_is_nobody_s_business_but_the_two_sides(
    market: Market, owed: Owed, olga: Actor
) -> None:
    overseeing = market.shop.overseeing

    with pytest.raises(NotFound):
        await overseeing.look(olga, owed.id)

    assert await overseeing.count_waiting(olga) == 0


async def test_what_is_late_is_listed_until_it_was_sent(
    market: Market, owed: Owed, olga: Actor
) -> None:
    overseeing = market.shop.overseeing
    await owed.with_account()
    await late(market, owed)

    (listed,) = (await overseeing.waiting(olga)).items
    assert (listed.refund.id, listed.account) == (owed.id, None)
    await owed.refunding.send(owed.budi, owed.id, attempt=0)

    assert await overseeing.count_waiting(olga) == 0
    seen = await overseeing.look(olga, owed.id)
    assert (seen.refund.state, seen.sender) == (RefundState.SENT, "Budi")


async def test_what_did_not_arrive_is_listed_at_once(
    market: Market, owed: Owed, olga: Actor
) -> None:
    await owed.with_account()
    await owed.refunding.send(owed.budi, owed.id, attempt=0)
    await owed.refunding.not_received(owed.ratna, owed.id, attempt=1)

    assert await market.shop.overseeing.count_waiting(olga) == 1


async def test_neither_side_looks_after_its_own_refund(market: Market, owed: Owed) -> None:
    overseeing, operators = market.shop.overseeing, market.shop.operators
    refund_id = await late(market, owed)
    for side in (owed.ratna, owed.budi):
        await operators.join(side, await operators.open_link())
        actor = await market.shop.people.actor(side.id)

        with pytest.raises(OwnAffair):
            await overseeing.look(actor, refund_id)

        assert await overseeing.count_waiting(actor) == 0


async def test_nobody_else_looks_at_all(market: Market, owed: Owed) -> None:
    refund_id = await late(market, owed)
    sari = await market.person("Sari")

    with pytest.raises(NotAllowed):
        await market.shop.overseeing.look(sari, refund_id)
    with pytest.raises(NotAllowed):
        await market.shop.overseeing.waiting(sari)
    with pytest.raises(NotAllowed):
        await market.shop.overseeing.count_waiting(sari)

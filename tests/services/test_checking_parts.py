"""A part of the money came: the rest is asked for once, by when, and what happens after."""

import pytest

from store.db.models.inbox import NoticeRow
from store.domain.claim import NotFoundReason
from store.domain.order import OrderStatus
from store.domain.payment import PAY_WITHIN, PaymentState
from store.events.payments import ClaimDecided
from store.events.registry import from_payload
from store.services.checking import CheckingService
from tests.support.market import Market
from tests.support.transfer import Transfer, a_transfer

_S = OrderStatus
_P = PaymentState


@pytest.fixture
async def transfer(market: Market) -> Transfer:
    """Ratna's shoes, to be transferred."""
    return await a_transfer(market)


def checking(transfer: Transfer) -> CheckingService:
    """Where the shop answers."""
    return transfer.market.shop.checking


async def due(transfer: Transfer) -> int:
    """What Ratna was asked for."""
    return (await transfer.pay()).due


async def test_the_rest_is_asked_for_once_and_then_it_is_paid(transfer: Transfer) -> None:
    claim_id, asked = await transfer.claimed(), await due(transfer)

    await checking(transfer).arrived(transfer.budi, claim_id, amount=asked - 5_000)
    waiting = await transfer.pay()
    await checking(transfer).arrived(transfer.budi, await transfer.claimed())

    assert (waiting.state, waiting.rest, waiting.received) == (_P.OPEN, 5_000, asked - 5_000)
    assert waiting.expires_at == transfer.market.clock.now() + PAY_WITHIN
    assert await transfer.state() == (_S.AWAITING_SHIPMENT, _P.PAID)
    assert await transfer.backs() == []
    await transfer.is_sound()


async def test_each_card_keeps_the_sum_that_its_claim_was_about(transfer: Transfer) -> None:
    first, asked = await transfer.claimed(), await due(transfer)

    short = await checking(transfer).arrived(transfer.budi, first, amount=asked - 5_000)
    second = await transfer.claimed()
    waiting = await checking(transfer).card(second)
    rest = await checking(transfer).arrived(transfer.budi, second)

    assert (short.expected, waiting.expected, rest.expected) == (asked, 5_000, 5_000)
    assert (await checking(transfer).card(first)).expected == asked


async def test_who_is_asked_for_the_rest_hears_by_when(transfer: Transfer) -> None:
    claim_id, asked = await transfer.claimed(), await due(transfer)
    transfer.market.clock.move(hours=3)

    await checking(transfer).arrived(transfer.budi, claim_id, amount=asked - 5_000)

    told = next(
        row for row in await transfer.market.rows(NoticeRow) if row.event == "claim_decided"
    )
    event = from_payload(told.event, told.payload)
    assert isinstance(event, ClaimDecided)
    assert event.expires_at == transfer.market.clock.now() + PAY_WITHIN


async def test_what_was_not_found_once_is_looked_for_again_also_after_a_part(
    transfer: Transfer,
) -> None:
    asked = await due(transfer)
    claim_id = await transfer.claimed()
    await checking(transfer).arrived(transfer.budi, claim_id, amount=asked - 5_000)
    stands = []

    for _ in range(2):
        reason = NotFoundReason.NOT_ON_STATEMENT
        await checking(transfer).not_found(transfer.budi, await transfer.claimed(), reason=reason)
        stands.append((await transfer.pay()).state)

    assert stands == [_P.NOT_FOUND, _P.DISPUTED]


async def test_too_little_twice_ends_the_order_and_all_of_it_goes_back(
    transfer: Transfer,
) -> None:
    asked = await due(transfer)
    claim_id = await transfer.claimed()
    await checking(transfer).arrived(transfer.budi, claim_id, amount=asked - 5_000)
    claim_id = await transfer.claimed()

    await checking(transfer).arrived(transfer.budi, claim_id, amount=1_000)

    assert await transfer.state() == (_S.CANCELLED, _P.VOID)
    assert await transfer.backs() == [("SHORT", asked - 4_000)]
    assert await transfer.stock() == 4
    await transfer.is_sound()


async def test_a_rest_that_is_not_sent_in_time_ends_the_order_and_what_came_goes_back(
    transfer: Transfer,
) -> None:
    claim_id, asked = await transfer.claimed(), await due(transfer)
    await checking(transfer).arrived(transfer.budi, claim_id, amount=asked - 5_000)

    transfer.market.clock.move(hours=24)
    await transfer.market.shop.sweeps.run()

    assert await transfer.state() == (_S.CANCELLED, _P.EXPIRED)
    assert await transfer.backs() == [("CANCELLED", asked - 5_000)]
    await transfer.is_sound()

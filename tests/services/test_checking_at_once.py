"""Rivals over one claim: no rupiah and no shoe is made or lost, and the loser hears who."""

import asyncio

import pytest

from store.db.models.payments import ClaimRow, ReceiptRow, RefundRow
from store.domain.claim import ClaimState, NotFoundReason
from store.domain.ledger import Book
from store.domain.order import OrderStatus
from store.domain.payment import PaymentState
from store.errors import AlreadyDecided
from tests.services.test_checking import cancelled, due
from tests.support.market import Market
from tests.support.transfer import Transfer, a_transfer

_S = OrderStatus
_P = PaymentState


@pytest.fixture
async def transfer(market: Market) -> Transfer:
    """Ratna's shoes, to be transferred."""
    return await a_transfer(market)


RIVALS = ("arrived", "not_found", "cancel", "expire", "claim")


@pytest.mark.parametrize("second", RIVALS)
@pytest.mark.parametrize("first", RIVALS)
async def test_of_two_at_once_no_rupiah_and_no_shoe_is_made_or_lost(
    transfer: Transfer, first: str, second: str
) -> None:
    claim_id = await transfer.claimed()
    transfer.market.clock.move(hours=24)

    outcomes = await asyncio.gather(
        _act(transfer, first, claim_id),
        _act(transfer, second, claim_id),
        return_exceptions=True,
    )

    status, state = await transfer.state()
    assert await transfer.stock() == (4 if status is _S.CANCELLED else 3)
    claims = await transfer.market.rows(ClaimRow)
    assert len(await transfer.market.rows(ReceiptRow)) <= 1
    assert len(await transfer.market.rows(RefundRow)) <= 1
    assert len([one for one in claims if one.state is ClaimState.WAITING]) <= 1
    earned = -(await transfer.books())[Book.SALES]
    assert earned == (await due(transfer) if state is _P.PAID else 0)
    await transfer.is_sound()
    late = [one for one in outcomes if isinstance(one, AlreadyDecided)]
    assert len(late) <= 1
    if {first, second} == {"arrived", "not_found"}:
        assert [one.by for one in late] == ["Budi"]


async def _act(transfer: Transfer, what: str, claim_id: int) -> object:
    shop = transfer.market.shop
    match what:
        case "arrived":
            return await shop.checking.arrived(transfer.budi, claim_id)
        case "not_found":
            reason = NotFoundReason.NOT_ON_STATEMENT
            return await shop.checking.not_found(transfer.budi, claim_id, reason=reason)
        case "cancel":
            await cancelled(transfer)
        case "expire":
            await shop.paying.expire(transfer.id)
        case _:
            return await shop.paying.claim(transfer.ratna, transfer.id)
    return None

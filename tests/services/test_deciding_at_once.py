"""Rivals over one request to cancel: exactly one decides, the others hear who."""

import asyncio
from datetime import datetime

import pytest
from sqlalchemy import select, update

from store.db.models.requests import RequestRow
from store.db.uow import UnitOfWork
from store.domain.actor import Actor
from store.domain.order import OrderStatus
from store.domain.request import RejectReason, RequestState
from store.errors import AlreadyDecided
from tests.services.test_deciding import asked, request_of
from tests.support.market import Market
from tests.support.trade import Trade, a_trade

_R = RequestState
_S = OrderStatus


@pytest.fixture
async def trade(market: Market) -> Trade:
    """Budi has packed Ratna's shoes; the courier comes later."""
    trade = await a_trade(market)
    await trade.arranged()
    return trade


RIVALS = ("approve", "reject", "silence", "withdraw", "hand_over")


@pytest.mark.parametrize("second", RIVALS)
@pytest.mark.parametrize("first", RIVALS)
async def test_of_two_at_once_exactly_one_decides(trade: Trade, first: str, second: str) -> None:
    sari = await trade.market.seller("Sari")
    request_id = await asked(trade)
    trade.market.clock.move(hours=48)

    outcomes = await asyncio.gather(
        _act(trade, first, trade.budi, request_id),
        _act(trade, second, sari, request_id),
        return_exceptions=True,
    )

    row = await request_of(trade, request_id)
    gone = row.state is _R.APPROVED
    assert row.state is not _R.PENDING
    assert await trade.market.stock(trade.variant_id) == (4 if gone else 3)
    assert (await trade.told(trade.ratna)).count("request_decided") == 1
    left = _S.IN_TRANSIT if "hand_over" in (first, second) else _S.AWAITING_COLLECTION
    assert await trade.stands_at() is (_S.CANCELLED if gone else left)
    refused = [one for one in outcomes if isinstance(one, BaseException)]
    for refusal in refused:
        assert hasattr(refusal, "status")
        if isinstance(refusal, AlreadyDecided):
            assert refusal.at == row.decided_at
    assert len(refused) <= 1


async def _act(trade: Trade, what: str, who: Actor, request_id: int) -> object:
    shop = trade.market.shop
    match what:
        case "approve":
            return await shop.deciding.approve(who, request_id)
        case "reject":
            return await shop.deciding.reject(who, request_id, reason=RejectReason.PACKED)
        case "silence":
            await shop.deciding.fall_silent(request_id)
            return None
        case "withdraw":
            return await shop.cancellations.withdraw(trade.ratna, trade.id)
    return await shop.shipping.hand_over(who, trade.id)


async def test_the_check_of_these_races_can_go_red(trade: Trade) -> None:
    request_id = await asked(trade)
    begin, at = trade.market.shop.begin, trade.market.clock.now()

    await asyncio.gather(*(_naive_approval(begin, request_id, at) for _ in range(8)))

    async with begin() as tx:
        decided = (await tx.session.scalars(select(RequestRow.version))).one()
    assert decided > 2


async def _naive_approval(begin: UnitOfWork, request_id: int, at: datetime) -> None:
    """Look in one step, act in the next."""
    async with begin() as tx:
        state = (await tx.requests.get(request_id)).state
    await asyncio.sleep(0)
    if state is _R.PENDING:
        async with begin() as tx:
            await tx.session.execute(
                update(RequestRow)
                .where(RequestRow.id == request_id)
                .values(state=_R.APPROVED, version=RequestRow.version + 1, decided_at=at)
            )

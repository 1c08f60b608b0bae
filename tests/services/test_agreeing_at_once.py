"""Rivals over a shop's wish to cancel: exactly one decides, the others hear who and when."""

import asyncio
from datetime import datetime

import pytest
from sqlalchemy import select, update

from store.db.models.requests import RequestRow
from store.db.uow import UnitOfWork
from store.domain.actor import Actor
from store.domain.cancellation import Reason
from store.domain.order import OrderStatus, Party
from store.domain.request import RequestState
from store.domain.seller_cancel import RefusalReason
from store.errors import AlreadyDecided, Rejected
from tests.support.market import Market
from tests.support.seller_cancel import Shortage, a_shortage, an_operator
from tests.support.trade import JNE

_R = RequestState
_S = OrderStatus
WHO = {"Olga", "Oki", "Budi", *Party}
RIVALS = ("confirm", "refuse", "silence", "withdraw", "arrange", "buyer", "agree")


@pytest.fixture
async def shortage(market: Market) -> Shortage:
    """Budi cannot send what Ratna has paid; Olga runs the place."""
    return await a_shortage(market)


@pytest.mark.parametrize("second", RIVALS)
@pytest.mark.parametrize("first", RIVALS)
async def test_of_two_at_once_exactly_one_decides(
    shortage: Shortage, first: str, second: str
) -> None:
    oki = await an_operator(shortage.market, "Oki")
    request_id = await shortage.asked()
    shortage.market.clock.move(hours=48)

    outcomes = await asyncio.gather(
        _act(shortage, first, shortage.olga, request_id),
        _act(shortage, second, oki, request_id),
        return_exceptions=True,
    )

    row = await shortage.request(request_id)
    status = await shortage.stands_at()
    gone = status is _S.CANCELLED
    assert row.state is not _R.PENDING
    assert await shortage.transfer.stock() == (4 if gone else 3)
    assert len(await shortage.transfer.backs()) == (1 if gone else 0)
    assert (await shortage.transfer.told(shortage.olga)).count("seller_cancel_decided") == 1
    if row.state is _R.CLOSED_SHIPPED:
        assert status is _S.AWAITING_COLLECTION
    await shortage.transfer.is_sound()
    refused = [one for one in outcomes if isinstance(one, BaseException)]
    assert len(refused) <= 1
    assert all(isinstance(one, Rejected) for one in refused)
    late = [one for one in refused if isinstance(one, AlreadyDecided)]
    assert all(one.at == row.decided_at and one.by in WHO for one in late)
    if {first, second} <= {"confirm", "refuse"} and first != second:
        assert [one.by in {"Olga", "Oki"} for one in late] == [True]


async def _act(shortage: Shortage, what: str, who: Actor, request_id: int) -> object:
    shop = shortage.market.shop
    match what:
        case "confirm":
            return await shop.agreeing.confirm(who, request_id)
        case "refuse":
            return await shop.agreeing.refuse(who, request_id, reason=RefusalReason.UNCLEAR)
        case "silence":
            await shop.agreeing.fall_silent(request_id)
            return None
        case "withdraw":
            return await shop.seller_cancels.withdraw(shortage.budi, request_id)
        case "agree":
            return await shop.agreeing.agree(shortage.transfer.ratna, shortage.id)
        case "buyer":
            return await shop.cancellations.request(
                shortage.ratna, shortage.id, reason=Reason.BY_MISTAKE
            )
    return await shop.shipping.arrange(shortage.budi, shortage.id, JNE)


async def test_of_two_members_who_ask_at_once_one_asks(shortage: Shortage) -> None:
    outcomes = await asyncio.gather(*(shortage.asked() for _ in range(3)), return_exceptions=True)

    assert len([one for one in outcomes if isinstance(one, int)]) == 1
    assert len(await shortage.market.rows(RequestRow)) == 1


async def test_the_check_of_these_races_can_go_red(shortage: Shortage) -> None:
    request_id = await shortage.asked()
    begin, at = shortage.market.shop.begin, shortage.market.clock.now()

    await asyncio.gather(*(_naive_confirmation(begin, request_id, at) for _ in range(8)))

    async with begin() as tx:
        decided = (await tx.session.scalars(select(RequestRow.version))).one()
    assert decided > 2


async def _naive_confirmation(begin: UnitOfWork, request_id: int, at: datetime) -> None:
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

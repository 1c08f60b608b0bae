"""Rivals over one refund: the money leaves the books once, whoever presses with whom."""

import asyncio

import pytest

from store.domain.refund import RefundState
from store.errors import AlreadyDecided, RefundMoved
from tests.support.market import Market
from tests.support.refund import GOPAY, Owed, owes

_R = RefundState
# What stands, what two do at once, and where it may end.
RIVALS = (
    (_R.PROMISED, "send", "send", {_R.SENT}),
    (_R.PROMISED, "send", "account", {_R.SENT}),
    (_R.PROMISED, "send", "not_received", {_R.SENT, _R.FAILED}),
    (_R.SENT, "received", "silence", {_R.SETTLED}),
    (_R.SENT, "received", "received", {_R.SETTLED}),
    (_R.SENT, "received", "not_received", {_R.SETTLED}),
    (_R.SENT, "not_received", "silence", {_R.FAILED, _R.SETTLED}),
    (_R.SENT, "not_received", "not_received", {_R.FAILED}),
    (_R.SENT, "not_received", "send", {_R.FAILED, _R.SENT}),
    (_R.FAILED, "send", "received", {_R.SETTLED}),
    (_R.FAILED, "send", "send", {_R.SENT}),
)


@pytest.fixture
async def owed(market: Market) -> Owed:
    """All of Ratna's money."""
    return await owes(market)


@pytest.mark.parametrize(("stands", "first", "second", "ends"), RIVALS)
@pytest.mark.parametrize("turned", [False, True])
async def test_of_two_at_once_the_money_leaves_the_shop_once(
    owed: Owed, stands: RefundState, first: str, second: str, ends: set[RefundState], turned: bool
) -> None:
    await _stand(owed, stands)
    both = (second, first) if turned else (first, second)
    tries = (await owed.view()).attempts

    outcomes = await asyncio.gather(
        *(_act(owed, what, tries) for what in both), return_exceptions=True
    )

    state = await owed.state()
    assert state in ends
    assert await owed.in_hand() == (owed.amount if state is _R.FAILED else 0)
    refused = [one for one in outcomes if isinstance(one, BaseException)]
    assert len(refused) <= 1
    assert all(isinstance(one, AlreadyDecided | RefundMoved) for one in refused)
    if first == second == "send":
        assert [one.by for one in refused if isinstance(one, AlreadyDecided)] == ["Budi"]


async def _stand(owed: Owed, state: RefundState) -> None:
    await owed.with_account()
    if state is not _R.PROMISED:
        await owed.sent()
    if state is _R.FAILED:
        await owed.refunding.not_received(owed.ratna, owed.id, attempt=1)


async def _act(owed: Owed, what: str, tries: int) -> object:
    match what:
        case "send":
            return await owed.refunding.send(owed.budi, owed.id, attempt=tries)
        case "account":
            return await owed.refunding.give_account(owed.ratna, owed.id, GOPAY)
        case "received":
            return await owed.refunding.received(owed.ratna, owed.id)
        case "not_received":
            return await owed.refunding.not_received(owed.ratna, owed.id, attempt=1)
        case _:
            await owed.refunding.settle_by_itself(owed.id)
    return None

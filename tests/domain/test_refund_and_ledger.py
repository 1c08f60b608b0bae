"""Refunds move as their table says, requests too, and every entry of the ledger balances."""

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest

from store.domain.ledger import Book, Entry, LedgerLine, sides
from store.domain.money import Rupiah
from store.domain.moves import must_move
from store.domain.order import OrderStatus
from store.domain.refund import REFUND_MOVES, RefundState
from store.domain.request import (
    REQUEST_MOVES,
    RequestState,
    seller_reasons_for,
)
from store.errors import IllegalMove

_R = RefundState
ASKED = datetime(2026, 11, 21, 7, 31, tzinfo=UTC)


@pytest.mark.parametrize("wanted", RefundState)
@pytest.mark.parametrize("state", RefundState)
def test_a_refund_moves_as_the_table_says_and_no_other_way(
    state: RefundState, wanted: RefundState
) -> None:
    legal = {
        (_R.PROMISED, _R.SENT),
        (_R.SENT, _R.SETTLED),
        (_R.SENT, _R.FAILED),
        (_R.FAILED, _R.SENT),
        (_R.FAILED, _R.SETTLED),
    }
    if (state, wanted) in legal:
        must_move(REFUND_MOVES, state, wanted)
        return
    with pytest.raises(IllegalMove):
        must_move(REFUND_MOVES, state, wanted)


@pytest.mark.parametrize("wanted", RequestState)
@pytest.mark.parametrize("state", RequestState)
def test_a_request_is_decided_once(state: RequestState, wanted: RequestState) -> None:
    if state is RequestState.PENDING and wanted is not state:
        must_move(REQUEST_MOVES, state, wanted)
        return
    with pytest.raises(IllegalMove):
        must_move(REQUEST_MOVES, state, wanted)


@pytest.mark.parametrize("entry", Entry)
def test_both_sides_of_an_entry_are_nothing_together(entry: Entry) -> None:
    first, second = sides(entry, Rupiah(271_317))

    assert first.amount == 271_317
    assert first.amount + second.amount == 0
    assert first.book is not second.book


def books(lines: Iterable[LedgerLine]) -> dict[Book, int]:
    """What stands in each book."""
    sums = dict.fromkeys(Book, 0)
    for line in lines:
        sums[line.book] += line.amount
    return sums


@pytest.mark.parametrize("amount", [0, -5])
def test_there_is_no_entry_of_nothing(amount: int) -> None:
    with pytest.raises(ValueError, match="an entry of"):
        sides(Entry.RECEIVED, Rupiah(amount))


def test_an_order_that_was_paid_cancelled_and_refunded_leaves_nothing_behind() -> None:
    way = (Entry.RECEIVED, Entry.EARNED, Entry.UNEARNED, Entry.PROMISED, Entry.SENT)

    left = books(line for entry in way for line in sides(entry, Rupiah(271_317)))

    assert left == dict.fromkeys(Book, 0)


def test_what_is_promised_is_owed_until_it_is_sent() -> None:
    way = (Entry.RECEIVED, Entry.PROMISED)

    left = books(line for entry in way for line in sides(entry, Rupiah(83)))

    assert left[Book.CASH] == 83
    assert left[Book.REFUNDS] == -83


def test_a_shop_may_cancel_until_the_parcel_is_on_its_way() -> None:
    can = {status for status in OrderStatus if seller_reasons_for(status)}

    assert can == {
        OrderStatus.UNPAID,
        OrderStatus.ON_HOLD,
        OrderStatus.AWAITING_SHIPMENT,
        OrderStatus.AWAITING_COLLECTION,
    }

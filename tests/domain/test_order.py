"""What an order may become and how it is named."""

import itertools
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.domain.cancellation import (
    REASONS,
    CancelPolicy,
    Decision,
    Reason,
    Route,
    Why,
    reasons_for,
    route,
)
from store.domain.moves import must_move
from store.domain.order import (
    MOVES,
    TABS,
    UNDO_WINDOW,
    UNDOES,
    OrderStatus,
    Tab,
    check_undo,
    make_ref,
    read_ref,
    show_ref,
)
from store.domain.payment import PaymentMethod
from store.errors import IllegalMove, UndoTooLate

S = OrderStatus
NOW = datetime(2026, 11, 21, 7, 30, tzinfo=UTC)
LEGAL = {
    (S.UNPAID, S.ON_HOLD),
    (S.UNPAID, S.AWAITING_SHIPMENT),
    (S.UNPAID, S.CANCELLED),
    (S.ON_HOLD, S.AWAITING_SHIPMENT),
    (S.ON_HOLD, S.CANCELLED),
    (S.AWAITING_SHIPMENT, S.AWAITING_COLLECTION),
    (S.AWAITING_SHIPMENT, S.CANCELLED),
    (S.AWAITING_COLLECTION, S.IN_TRANSIT),
    (S.AWAITING_COLLECTION, S.COMPLETED),
    (S.AWAITING_COLLECTION, S.CANCELLED),
    (S.IN_TRANSIT, S.DELIVERED),
    (S.IN_TRANSIT, S.COMPLETED),
    (S.IN_TRANSIT, S.CANCELLED),
    (S.DELIVERED, S.COMPLETED),
}


@pytest.mark.parametrize(("status", "wanted"), list(itertools.product(S, S)))
def test_only_the_moves_of_the_table_are_legal(status: S, wanted: S) -> None:
    if (status, wanted) in LEGAL:
        must_move(MOVES, status, wanted)
        return

    with pytest.raises(IllegalMove) as refused:
        must_move(MOVES, status, wanted)
    assert refused.value.facts == {"status": status, "wanted": wanted}


@pytest.mark.parametrize("status", S)
def test_only_a_step_of_the_table_is_taken_back_and_it_leads_where_it_came_from(
    status: S,
) -> None:
    if status in UNDOES:
        check_undo(status, since=NOW, followed=False, now=NOW)
        assert status in MOVES[UNDOES[status]]
        assert not MOVES[status] <= {S.COMPLETED}
        return

    with pytest.raises(IllegalMove):
        check_undo(status, since=NOW, followed=False, now=NOW)


@pytest.mark.parametrize(
    ("later", "followed", "open_"),
    [
        (timedelta(0), False, True),
        (UNDO_WINDOW, False, True),
        (UNDO_WINDOW + timedelta(seconds=1), False, False),
        (timedelta(0), True, False),
    ],
)
def test_a_step_is_taken_back_for_a_while_and_until_something_follows(
    later: timedelta, followed: bool, open_: bool
) -> None:
    if open_:
        check_undo(S.IN_TRANSIT, since=NOW, followed=followed, now=NOW + later)
        return

    with pytest.raises(UndoTooLate):
        check_undo(S.IN_TRANSIT, since=NOW, followed=followed, now=NOW + later)


def test_the_last_two_are_final_and_every_status_has_a_tab() -> None:
    assert MOVES[S.COMPLETED] == MOVES[S.CANCELLED] == frozenset()
    listed = [status for tab in Tab if tab is not Tab.ALL for status in TABS[tab]]
    assert sorted(listed) == sorted(S)


@pytest.mark.parametrize(
    "typed",
    ["LPK-7Q4M2-9XTDA", "lpk7q4m29xtda", "7Q4M2 9XTDA", " #lpk 7q4m2–9xtda.", "7q4m29xtda"],
)
def test_a_reference_is_read_however_it_is_typed(typed: str) -> None:
    assert read_ref(typed) == "7Q4M29XTDA"


def test_letters_that_look_like_digits_are_digits() -> None:
    assert read_ref("LPK-OIL00-11111") == "0110011111"


@pytest.mark.parametrize(
    "typed", ["", "LPK", "LPK-7Q4M2-9XTD", "LPK-7Q4M2-9XTDU", "٣" * 10, "x" * 99]
)
def test_what_is_no_reference_is_none(typed: str) -> None:
    assert read_ref(typed) is None


@given(st.integers(min_value=0, max_value=2**50 - 1))
def test_every_reference_is_read_back(number: int) -> None:
    ref = make_ref(number)

    assert len(ref) == 10
    assert read_ref(show_ref(ref)) == ref


def test_the_ends_of_the_range_have_their_own_references() -> None:
    assert (make_ref(0), make_ref(2**50 - 1)) == ("0000000000", "ZZZZZZZZZZ")


@dataclass(frozen=True, kw_only=True)
class AnOrder:
    """As much of an order as the decision looks at."""

    status: OrderStatus
    payment: PaymentMethod = PaymentMethod.COD
    hold_until: datetime | None = None


COD, PAID = PaymentMethod.COD, PaymentMethod.BANK_TRANSFER
ASKED = Decision(route=Route.ASK_SELLER, answer_by=NOW + timedelta(hours=48))
AT_ONCE = Decision(route=Route.AT_ONCE)
SOON, GONE = NOW + timedelta(minutes=1), NOW


@pytest.mark.parametrize(
    ("order", "decision"),
    [
        (AnOrder(status=S.UNPAID, payment=PAID), AT_ONCE),
        (AnOrder(status=S.ON_HOLD, payment=PAID, hold_until=SOON), AT_ONCE),
        (AnOrder(status=S.ON_HOLD, payment=PAID, hold_until=GONE), ASKED),
        (AnOrder(status=S.ON_HOLD, payment=COD, hold_until=GONE), AT_ONCE),
        (AnOrder(status=S.AWAITING_SHIPMENT, payment=COD), AT_ONCE),
        (AnOrder(status=S.AWAITING_SHIPMENT, payment=PAID), ASKED),
        (AnOrder(status=S.AWAITING_COLLECTION, payment=COD), ASKED),
        (AnOrder(status=S.AWAITING_COLLECTION, payment=PAID), ASKED),
        (AnOrder(status=S.IN_TRANSIT), Decision(route=Route.REFUSED, why=Why.PARCEL_LEFT)),
        (AnOrder(status=S.DELIVERED), Decision(route=Route.REFUSED, why=Why.DELIVERED)),
        (AnOrder(status=S.COMPLETED), Decision(route=Route.REFUSED, why=Why.COMPLETED)),
        (AnOrder(status=S.CANCELLED), Decision(route=Route.REFUSED, why=Why.CANCELLED)),
    ],
)
def test_cancelling_goes_the_way_of_its_situation(order: AnOrder, decision: Decision) -> None:
    assert route(order, CancelPolicy(), NOW) == decision


def test_the_reasons_are_the_fields_own_and_belong_to_a_state() -> None:
    assert len(reasons_for(S.UNPAID)) == 8
    assert len(reasons_for(S.AWAITING_SHIPMENT)) == 7
    assert reasons_for(S.ON_HOLD) == reasons_for(S.AWAITING_COLLECTION)
    assert reasons_for(S.IN_TRANSIT) == ()
    assert max(len(reason) for reason in Reason) <= 80
    assert {reason for listed in REASONS.values() for reason in listed} == set(Reason)

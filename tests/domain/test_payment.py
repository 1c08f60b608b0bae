"""Payments by hand: which moves there are, the code that tells them apart, and money that came."""

import pytest

from store.domain.claim import CLAIM_MOVES, ClaimState, after_not_found
from store.domain.money import Rupiah
from store.domain.moves import must_move
from store.domain.payment import (
    LIVE,
    PAYMENT_MOVES,
    Booked,
    Booking,
    PaymentState,
    Standing,
    book,
    unique_code,
)
from store.errors import AmountRefused, IllegalMove, NoFreeCode

_S = PaymentState
DUE = 271_317

LEGAL = {
    (_S.OPEN, _S.CLAIMED),
    (_S.OPEN, _S.PAID),
    (_S.OPEN, _S.EXPIRED),
    (_S.OPEN, _S.VOID),
    (_S.CLAIMED, _S.OPEN),
    (_S.CLAIMED, _S.NOT_FOUND),
    (_S.CLAIMED, _S.DISPUTED),
    (_S.CLAIMED, _S.PAID),
    (_S.CLAIMED, _S.VOID),
    (_S.NOT_FOUND, _S.OPEN),
    (_S.NOT_FOUND, _S.CLAIMED),
    (_S.NOT_FOUND, _S.PAID),
    (_S.NOT_FOUND, _S.EXPIRED),
    (_S.NOT_FOUND, _S.VOID),
    (_S.DISPUTED, _S.OPEN),
    (_S.DISPUTED, _S.PAID),
    (_S.DISPUTED, _S.VOID),
}


def standing(
    state: PaymentState = _S.CLAIMED, *, received: int = 0, rest_asked: bool = False
) -> Standing:
    """A transfer of Rp271.317 that is waited for."""
    return Standing(state=state, due=Rupiah(DUE), received=Rupiah(received), rest_asked=rest_asked)


@pytest.mark.parametrize("wanted", PaymentState)
@pytest.mark.parametrize("state", PaymentState)
def test_a_payment_moves_as_the_table_says_and_no_other_way(
    state: PaymentState, wanted: PaymentState
) -> None:
    if (state, wanted) in LEGAL:
        must_move(PAYMENT_MOVES, state, wanted)
        return
    with pytest.raises(IllegalMove):
        must_move(PAYMENT_MOVES, state, wanted)


@pytest.mark.parametrize("wanted", ClaimState)
@pytest.mark.parametrize("state", ClaimState)
def test_a_claim_is_answered_once(state: ClaimState, wanted: ClaimState) -> None:
    if state is ClaimState.WAITING and wanted is not state:
        must_move(CLAIM_MOVES, state, wanted)
        return
    with pytest.raises(IllegalMove):
        must_move(CLAIM_MOVES, state, wanted)


def test_while_a_claim_waits_nothing_expires() -> None:
    assert _S.EXPIRED not in PAYMENT_MOVES[_S.CLAIMED] | PAYMENT_MOVES[_S.DISPUTED]


@pytest.mark.parametrize(
    ("standing", "amount", "booking"),
    [
        (standing(), DUE, Booking(booked=Booked.PAID)),
        (standing(_S.OPEN), DUE, Booking(booked=Booked.PAID)),
        (standing(_S.NOT_FOUND), DUE, Booking(booked=Booked.PAID)),
        (standing(_S.DISPUTED), DUE, Booking(booked=Booked.PAID)),
        (standing(), DUE + 83, Booking(booked=Booked.PAID, back=Rupiah(83))),
        (standing(), DUE - 317, Booking(booked=Booked.SHORT, rest=Rupiah(317))),
        (standing(), 1, Booking(booked=Booked.SHORT, rest=Rupiah(DUE - 1))),
        (
            standing(received=271_000, rest_asked=True),
            317,
            Booking(booked=Booked.PAID),
        ),
        (
            standing(received=271_000, rest_asked=True),
            500,
            Booking(booked=Booked.PAID, back=Rupiah(183)),
        ),
        (
            standing(received=271_000, rest_asked=True),
            100,
            Booking(booked=Booked.SHORT_AGAIN, back=Rupiah(271_100)),
        ),
        (standing(_S.PAID, received=DUE), DUE, Booking(booked=Booked.TWICE, back=Rupiah(DUE))),
        (standing(_S.EXPIRED), DUE, Booking(booked=Booked.LATE, back=Rupiah(DUE))),
        (standing(_S.VOID), 1_000, Booking(booked=Booked.LATE, back=Rupiah(1_000))),
    ],
)
def test_money_that_came_is_booked_and_never_dropped(
    standing: Standing, amount: int, booking: Booking
) -> None:
    assert book(standing, amount) == booking


@pytest.mark.parametrize("amount", [0, -1, -DUE, 1_000_000_001])
def test_a_sum_that_nobody_transfers_is_refused(amount: int) -> None:
    with pytest.raises(AmountRefused):
        book(standing(), amount)


@pytest.mark.parametrize(
    ("taken", "chance", "code"),
    [
        ((), 0, 1),
        ((), 998, 999),
        ((), 999, 1),
        ({1, 2, 3}, 0, 4),
        ({999}, 998, 1),
        (set(range(1, 1000)) - {500}, 500, 500),
    ],
)
def test_a_code_is_one_that_nobody_else_uses(taken: set[int], chance: int, code: int) -> None:
    assert unique_code(taken, chance) == code


def test_when_every_code_is_used_the_account_can_take_no_more_of_this_sum() -> None:
    with pytest.raises(NoFreeCode):
        unique_code(set(range(1, 1000)), 17)


def test_the_second_claim_that_is_not_found_goes_to_the_operator() -> None:
    assert [after_not_found(number) for number in (1, 2)] == [_S.NOT_FOUND, _S.DISPUTED]


def test_stock_is_held_in_every_state_that_may_still_become_paid() -> None:
    assert {state for state, moves in PAYMENT_MOVES.items() if _S.PAID in moves} == LIVE

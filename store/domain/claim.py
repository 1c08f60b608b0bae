"""A buyer's word that the money is on its way, and the shop's answer to it."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Final

from store.domain.payment import CLAIMS_AT_MOST, PaymentState


class ClaimState(StrEnum):
    """What became of a claim."""

    WAITING = "WAITING"
    ARRIVED = "ARRIVED"
    NOT_FOUND = "NOT_FOUND"


CLAIM_MOVES: Final[Mapping[ClaimState, frozenset[ClaimState]]] = {
    ClaimState.WAITING: frozenset({ClaimState.ARRIVED, ClaimState.NOT_FOUND}),
    ClaimState.ARRIVED: frozenset(),
    ClaimState.NOT_FOUND: frozenset(),
}


class ClaimKnown(StrEnum):
    """Why another claim would say nothing new."""

    WAITS = "WAITS"
    PAID = "PAID"
    TOO_OFTEN = "TOO_OFTEN"
    BY_INVOICE = "BY_INVOICE"


class NotFoundReason(StrEnum):
    """Why the shop does not find the money."""

    NOT_ON_STATEMENT = "not_on_statement"
    OTHER_ACCOUNT = "other_account"
    PROOF_UNREADABLE = "proof_unreadable"
    PROOF_USED_BEFORE = "proof_used_before"


REMINDERS: Final = (timedelta(hours=6), timedelta(hours=20))
OPERATOR_AFTER: Final = timedelta(hours=24)


def after_not_found(times: int) -> PaymentState:
    """Where a payment stands when its claims were not found so many times.

    After the last claim that a buyer has the operator decides.
    """
    return PaymentState.DISPUTED if times >= CLAIMS_AT_MOST else PaymentState.NOT_FOUND

"""Anybody does anything in any order, time passes, and the laws hold after every step."""

import contextlib
import os
import random
from collections import Counter
from typing import Final

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from store.domain.order import Moment
from tests.machine.bazaar import Bazaar, a_bazaar
from tests.machine.laws import check, everything_is_told
from tests.machine.players import Players

SOAK: Final = bool(os.environ.get("LAPAK_SOAK"))
RUNS: Final = 1000 if SOAK else 25
# What happens to most orders comes more often, so that what is rare comes late in their lives.
ACTS: Final = (
    *("buy", "claim", "find", "pack", "hand_over", "deliver", "receive", "send_back") * 3,
    *("charge", "give_back", "find_more"),
    *("find_nothing", "rule", "ask_to_cancel", "answer", "shop_cancels", "operator_answers"),
    *("come_back", "count", "wait"),
)
# A run that gets no further proves little.
FAR: Final = (Moment.PAID, Moment.ARRANGED, Moment.IN_TRANSIT, Moment.DELIVERED, Moment.CANCELLED)
STATES: Final = (
    ("order_moments", "moment"),
    ("claims", "state"),
    ("requests", "state"),
    ("refunds", "state"),
    ("deadlines", "timer"),
)
REACHED: Final[Counter[str]] = Counter()


class ShopMachine(RuleBasedStateMachine):
    """One rule alone: of several Hypothesis leaves some out of a run, and few orders got far."""

    def __init__(self) -> None:
        super().__init__()
        self.bazaar = a_bazaar()
        self.players = Players(self.bazaar)
        self.stood: dict[int, str] = {}

    @initialize(how=st.integers(0, 5))
    def opens(self, how: int) -> None:
        """Both have ordered, one by transfer and one to pay at the door."""
        self.players.buy(0, how)
        self.players.buy(1, how + 3)

    @rule(what=st.sampled_from(ACTS), which=st.integers(0, 3), how=st.integers(0, 11))
    def acts(self, what: str, which: int, how: int) -> None:
        """Somebody does something, a little later."""
        self.bazaar.market.clock.move(minutes=3)
        getattr(self.players, what)(which, how)

    @invariant()
    def the_laws_hold(self) -> None:
        """Whatever was done."""
        self.stood = check(self.bazaar, self.stood)

    def teardown(self) -> None:
        """The next one begins anew; how far this one came is written down."""
        for table, column in STATES:
            states = self.bazaar.ids(f"SELECT DISTINCT {column} FROM {table}")
            REACHED.update(f"{table} {state}" for state in states)
        charged = self.bazaar.ids("SELECT 1 FROM receipts WHERE charge IS NOT NULL LIMIT 1")
        REACHED.update("receipts charged" for _ in charged)
        REACHED.update(done=self.bazaar.done, refused=self.bazaar.refused)
        everything_is_told(self.bazaar)
        self.bazaar.close()


def _play(runs: int, steps: int = 50) -> None:
    run_state_machine_as_test(
        ShopMachine,
        settings=settings(
            max_examples=runs,
            stateful_step_count=steps,
            deadline=None,
            derandomize=not SOAK,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.timeout(3600 if SOAK else 240)
def test_whatever_is_done_in_whatever_order_the_laws_hold() -> None:
    REACHED.clear()

    _play(RUNS)

    assert {f"order_moments {one}" for one in FAR} <= set(REACHED)
    assert {"claims ARRIVED", "claims NOT_FOUND", "refunds PROMISED"} <= set(REACHED)
    assert "receipts charged" in REACHED
    assert REACHED["done"] >= 8 * RUNS
    assert REACHED["refused"] >= RUNS


FAULTS: Final = {
    "I1": (
        "CREATE TRIGGER put_back_twice AFTER UPDATE OF stock ON variants "
        "WHEN NEW.stock > OLD.stock BEGIN "
        "UPDATE variants SET stock = stock + NEW.stock - OLD.stock WHERE id = NEW.id; END"
    ),
    "I2": (
        "CREATE TRIGGER one_side AFTER INSERT ON ledger WHEN NEW.amount < 0 BEGIN "
        "DELETE FROM ledger WHERE id = NEW.id; END"
    ),
    "I4": (
        "CREATE TRIGGER told_twice AFTER INSERT ON notices WHEN NEW.event = 'claim_decided' "
        "AND NOT EXISTS (SELECT 1 FROM notices WHERE event = NEW.event AND person_id = "
        "NEW.person_id AND subject = NEW.subject AND id < NEW.id) BEGIN "
        "INSERT INTO notices (person_id, kind, subject, event, event_version, payload, created_at)"
        " SELECT person_id, kind, subject, event, event_version, payload, created_at "
        "FROM notices WHERE id = NEW.id; END"
    ),
    "I5": (
        "CREATE TRIGGER said_and_not_done AFTER INSERT ON outbox BEGIN "
        "UPDATE outbox SET state = 'SENT' WHERE id = NEW.id; END"
    ),
    "I7": (
        "CREATE TRIGGER comes_to_life AFTER UPDATE OF status ON orders "
        "WHEN OLD.status = 'IN_TRANSIT' BEGIN "
        "UPDATE orders SET status = 'UNPAID' WHERE id = NEW.id; END"
    ),
}


@pytest.mark.parametrize("law", FAULTS)
def test_a_planted_fault_is_found(law: str) -> None:
    bazaar = a_bazaar()
    bazaar.plant(FAULTS[law])

    with contextlib.closing(bazaar), pytest.raises(AssertionError, match=law):
        _act_by_chance(bazaar)


def _act_by_chance(bazaar: Bazaar) -> None:
    """Hypothesis would look long for the shortest way into a fault; one way is enough."""
    players, chance, stood = Players(bazaar), random.Random(7), dict[int, str]()
    for _ in range(300):
        act = getattr(players, chance.choice(ACTS))
        act(chance.randrange(4), chance.randrange(12))
        bazaar.market.clock.move(minutes=3)
        stood = check(bazaar, stood)
    everything_is_told(bazaar)

"""Refusals and events: each has its own code, and facts that travel."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from store.domain.money import Rupiah
from store.domain.order import Party
from store.domain.payment import PaymentMethod
from store.errors import OutOfStock, Rejected, Unavailable, VariantLeft, rejections
from store.events.base import Event, Illegible
from store.events.orders import Item, OrderCancelled, OrderConfirmed, OrderPlaced
from store.events.registry import EVENTS, as_kept, from_payload, to_payload

ITEMS = (Item(title="Sepatu Angin", variant_name="Hitam/41", quantity=2),)
SHIP_BY = datetime(2026, 11, 23, 16, 59, tzinfo=UTC)
PLACED = OrderPlaced(
    order_id=7,
    ref="7Q4M29XTDA",
    shop_id=1,
    shop_name="Toko Langkah",
    items=ITEMS,
    total=Rupiah(567_000),
    payment=PaymentMethod.COD,
    city="Kota Bandung",
    has_note=True,
    ship_by=SHIP_BY,
)
CONFIRMED = OrderConfirmed(
    order_id=7,
    ref="7Q4M29XTDA",
    shop_id=1,
    shop_name="Toko Langkah",
    items=ITEMS,
    total=Rupiah(567_000),
    payment=PaymentMethod.COD,
    ship_by=SHIP_BY,
    eta_from=date(2026, 11, 24),
    eta_to=date(2026, 11, 25),
)
CANCELLED = OrderCancelled(
    order_id=7,
    ref="7Q4M29XTDA",
    shop_id=1,
    shop_name="Toko Langkah",
    items=ITEMS,
    total=Rupiah(567_000),
    payment=PaymentMethod.COD,
    by=Party.BUYER,
    reason="ecom_order_to_ship_canceled_reason_better_price",
    has_words=True,
    at=SHIP_BY,
)


def test_every_refusal_has_a_code_of_its_own() -> None:
    codes = Counter(kind.code for kind in rejections())

    assert len(codes) >= 20
    assert codes.most_common(1)[0][1] == 1
    assert Rejected.code not in codes


def test_a_refusal_carries_its_facts_and_no_sentence() -> None:
    left = VariantLeft(variant_id=2, name="Biru", stock=5)
    refused = OutOfStock(
        variant_id=1, title="Sepatu", variant_name="Hitam", asked=2, left=1, alternatives=(left,)
    )

    assert refused.facts["alternatives"] == (left,)
    assert str(Unavailable(retry_after=3)) == "unavailable {'retry_after': 3}"


@pytest.mark.parametrize("event", [PLACED, CONFIRMED, CANCELLED], ids=lambda event: event.name)
def test_an_event_comes_back_as_it_was_written(event: Event) -> None:
    payload = to_payload(event)

    assert from_payload(event.name, payload) == event
    assert from_payload(event.name, payload | {"added_later": 1}) == event
    assert event.subject == "order:7"


def test_every_event_is_registered_under_its_name() -> None:
    waiting = Event.__subclasses__()
    told: set[type[Event]] = set()
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        told |= {kind} if "name" in vars(kind) else set()

    # What cannot be read stands for no fact, so nobody can write it.
    written = told - {Illegible}
    assert set(EVENTS.values()) == written
    assert all(EVENTS[kind.name] is kind for kind in written)


@pytest.mark.parametrize(
    ("name", "payload"),
    [("parcel_teleported", {}), ("order_placed", {"order_id": "?"}), ("order_placed", {})],
)
def test_what_another_version_wrote_is_illegible_and_no_trouble(
    name: str, payload: dict[str, object]
) -> None:
    assert as_kept(name, payload) == Illegible()
    assert as_kept("order_placed", to_payload(PLACED)) == PLACED
    with pytest.raises(KeyError):
        from_payload("order_teleported", {})

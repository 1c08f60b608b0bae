"""Tracking numbers and where they are followed."""

from datetime import UTC, datetime, timedelta

import pytest

from store.domain.order import OrderStatus, standing
from store.domain.tracking import clean_number, example_of, looks_right, site_of
from store.errors import FieldUnreadable

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("012345678901", "012345678901"),
        (" jx 1234-567 890\n", "JX1234-567890"),
        ("ＪＸ１２３４５６７８９０", "JX1234567890"),
        ("abc123", "ABC123"),
        ("9" * 32, "9" * 32),
    ],
)
def test_a_number_is_cleaned_as_couriers_print_it(typed: str, number: str) -> None:
    assert clean_number(typed) == number


@pytest.mark.parametrize(
    "typed",
    ["", "12345", "9" * 33, "besok pagi", "------", "123456;", "<b>123456", "12345é", "123_456"],
)
def test_what_can_be_no_number_is_refused(typed: str) -> None:
    with pytest.raises(FieldUnreadable) as refused:
        clean_number(typed)

    assert refused.value.field == "tracking_number"


@pytest.mark.parametrize(
    ("courier", "number"),
    [
        ("JNE", "012345678901"),
        ("JNE", "CGK0123456789"),
        ("JNE", "ABCDE1234567890"),
        ("J&T", "JX1234567890"),
        ("J&T Express", "JP123456789012"),
        ("SiCepat", "001234567890"),
        ("AnterAja", "10001234567890"),
        ("Pos Indonesia", "EE123456789ID"),
        ("Ninja Xpress", "NLID12345678"),
        ("ID Express", "IDE123456789012"),
        ("TIKI", "660000000001"),
        ("SPX", "SPXID123456789012"),
        ("Becak Pak Joko", "ABC123"),
    ],
)
def test_a_number_of_the_couriers_shape_looks_right(courier: str, number: str) -> None:
    assert looks_right(courier, number)


@pytest.mark.parametrize(
    ("courier", "number"),
    [
        ("JNE", "01234567"),
        ("J&T", "012345678901"),
        ("SiCepat", "JX1234567890"),
        ("TIKI", "1234567"),
    ],
)
def test_a_number_of_another_shape_is_only_noticed(courier: str, number: str) -> None:
    assert clean_number(number) == number
    assert not looks_right(courier, number)


@pytest.mark.parametrize(
    "courier",
    ["JNE", "J&T", "SiCepat", "AnterAja", "Pos", "Ninja", "ID Express", "TIKI", "SPX", "Becak"],
)
def test_the_example_of_a_courier_looks_right(courier: str) -> None:
    example = example_of(courier)

    assert clean_number(example) == example
    assert looks_right(courier, example)


def test_couriers_are_followed_on_their_own_pages() -> None:
    assert site_of("J&T") == "https://jet.co.id/track"
    assert site_of("SiCepat") == "https://www.sicepat.com/checkAwb"
    assert site_of("Becak Pak Joko") is None


@pytest.mark.parametrize(
    ("status", "hold_until", "expected"),
    [
        (OrderStatus.ON_HOLD, NOON + timedelta(seconds=1), OrderStatus.ON_HOLD),
        (OrderStatus.ON_HOLD, NOON, OrderStatus.AWAITING_SHIPMENT),
        (OrderStatus.ON_HOLD, None, OrderStatus.ON_HOLD),
        (OrderStatus.IN_TRANSIT, NOON, OrderStatus.IN_TRANSIT),
        (OrderStatus.CANCELLED, NOON, OrderStatus.CANCELLED),
    ],
)
def test_a_hold_that_ran_out_is_one_no_more(
    status: OrderStatus, hold_until: datetime | None, expected: OrderStatus
) -> None:
    assert standing(status, hold_until, NOON) is expected

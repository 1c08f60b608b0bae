"""Couriers, working days and prices."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from store.domain.checkout import Change, Line, Shown, differences
from store.domain.deadlines import is_working_day, local_day, ship_by, working_days_after
from store.domain.language import Language, language_of
from store.domain.money import Rupiah
from store.domain.pricing import price
from store.domain.shipment import Quote, Reach, quotes, reach
from store.domain.zones import Zone
from tests.support.builders import COURIERS


@pytest.mark.parametrize(
    ("entered", "zone", "left_by"),
    [
        # Monday 11.59 and 12.00 in Bandung
        ("2026-11-23T04:59", Zone.WIB, "2026-11-23T16:59"),
        ("2026-11-23T05:00", Zone.WIB, "2026-11-24T16:59"),
        # the same moment is 13.59 in Jayapura
        ("2026-11-23T04:59", Zone.WIT, "2026-11-24T14:59"),
        # Friday afternoon, Saturday and Sunday wait for Monday
        ("2026-11-20T07:00", Zone.WIB, "2026-11-23T16:59"),
        ("2026-11-21T02:00", Zone.WIB, "2026-11-23T16:59"),
        # 22.30 UTC is already the next morning in Makassar
        ("2026-11-23T22:30", Zone.WITA, "2026-11-24T15:59"),
        # Christmas is a Friday
        ("2026-12-24T06:00", Zone.WIB, "2026-12-28T16:59"),
    ],
)
def test_ship_by_is_the_end_of_the_working_day(entered: str, zone: Zone, left_by: str) -> None:
    moment = datetime.fromisoformat(entered).replace(tzinfo=UTC)

    assert ship_by(moment, zone) == datetime.fromisoformat(left_by).replace(tzinfo=UTC)


def test_closed_days_of_the_shop_move_its_ship_by() -> None:
    monday_morning = datetime(2026, 11, 23, 2, tzinfo=UTC)
    closed = {date(2026, 11, 23), date(2026, 11, 24)}

    assert local_day(ship_by(monday_morning, Zone.WIB, closed), Zone.WIB) == date(2026, 11, 25)
    assert not is_working_day(date(2026, 11, 24), closed)


def test_a_shop_that_is_always_closed_does_not_hang_the_calendar() -> None:
    class Always(frozenset[date]):
        def __contains__(self, _: object) -> bool:
            return True

    assert ship_by(datetime(2026, 11, 23, tzinfo=UTC), Zone.WIB, Always()).year == 2027


@pytest.mark.parametrize(
    ("day", "count", "arrives"),
    [
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2026, 11, 23), 2, date(2026, 11, 25)),
        (date(2026, 11, 26), 2, date(2026, 11, 30)),
        (date(2026, 12, 24), 1, date(2026, 12, 28)),
    ],
)
def test_parcels_travel_on_working_days(day: date, count: int, arrives: date) -> None:
    assert working_days_after(day, count) == arrives


@pytest.mark.parametrize(
    ("city", "province", "distance"),
    [
        ("Bandung", "Jawa Barat", Reach.SAME_CITY),
        ("Kabupaten Bandung", "Jawa Barat", Reach.SAME_PROVINCE),
        ("Kota Surabaya", "Jawa Timur", Reach.SAME_ISLAND),
        ("Kota Denpasar", "Bali", Reach.ELSEWHERE),
        ("Kota Bandung", "Papua", Reach.ELSEWHERE),
    ],
)
def test_how_far_a_parcel_goes(city: str, province: str, distance: Reach) -> None:
    found = reach(
        from_city="Kota Bandung",
        from_province="Jawa Barat",
        to_city=city,
        to_province=province,
    )

    assert found is distance


def a_quote(
    courier: str, service: str, fee: int, days: tuple[int, int], *, paid_by_shop: int = 0
) -> Quote:
    """A quote for a parcel that leaves on Monday 23 November."""
    return Quote(
        courier=courier,
        service=service,
        fee=Rupiah(fee),
        eta_from=date(2026, 11, days[0]),
        eta_to=date(2026, 11, days[1]),
        paid_by_shop=Rupiah(paid_by_shop),
    )


@pytest.mark.parametrize(
    ("subtotal", "free_from", "fees", "paid"),
    [
        (279_000, None, (9_000, 20_000), 0),
        (279_000, 279_001, (9_000, 20_000), 0),
        (279_000, 279_000, (0, 11_000), 9_000),
    ],
)
def test_the_cheapest_comes_first_and_free_from_the_threshold_on(
    subtotal: int, free_from: int | None, fees: tuple[int, int], paid: int
) -> None:
    offers = quotes(
        COURIERS,
        Reach.SAME_CITY,
        subtotal=Rupiah(subtotal),
        free_from=None if free_from is None else Rupiah(free_from),
        shipped_on=date(2026, 11, 23),
    )

    assert offers == (
        a_quote("JNE", "REG", fees[0], (24, 25), paid_by_shop=paid),
        a_quote("SiCepat", "BEST", fees[1], (24, 24), paid_by_shop=paid),
    )


def test_where_nobody_goes_there_is_no_quote() -> None:
    offers = quotes(
        COURIERS[:1],
        Reach.ELSEWHERE,
        subtotal=Rupiah(1),
        free_from=Rupiah(0),
        shipped_on=date(2026, 11, 23),
    )

    assert offers == ()


def test_the_total_is_goods_and_shipping() -> None:
    sums = price(Rupiah(279_000), 2, Rupiah(9_000))

    assert (sums.subtotal, sums.shipping_fee, sums.total) == (558_000, 9_000, 567_000)


SHOWN = Shown(
    product_id=1,
    variant_id=1,
    title="Sepatu Angin",
    variant_name="Hitam/41",
    unit_price=Rupiah(279_000),
    quantity=1,
    address_id=1,
    address_version=1,
    courier="JNE",
    service="REG",
    shipping_fee=Rupiah(9_000),
    eta_from=date(2026, 11, 24),
    eta_to=date(2026, 11, 25),
    payment="COD",
    note=None,
)


@pytest.mark.parametrize(
    ("other", "change"),
    [
        ({"title": "Lain"}, Change(line=Line.TITLE, was="Sepatu Angin", now="Lain")),
        ({"variant_name": "Biru"}, Change(line=Line.VARIANT, was="Hitam/41", now="Biru")),
        ({"unit_price": 299_000}, Change(line=Line.UNIT_PRICE, was=279_000, now=299_000)),
        ({"quantity": 2}, Change(line=Line.QUANTITY, was=1, now=2)),
        ({"address_version": 2}, Change(line=Line.ADDRESS)),
        ({"service": "YES"}, Change(line=Line.COURIER, was="JNE REG", now="JNE YES")),
        ({"courier": None}, Change(line=Line.COURIER, was="JNE REG", now=None)),
        ({"shipping_fee": 1}, Change(line=Line.SHIPPING_FEE, was=9_000, now=1)),
        ({"eta_to": date(2026, 11, 26)}, Change(line=Line.ETA)),
        ({"payment": "QRIS"}, Change(line=Line.PAYMENT, was="COD", now="QRIS")),
        ({"note": "cepat"}, Change(line=Line.NOTE, was=None, now="cepat")),
    ],
)
def test_every_line_of_the_card_is_compared(other: dict[str, Any], change: Change) -> None:
    assert differences(SHOWN, replace(SHOWN, **other)) == (change,)
    assert differences(SHOWN, SHOWN) == ()


@pytest.mark.parametrize(
    ("code", "language"),
    [
        (None, Language.ID),
        ("id", Language.ID),
        ("in-ID", Language.ID),
        ("ms", Language.ID),
        ("en", Language.EN),
        ("en_GB", Language.EN),
        ("de", Language.EN),
    ],
)
def test_a_clients_language_decides_the_first_one(code: str | None, language: Language) -> None:
    assert language_of(code) is language

"""What a courier costs and how long it takes, from the shop's own table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from store.domain.cities import same_city
from store.domain.deadlines import working_days_after
from store.domain.money import Rupiah
from store.domain.provinces import province


class Reach(StrEnum):
    """How far a parcel goes."""

    SAME_CITY = "SAME_CITY"
    SAME_PROVINCE = "SAME_PROVINCE"
    SAME_ISLAND = "SAME_ISLAND"
    ELSEWHERE = "ELSEWHERE"


class Rate(Protocol):
    """One line of a shop's courier table."""

    @property
    def courier(self) -> str:
        """Who carries."""

    @property
    def service(self) -> str:
        """Which of the courier's services."""

    @property
    def reach(self) -> Reach:
        """How far this line goes."""

    @property
    def fee(self) -> Rupiah:
        """The price."""

    @property
    def days_from(self) -> int:
        """Working days at best."""

    @property
    def days_to(self) -> int:
        """Working days at worst."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourierRate:
    """A line of a courier table, free of any database."""

    courier: str
    service: str
    reach: Reach
    fee: Rupiah
    days_from: int
    days_to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The first and the last day on which a parcel should arrive."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What one courier asks for one parcel, and when it would arrive.

    `fee` is what the buyer pays; the shop pays the rest where shipping is free.
    """

    courier: str
    service: str
    fee: Rupiah
    eta_from: date
    eta_to: date
    paid_by_shop: Rupiah


def reach(*, from_city: str, from_province: str, to_city: str, to_province: str) -> Reach:
    """How far it is from the shop to the buyer."""
    if from_province == to_province:
        return Reach.SAME_CITY if same_city(from_city, to_city) else Reach.SAME_PROVINCE
    if province(from_province).island is province(to_province).island:
        return Reach.SAME_ISLAND
    return Reach.ELSEWHERE


def quotes(
    rates: Iterable[Rate],
    distance: Reach,
    *,
    subtotal: Rupiah,
    free_from: Rupiah | None,
    shipped_on: date,
) -> tuple[Quote, ...]:
    """What each courier asks, cheapest first.

    From the free-shipping threshold on the shop pays what its cheapest courier costs, so the
    cheapest is free and a faster one costs the difference.
    """
    there = sorted(
        (rate for rate in rates if rate.reach is distance),
        key=lambda rate: (rate.fee, rate.days_to, rate.courier, rate.service),
    )
    if not there:
        return ()
    paid_by_shop = there[0].fee if free_from is not None and subtotal >= free_from else 0
    return tuple(_quote(rate, Rupiah(paid_by_shop), shipped_on) for rate in there)


def window(rate: Rate, shipped_on: date) -> Window:
    """When a parcel that left on this day should arrive."""
    return Window(
        first=working_days_after(shipped_on, rate.days_from),
        last=working_days_after(shipped_on, rate.days_to),
    )


def _quote(rate: Rate, paid_by_shop: Rupiah, shipped_on: date) -> Quote:
    expected = window(rate, shipped_on)
    return Quote(
        courier=rate.courier,
        service=rate.service,
        fee=Rupiah(rate.fee - paid_by_shop),
        paid_by_shop=paid_by_shop,
        eta_from=expected.first,
        eta_to=expected.last,
    )

"""Reading a shop file: TOML with the shop's name, place, policies and courier table."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from store.adapters.reading import Amount, ProvinceName, Short, problems_of, wrong
from store.domain.catalogue import Problem, SheetProblem, ShopSheet
from store.domain.language import Language
from store.domain.money import Rupiah
from store.domain.provinces import province
from store.domain.shipment import CourierRate, Reach

Days = Annotated[int, Field(ge=0, le=60)]


class _Terms(BaseModel):
    """What a service costs so far, and in how many working days it is there."""

    model_config = ConfigDict(extra="forbid")

    fee: Amount
    days: tuple[Days, Days]

    @model_validator(mode="after")
    def _from_before_to(self) -> "_Terms":
        if self.days[0] > self.days[1]:
            raise wrong(Problem.OUT_OF_RANGE)
        return self


class _Courier(BaseModel):
    """A courier's service, with terms for each reach where it goes."""

    model_config = ConfigDict(extra="forbid")

    courier: Short
    service: Short
    same_city: _Terms | None = None
    same_province: _Terms | None = None
    same_island: _Terms | None = None
    elsewhere: _Terms | None = None

    def rates(self) -> list[CourierRate]:
        """One line for each reach."""
        terms = {reach: getattr(self, reach.lower()) for reach in Reach}
        return [
            CourierRate(
                courier=self.courier,
                service=self.service,
                reach=reach,
                fee=Rupiah(each.fee),
                days_from=each.days[0],
                days_to=each.days[1],
            )
            for reach, each in terms.items()
            if each is not None
        ]


class _Shop(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid")

    slug: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)
    name: Short
    language: Language = Language.ID
    province: ProvinceName
    city: Short
    verified: bool = False
    free_cancel_minutes: int = Field(default=0, ge=0, le=60)
    free_shipping_from: Amount | None = None
    closed_days: list[date] = []
    couriers: list[_Courier] = Field(min_length=1)


def read_shop(path: Path) -> tuple[ShopSheet | None, tuple[SheetProblem, ...]]:
    """The shop of a file, or None and everything that is wrong with it."""
    try:
        written = _Shop.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None, (_as_a_whole(path, Problem.NO_SUCH_FILE),)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as unreadable:
        return None, (_as_a_whole(path, Problem.UNREADABLE, str(unreadable)),)
    except ValidationError as errors:
        return None, problems_of(errors, file=path.name)
    return _sheet(path, written)


def _sheet(path: Path, written: _Shop) -> tuple[ShopSheet | None, tuple[SheetProblem, ...]]:
    services = [(each.courier, each.service) for each in written.couriers]
    if len(set(services)) < len(services):
        return None, (
            SheetProblem(line=0, column="couriers", problem=Problem.TWICE, file=path.name),
        )
    sheet = ShopSheet(
        slug=written.slug,
        name=written.name,
        language=written.language,
        zone=province(written.province).zone,
        province=written.province,
        city=written.city,
        verified=written.verified,
        free_cancel_minutes=written.free_cancel_minutes,
        free_shipping_from=(
            None if written.free_shipping_from is None else Rupiah(written.free_shipping_from)
        ),
        closed_days=tuple(written.closed_days),
        couriers=tuple(rate for each in written.couriers for rate in each.rates()),
    )
    return sheet, ()


def _as_a_whole(path: Path, problem: Problem, value: str = "") -> SheetProblem:
    return SheetProblem(line=0, column=path.name, problem=problem, value=value, file=path.name)

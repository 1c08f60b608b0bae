"""Reading a shop file: TOML with the shop's name, place, policies and courier table."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Final

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    model_validator,
)

from store.adapters.reading import Amount, ProvinceName, Short, ShortName, problems_of, wrong
from store.domain.account import Account, AccountKind, check_number
from store.domain.catalogue import Problem, SheetProblem, ShopSheet
from store.domain.language import Language
from store.domain.money import Rupiah
from store.domain.provinces import province
from store.domain.qris import LONGEST
from store.domain.shipment import CourierRate, Reach
from store.errors import QrisRefused, Rejected

MOST_ACCOUNTS: Final = 10
_QRIS: Final = {
    "check_sum": Problem.QRIS_CHECK_SUM,
    "not_static": Problem.QRIS_NOT_STATIC,
    "currency": Problem.QRIS_NOT_RUPIAH,
    "country": Problem.QRIS_NOT_INDONESIA,
    "acquirer": Problem.QRIS_NO_MERCHANT,
    "merchant": Problem.QRIS_NO_MERCHANT,
    "merchant_number": Problem.QRIS_MERCHANT_NUMBER,
}


def _as_kind(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


def _as_number(value: str, told: ValidationInfo) -> str:
    """The number tidied by the rule of its kind, where the kind could be read."""
    kind = told.data.get("kind")
    try:
        return value if kind is None else check_number(kind, value)
    except QrisRefused as refused:
        raise wrong(_QRIS.get(refused.problem, Problem.NOT_QRIS)) from refused
    except Rejected as refused:
        wallet = kind is AccountKind.EWALLET
        raise wrong(Problem.NOT_A_PHONE if wallet else Problem.NOT_AN_ACCOUNT) from refused


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


class _Account(BaseModel):
    """Where the shop takes money that is sent."""

    model_config = ConfigDict(extra="forbid")

    kind: Annotated[AccountKind, BeforeValidator(_as_kind)]
    name: ShortName
    number: Annotated[str, Field(min_length=1, max_length=LONGEST), AfterValidator(_as_number)]
    holder: Short

    def account(self) -> Account:
        """The same as the shop knows it."""
        return Account(kind=self.kind, name=self.name, number=self.number, holder=self.holder)


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
    accounts: list[_Account] = Field(default=[], max_length=MOST_ACCOUNTS)

    @property
    def doubled(self) -> str | None:
        """The table in which something stands twice."""
        tables: dict[str, list[object]] = {
            "couriers": [(each.courier, each.service) for each in self.couriers],
            "accounts": [each.account().identity for each in self.accounts],
        }
        return next((name for name, keys in tables.items() if len(set(keys)) < len(keys)), None)


KEYS: Final = {
    "key": tuple(_Shop.model_fields.keys() - {"couriers", "accounts"}),
    "couriers": tuple(_Courier.model_fields),
    "accounts": tuple(_Account.model_fields),
}


def read_shop(path: Path) -> tuple[ShopSheet | None, tuple[SheetProblem, ...]]:
    """The shop of a file, or None and everything that is wrong with it."""
    try:
        written = _Shop.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except FileNotFoundError:
        return None, (_as_a_whole(path, Problem.NO_SUCH_FILE),)
    except UnicodeDecodeError:
        return None, (_as_a_whole(path, Problem.NOT_UTF8),)
    except OSError:
        return None, (_as_a_whole(path, Problem.UNREADABLE),)
    except tomllib.TOMLDecodeError as unreadable:
        return None, (_as_a_whole(path, Problem.UNREADABLE, str(unreadable)),)
    except ValidationError as errors:
        return None, problems_of(errors, file=path.name)
    return _sheet(path, written)


def _sheet(path: Path, written: _Shop) -> tuple[ShopSheet | None, tuple[SheetProblem, ...]]:
    if written.doubled is not None:
        twice = SheetProblem(line=0, column=written.doubled, problem=Problem.TWICE, file=path.name)
        return None, (twice,)
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
        accounts=tuple(each.account() for each in written.accounts),
    )
    return sheet, ()


def _as_a_whole(path: Path, problem: Problem, value: str = "") -> SheetProblem:
    return SheetProblem(line=0, column="", problem=problem, value=value, file=path.name)

"""Values out of files: read, tidied, and what is wrong with them told by place."""

import re
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from store.domain.catalogue import Problem, SheetProblem
from store.domain.provinces import find_province
from store.domain.text import clean
from store.errors import FieldTooLong

_AMOUNT: Final = re.compile(r"(?:rp\.?\s*)?(\d{1,3}(?:\.\d{3})+|\d+)", re.IGNORECASE)
_KINDS: Final = {
    "missing": Problem.MISSING,
    "int_type": Problem.NOT_A_NUMBER,
    "int_parsing": Problem.NOT_A_NUMBER,
    "int_from_float": Problem.NOT_A_NUMBER,
    "greater_than": Problem.OUT_OF_RANGE,
    "greater_than_equal": Problem.OUT_OF_RANGE,
    "less_than_equal": Problem.OUT_OF_RANGE,
    "string_too_short": Problem.MISSING,
    "too_short": Problem.MISSING,
    "too_long": Problem.TOO_LONG,
    "string_too_long": Problem.TOO_LONG,
    "extra_forbidden": Problem.UNKNOWN,
    "enum": Problem.UNKNOWN,
    "string_type": Problem.NOT_IN_QUOTES,
    "string_pattern_mismatch": Problem.NOT_A_SLUG,
    "model_type": Problem.NOT_TERMS,
}
# What was written there is nobody's business, nor worth repeating where nothing was.
_UNSAID: Final = frozenset(
    {
        Problem.MISSING,
        Problem.NOT_AN_ACCOUNT,
        Problem.NOT_A_PHONE,
        Problem.NOT_QRIS,
        Problem.QRIS_CHECK_SUM,
        Problem.QRIS_NOT_STATIC,
        Problem.QRIS_NOT_RUPIAH,
        Problem.QRIS_NOT_INDONESIA,
        Problem.QRIS_NO_MERCHANT,
        Problem.QRIS_MERCHANT_NUMBER,
    }
)
_SHOWN: Final = 60


def wrong(problem: Problem) -> PydanticCustomError:
    """The error that a validator raises for this problem."""
    return PydanticCustomError(problem.value, "unusable")


def problems_of(errors: ValidationError, *, file: str, line: int = 0) -> tuple[SheetProblem, ...]:
    """What is wrong, value by value."""
    return tuple(_problem(error, file=file, line=line) for error in errors.errors())


def _problem(error: ErrorDetails, *, file: str, line: int) -> SheetProblem:
    kind = error["type"]
    own = Problem(kind) if kind in Problem.__members__ else Problem.UNREADABLE
    problem = _KINDS.get(kind, own)
    value = "" if problem in _UNSAID else str(error["input"])[:_SHOWN]
    column = ".".join(str(part) for part in error["loc"])
    return SheetProblem(line=line, column=column, problem=problem, value=value, file=file)


def _tidy(text: str) -> str:
    return _cleaned(text, lines=False)


def _tidy_lines(text: str) -> str:
    return _cleaned(text.replace("\\n", "\n"), lines=True)


def _cleaned(text: str, *, lines: bool) -> str:
    try:
        return clean(text, field="", limit=10_000, lines=lines)
    except FieldTooLong as long:
        raise wrong(Problem.TOO_LONG) from long


def _amount(value: object) -> object:
    """279000, 279.000 and Rp279.000 are one amount; nothing written means nothing."""
    if not isinstance(value, str):
        return value
    match = _AMOUNT.fullmatch(value.strip())
    return match.group(1).replace(".", "") if match else value.strip()


def _official(text: str) -> str:
    found = find_province(text)
    if found is None:
        raise wrong(Problem.UNKNOWN)
    return found.name


Short = Annotated[str, AfterValidator(_tidy), Field(min_length=1, max_length=60)]
ShortName = Annotated[str, AfterValidator(_tidy), Field(min_length=1, max_length=30)]
Title = Annotated[str, AfterValidator(_tidy), Field(min_length=1, max_length=120)]
Words = Annotated[str, AfterValidator(_tidy_lines), Field(max_length=2000)]
Amount = Annotated[int, BeforeValidator(_amount), Field(ge=0, le=1_000_000_000)]
Price = Annotated[int, BeforeValidator(_amount), Field(gt=0, le=1_000_000_000)]
Count = Annotated[int, BeforeValidator(_amount), Field(ge=0, le=1_000_000)]
ProvinceName = Annotated[str, AfterValidator(_official)]

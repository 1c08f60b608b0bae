"""`lapak import`."""

import asyncio
import re
from pathlib import Path
from typing import Final

import typer

from bot.settings import Settings
from cli import words
from cli.opening import opened_shop
from store.adapters import sheets
from store.domain.catalogue import ImportReport, Problem, SheetProblem

SOME_WRONG: Final = 3

PROBLEMS: Final = {
    Problem.MISSING: "is missing",
    Problem.NOT_A_NUMBER: "is not a whole number",
    Problem.OUT_OF_RANGE: "is out of range",
    Problem.TOO_LONG: "is too long",
    Problem.UNREADABLE: "cannot be read",
    Problem.UNKNOWN: "is not known",
    Problem.TWICE: "stands there twice",
    Problem.DIFFERS: "differs from the product's first line",
    Problem.NO_SUCH_FILE: "names a file that is not there",
    Problem.NOT_A_PICTURE: "is not a JPEG, PNG or WebP picture",
    Problem.TOO_BIG: "is bigger than 5 MB; make the picture smaller",
    Problem.NOT_IN_QUOTES: "must be written in quotes",
    Problem.NOT_AN_ACCOUNT: "is not an account number: it has 6 to 20 digits",
    Problem.NOT_QRIS: "is not the text of a QRIS code: read it out of the picture once more",
    Problem.QRIS_CHECK_SUM: "is not a whole QRIS code: its check sum (the last four signs) is off",
    Problem.QRIS_NOT_STATIC: "asks for one sum already; the shop's own, static code is needed",
    Problem.QRIS_NOT_RUPIAH: "is a code for another currency than rupiah",
    Problem.QRIS_NOT_INDONESIA: "is a code of another country than Indonesia",
    Problem.QRIS_NO_MERCHANT: "names no merchant: a name, a city and an acquirer belong to a code",
    Problem.QRIS_MERCHANT_NUMBER: "has a merchant number (NMID) that is not ID and 13 digits",
    Problem.NOT_TERMS: "must be written as a table: { fee = 12000, days = [1, 2] }",
    Problem.NOT_A_SLUG: "holds only a to z, digits and single hyphens, such as toko-langkah",
    Problem.NOT_ABOVE_PRICE: "must be above the price, or empty",
    Problem.NO_COLUMN: "is a column that every catalogue needs, and it is missing",
    Problem.NO_NAME: "has no name, and something stands below it",
    Problem.NOT_A_PHONE: "is not the phone number of an e-wallet",
}
# What is wrong with a file as a whole, with what to do.
WHOLE: Final = {
    Problem.NO_SUCH_FILE: "is not there; a catalogue needs one beside it (see shops/*/shop.toml)",
    Problem.UNREADABLE: "cannot be read",
    Problem.NOT_UTF8: "is not in UTF-8; save it again as UTF-8 (in Excel: CSV UTF-8)",
    Problem.NOT_A_CATALOGUE: (
        f"is not a catalogue; its first line must name the columns: {', '.join(sheets.COLUMNS)}"
    ),
    Problem.EMPTY: "holds no products; write one line for each variant below the first line",
    Problem.TOO_MANY_LINES: (
        f"has more than {sheets.MOST_LINES:,} lines; divide it and load the parts one by one"
    ),
}
_NUMBERED: Final = re.compile(r"\.(\d+)(?:\.|$)")


def load(settings: Settings, file: Path, *, strict: bool) -> None:
    """Load what is good, tell what is not by line, and end with 3 when anything was wrong."""
    if file.is_dir():
        words.stop_with(
            f"{file} is a folder. Name the file in it: lapak import {file}/products.csv"
        )
    if not file.is_file():
        words.stop_with(f"There is no file {file}. Name a catalogue: lapak import products.csv")
    unfit = sheets.unfit(file)
    if unfit is not None:
        words.stop_with(sentence(unfit), code=SOME_WRONG)
    report, nobody_in = asyncio.run(_load(settings, file, strict=strict))
    _tell(report, strict=strict)
    if nobody_in:
        typer.echo(words.NOBODY_WORKS_THERE.format(slug=nobody_in), err=True)
    if report.problems:
        raise typer.Exit(SOME_WRONG)


async def _load(settings: Settings, file: Path, *, strict: bool) -> tuple[ImportReport, str]:
    """What became of the file, and the short name of its shop if nobody works there yet."""
    async with opened_shop(settings) as shop:
        report = await sheets.load(shop.catalogue, file, strict=strict)
        slug = sheets.shop_of(file)
        waits = slug and await shop.sellers.is_without_people(slug)
        return report, slug if waits else ""


def _tell(report: ImportReport, *, strict: bool) -> None:
    for problem in report.problems:
        typer.echo(sentence(problem), err=True)
    if report.problems and strict:
        typer.echo("Nothing was loaded (--strict).", err=True)
        return
    typer.echo(
        f"{len(report.added)} products added, {len(report.updated)} changed, "
        f"{len(report.unchanged)} as they were, {len(report.skipped)} skipped."
    )


def sentence(problem: SheetProblem) -> str:
    """One line for a person: the file, the place in it, what is wrong."""
    value = f" ({problem.value[:60]})" if problem.value else ""
    if not problem.column:
        return f"{problem.file} {WHOLE[problem.problem]}{value}"
    where = f"{problem.file}, line {problem.line}" if problem.line else problem.file
    place = _NUMBERED.sub(_counted, problem.column)
    return f"{where}: {place} {PROBLEMS[problem.problem]}{value}"


def _counted(match: re.Match[str]) -> str:
    """Tables of a shop file as people count them: couriers no. 1, fee."""
    return f" no. {int(match[1]) + 1}" + (", " if match[0].endswith(".") else "")

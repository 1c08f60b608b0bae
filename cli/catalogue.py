"""`lapak import`."""

import asyncio
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
    Problem.NOT_A_PICTURE: "is not a picture",
    Problem.TOO_BIG: "is too big",
}


def load(settings: Settings, file: Path, *, strict: bool) -> None:
    """Load what is good, tell what is not by line, and end with 3 when anything was wrong."""
    if not file.is_file():
        words.stop_with(f"There is no file {file}.")
    report = asyncio.run(_load(settings, file, strict=strict))
    _tell(report, strict=strict)
    if report.problems:
        raise typer.Exit(SOME_WRONG)


async def _load(settings: Settings, file: Path, *, strict: bool) -> ImportReport:
    async with opened_shop(settings) as shop:
        return await sheets.load(shop.catalogue, file, strict=strict)


def _tell(report: ImportReport, *, strict: bool) -> None:
    for problem in report.problems:
        typer.echo(_sentence(problem), err=True)
    if report.problems and strict:
        typer.echo("Nothing was loaded (--strict).", err=True)
        return
    typer.echo(
        f"{len(report.added)} products added, {len(report.updated)} changed, "
        f"{len(report.unchanged)} as they were, {len(report.skipped)} skipped."
    )


def _sentence(problem: SheetProblem) -> str:
    where = f"line {problem.line}" if problem.line else "the file"
    value = f" ({problem.value[:40]})" if problem.value else ""
    return f"{where}: {problem.column} {PROBLEMS[problem.problem]}{value}"

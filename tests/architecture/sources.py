"""Reads the project's own Python files, so that a rule can be asked as a question about them."""

import ast
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
PRODUCT: Final = ("bot", "store", "sandbox", "cli")
FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One Python file: where it stands, what it says, and its tree."""

    path: str
    text: str
    tree: ast.Module

    def breach(self, node: ast.AST | int, what: str) -> str:
        """Say in one line where a rule is broken and how."""
        line = node if isinstance(node, int) else getattr(node, "lineno", 1)
        return f"{self.path}:{line}: {what}"

    def within(self, *places: str) -> bool:
        """Whether this file is one of the named files or lies in one of the named folders."""
        return any(self.path == place or self.path.startswith(f"{place}/") for place in places)

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        """Every function and method of the file, inner ones included."""
        return (node for node in ast.walk(self.tree) if isinstance(node, FUNCTIONS))

    def calls(self) -> Iterator[ast.Call]:
        """Every call that the file makes."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))


Rule: TypeAlias = Callable[[Source], Iterable[str]]


def source(path: str, text: str) -> Source:
    """A source from its words: the way a rule is shown a case it must refuse."""
    return Source(path=path, text=text, tree=ast.parse(text, path))


@cache
def read(path: Path) -> Source:
    """A source from its file, parsed once however many rules ask."""
    return source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))


def under(*places: str) -> list[Source]:
    """All sources in these folders; a folder that stands but holds no code is a mistake."""
    found = [source for place in places for source in _in(ROOT / place)]
    if not found:
        pytest.skip(f"not built yet: {', '.join(places)}")
    return found


def breaches(rule: Rule, sources: Iterable[Source]) -> list[str]:
    """Everything that the rule finds wrong with these sources."""
    return [breach for source in sources for breach in rule(source)]


def dependencies() -> set[str]:
    """The packages that the project declares for running, with and without its extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = [each for group in project["optional-dependencies"].values() for each in group]
    return {re.split(r"[\[<>=~]", each)[0] for each in [*project["dependencies"], *optional]}


def _in(place: Path) -> list[Source]:
    if place.is_file():
        return [read(place)]
    found = [read(path) for path in sorted(place.rglob("*.py"))]
    assert found or not place.exists(), f"{place.name}/ stands but holds no code"
    return found

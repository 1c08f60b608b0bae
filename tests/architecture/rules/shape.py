"""Rules about the form of a module: its length, its first sentence, its imports and its names."""

import ast
import io
import re
import sys
import tokenize
from collections.abc import Container, Iterable, Iterator
from importlib.metadata import packages_distributions
from itertools import chain
from statistics import median
from typing import Final

from tests.architecture.sources import FUNCTIONS, PRODUCT, Rule, Source

MODULE_LINES: Final = 300
FUNCTION_LINES: Final = 40
MEDIAN_LINES: Final = 10
VAGUE: Final = re.compile(r"(.*_)?(managers?|helpers?|utils?|data|infos?)|process|handles?")
VAGUE_CLASS: Final = re.compile(r"(Manager|Helper|Util)s?(?![a-z])")
# A revision writes down a schema as it was: a list without logic, as long as the schema.
REVISIONS: Final = "store/db/migrations/versions"
# Released together and pinned to each other.
PART_OF: Final = {"pydantic-core": "pydantic"}
CODES: Final = r"(?:\[[\w, -]+\]|:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?"
SUPPRESSION: Final = re.compile(rf"#\s*(?:type: ignore|noqa){CODES}")


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function from its `def` to its end."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def short_module(source: Source) -> Iterator[str]:
    """A module has at most 300 lines."""
    lines = source.text.count("\n")
    if lines > MODULE_LINES and not source.within(REVISIONS):
        yield source.breach(lines, f"{lines} lines in one module")


def short_functions(source: Source) -> Iterator[str]:
    """A function has at most 40 lines."""
    for function in source.functions():
        if length(function) > FUNCTION_LINES and not source.within(REVISIONS):
            yield source.breach(function, f"{function.name} has {length(function)} lines")


def small_median(sources: Iterable[Source]) -> Iterator[str]:
    """Half of the functions have at most 10 lines."""
    lengths = [length(function) for source in sources for function in source.functions()]
    if lengths and median(lengths) > MEDIAN_LINES:
        yield f"the median function has {median(lengths)} lines"


def opens_with_a_sentence(source: Source) -> Iterator[str]:
    """A module that says anything first says in one sentence what it is for."""
    words = ast.get_docstring(source.tree) or ""
    if source.tree.body and not re.match(r"[A-Za-z`].+[.:]", words, re.DOTALL):
        yield source.breach(1, "no sentence that says what the module is for")


def documented(source: Source) -> Iterator[str]:
    """A public function or method of a public class says what it promises."""
    classes = (node for node in source.tree.body if isinstance(node, ast.ClassDef))
    public = (node.body for node in classes if not node.name.startswith("_"))
    for node in chain(source.tree.body, *public):
        if isinstance(node, FUNCTIONS) and _owes_a_promise(node):
            yield source.breach(node, f"{node.name} promises nothing")


def imports_on_top(source: Source) -> Iterator[str]:
    """Nothing is imported inside a function."""
    for function in source.functions():
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                yield source.breach(node, f"{function.name} imports")


def declared_imports(declared: Container[str]) -> Rule:
    """A rule for the product: what it imports is its own, Python's, or a declared dependency."""
    owners = packages_distributions()

    def rule(source: Source) -> Iterator[str]:
        for name in _imported(source.tree) - sys.stdlib_module_names - {*PRODUCT, "tests"}:
            found = {owner.lower().replace("_", "-") for owner in owners.get(name, ())}
            if not any(PART_OF.get(owner, owner) in declared for owner in found):
                yield source.breach(1, f"{name} is not declared")

    return rule


def telling_names(source: Source) -> Iterator[str]:
    """No module and no class is named by a word that says nothing."""
    for name in source.path.removesuffix(".py").split("/"):
        if VAGUE.fullmatch(name):
            yield source.breach(1, f"the name {name} says nothing")
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef) and VAGUE_CLASS.search(node.name):
            yield source.breach(node, f"{node.name} says nothing")


def reasoned_suppressions(source: Source) -> Iterator[str]:
    """A silenced checker is told why, on the same line."""
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        found = SUPPRESSION.search(token.string) if token.type == tokenize.COMMENT else None
        if found and len(SUPPRESSION.sub("", token.string).split()) < 2:
            yield source.breach(token.start[0], f"no reason for {found.group()!r}")


def no_leftovers(source: Source) -> Iterator[str]:
    """No note to oneself and no body that is not written yet."""
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.type == tokenize.COMMENT and re.search(r"\b(TODO|FIXME|XXX)\b", token.string):
            yield source.breach(token.start[0], token.string)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Name) and node.id == "NotImplementedError":
            yield source.breach(node, "a body that is not written")


def _imported(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found |= {each.name.split(".")[0] for each in names}
            case ast.ImportFrom(module=str() as module):
                found.add(module.split(".")[0])
    return found


def _owes_a_promise(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    decorators = {ast.unparse(each) for each in function.decorator_list}
    inherited = decorators & {"override", "typing.override", "overload"}
    return not (function.name.startswith("_") or inherited or ast.get_docstring(function))

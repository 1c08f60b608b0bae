"""Rules about sentences: they stand in the screens and in the catalogue, complete and alike."""

import ast
import re
import string
from collections.abc import Iterator
from typing import Final

from babel.messages import Catalog, Message

from tests.architecture.sources import FUNCTIONS, Rule, Source

# Names and places as people write them are the same in every language.
EXAMPLES: Final = "EXAMPLES"
SCOPES: Final = (ast.Module, ast.ClassDef, *FUNCTIONS)


def no_sentences(source: Source) -> Iterator[str]:
    """A handler or a step holds no words for people: no literal with a space."""
    for node in literals(source):
        if " " in str(node.value) and str(node.value).strip():
            yield source.breach(node, f"a sentence: {node.value!r}")


def literals(source: Source) -> Iterator[ast.Constant]:
    """Every string of the file that is not a docstring."""
    docstrings = _docstrings(source.tree)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from () if id(node) in docstrings else (node,)


def unmarked(used: Catalog) -> Rule:
    """A rule for screens: a literal with two words in it is one of the marked sentences."""
    marked = {text for message in _messages(used) for text in _ids(message)}

    def rule(source: Source) -> Iterator[str]:
        known = _examples(source.tree)
        for node in literals(source):
            wordy = re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", str(node.value))
            if wordy and node.value not in marked and id(node) not in known:
                yield source.breach(node, f"not marked: {node.value!r}")

    return rule


def untranslated(used: Catalog, known: Catalog) -> Iterator[str]:
    """Every sentence of the screens has a translation that nobody needs to look at again."""
    for message in _messages(used):
        found = known.get(message.id)
        if found is None or not all(_texts(found)):
            yield f"not translated: {message.id!r}"
        elif found.fuzzy:
            yield f"not sure: {message.id!r}"


def unused(used: Catalog, known: Catalog) -> Iterator[str]:
    """No translation outlives its sentence."""
    return (f"not used: {m.id!r}" for m in _messages(known) if used.get(m.id) is None)


def other_placeholders(known: Catalog) -> Iterator[str]:
    """A translation has the placeholders of its sentence, no more and no fewer."""
    for message in _messages(known):
        wanted = _placeholders(*_ids(message))
        if any(_placeholders(text) - {"n"} != wanted - {"n"} for text in _texts(message)):
            yield f"other placeholders: {message.id!r}"


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def _ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _texts(message: Message) -> tuple[str, ...]:
    found = message.string
    return (found or "",) if isinstance(found, str | None) else tuple(found)


def _placeholders(*texts: str) -> set[str]:
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def _docstrings(tree: ast.Module) -> set[int]:
    scopes = (node for node in ast.walk(tree) if isinstance(node, SCOPES) and node.body)
    firsts = (node.body[0] for node in scopes)
    return {id(first.value) for first in firsts if isinstance(first, ast.Expr)}


def _examples(tree: ast.Module) -> set[int]:
    found = set()
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                inside = ast.walk(node) if name == EXAMPLES else ()
                found |= {id(each) for each in inside}
    return found

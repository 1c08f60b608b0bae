"""Rules about who may speak, commit, move a status, start work, read a clock or an environment."""

import ast
import re
from collections.abc import Iterator
from typing import Final

from tests.architecture.sources import Source

TELEGRAM_VERBS: Final = ("send_", "reply_", "edit_message_", "delete_message", "answer_callback")
EDGE: Final = ("store/db/uow.py", "store/db/migrations")
STATUS_OWNER: Final = "store/db/models"
# How far a parcel has come is no matter of the shop's rules: who carries it writes that down.
OUTBOX: Final = ("store/outbox", "store/db/repos/outbox.py")
# The composition root opens the group that the others work in.
CONCURRENT: Final = ("bot/app.py", "bot/intake", "bot/outgoing", "store/outbox", "cli", "sandbox")
TASK_GROUP: Final = re.compile(r"(asyncio\.)?TaskGroup( \| None)?")
CLOCKS: Final = {"now", "utcnow", "today", "time", "monotonic"}
CLOCK_OWNERS: Final = {"datetime", "datetime.datetime", "date", "datetime.date", "time"}
DOUBLES: Final = ("unittest.mock", "mock", "pytest_mock")


def no_sends(source: Source) -> Iterator[str]:
    """A handler or a step stages its answer; it never calls Telegram."""
    for call in source.calls():
        if isinstance(call.func, ast.Attribute) and call.func.attr.startswith(TELEGRAM_VERBS):
            yield source.breach(call, f"calls {call.func.attr}")


def no_commits(source: Source) -> Iterator[str]:
    """Only the edge of the unit of work ends a transaction."""
    for call in source.calls():
        ends = isinstance(call.func, ast.Attribute) and call.func.attr in {"commit", "rollback"}
        if ends and not source.within(*EDGE):
            yield source.breach(call, f"calls {ast.unparse(call.func)}")


def status_moves_in_the_model(source: Source) -> Iterator[str]:
    """A status or state is written by the models, which know its moves, and nowhere else."""
    kept = {"status"} if source.within(*OUTBOX) else {"status", "state"}
    for node in ast.walk(source.tree):
        for name in kept & _written(node):
            if not source.within(STATUS_OWNER):
                yield source.breach(node, f"writes a {name} past the model that moves it")


def tasks_in_groups(source: Source) -> Iterator[str]:
    """Work beside the caller is started by a TaskGroup, so that nothing outlives its owner."""
    groups = _groups(source)
    for call in source.calls():
        starts, owner = _starts_a_task(call)
        if starts and owner not in groups:
            yield source.breach(call, f"{ast.unparse(call.func)} is no task of a group")
        if starts and not source.within(*CONCURRENT):
            yield source.breach(call, "starts work beside the caller")


def told_the_time(source: Source) -> Iterator[str]:
    """A rule or a use case is told what time it is; it never reads a clock."""
    for call in source.calls():
        func = call.func
        if not isinstance(func, ast.Attribute) or func.attr not in CLOCKS:
            continue
        if ast.unparse(func.value) in CLOCK_OWNERS:
            yield source.breach(call, f"reads a clock: {ast.unparse(func)}")


def no_environment(source: Source) -> Iterator[str]:
    """Settings are read once at the top and passed down."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {"os.environ", "os.getenv"}:
            yield source.breach(node, f"reads {ast.unparse(node)}")


def no_mocks(source: Source) -> Iterator[str]:
    """Tests use fakes at the ports; nothing of ours is replaced behind its back."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(DOUBLES):
            yield source.breach(node, f"imports {node.module}")
        if isinstance(node, ast.Import) and any(a.name.startswith(DOUBLES) for a in node.names):
            yield source.breach(node, "imports a mock")
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "monkeypatch.setattr":
            yield source.breach(node, "patches")


def no_sleeps(source: Source) -> Iterator[str]:
    """A test waits for what happened; it never waits for a while and hopes."""
    for call in source.calls():
        if ast.unparse(call.func) in {"time.sleep", "asyncio.sleep"} and not _yields(call):
            yield source.breach(call, ast.unparse(call))


def _written(node: ast.AST) -> set[str]:
    """The names of what is written there into something, in whatever way."""
    match node:
        case ast.Attribute(attr=name, ctx=ast.Store()):
            return {name}
        case ast.Call(func=ast.Name(id="setattr"), args=[_, ast.Constant(value=str(name)), *_]):
            return {name}
        case ast.Call(func=ast.Attribute(attr="values"), keywords=keywords):
            return {keyword.arg for keyword in keywords if keyword.arg is not None}
    return set()


def _groups(source: Source) -> set[str]:
    found = set()
    for node in ast.walk(source.tree):
        match node:
            case ast.withitem(context_expr=ast.Call(func=kind), optional_vars=ast.expr() as name):
                names = {ast.unparse(name)}
            case ast.arg(arg=arg, annotation=ast.expr() as kind):
                names = {arg}
            case ast.AnnAssign(target=target, annotation=kind):
                names = {ast.unparse(target), f"self.{ast.unparse(target)}"}
            case _:
                continue
        found |= names if TASK_GROUP.fullmatch(ast.unparse(kind)) else set()
    return found


def _starts_a_task(call: ast.Call) -> tuple[bool, str]:
    match call.func:
        case ast.Attribute(attr="create_task" | "ensure_future", value=owner):
            return True, ast.unparse(owner)
        case ast.Name(id="create_task" | "ensure_future"):
            return True, ""
    return False, ""


def _yields(call: ast.Call) -> bool:
    return len(call.args) == 1 and ast.unparse(call.args[0]) == "0"

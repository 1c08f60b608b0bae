"""The one door through which every call of a bot passes, over HTTP or in process."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import structlog

from sandbox.server.changes import Change, ChangeKind
from sandbox.server.errors import ApiError
from sandbox.server.journal import CallRecord
from sandbox.server.methods.base import Call, Upload
from sandbox.server.methods.table import METHODS
from sandbox.server.state import Sandbox
from sandbox.server.wire import Json

_log: Final = structlog.get_logger(__name__)
_NO_FILES: Final[Mapping[str, Upload]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the bot is told."""

    code: int
    result: Any = None
    description: str = ""
    parameters: Mapping[str, int] = field(default_factory=dict)

    def as_json(self) -> bytes:
        """The body of the answer."""
        if self.code == 200:
            return json.dumps({"ok": True, "result": self.result}).encode()
        refusal: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            refusal["parameters"] = dict(self.parameters)
        return json.dumps(refusal).encode()


async def answer(
    sandbox: Sandbox,
    *,
    token: str,
    method: str,
    parameters: Json,
    files: Mapping[str, Upload] = _NO_FILES,
) -> Answer:
    """Carry out one call, write it into the journal, and say what came of it."""
    bot = sandbox.bot_with(token)
    if bot is None:
        return Answer(code=401, description="Unauthorized")
    call = Call(sandbox=sandbox, bot=bot, files=files)
    name, understood, given = await _carry_out(call, method, parameters)
    sandbox.journal.add(
        CallRecord(
            number=sandbox.journal.next_number(),
            at=sandbox.now(),
            bot=bot.user.username,
            method=name,
            parameters=understood,
            files=tuple(files),
            code=given.code,
            result=given.result,
            description=given.description,
        )
    )
    sandbox.changes.publish(Change(kind=ChangeKind.CALL, bot_id=bot.id))
    return given


async def _carry_out(call: Call, method: str, parameters: Json) -> tuple[str, Json, Answer]:
    """The method's name, its parameters as they were understood, and the answer."""
    found = METHODS.get(method.lower())
    if found is None:
        _log.warning("sandbox_method_not_served", method=method)
        return method, parameters, Answer(code=404, description="Not Found")
    understood = parameters
    try:
        call.sandbox.weather.before(found.name)
        given = found.parse(parameters)
        understood = given.model_dump(exclude_unset=True, exclude_none=True)
        result = await found.run(call, given)
        call.sandbox.weather.after(found.name)
        return found.name, understood, Answer(code=200, result=result)
    except ApiError as refusal:
        refused = Answer(
            code=refusal.code, description=refusal.description, parameters=refusal.parameters
        )
        return found.name, understood, refused

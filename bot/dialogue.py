"""Conversation: PTB's ConversationHandler whose state is a row saved in the turn's transaction."""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, cast

from telegram import Update
from telegram.ext import Application, BaseHandler, CallbackQueryHandler, ConversationHandler
from telegram.warnings import PTBUserWarning

from bot import turn
from bot.buttons.start import GoOn
from bot.context import Ctx
from bot.memory.talks import MAX_FRAMES, Frame, Talk
from bot.routing import pressed

END: Final = ConversationHandler.END
Handlers = Sequence[BaseHandler[Update, Ctx, Any]]


@dataclass(frozen=True, slots=True)
class Call:
    """A step's wish to let another conversation find something out, and where to go on then."""

    conversation: str
    back: StrEnum


@dataclass(frozen=True, slots=True)
class Done:
    """The end of a called conversation together with what it found out."""

    result: int


@dataclass(frozen=True, slots=True)
class Match:
    """Which of the conversation's handlers takes an update."""

    handler: BaseHandler[Update, Ctx, Any]
    check: object


class Conversation(ConversationHandler[Ctx]):
    """A flow that remembers, killed or not.

    A step returns the next step, None to stay where it is, `END`, `Done` with a result, or a
    `Call`. `entered` is called when another conversation calls this one; `resumed` says, by
    step, what shows the caller's screen again when the called one has ended; `again` shows the
    step where somebody stands who looked at other things meanwhile. Buttons work
    at every step, also when the talk is gone: they carry what they need. Typed words belong to
    the step.
    """

    def __init__(
        self,
        *,
        name: str,
        entry_points: Handlers,
        states: Mapping[StrEnum, Handlers],
        fallbacks: Handlers,
        entered: Any = None,
        resumed: Mapping[StrEnum, Any] | None = None,
        again: Any = None,
    ) -> None:
        self.entered = entered
        self.going_on = [pressed(GoOn, again)] if again is not None else []
        self.resumed = dict(resumed or {})
        with warnings.catch_warnings():
            # Buttons and typed words share a step here; the state is not PTB's dict, so its
            # warning about per_message does not apply.
            warnings.simplefilter("ignore", PTBUserWarning)
            super().__init__(
                entry_points=list(entry_points),
                states={step: list(handlers) for step, handlers in states.items()},
                fallbacks=list(fallbacks),
                name=name,
                allow_reentry=True,
            )
        for handler in self._all():
            if not handler.block:
                raise ValueError(f"{name}: a step must finish inside its turn")

    @property
    def steps(self) -> Mapping[str, Handlers]:
        """The handlers of each step, by its stored name."""
        return {str(step): handlers for step, handlers in self.states.items()}

    def check_update(self, update: object) -> Any:
        """The handler that takes this update now, read from the talk of the turn."""
        if not isinstance(update, Update):
            return None
        frame = turn.current().talk.listening
        mine = frame is not None and frame.conversation == self.name
        candidates: list[BaseHandler[Update, Ctx, Any]] = []
        top = turn.current().talk.top
        if top is not None and top.conversation == self.name:
            candidates += self.going_on
        if mine and frame is not None:
            candidates += self.steps.get(frame.step, ())
        candidates += self.entry_points
        candidates += [h for h in self._all() if isinstance(h, CallbackQueryHandler)]
        if mine:
            candidates += self.fallbacks
        return _first_match(candidates, update)

    async def handle_update(
        self,
        update: Update,
        application: Application[Any, Ctx, Any, Any, Any, Any],
        check_result: object,
        context: Ctx,
    ) -> object | None:
        """Run the step and put its outcome into the talk."""
        found = cast("Match", check_result)  # PTB hands back what check_update gave
        now = turn.current()
        now.talked = True
        now.speaking = str(self.name)
        outcome = await found.handler.handle_update(update, application, found.check, context)
        await self._move(application, now.talk, outcome, update, context)
        return None

    async def _move(
        self,
        application: Application[Any, Ctx, Any, Any, Any, Any],
        talk: Talk,
        outcome: object,
        update: Update,
        context: Ctx,
    ) -> None:
        if outcome == END or isinstance(outcome, Done):
            turn.current().result = outcome.result if isinstance(outcome, Done) else None
            await self._end(application, talk, update, context)
            return
        gathered = turn.current().gathered
        if isinstance(outcome, Call):
            self._frame(talk, outcome.back, gathered)
            await self._call(application, talk, outcome, update, context)
        elif isinstance(outcome, StrEnum):
            self._frame(talk, outcome, gathered)
        elif gathered is not None and talk.top and talk.top.conversation == self.name:
            talk.top.draft = gathered

    def _frame(self, talk: Talk, step: StrEnum, gathered: dict[str, Any] | None) -> None:
        """Stand at a step; the frames of another conversation make way."""
        talk.parked = False
        if talk.top is None or talk.top.conversation != self.name:
            talk.frames = [Frame(conversation=str(self.name), step=str(step))]
        talk.frames[-1].step = str(step)
        if gathered is not None:
            talk.frames[-1].draft = gathered
        turn.current().gathered = None

    async def _call(
        self,
        application: Application[Any, Ctx, Any, Any, Any, Any],
        talk: Talk,
        call: Call,
        update: Update,
        context: Ctx,
    ) -> None:
        called = find(application, call.conversation)
        if len(talk.frames) >= MAX_FRAMES:
            raise RuntimeError("conversations are nested too deeply")
        first = next(iter(called.states))
        talk.frames.append(Frame(conversation=call.conversation, step=str(first)))
        turn.current().speaking = call.conversation
        outcome = await called.entered(update, context)
        await called._move(application, talk, outcome, update, context)

    async def _end(
        self,
        application: Application[Any, Ctx, Any, Any, Any, Any],
        talk: Talk,
        update: Update,
        context: Ctx,
    ) -> None:
        if talk.top is not None and talk.top.conversation != self.name:
            talk.parked = True
            return
        if talk.frames:
            talk.frames.pop()
        turn.current().gathered = None
        caller = talk.top
        if caller is None:
            return
        conversation = find(application, caller.conversation)
        resume = {str(step): shows for step, shows in conversation.resumed.items()}
        turn.current().speaking = caller.conversation
        outcome = await resume[caller.step](update, context)
        await conversation._move(application, talk, outcome, update, context)

    def _all(self) -> list[BaseHandler[Update, Ctx, Any]]:
        steps = [handler for handlers in self.states.values() for handler in handlers]
        return [*self.entry_points, *steps, *self.fallbacks]


def find(application: Application[Any, Ctx, Any, Any, Any, Any], name: str) -> Conversation:
    """The conversation of that name among the application's handlers."""
    for handler in application.handlers[0]:
        if isinstance(handler, Conversation) and handler.name == name:
            return handler
    raise LookupError(name)


def _first_match(
    candidates: Sequence[BaseHandler[Update, Ctx, Any]], update: Update
) -> Match | None:
    for handler in candidates:
        check = handler.check_update(update)
        if check is not None and check is not False:
            return Match(handler, check)
    return None


def steps_of(conversation: Conversation) -> list[str]:
    """The stored names of all steps, for tests that walk through them."""
    return [str(cast(StrEnum, step)) for step in conversation.states]

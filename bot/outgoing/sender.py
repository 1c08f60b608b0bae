"""Sends replies and notices: one queue a chat, patient with Telegram, never lossy."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TimedOut

log = structlog.get_logger()

MAX_TRIES: Final = 8
LONGEST_PAUSE: Final = 30.0


class Unreachable(Exception):
    """Telegram will not take messages for this chat: blocked, gone or never started."""


class Moved(Unreachable):
    """The group goes on as another chat."""

    def __init__(self, reason: str, *, to: int) -> None:
        super().__init__(reason)
        self.to = to


class Undeliverable(Exception):
    """Telegram refuses this very message; sending it again would change nothing."""


class Interrupted(Exception):
    """Not now: what was not sent stays in the database; `seconds` where Telegram said so."""

    def __init__(self, seconds: float | None = None) -> None:
        super().__init__(seconds)
        self.seconds = seconds


Call = Callable[[], Awaitable[object]]


@dataclass(slots=True)
class Errand:
    """One piece of work of a chat's queue and the promise of its end."""

    work: Call
    done: asyncio.Future[None]


@dataclass(slots=True)
class Outgoing:
    """Runs errands: in order within a chat, side by side across chats."""

    pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    _queues: dict[int, deque[Errand]] = field(default_factory=dict)
    _group: asyncio.TaskGroup | None = None
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _idle: asyncio.Event = field(default_factory=asyncio.Event)

    def open(self, group: asyncio.TaskGroup) -> None:
        """Use this group for the queues' tasks; called once before anything is sent."""
        self._group = group
        self._idle.set()

    def submit(self, chat_id: int, work: Call) -> asyncio.Future[None]:
        """Queue work behind what already waits for this chat; the future tells its end."""
        if self._group is None:
            raise RuntimeError("the door out is not open")
        errand = Errand(work, asyncio.get_running_loop().create_future())
        queue = self._queues.get(chat_id)
        if queue is not None:
            queue.append(errand)
            return errand.done
        self._queues[chat_id] = deque([errand])
        self._idle.clear()
        task = self._group.create_task(self._serve(chat_id), name=f"outgoing:{chat_id}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return errand.done

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits here."""
        return self._idle.is_set()

    async def idle(self) -> None:
        """Wait until nothing waits to be sent."""
        await self._idle.wait()

    def abandon(self) -> None:
        """Stop serving; what was not sent stays in the database for the next start."""
        for task in self._tasks:
            task.cancel()

    async def _serve(self, chat_id: int) -> None:
        queue = self._queues[chat_id]
        while queue:
            errand = queue[0]
            try:
                await errand.work()
            except Exception as error:
                _end(errand, error)
            else:
                _end(errand, None)
            queue.popleft()
        del self._queues[chat_id]
        if not self._queues:
            self._idle.set()

    async def persist(self, call: Call, *, patient: bool = True) -> object:
        """Make one call of the Bot API, waiting as Telegram asks; raises when it is no use.

        Raises Unreachable, Undeliverable, or Interrupted after eight fruitless tries. An
        impatient caller is told at once how long Telegram wants it to wait.
        """
        for attempt in range(MAX_TRIES):
            try:
                return await call()
            except RetryAfter as error:
                if not patient:
                    raise Interrupted(asked_seconds(error)) from error
                await self.pause(asked_seconds(error))
            except Forbidden as error:
                raise Unreachable(error.message) from error
            except ChatMigrated as error:
                raise Moved(error.message, to=error.new_chat_id) from error
            except BadRequest as error:
                if "chat not found" in error.message.lower():
                    raise Unreachable(error.message) from error
                raise Undeliverable(error.message) from error
            except (TimedOut, NetworkError):
                if not patient:
                    raise Interrupted from None
                await self.pause(min(LONGEST_PAUSE, 0.5 * 2**attempt))
        raise Interrupted

    async def harmless(self, call: Call, *, patient: bool = True) -> object:
        """What a call gave; None where Telegram refuses it, which harms nobody."""
        try:
            return await self.persist(call, patient=patient)
        except Undeliverable:
            return None


def asked_seconds(error: RetryAfter) -> float:
    """How long Telegram wants to be left alone; PTB will give another type one day."""
    asked = error.retry_after
    return float(asked) if isinstance(asked, int) else asked.total_seconds()


def _end(errand: Errand, error: Exception | None) -> None:
    if errand.done.done():
        return
    if error is None:
        errand.done.set_result(None)
        return
    errand.done.set_exception(error)
    # A reply has nobody who waits for it; its trouble is in the log, not in a lost future.
    with contextlib.suppress(Exception):
        errand.done.exception()
    if not isinstance(error, Unreachable | Interrupted):
        log.warning("errand_failed", kind=type(error).__name__, reason=str(error))

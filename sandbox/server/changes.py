"""Tells everybody who watches the sandbox that something changed, and waits for what must come."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

_T = TypeVar("_T")


class ChangeKind(StrEnum):
    """What changed."""

    PERSON = "person"
    MESSAGE = "message"
    EDITED = "edited"
    DELETED = "deleted"
    PRESSED = "pressed"
    ANSWERED = "answered"
    ACTION = "action"
    MEMBERSHIP = "membership"
    PROFILE = "profile"
    CALL = "call"
    CLOCK = "clock"
    WORLD = "world"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change and where it happened; 0 stands for nowhere in particular."""

    kind: ChangeKind
    bot_id: int = 0
    chat_id: int = 0
    message_id: int = 0


class Changes:
    """The stream of changes. Used from one event loop."""

    def __init__(self) -> None:
        self._watchers: set[asyncio.Queue[Change]] = set()

    def publish(self, change: Change) -> None:
        """Tell every watcher; a sandbox that nobody watches does nothing."""
        for watcher in self._watchers:
            watcher.put_nowait(change)

    @contextmanager
    def watch(self) -> Iterator[asyncio.Queue[Change]]:
        """A queue of what changes from now on."""
        watcher: asyncio.Queue[Change] = asyncio.Queue()
        self._watchers.add(watcher)
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)

    async def until(self, look: Callable[[], _T | None], *, seconds: float) -> _T:
        """What `look` finds, as soon as it finds something; TimeoutError when it never does."""
        with self.watch() as changes:
            async with asyncio.timeout(seconds):
                while (found := look()) is None:
                    await changes.get()
        return found

"""What waits for a bot: kept until confirmed or too old, taken by one poller at a time."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from sandbox.server.errors import conflict
from sandbox.server.wire import Json

KINDS: Final = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
)
_ONLY_ON_REQUEST: Final = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingUpdate:
    """An update that no poller has confirmed yet."""

    id: int
    kind: str
    body: Json
    forgotten_at: float

    def as_update(self) -> Json:
        """The Update object."""
        return {"update_id": self.id, self.kind: self.body}


class UpdateQueue:
    """One bot's updates in order; ids grow by one from a random start."""

    def __init__(self, *, first_id: int, monotonic: Callable[[], float]) -> None:
        self._next_id = first_id
        self._monotonic = monotonic
        self._pending: list[PendingUpdate] = []
        self._poller: asyncio.Future[None] | None = None
        self._allowed: frozenset[str] = frozenset()

    @property
    def pending(self) -> tuple[PendingUpdate, ...]:
        """What still waits, oldest first."""
        now = self._monotonic()
        self._pending = [update for update in self._pending if update.forgotten_at > now]
        return tuple(self._pending)

    @property
    def allowed(self) -> list[str]:
        """The kinds the bot asked for; empty stands for the usual ones."""
        return sorted(self._allowed)

    def allow(self, kinds: Sequence[str]) -> None:
        """Deliver only these kinds from now on; it stays so until it is said anew."""
        self._allowed = frozenset(kinds)

    def add(self, kind: str, body: Json, *, kept_seconds: float) -> None:
        """Put an update at the end, unless the bot did not ask for its kind."""
        if kind not in (self._allowed or frozenset(KINDS) - _ONLY_ON_REQUEST):
            return
        self._pending.append(
            PendingUpdate(
                id=self._next_id,
                kind=kind,
                body=body,
                forgotten_at=self._monotonic() + kept_seconds,
            )
        )
        self._next_id += 1
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def drop(self) -> None:
        """Forget everything that waits."""
        self._pending.clear()

    async def poll(
        self, *, offset: int, limit: int, seconds: float, twice: bool = False
    ) -> list[Json]:
        """Confirm what is below `offset`, then give what waits or comes within the time.

        A Telegram that gives everything `twice` gives what was just confirmed once more.
        """
        self._end_older_poll()
        confirmed = self._confirm(offset)
        if twice and confirmed:
            return [update.as_update() for update in confirmed[:limit]]
        if not self.pending and seconds > 0:
            await self._something_comes(seconds)
        return [update.as_update() for update in self.pending[:limit]]

    def _end_older_poll(self) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(
                conflict(
                    "terminated by other getUpdates request; "
                    "make sure that only one bot instance is running"
                )
            )

    def _confirm(self, offset: int) -> list[PendingUpdate]:
        """Forget what is confirmed, and give it."""
        before = self.pending
        if offset < 0:
            self._pending = list(before[offset:])
        else:
            self._pending = [update for update in before if update.id >= offset]
        return [update for update in before if update not in self._pending]

    async def _something_comes(self, seconds: float) -> None:
        arrival = asyncio.get_running_loop().create_future()
        self._poller = arrival
        try:
            async with asyncio.timeout(seconds):
                await arrival
        except TimeoutError:
            return
        finally:
            if self._poller is arrival:
                self._poller = None

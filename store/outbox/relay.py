"""Carrying what is owed: claim in one transaction, carry in none, settle in another."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

import structlog

from store.db.models.inbox import OutboxRow, OutboxState
from store.db.uow import UnitOfWork, forbid_open_transaction
from store.domain.inbox import Recipient
from store.errors import Conflict, Unavailable
from store.events.registry import from_payload
from store.outbox.policy import MOST_TRIES, Verdict, after_fault, after_outage
from store.ports.notifier import Notifier, Outcome, Parcel
from store.traces import where_of

POLL_SECONDS: Final = 1.0
AT_ONCE: Final = 8
_ENDED: Final = {Outcome.SENT: OutboxState.SENT, Outcome.UNREACHABLE: OutboxState.UNREACHABLE}

log: Final = structlog.get_logger()


class Relay:
    """Carries parcels until everything is told: recipients side by side, each one's in order.

    At least once: a parcel whose end was not written down is carried again, with the same key.
    """

    def __init__(
        self, begin: UnitOfWork, *, now: Callable[[], datetime], notifier: Notifier
    ) -> None:
        self._begin = begin
        self._now = now
        self._notifier = notifier
        self._recovered = False
        self._stopping = False
        self._looking = asyncio.Lock()
        self._in_hand: set[int] = set()

    async def run(self) -> None:
        """Carry until stopped; woken by every commit that owes something, else each second."""
        async with asyncio.TaskGroup() as group:
            while not self._stopping:
                self._begin.owed.clear()
                self._look(group)
                await self._wait()

    def stop(self) -> None:
        """Let run end after the parcels that are being carried."""
        self._stopping = True
        self._begin.owed.set()

    async def drain(self) -> int:
        """Carry what is due and what becomes due by that; says how many were taken up."""
        forbid_open_transaction()
        taken: list[int] = []
        async with asyncio.TaskGroup() as group:

            def another(parcel_id: int) -> None:
                taken.append(parcel_id)
                group.create_task(self._hand(another))

            await self._hand(another)
        return len(taken)

    def _look(self, group: asyncio.TaskGroup, _: int = 0) -> None:
        group.create_task(self._pass(group), name="relay:pass")

    async def _pass(self, group: asyncio.TaskGroup) -> None:
        """A hand that the loop survives whatever the database says."""
        try:
            await self._hand(partial(self._look, group))
        except Exception as error:
            # What was under way is taken up again: a carried parcel whose end could not be
            # written down must not silence its recipient until the next start.
            self._recovered = False
            log.error("relay_pass_failed", kind=type(error).__name__, where=where_of(error))

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(POLL_SECONDS):
                await self._begin.owed.wait()
        except TimeoutError:
            return

    async def _hand(self, another: Callable[[int], None]) -> None:
        """Carry one parcel after the other; while it has one, another hand looks for more."""
        while not self._stopping:
            row = await self._take()
            if row is None:
                return
            another(row.id)
            try:
                await self._carry(row)
            finally:
                self._in_hand.discard(row.id)

    async def _take(self) -> OutboxRow | None:
        """The next parcel that is due; None where there is none, or no hand is free."""
        async with self._looking:
            if len(self._in_hand) >= AT_ONCE:
                return None
            await self._recover()
            async with self._begin() as tx:
                row = await tx.outbox.claim()
            if row is not None:
                self._in_hand.add(row.id)
            return row

    async def _recover(self) -> None:
        """Take up again what was begun and never ended, by a carrier before us or by us."""
        if self._recovered:
            return
        async with self._begin() as tx:
            for row in await tx.outbox.interrupted():
                if row.id not in self._in_hand:
                    row.state = OutboxState.DEAD if row.tries >= MOST_TRIES else OutboxState.NEW
        self._recovered = True

    async def _carry(self, row: OutboxRow) -> None:
        """Carry one parcel and write down how it ended; its trouble is its own."""
        try:
            outcome = await self._notifier.deliver(_parcel(row))
        except Unavailable as down:
            log.info("parcel_waits", parcel_id=row.id, retry_after=down.retry_after)
            await self._settle(row, _after_outage(row, down, now=self._now()))
        except Exception as error:
            kind, where = type(error).__name__, where_of(error)
            log.error("parcel_failed", parcel_id=row.id, tries=row.tries, kind=kind, where=where)
            await self._settle(row, after_fault(tries=row.tries, now=self._now()))
        else:
            await self._settle(row, _ended(row, outcome, now=self._now()))

    async def _settle(self, row: OutboxRow, verdict: Verdict) -> None:
        try:
            await self._write(row, verdict)
        except Conflict:
            await self._write(row, verdict)
        if verdict.state is OutboxState.DEAD:
            log.error("parcel_dead", parcel_id=row.id, parcel_event=row.event)

    async def _write(self, row: OutboxRow, verdict: Verdict) -> None:
        async with self._begin() as tx:
            await tx.outbox.settle(
                row.id,
                state=verdict.state,
                tries=verdict.tries,
                not_before=verdict.not_before,
            )


def _parcel(row: OutboxRow) -> Parcel:
    return Parcel(
        id=row.id,
        key=row.key,
        recipient=Recipient(kind=row.recipient_kind, id=row.recipient_id),
        event=from_payload(row.event, row.payload),
        notice_id=row.notice_id,
        kind=row.kind,
        created_at=row.created_at,
    )


def _after_outage(row: OutboxRow, down: Unavailable, *, now: datetime) -> Verdict:
    return after_outage(
        tries=row.tries, created_at=row.created_at, retry_after=down.retry_after, now=now
    )


def _ended(row: OutboxRow, outcome: Outcome, *, now: datetime) -> Verdict:
    return Verdict(state=_ENDED[outcome], tries=row.tries, not_before=now)

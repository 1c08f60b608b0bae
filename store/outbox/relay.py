"""Carrying what is owed: claim in one transaction, carry in none, settle in another."""

import asyncio
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Final

import structlog

from store.db.models.inbox import OutboxRow, OutboxState
from store.db.uow import UnitOfWork, forbid_open_transaction
from store.domain.inbox import Recipient
from store.errors import Conflict, Unavailable
from store.events.registry import from_payload
from store.outbox.policy import MOST_TRIES, Verdict, after_fault, after_outage
from store.ports.notifier import Notifier, Outcome, Parcel

POLL_SECONDS: Final = 1.0
_A_PASS: Final = 20
_ENDED: Final = {Outcome.SENT: OutboxState.SENT, Outcome.UNREACHABLE: OutboxState.UNREACHABLE}

log: Final = structlog.get_logger()


class Relay:
    """Carries parcels one by one, in each recipient's order, until everything is told.

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

    async def run(self) -> None:
        """Carry until stopped; woken by every commit that owes something, else each second."""
        while not self._stopping:
            self._begin.owed.clear()
            if not await self._pass() and not self._stopping:
                await self._wait()

    def stop(self) -> None:
        """Let run end after the parcel that is being carried."""
        self._stopping = True
        self._begin.owed.set()

    async def drain(self) -> int:
        """Carry what is due, a few parcels at most; says how many were taken up."""
        forbid_open_transaction()
        await self._recover()
        carried = 0
        while carried < _A_PASS and not self._stopping:
            row = await self._claim()
            if row is None:
                break
            await self._carry(row)
            carried += 1
        return carried

    async def _pass(self) -> int:
        """A pass that the loop survives whatever the database says."""
        try:
            return await self.drain()
        except Exception as error:
            # What was under way is taken up again: a carried parcel whose end could not be
            # written down must not silence its recipient until the next start.
            self._recovered = False
            log.error("relay_pass_failed", kind=type(error).__name__, where=_where(error))
            return 0

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(POLL_SECONDS):
                await self._begin.owed.wait()
        except TimeoutError:
            return

    async def _recover(self) -> None:
        """Take up again what a carrier before us began and never ended."""
        if self._recovered:
            return
        async with self._begin() as tx:
            for row in await tx.outbox.interrupted():
                row.state = OutboxState.DEAD if row.tries >= MOST_TRIES else OutboxState.NEW
        self._recovered = True

    async def _claim(self) -> OutboxRow | None:
        """One at a time, so that a parcel that kills the process takes no other along."""
        async with self._begin() as tx:
            return await tx.outbox.claim()

    async def _carry(self, row: OutboxRow) -> None:
        """Carry one parcel and write down how it ended; its trouble is its own."""
        try:
            outcome = await self._notifier.deliver(_parcel(row))
        except Unavailable as down:
            log.info("parcel_waits", parcel_id=row.id, retry_after=down.retry_after)
            await self._settle(row, _after_outage(row, down, now=self._now()))
        except Exception as error:
            kind, where = type(error).__name__, _where(error)
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


def _where(error: BaseException) -> list[str]:
    """Where it happened; an error's own text may quote what people wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-4:]]


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

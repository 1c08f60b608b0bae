"""Carrying what is owed: claim in one transaction, carry in none, settle in another."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import structlog

from store.db.models.inbox import OutboxRow, OutboxState
from store.db.uow import UnitOfWork, forbid_open_transaction
from store.domain.inbox import Recipient
from store.errors import Conflict, Unavailable
from store.events.registry import from_payload
from store.outbox.policy import MOST_TRIES, Verdict, after_fault, after_outage, untouched
from store.ports.notifier import Notifier, Outcome, Parcel
from store.traces import where_of

POLL_SECONDS: Final = 1.0
AT_ONCE: Final = 8
_ENDED: Final = {Outcome.SENT: OutboxState.SENT, Outcome.UNREACHABLE: OutboxState.UNREACHABLE}

log: Final = structlog.get_logger()


@dataclass(slots=True)
class _Round:
    """Hands that work side by side, and how many parcels they took up."""

    group: asyncio.TaskGroup
    taken: int = 0


class Relay:
    """Carries parcels until everything is told: recipients side by side, each one's in order.

    At least once: a parcel whose carrier was killed is carried again, with the same key.
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
        self._unwritten: dict[int, tuple[OutboxRow, Verdict]] = {}

    async def run(self) -> None:
        """Carry until stopped; woken by every commit that owes something, else each second."""
        async with asyncio.TaskGroup() as group:
            while not self._stopping:
                self._begin.owed.clear()
                self._look(_Round(group))
                await self._wait()

    def stop(self) -> None:
        """Let run end after the parcels in hand; one that is then cancelled loses no try."""
        self._stopping = True
        self._begin.owed.set()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is in hand, and nothing is being looked for."""
        return not self._in_hand and not self._looking.locked()

    async def drain(self) -> int:
        """Carry what is due and what becomes due by that; says how many were taken up."""
        forbid_open_transaction()
        async with asyncio.TaskGroup() as group:
            here = _Round(group)
            self._look(here)
        return here.taken

    def _look(self, here: _Round) -> None:
        group = here.group
        group.create_task(self._pass(here), name="relay:pass")

    async def _pass(self, here: _Round) -> None:
        """A hand that the others survive whatever the database says."""
        try:
            await self._hand(here)
        except Exception as error:
            log.error("relay_pass_failed", kind=type(error).__name__, where=where_of(error))

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(POLL_SECONDS):
                await self._begin.owed.wait()
        except TimeoutError:
            return

    async def _hand(self, here: _Round) -> None:
        """Carry one parcel after the other; while it has one, another hand looks for more."""
        while not self._stopping:
            row = await self._take()
            if row is None:
                return
            here.taken += 1
            self._look(here)
            try:
                await self._carry(row)
            finally:
                self._in_hand.discard(row.id)

    async def _take(self) -> OutboxRow | None:
        """The next parcel that is due; None where there is none, or no hand is free."""
        async with self._looking:
            await self._write_late()
            if len(self._in_hand) >= AT_ONCE:
                return None
            await self._recover()
            row = await self._claim()
            if row is not None:
                self._in_hand.add(row.id)
            return row

    async def _claim(self) -> OutboxRow | None:
        try:
            async with self._begin() as tx:
                return await tx.outbox.claim()
        except Exception:
            # Only the answer may be lost: what was taken then is in nobody's hands.
            self._recovered = False
            raise

    async def _recover(self) -> None:
        """Take up again what was begun and never ended, by a carrier before us or by us."""
        if self._recovered:
            return
        # Before the look into the database: what ends meanwhile was ours all the same.
        ours = self._in_hand | self._unwritten.keys()
        async with self._begin() as tx:
            left = [row for row in await tx.outbox.interrupted() if row.id not in ours]
            for row in left:
                row.state = OutboxState.DEAD if row.tries >= MOST_TRIES else OutboxState.NEW
        self._recovered = True
        for row in left:
            _tell_if_dead(row, row.state)

    async def _carry(self, row: OutboxRow) -> None:
        """Carry one parcel and write down how it ended; its trouble is its own."""
        try:
            outcome = await self._notifier.deliver(as_parcel(row))
        except Unavailable as down:
            log.info("parcel_waits", parcel_id=row.id, retry_after=down.retry_after)
            await self._settle(row, _after_outage(row, down, now=self._now()))
        except Exception as error:
            kind, where = type(error).__name__, where_of(error)
            log.error("parcel_failed", parcel_id=row.id, tries=row.tries, kind=kind, where=where)
            await self._settle(row, after_fault(tries=row.tries, now=self._now()))
        except asyncio.CancelledError:
            if self._stopping:
                await self._settle(row, untouched(tries=row.tries, now=self._now()))
            raise
        else:
            await self._settle(row, _ended(row, outcome, now=self._now()))

    async def _settle(self, row: OutboxRow, verdict: Verdict) -> None:
        """Write down how it ended; what cannot be written now is written before more is taken."""
        try:
            try:
                await self._write(row, verdict)
            except Conflict:
                await self._write(row, verdict)
        except Exception:
            self._unwritten[row.id] = row, verdict
            raise

    async def _write_late(self) -> None:
        """Ends that could not be written down: until they are, their recipients hear nothing."""
        for row_id, (row, verdict) in list(self._unwritten.items()):
            await self._write(row, verdict)
            self._unwritten.pop(row_id, None)

    async def _write(self, row: OutboxRow, verdict: Verdict) -> None:
        async with self._begin() as tx:
            await tx.outbox.settle(
                row.id,
                state=verdict.state,
                tries=verdict.tries,
                not_before=verdict.not_before,
            )
        _tell_if_dead(row, verdict.state)


def _tell_if_dead(row: OutboxRow, state: OutboxState) -> None:
    """Whoever runs the bot reads of each parcel that is put aside."""
    if state is OutboxState.DEAD:
        log.error("parcel_dead", parcel_id=row.id, parcel_event=row.event)


def as_parcel(row: OutboxRow) -> Parcel:
    """What a row of the outbox is to whoever carries it."""
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

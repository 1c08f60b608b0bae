"""What the shop owes: written with the change it tells of, carried after the commit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Exists, and_, bindparam, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from store.db.models.inbox import NoticeRow, OutboxRow, OutboxState
from store.db.repos.notices import Notices
from store.db.repos.shops import Shops
from store.domain.inbox import NoticeKind, Recipient, RecipientKind
from store.events.base import Event
from store.events.registry import to_payload

_UNDONE = (OutboxState.NEW, OutboxState.SENDING)


def _older_one_waits() -> Exists:
    """Whether the same recipient is still owed something older."""
    older = aliased(OutboxRow)
    return exists().where(
        and_(
            older.recipient_kind == OutboxRow.recipient_kind,
            older.recipient_id == OutboxRow.recipient_id,
            older.id < OutboxRow.id,
            older.state.in_(_UNDONE),
        )
    )


def _suspect_under_way() -> Exists:
    """Whether a parcel is being carried that was taken before and never ended."""
    suspect = aliased(OutboxRow)
    return exists().where(suspect.state == OutboxState.SENDING, suspect.tries > 1)


# Asked after every commit: put together once, because that costs more than asking.
_NEXT = (
    select(OutboxRow)
    .where(
        OutboxRow.state == OutboxState.NEW,
        OutboxRow.not_before <= bindparam("now"),
        ~_older_one_waits(),
        (OutboxRow.tries == 0) | ~_suspect_under_way(),
    )
    .order_by(OutboxRow.id)
    .limit(1)
    .with_for_update(skip_locked=True)
)


def _nobody_waits() -> None:
    """Nobody has to be woken."""


@dataclass(slots=True, kw_only=True)
class Outbox:
    """The table of parcels."""

    session: AsyncSession
    now: Callable[[], datetime]
    notices: Notices
    shops: Shops
    written: Callable[[], None] = field(default=_nobody_waits)

    async def tell(
        self, recipient: Recipient, event: Event, *, kind: NoticeKind, push: bool = True
    ) -> None:
        """Owe the recipient this event: a notice for each person, one parcel for the chat.

        Without push it only lies in the inbox: for what a person has just done and seen.
        """
        notices = await self._notices(recipient, event, kind)
        if push:
            own = notices[0].id if recipient.kind is RecipientKind.PERSON else None
            await self._add(recipient, event, kind=kind, notice_id=own)

    async def owe_quietly(self, recipient: Recipient, event: Event) -> None:
        """Owe what the event changes in the recipient's chat: no notice, and nothing is said."""
        await self._add(recipient, event, kind=None, notice_id=None)

    async def _add(
        self,
        recipient: Recipient,
        event: Event,
        *,
        kind: NoticeKind | None,
        notice_id: int | None,
    ) -> None:
        at = self.now()
        self.session.add(
            OutboxRow(
                key=_key(event.name, event.occasion, recipient),
                recipient_kind=recipient.kind,
                recipient_id=recipient.id,
                event=event.name,
                event_version=event.version,
                payload=to_payload(event),
                notice_id=notice_id,
                kind=kind,
                state=OutboxState.NEW,
                tries=0,
                not_before=at,
                created_at=at,
            )
        )
        await self.session.flush()
        self.written()

    async def owes(self, recipient: Recipient, event: Event) -> bool:
        """Whether the recipient is owed this event already, or was told."""
        return await self.find(recipient, event.name, event.occasion) is not None

    async def find(self, recipient: Recipient, name: str, occasion: str) -> int | None:
        """The parcel with which the recipient is told of this occasion, if there is one."""
        key = _key(name, occasion, recipient)
        return await self.session.scalar(select(OutboxRow.id).where(OutboxRow.key == key))

    async def _notices(
        self, recipient: Recipient, event: Event, kind: NoticeKind
    ) -> list[NoticeRow]:
        at = self.now()
        if recipient.kind is RecipientKind.PERSON:
            return [await self.notices.add(recipient.id, event, kind=kind, shop_id=None, at=at)]
        return [
            await self.notices.add(member.person_id, event, kind=kind, shop_id=recipient.id, at=at)
            for member in await self.shops.members(recipient.id)
        ]

    async def claim(self) -> OutboxRow | None:
        """Take the oldest that is due and first for its recipient; taking counts as a try.

        What was taken before and never ended may have killed its carrier: of these only one
        is under way at a time, so that it takes no other along once more.
        """
        row = await self.session.scalar(_NEXT, {"now": self.now()})
        if row is not None:
            row.state = OutboxState.SENDING
            row.tries += 1
        return row

    async def settle(
        self, row_id: int, *, state: OutboxState, tries: int, not_before: datetime
    ) -> None:
        """Write down how carrying it ended."""
        sent_at = self.now() if state is OutboxState.SENT else None
        await self.session.execute(
            update(OutboxRow)
            .where(OutboxRow.id == row_id, OutboxRow.state == OutboxState.SENDING)
            .values(state=state, tries=tries, not_before=not_before, sent_at=sent_at)
        )

    async def forget(self, person_id: int) -> None:
        """Let go of the person's notices, and of the words of what was carried already."""
        mine = (
            OutboxRow.recipient_kind == RecipientKind.PERSON,
            OutboxRow.recipient_id == person_id,
        )
        await self.session.execute(update(OutboxRow).where(*mine).values(notice_id=None))
        await self.session.execute(
            update(OutboxRow).where(*mine, OutboxRow.state.not_in(_UNDONE)).values(payload={})
        )

    async def interrupted(self) -> Sequence[OutboxRow]:
        """Parcels that somebody began to carry and never ended."""
        rows = await self.session.scalars(
            select(OutboxRow).where(OutboxRow.state == OutboxState.SENDING).order_by(OutboxRow.id)
        )
        return rows.all()


def _key(name: str, occasion: str, recipient: Recipient) -> str:
    return f"{name}:{occasion}:{recipient}"

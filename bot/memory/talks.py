"""Where a person stands in a conversation: one row a chat and person."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import BigInteger, Index, LargeBinary, bindparam, select
from sqlalchemy.orm import Mapped, mapped_column

from bot.memory.session import Seal, Transaction
from store.db.base import Base
from store.errors import SealBroken

KEPT = timedelta(hours=24)
MAX_FRAMES = 3
AT_A_BEAT = 100


class TalkRow(Base):
    """The saved step of a conversation with what was typed so far."""

    __tablename__ = "talks"
    __table_args__ = (Index(None, "expires_at"),)

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    parked: Mapped[bool]
    frames: Mapped[bytes] = mapped_column(LargeBinary)
    expires_at: Mapped[datetime]


_OF_PERSON: Final = select(TalkRow).where(
    TalkRow.chat_id == bindparam("chat"), TalkRow.person_id == bindparam("person")
)


@dataclass(slots=True, kw_only=True)
class Frame:
    """A conversation at a step; a caller waits in such a frame while another one runs."""

    conversation: str
    step: str
    draft: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """What was typed into a form that may be left; without `until` it was touched just now."""

    draft: dict[str, Any]
    until: datetime | None = None


@dataclass(slots=True)
class Talk:
    """What a turn changes: frames from the caller to the one that listens now.

    A parked talk keeps its place while its words go elsewhere. What is unfinished is kept by
    the name of its conversation, also when that has been left and has no frame.
    """

    chat_id: int
    person_id: int
    frames: list[Frame] = field(default_factory=list)
    unfinished: dict[str, Unfinished] = field(default_factory=dict)
    parked: bool = False
    stored: bool = False
    read: str = ""
    until: datetime | None = None

    @property
    def top(self) -> Frame | None:
        """The conversation that goes on, or None."""
        return self.frames[-1] if self.frames else None

    @property
    def listening(self) -> Frame | None:
        """The conversation that typed words belong to, or None."""
        return None if self.parked else self.top

    def written(self) -> str:
        """Everything that is worth saving, as text that can be compared."""
        frames = [[f.conversation, f.step, f.draft] for f in self.frames]
        left = {name: [one.draft, str(one.until)] for name, one in self.unfinished.items()}
        return json.dumps([self.parked, frames, left], ensure_ascii=False)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to come back to."""
        return not self.frames and not self.unfinished

    @property
    def typed(self) -> tuple[str, ...]:
        """What stands in forms that are not finished, field by field."""
        drafts = [part for one in self.unfinished.values() for part in one.draft.values()]
        return tuple(
            str(words) for part in drafts if isinstance(part, dict) for words in part.values()
        )

    def forget(self) -> None:
        """Let go of everything that was typed."""
        self.frames.clear()
        self.unfinished.clear()


async def load(tx: Transaction, *, chat_id: int, person_id: int, now: datetime) -> Talk:
    """The talk of a person in a chat, without what is too old; that is gone after the turn."""
    row = await tx.session.scalar(_OF_PERSON, {"chat": chat_id, "person": person_id})
    talk = Talk(chat_id, person_id, stored=row is not None)
    whole = row is None or _fill(talk, row, _open(tx.sealer, row), now)
    talk.read = talk.written() if whole else ""
    return talk


async def save(tx: Transaction, talk: Talk, *, now: datetime) -> None:
    """Write the talk back if the turn changed it."""
    if talk.written() == talk.read:
        return
    row = await tx.session.get(TalkRow, (talk.chat_id, talk.person_id)) if talk.stored else None
    if talk.is_empty:
        if row is not None:
            await tx.session.delete(row)
        return
    if row is None:
        row = TalkRow(chat_id=talk.chat_id, person_id=talk.person_id)
        tx.session.add(row)
    talk.until = now + KEPT
    _write(tx.sealer, row, talk, now)


async def forget_old(tx: Transaction, *, now: datetime) -> None:
    """Let go of what nobody came back to in time; a beat does some, the next one goes on."""
    rows = await tx.session.scalars(
        select(TalkRow)
        .where(TalkRow.expires_at <= now)
        .order_by(TalkRow.expires_at)
        .limit(AT_A_BEAT)
        .with_for_update(skip_locked=True)
    )
    for row in rows.all():
        talk = Talk(row.chat_id, row.person_id, stored=True)
        try:
            _fill(talk, row, _open(tx.sealer, row), now)
        except SealBroken:
            talk.forget()  # Nobody can read it, so nobody goes on with it.
        if talk.is_empty:
            await tx.session.delete(row)
        else:
            _write(tx.sealer, row, talk, now)


def _write(seal: Seal, row: TalkRow, talk: Talk, now: datetime) -> None:
    """The row with the moment at which the first thing in it has to be forgotten."""
    end = talk.until or now + KEPT
    frames = [[frame.conversation, frame.step, frame.draft] for frame in talk.frames]
    left = [(name, one.draft, one.until or now + KEPT) for name, one in talk.unfinished.items()]
    stored = {
        "frames": frames,
        "until": end.isoformat(),
        "unfinished": [[name, draft, until.isoformat()] for name, draft, until in left],
    }
    row.parked = talk.parked
    row.frames = seal.seal(json.dumps(stored).encode(), place=_place(row))
    row.expires_at = min([until for _, _, until in left] + [end] * bool(frames))


def _fill(talk: Talk, row: TalkRow, stored: dict[str, Any], now: datetime) -> bool:
    """What was stored, without what has been kept for too long; says whether that is all."""
    talk.until = datetime.fromisoformat(stored["until"])
    if talk.until > now:
        talk.parked = row.parked
        talk.frames = [
            Frame(conversation=name, step=step, draft=draft)
            for name, step, draft in stored["frames"]
        ]
    for name, draft, ends in stored["unfinished"]:
        until = datetime.fromisoformat(ends)
        if until > now:
            talk.unfinished[name] = Unfinished(draft=draft, until=until)
    kept = len(talk.frames) + len(talk.unfinished)
    return kept == len(stored["frames"]) + len(stored["unfinished"])


def _open(seal: Seal, row: TalkRow) -> dict[str, Any]:
    """The words of the row; an earlier version kept frames alone, or all until one moment."""
    stored = json.loads(seal.unseal(row.frames, place=_place(row)))
    words = {"frames": stored, "unfinished": []} if isinstance(stored, list) else stored
    return {"until": row.expires_at.isoformat(), **words}


def _place(row: TalkRow) -> str:
    return f"talk:{row.chat_id}:{row.person_id}"

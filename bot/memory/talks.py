"""Where a person stands in a conversation: one row a chat and person."""

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from bot.memory.session import Seal, Transaction
from store.db.base import Base

KEPT = timedelta(hours=24)
MAX_FRAMES = 3


class TalkRow(Base):
    """The saved step of a conversation with what was typed so far."""

    __tablename__ = "talks"

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    parked: Mapped[bool]
    frames: Mapped[bytes] = mapped_column(LargeBinary)
    expires_at: Mapped[datetime]


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

    def forget(self) -> None:
        """Let go of everything that was typed."""
        self.frames.clear()
        self.unfinished.clear()


async def load(tx: Transaction, *, chat_id: int, person_id: int, now: datetime) -> Talk:
    """The talk of a person in a chat; an expired one is forgotten."""
    row = await tx.session.get(TalkRow, (chat_id, person_id))
    talk = Talk(chat_id, person_id, stored=row is not None)
    if row is not None and row.expires_at > now:
        _fill(talk, _open(tx.sealer, row), now)
        talk.parked = row.parked
    talk.read = talk.written()
    return talk


async def save(tx: Transaction, talk: Talk, *, now: datetime) -> None:
    """Write the talk back if the turn changed it."""
    written = talk.written()
    if written == talk.read:
        return
    row = await tx.session.get(TalkRow, (talk.chat_id, talk.person_id)) if talk.stored else None
    if not talk.frames and not talk.unfinished:
        if row is not None:
            await tx.session.delete(row)
        return
    if row is None:
        row = TalkRow(chat_id=talk.chat_id, person_id=talk.person_id)
        tx.session.add(row)
    frames = [[frame.conversation, frame.step, frame.draft] for frame in talk.frames]
    left = [
        [name, one.draft, (one.until or now + KEPT).isoformat()]
        for name, one in talk.unfinished.items()
    ]
    words = json.dumps({"frames": frames, "unfinished": left})
    row.parked = talk.parked
    row.frames = tx.sealer.seal(words.encode(), place=_place(row))
    row.expires_at = now + KEPT


def _fill(talk: Talk, stored: dict[str, Any], now: datetime) -> None:
    """What was stored, without what has been unfinished for too long."""
    talk.frames = [
        Frame(conversation=name, step=step, draft=draft) for name, step, draft in stored["frames"]
    ]
    for name, draft, ends in stored["unfinished"]:
        until = datetime.fromisoformat(ends)
        if until > now:
            talk.unfinished[name] = Unfinished(draft=draft, until=until)


def _open(seal: Seal, row: TalkRow) -> dict[str, Any]:
    """The words of the row; an earlier version kept frames alone."""
    stored = json.loads(seal.unseal(row.frames, place=_place(row)))
    return {"frames": stored, "unfinished": []} if isinstance(stored, list) else stored


def _place(row: TalkRow) -> str:
    return f"talk:{row.chat_id}:{row.person_id}"

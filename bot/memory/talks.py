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


@dataclass(slots=True)
class Talk:
    """What a turn changes: frames from the caller to the one that listens now.

    A parked talk keeps its place while its words go elsewhere.
    """

    chat_id: int
    person_id: int
    frames: list[Frame] = field(default_factory=list)
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
        return json.dumps([self.parked, frames], ensure_ascii=False)


async def load(tx: Transaction, *, chat_id: int, person_id: int, now: datetime) -> Talk:
    """The talk of a person in a chat; an expired one is forgotten."""
    row = await tx.session.get(TalkRow, (chat_id, person_id))
    talk = Talk(chat_id, person_id, stored=row is not None)
    if row is not None and row.expires_at > now:
        talk.frames = [
            Frame(conversation=name, step=step, draft=draft)
            for name, step, draft in _open(tx.sealer, row)
        ]
        talk.parked = row.parked
    talk.read = talk.written()
    return talk


async def save(tx: Transaction, talk: Talk, *, now: datetime) -> None:
    """Write the talk back if the turn changed it."""
    written = talk.written()
    if written == talk.read:
        return
    row = await tx.session.get(TalkRow, (talk.chat_id, talk.person_id)) if talk.stored else None
    if not talk.frames:
        if row is not None:
            await tx.session.delete(row)
        return
    if row is None:
        row = TalkRow(chat_id=talk.chat_id, person_id=talk.person_id)
        tx.session.add(row)
    frames = [[frame.conversation, frame.step, frame.draft] for frame in talk.frames]
    row.parked = talk.parked
    row.frames = tx.sealer.seal(json.dumps(frames).encode(), place=_place(row))
    row.expires_at = now + KEPT


def _open(seal: Seal, row: TalkRow) -> list[list[Any]]:
    frames: list[list[Any]] = json.loads(seal.unseal(row.frames, place=_place(row)))
    return frames


def _place(row: TalkRow) -> str:
    return f"talk:{row.chat_id}:{row.person_id}"

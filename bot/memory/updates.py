"""The durable intake: every update as it came, its lane, and the replies it still owes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
    bindparam,
    select,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from bot.memory.session import Seal, Transaction, plain, put_new
from store.db.base import Base

MAX_TRIES = 3
# The lane of what is done and forgotten.
NOBODYS = 0


class UpdateRow(Base):
    """One update of Telegram, kept until it is done and remembered against repeats."""

    __tablename__ = "updates"
    __table_args__ = (
        UniqueConstraint("bot_id", "update_id"),
        Index("ix_updates_done_at", "done_at"),
    )

    seq: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    bot_id: Mapped[int] = mapped_column(BigInteger)
    update_id: Mapped[int] = mapped_column(BigInteger)
    lane: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(40))
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
    received_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(Integer, default=0)
    done_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(String(200))
    replies: Mapped[bytes | None] = mapped_column(LargeBinary)


class AlreadyDone(Exception):
    """Somebody else finished this update meanwhile; what was just done has to be undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingUpdate:
    """An update that is stored and not done; `leftover` when an earlier process stored it."""

    seq: int
    lane: int
    body: dict[str, Any]
    received_at: datetime
    tries: int = 0
    leftover: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedReplies:
    """Replies of a finished update that have not been sent yet."""

    seq: int
    replies: list[dict[str, Any]]
    done_at: datetime


# What every update asks is put together once.
_FINISH: Final = (
    update(plain(UpdateRow))
    .where(UpdateRow.seq == bindparam("number"), UpdateRow.done_at.is_(None))
    .values(done_at=bindparam("at"), replies=bindparam("owed"), error=bindparam("wrong"))
    .returning(UpdateRow.seq)
)
_OWE: Final = (
    update(plain(UpdateRow))
    .where(UpdateRow.seq == bindparam("number"))
    .values(replies=bindparam("owed"))
)


async def remember(
    tx: Transaction, raw: Sequence[dict[str, Any]], *, bot_id: int, at: datetime
) -> list[WaitingUpdate]:
    """Store updates as they came and return the new ones; one seen before is left out."""
    new = []
    for one in raw:
        row = _row(tx.sealer, one, bot_id=bot_id, at=at)
        seq = await put_new(tx.session, UpdateRow, ("bot_id", "update_id"), **row)
        if seq is not None:
            new.append(WaitingUpdate(seq=seq, lane=row["lane"], body=one, received_at=at))
    return new


async def left_over(tx: Transaction, *, bot_id: int) -> list[WaitingUpdate]:
    """Updates that an earlier process stored and did not finish, oldest first."""
    query = (
        select(UpdateRow)
        .where(UpdateRow.bot_id == bot_id, UpdateRow.done_at.is_(None))
        .order_by(UpdateRow.seq)
    )
    return [
        WaitingUpdate(
            seq=row.seq,
            lane=row.lane,
            body=_open(tx.sealer, row.body, place=_body_place(bot_id, row.update_id)) or {},
            received_at=row.received_at,
            tries=row.tries,
            leftover=True,
        )
        for row in (await tx.session.scalars(query)).all()
    ]


async def count_try(tx: Transaction, seq: int) -> None:
    """Say that an update is being taken once more."""
    await tx.session.execute(
        update(UpdateRow).where(UpdateRow.seq == seq).values(tries=UpdateRow.tries + 1)
    )


async def finish(
    tx: Transaction,
    seq: int,
    *,
    at: datetime,
    replies: Sequence[dict[str, Any]],
    error: str | None = None,
) -> None:
    """Mark an update as done together with the replies it owes; raises AlreadyDone."""
    owed = _seal(tx.sealer, list(replies), place=_replies_place(seq)) if replies else None
    finished = await tx.session.execute(
        _FINISH, {"number": seq, "at": at, "owed": owed, "wrong": error}
    )
    if finished.first() is None:
        raise AlreadyDone


async def owed_replies(tx: Transaction, *, bot_id: int) -> list[OwedReplies]:
    """Replies that were written and not sent, oldest first."""
    query = (
        select(UpdateRow.seq, UpdateRow.replies, UpdateRow.done_at)
        .where(UpdateRow.bot_id == bot_id, UpdateRow.replies.is_not(None))
        .order_by(UpdateRow.seq)
    )
    return [
        OwedReplies(
            seq=seq,
            replies=_open(tx.sealer, replies, place=_replies_place(seq)),
            done_at=done_at,
        )
        for seq, replies, done_at in (await tx.session.execute(query)).all()
        if replies is not None and done_at is not None
    ]


async def replies_left(tx: Transaction, seq: int, left: Sequence[dict[str, Any]]) -> None:
    """Forget those replies of an update that were sent, and go on owing the rest."""
    owed = _seal(tx.sealer, list(left), place=_replies_place(seq))
    await tx.session.execute(_OWE, {"number": seq, "owed": owed})


async def replies_sent(tx: Transaction, seq: int) -> None:
    """Empty the replies of an update after they were sent."""
    await tx.session.execute(_OWE, {"number": seq, "owed": None})


async def empty_bodies(tx: Transaction, *, before: datetime) -> int:
    """Forget who wrote what in updates that were done before a moment; the updates' ids stay."""
    result = await tx.session.execute(
        update(UpdateRow)
        .where(UpdateRow.done_at < before, UpdateRow.lane != NOBODYS)
        .values(body=None, replies=None, lane=NOBODYS)
        .returning(UpdateRow.seq)
    )
    return len(result.all())


async def empty_of(tx: Transaction, person_id: int) -> None:
    """Forget what one person wrote in updates that are done; their ids stay."""
    await tx.session.execute(
        update(UpdateRow)
        .where(UpdateRow.lane == person_id, UpdateRow.done_at.is_not(None))
        .values(body=None)
    )


def lane_of(raw: dict[str, Any]) -> int:
    """Who waits for whom: the person where there is one, else the chat, else the update."""
    for value in raw.values():
        if isinstance(value, dict):
            who = value.get("from") or value.get("user") or value.get("chat")
            if isinstance(who, dict) and isinstance(who.get("id"), int):
                return int(who["id"])
    return int(raw["update_id"])


def private_chat_of(raw: dict[str, Any]) -> int | None:
    """The private chat of an update that could not be read otherwise, or None."""
    message = raw.get("message") or (raw.get("callback_query") or {}).get("message") or {}
    chat = message.get("chat") if isinstance(message, dict) else None
    if not isinstance(chat, dict) or chat.get("type") != "private":
        return None
    return chat["id"] if isinstance(chat.get("id"), int) else None


def _row(seal: Seal, raw: dict[str, Any], *, bot_id: int, at: datetime) -> dict[str, Any]:
    kind = next((name for name in raw if name != "update_id"), "empty")
    return {
        "bot_id": bot_id,
        "update_id": raw["update_id"],
        "lane": lane_of(raw),
        "kind": kind[:40],
        "body": _seal(seal, raw, place=_body_place(bot_id, raw["update_id"])),
        "received_at": at,
        "tries": 0,
    }


def _body_place(bot_id: int, update_id: int) -> str:
    return f"update:{bot_id}:{update_id}"


def _replies_place(seq: int) -> str:
    return f"replies:{seq}"


def _seal(seal: Seal, value: object, *, place: str) -> bytes:
    # Escaped, because a message may hold half a sign, which no encoding takes.
    return seal.seal(json.dumps(value).encode(), place=place)


def _open(seal: Seal, sealed: bytes | None, *, place: str) -> Any:
    return None if sealed is None else json.loads(seal.unseal(sealed, place=place))

"""Which message shows what: the live screen of a chat, sent notices, known pictures."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Final

from sqlalchemy import BigInteger, String, bindparam, delete, select, update
from sqlalchemy.orm import Mapped, mapped_column

from bot.memory.session import Session, plain, put, put_new
from store.db.base import Base


class LiveScreenRow(Base):
    """The one screen of a private chat that is kept up to date."""

    __tablename__ = "live_screens"

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    message_id: Mapped[int] = mapped_column(BigInteger)
    has_photo: Mapped[bool]
    covered: Mapped[bool]
    seq: Mapped[int] = mapped_column(BigInteger)
    sent_at: Mapped[datetime]
    contact_key: Mapped[int | None] = mapped_column(BigInteger)


class SentNoticeRow(Base):
    """A pushed message that stays where it is when its button opens a screen."""

    __tablename__ = "sent_notices"

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    message_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    parcel_id: Mapped[int] = mapped_column(BigInteger, index=True)
    sent_at: Mapped[datetime]


class KnownPictureRow(Base):
    """The file_id under which a bot can send a picture again without uploading it."""

    __tablename__ = "known_pictures"

    bot_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    content_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    file_id: Mapped[str] = mapped_column(String(200))


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveScreen:
    """The last screen of a chat; `covered` when another message stands below it.

    `seq` is the update that it answers, `contact_key` the message that put a key for contacts
    in place of the phone's keyboard.
    """

    message_id: int
    has_photo: bool
    covered: bool
    sent_at: datetime
    seq: int = 0
    contact_key: int | None = None


_OF_SCREEN: Final = tuple(field.name for field in fields(LiveScreen))
# What every press asks is put together once.
_LIVE: Final = select(*(plain(LiveScreenRow).c[name] for name in _OF_SCREEN)).where(
    LiveScreenRow.chat_id == bindparam("chat")
)
_COVER: Final = (
    update(plain(LiveScreenRow))
    .where(LiveScreenRow.chat_id == bindparam("chat"))
    .values(covered=True)
)
_TOLD: Final = select(SentNoticeRow.message_id).where(
    SentNoticeRow.chat_id == bindparam("chat"), SentNoticeRow.parcel_id == bindparam("parcel")
)
_KNOWN: Final = select(KnownPictureRow.file_id).where(
    KnownPictureRow.bot_id == bindparam("bot"),
    KnownPictureRow.content_hash == bindparam("content"),
)


async def live_screen(session: Session, chat_id: int) -> LiveScreen | None:
    """The live screen of a chat, or None where none was sent yet."""
    row = (await session.execute(_LIVE, {"chat": chat_id})).mappings().first()
    return None if row is None else LiveScreen(**row)


async def is_notice(session: Session, chat_id: int, message_id: int) -> bool:
    """Whether a message is a pushed notice and not a screen."""
    return await session.get(SentNoticeRow, (chat_id, message_id)) is not None


async def put_live_screen(session: Session, chat_id: int, screen: LiveScreen) -> None:
    """Remember a message as the live screen of its chat."""
    values = {name: getattr(screen, name) for name in _OF_SCREEN}
    await put(session, LiveScreenRow, ("chat_id",), chat_id=chat_id, **values)


async def cover(session: Session, chat_id: int) -> None:
    """Say that another message stands below the live screen now."""
    await session.execute(_COVER, {"chat": chat_id})


async def was_told(session: Session, *, chat_id: int, parcel_id: int) -> bool:
    """Whether a parcel has arrived in a chat already."""
    told = await session.execute(_TOLD, {"chat": chat_id, "parcel": parcel_id})
    return told.first() is not None


async def told_in(session: Session, parcel_id: int) -> tuple[tuple[int, int], ...]:
    """The chats and messages in which a parcel was told."""
    query = select(SentNoticeRow.chat_id, SentNoticeRow.message_id).where(
        SentNoticeRow.parcel_id == parcel_id
    )
    return tuple((chat, message) for chat, message in await session.execute(query))


async def put_notice(
    session: Session, *, chat_id: int, message_id: int, parcel_id: int, at: datetime
) -> None:
    """Remember a message as a pushed notice."""
    await put_new(
        session,
        SentNoticeRow,
        ("chat_id", "message_id"),
        chat_id=chat_id,
        message_id=message_id,
        parcel_id=parcel_id,
        sent_at=at,
    )


async def known_picture(session: Session, *, bot_id: int, content_hash: str) -> str | None:
    """The file_id of a picture that this bot has sent before, or None."""
    known = await session.execute(_KNOWN, {"bot": bot_id, "content": content_hash})
    return known.scalar_one_or_none()


async def forget_picture(session: Session, *, bot_id: int, content_hash: str) -> None:
    """The picture has to be uploaded again: Telegram does not know it any more."""
    await session.execute(
        delete(KnownPictureRow).where(
            KnownPictureRow.bot_id == bot_id, KnownPictureRow.content_hash == content_hash
        )
    )


async def put_picture(session: Session, *, bot_id: int, content_hash: str, file_id: str) -> None:
    """Remember under which file_id Telegram keeps a picture."""
    await put(
        session,
        KnownPictureRow,
        ("bot_id", "content_hash"),
        bot_id=bot_id,
        content_hash=content_hash,
        file_id=file_id,
    )

"""Which message shows what: the live screen of a chat, sent notices, known pictures."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BigInteger, String, delete, select, update
from sqlalchemy.orm import Mapped, mapped_column

from bot.memory.session import Session, insert
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


async def live_screen(session: Session, chat_id: int) -> LiveScreen | None:
    """The live screen of a chat, or None where none was sent yet."""
    row = await session.get(LiveScreenRow, chat_id)
    if row is None:
        return None
    return LiveScreen(
        message_id=row.message_id,
        has_photo=row.has_photo,
        covered=row.covered,
        sent_at=row.sent_at,
        seq=row.seq,
        contact_key=row.contact_key,
    )


async def is_notice(session: Session, chat_id: int, message_id: int) -> bool:
    """Whether a message is a pushed notice and not a screen."""
    return await session.get(SentNoticeRow, (chat_id, message_id)) is not None


async def put_live_screen(session: Session, chat_id: int, screen: LiveScreen) -> None:
    """Remember a message as the live screen of its chat."""
    values = {
        "message_id": screen.message_id,
        "has_photo": screen.has_photo,
        "covered": screen.covered,
        "sent_at": screen.sent_at,
        "seq": screen.seq,
        "contact_key": screen.contact_key,
    }
    statement = insert(session, LiveScreenRow).values(chat_id=chat_id, **values)
    await session.execute(statement.on_conflict_do_update(index_elements=["chat_id"], set_=values))


async def cover(session: Session, chat_id: int) -> None:
    """Say that another message stands below the live screen now."""
    await session.execute(
        update(LiveScreenRow).where(LiveScreenRow.chat_id == chat_id).values(covered=True)
    )


async def was_told(session: Session, *, chat_id: int, parcel_id: int) -> bool:
    """Whether a parcel has arrived in a chat already."""
    query = select(SentNoticeRow.message_id).where(
        SentNoticeRow.chat_id == chat_id, SentNoticeRow.parcel_id == parcel_id
    )
    return (await session.execute(query)).first() is not None


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
    statement = insert(session, SentNoticeRow).values(
        chat_id=chat_id, message_id=message_id, parcel_id=parcel_id, sent_at=at
    )
    await session.execute(statement.on_conflict_do_nothing())


async def known_picture(session: Session, *, bot_id: int, content_hash: str) -> str | None:
    """The file_id of a picture that this bot has sent before, or None."""
    query = select(KnownPictureRow.file_id).where(
        KnownPictureRow.bot_id == bot_id, KnownPictureRow.content_hash == content_hash
    )
    return (await session.execute(query)).scalar_one_or_none()


async def forget_picture(session: Session, *, bot_id: int, content_hash: str) -> None:
    """The picture has to be uploaded again: Telegram does not know it any more."""
    await session.execute(
        delete(KnownPictureRow).where(
            KnownPictureRow.bot_id == bot_id, KnownPictureRow.content_hash == content_hash
        )
    )


async def put_picture(session: Session, *, bot_id: int, content_hash: str, file_id: str) -> None:
    """Remember under which file_id Telegram keeps a picture."""
    statement = insert(session, KnownPictureRow).values(
        bot_id=bot_id, content_hash=content_hash, file_id=file_id
    )
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=["bot_id", "content_hash"], set_={"file_id": file_id}
        )
    )

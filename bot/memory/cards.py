"""Which messages are copies of a card on which something is decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import BigInteger, String, delete, select, update
from sqlalchemy.orm import Mapped, mapped_column

from bot.memory.session import Session, put
from store.db.base import Base


class CardRow(Base):
    """A copy of a card; of the copies in one chat only the newest has buttons."""

    __tablename__ = "cards"

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    message_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    card: Mapped[str] = mapped_column(String(40), index=True)
    has_photo: Mapped[bool]
    has_buttons: Mapped[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Where a copy of a card stands."""

    chat_id: int
    message_id: int
    has_photo: bool


async def put_copy(
    session: Session, card: str, *, chat_id: int, message_id: int, has_photo: bool
) -> None:
    """Remember a copy with buttons."""
    await put(
        session,
        CardRow,
        ("chat_id", "message_id"),
        chat_id=chat_id,
        message_id=message_id,
        card=card,
        has_photo=has_photo,
        has_buttons=True,
    )


async def outdated(session: Session, card: str, *, chat_id: int) -> list[Copy]:
    """The chat's copies whose buttons have to go: all but the newest."""
    query = select(CardRow).where(
        CardRow.card == card, CardRow.chat_id == chat_id, CardRow.has_buttons.is_(True)
    )
    rows = await session.scalars(query.order_by(CardRow.message_id))
    return _copies(rows.all())[:-1]


async def stripped(session: Session, copy: Copy) -> None:
    """The copy has no buttons any more."""
    await session.execute(
        update(CardRow)
        .where(CardRow.chat_id == copy.chat_id, CardRow.message_id == copy.message_id)
        .values(has_buttons=False)
    )


async def copies(session: Session, card: str) -> list[Copy]:
    """Every copy that is known, oldest first."""
    query = select(CardRow).where(CardRow.card == card)
    rows = await session.scalars(query.order_by(CardRow.chat_id, CardRow.message_id))
    return _copies(rows.all())


async def open_copies(session: Session, card: str) -> list[Copy]:
    """The copies that have buttons, oldest first."""
    query = select(CardRow).where(CardRow.card == card, CardRow.has_buttons.is_(True))
    rows = await session.scalars(query.order_by(CardRow.chat_id, CardRow.message_id))
    return _copies(rows.all())


async def settled(session: Session, card: str) -> None:
    """Nothing is decided on it any more: no copy has buttons."""
    await session.execute(update(CardRow).where(CardRow.card == card).values(has_buttons=False))


async def forget(session: Session, card: str) -> None:
    """None of its copies stands any more."""
    await session.execute(delete(CardRow).where(CardRow.card == card))


def _copies(rows: Sequence[CardRow]) -> list[Copy]:
    return [
        Copy(chat_id=row.chat_id, message_id=row.message_id, has_photo=row.has_photo)
        for row in rows
    ]

"""Finding and keeping what buyer and shop write to each other."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.messages import MessageRow
from store.db.reading import find
from store.db.sealing import Sealer
from store.domain.order import Party
from store.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Messages:
    """The table of messages; whoever writes holds the order's lock."""

    session: AsyncSession
    sealer: Sealer

    async def add(self, message: MessageRow, *, words: str) -> None:
        """Keep a new one, with the words sealed."""
        self.session.add(message)
        await self.session.flush()
        message.sealed_words = self.sealer.seal_words(words, place=_place(message))
        await self.session.flush()

    async def get(self, message_id: int) -> MessageRow:
        """The message, or NotFound."""
        message = await find(self.session, MessageRow, message_id)
        if message is None:
            raise NotFound(what="message")
        return message

    async def sizes(self, order_id: int) -> Sequence[tuple[int, int]]:
        """What was written about an order, newest first: its number, and how long it is sealed.

        In bytes, of which there are more than signs; so a page is cut without opening any.
        """
        size = func.coalesce(func.length(MessageRow.sealed_words), 0)
        query = select(MessageRow.id, size).where(MessageRow.order_id == order_id)
        rows = await self.session.execute(query.order_by(MessageRow.id.desc()))
        return [(number, int(many)) for number, many in rows.all()]

    async def some(self, message_ids: Collection[int]) -> Sequence[MessageRow]:
        """These messages, newest first."""
        query = select(MessageRow).where(MessageRow.id.in_(tuple(message_ids)))
        return (await self.session.scalars(query.order_by(MessageRow.id.desc()))).all()

    async def authors(self, order_id: int, by: Party) -> Sequence[int]:
        """Who has written about an order on this side, each once."""
        query = select(MessageRow.author_id).where(
            MessageRow.order_id == order_id, MessageRow.by == by
        )
        return (await self.session.scalars(query.distinct())).all()

    async def since(self, order_id: int, by: Party, moment: datetime) -> Sequence[datetime]:
        """When this side has written about the order since then, oldest first."""
        rows = await self.session.scalars(
            select(MessageRow.at)
            .where(MessageRow.order_id == order_id, MessageRow.by == by, MessageRow.at > moment)
            .order_by(MessageRow.id)
        )
        return rows.all()

    async def count(self, order_id: int) -> int:
        """How many there are about an order."""
        query = select(func.count(MessageRow.id)).where(MessageRow.order_id == order_id)
        return await self.session.scalar(query) or 0

    async def written_by(self, person_id: int) -> Mapping[int, Sequence[str]]:
        """What the person wrote, by order, oldest first."""
        query = select(MessageRow).where(MessageRow.author_id == person_id).order_by(MessageRow.id)
        written: dict[int, list[str]] = {}
        for message in await self.session.scalars(query):
            words = self.words(message)
            if words is not None:
                written.setdefault(message.order_id, []).append(words)
        return written

    async def forget(self, person_id: int) -> None:
        """Let go of everything the person wrote; that something was written stays."""
        await self.session.execute(
            update(MessageRow).where(MessageRow.author_id == person_id).values(sealed_words=None)
        )

    def words(self, message: MessageRow) -> str | None:
        """What it says; None once its writer was forgotten."""
        return self.sealer.unseal_words(message.sealed_words, place=_place(message))


def _place(message: MessageRow) -> str:
    return f"message:{message.id}"

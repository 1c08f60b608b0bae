"""Finding and keeping requests to cancel."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from store.db.models.orders import OrderRow
from store.db.models.requests import RequestRow
from store.db.reading import find
from store.db.sealing import Sealer
from store.domain.order import Party
from store.domain.request import RequestState
from store.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """The table of requests; whoever writes holds the order's lock."""

    session: AsyncSession
    sealer: Sealer

    async def add(self, request: RequestRow, *, words: str | None) -> None:
        """Keep a new one, with the words sealed."""
        self.session.add(request)
        await self.session.flush()
        request.sealed_words = self.sealer.seal_words(words, place=_place(request))
        await self.session.flush()

    async def get(self, request_id: int) -> RequestRow:
        """The request as it is now, or NotFound."""
        request = await find(self.session, RequestRow, request_id, fresh=True)
        if request is None:
            raise NotFound(what="request")
        return request

    async def about(self, order_id: int) -> Sequence[RequestRow]:
        """Everything that was asked about an order, the newest first."""
        rows = await self.session.scalars(
            select(RequestRow)
            .where(RequestRow.order_id == order_id)
            .order_by(RequestRow.id.desc())
            .execution_options(populate_existing=True)
        )
        return rows.all()

    async def newest(self, order_id: int, *, by: Party) -> RequestRow | None:
        """What this side asked last about an order, if it asked anything."""
        asked = (one for one in await self.about(order_id) if one.asked_by is by)
        return next(asked, None)

    async def pending(self, order_id: int) -> RequestRow | None:
        """The one that waits for an answer, if there is one."""
        waits = (one for one in await self.about(order_id) if one.state is RequestState.PENDING)
        return next(waits, None)

    async def waiting(
        self, shop_ids: Collection[int], *, offset: int = 0, limit: int = 50
    ) -> Sequence[RequestRow]:
        """What buyers ask these shops, the nearest deadline first."""
        rows = await self.session.scalars(
            select(RequestRow)
            .where(*_asked_of_shops(shop_ids))
            .order_by(RequestRow.answer_by, RequestRow.id)
            .offset(offset)
            .limit(limit)
        )
        return rows.all()

    async def count_waiting(self, shop_ids: Collection[int]) -> int:
        """How many requests wait for these shops."""
        query = select(func.count(RequestRow.id)).where(*_asked_of_shops(shop_ids))
        return await self.session.scalar(query) or 0

    async def for_operator(
        self, person_id: int, shop_ids: Collection[int], *, offset: int = 0, limit: int = 50
    ) -> Sequence[RequestRow]:
        """What shops ask operators, the nearest deadline first; nothing in which this person,
        who works in these shops, is a side."""
        rows = await self.session.scalars(
            select(RequestRow)
            .where(*_asked_of_operator(person_id, shop_ids))
            .order_by(RequestRow.answer_by, RequestRow.id)
            .offset(offset)
            .limit(limit)
        )
        return rows.all()

    async def count_for_operator(self, person_id: int, shop_ids: Collection[int]) -> int:
        """How many of them there are."""
        query = select(func.count(RequestRow.id)).where(*_asked_of_operator(person_id, shop_ids))
        return await self.session.scalar(query) or 0

    async def forget(self, buyer_id: int) -> None:
        """Let go of what the buyer wrote in requests that have their answer."""
        answered = RequestRow.state != RequestState.PENDING
        await self.session.execute(
            update(RequestRow)
            .where(RequestRow.asker_id == buyer_id, answered)
            .values(sealed_words=None)
        )

    async def written_by(self, person_id: int) -> Mapping[int, Sequence[str]]:
        """What the person wrote in requests, by order, oldest first."""
        query = select(RequestRow).where(RequestRow.asker_id == person_id).order_by(RequestRow.id)
        written: dict[int, list[str]] = {}
        for request in await self.session.scalars(query):
            words = self.words(request)
            if words is not None:
                written.setdefault(request.order_id, []).append(words)
        return written

    def words(self, request: RequestRow) -> str | None:
        """What the person wrote besides the reason."""
        return self.sealer.unseal_words(request.sealed_words, place=_place(request))


def _asked_of_shops(shop_ids: Collection[int]) -> tuple[ColumnElement[bool], ...]:
    return (
        RequestRow.shop_id.in_(tuple(shop_ids)),
        RequestRow.state == RequestState.PENDING,
        RequestRow.asked_by == Party.BUYER,
    )


def _asked_of_operator(
    person_id: int, shop_ids: Collection[int]
) -> tuple[ColumnElement[bool], ...]:
    bought = select(OrderRow.id).where(OrderRow.buyer_id == person_id)
    return (
        RequestRow.state == RequestState.PENDING,
        RequestRow.asked_by == Party.SELLER,
        RequestRow.shop_id.not_in(tuple(shop_ids)),
        RequestRow.order_id.not_in(bought),
    )


def _place(request: RequestRow) -> str:
    return f"request:{request.id}:words"

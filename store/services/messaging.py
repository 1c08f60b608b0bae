"""Buyer and shop write to each other about an order, and an operator to both where one has to
decide; none learns who the others are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from store.db.models.messages import MessageRow
from store.db.models.orders import OrderRow
from store.db.uow import Transaction, UnitOfWork
from store.domain.actor import Actor
from store.domain.inbox import NoticeKind, person, shop
from store.domain.messages import (
    A_TIME,
    AT_A_TIME,
    MESSAGE_LIMIT,
    closes_at,
    is_open,
    pages,
)
from store.domain.order import Party, read_ref
from store.domain.text import required
from store.errors import MessagesClosed, NotFound, TooManyMessages
from store.events.messages import MessageWritten
from store.services.affairs import is_operators_affair, writer_of
from store.services.order_events import about
from store.views.messages import MessageCard, MessageView, Thread
from store.views.paging import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagingService:
    """Messages about an order, for its buyer and the shop's people, and for operators as long as
    they have something to do with it; NotFound for others.
    """

    begin: UnitOfWork
    now: Callable[[], datetime]

    async def thread(self, actor: Actor, order_id: int, *, number: int = 1) -> Thread:
        """A page of what was written; what told of it is read from now on."""
        async with self.begin() as tx:
            return await self._read(tx, actor, await tx.orders.get(order_id), number)

    async def by_ref(self, actor: Actor, ref: str) -> Thread:
        """The newest page by the order's reference, however it was typed."""
        bare = read_ref(ref)
        if bare is None:
            raise NotFound(what="order")
        async with self.begin() as tx:
            return await self._read(tx, actor, await tx.orders.get_by_ref(bare), 1)

    async def write(self, actor: Actor, order_id: int, words: str) -> Thread:
        """Write to the other side, who is told; an operator writes to both.

        Raises FieldMissing, FieldTooLong, FieldUnreadable, MessagesClosed from a week after the
        order's end, and TooManyMessages after 20 in an hour.
        """
        said = required(words, field="message", limit=MESSAGE_LIMIT, lines=True)
        async with self.begin() as tx:
            order, at = await tx.orders.lock(order_id), self.now()
            by = await writer_of(tx, actor, order)
            await self._must_be_free(tx, order, by, at)
            message = MessageRow(order_id=order.id, by=by, author_id=actor.id, at=at)
            await tx.messages.add(message, words=said)
            await _tell(tx, order, message)
            return await self._thread(tx, order, by, 1)

    async def card(self, message_id: int) -> MessageCard:
        """The message as its reader is told of it now."""
        async with self.begin() as tx:
            message = await tx.messages.get(message_id)
            order = await tx.orders.get(message.order_id)
            return MessageCard(
                message=_view(tx, message),
                order_id=order.id,
                ref=order.ref,
                shop_name=(await tx.shops.get(order.shop_id)).name,
                title=order.lines[0].title,
            )

    async def _must_be_free(
        self, tx: Transaction, order: OrderRow, by: Party, at: datetime
    ) -> None:
        end = order.ended_at
        if end is not None and not await self._is_open(tx, order, at):
            raise MessagesClosed(since=end)
        written = await tx.messages.since(order.id, by, at - A_TIME)
        if len(written) >= AT_A_TIME:
            raise TooManyMessages(until=written[-AT_A_TIME] + A_TIME)

    async def _read(self, tx: Transaction, actor: Actor, order: OrderRow, number: int) -> Thread:
        viewer = await writer_of(tx, actor, order)
        await tx.notices.read_about(actor.id, f"order:{order.id}", at=self.now())
        return await self._thread(tx, order, viewer, number)

    async def _thread(
        self, tx: Transaction, order: OrderRow, viewer: Party, number: int
    ) -> Thread:
        end = order.ended_at
        open_ = await self._is_open(tx, order, self.now())
        return Thread(
            order_id=order.id,
            ref=order.ref,
            shop_id=order.shop_id,
            shop_name=(await tx.shops.get(order.shop_id)).name,
            viewer=viewer,
            messages=await _page(tx, order, number),
            closes_at=closes_at(end),
            is_open=open_,
        )

    async def _is_open(self, tx: Transaction, order: OrderRow, at: datetime) -> bool:
        """For a week after the end, and for as long as an operator has to do with it."""
        return is_open(order.ended_at, at) or await is_operators_affair(tx, order)


async def _page(tx: Transaction, order: OrderRow, number: int) -> Page[MessageView]:
    """Only what stands on it is opened."""
    written = await tx.messages.sizes(order.id)
    every = pages([size for _, size in written])
    here = min(max(number, 1), len(every))
    rows = await tx.messages.some([written[at][0] for at in every[here - 1]])
    return Page(
        items=tuple(_view(tx, row) for row in rows),
        number=here,
        pages=len(every),
        total=len(written),
    )


def _view(tx: Transaction, message: MessageRow) -> MessageView:
    words = tx.messages.words(message)
    return MessageView(id=message.id, by=message.by, words=words, at=message.at)


async def _tell(tx: Transaction, order: OrderRow, message: MessageRow) -> None:
    """Both sides but the writer's own, and the operators who have written about it before."""
    event = await about(tx, MessageWritten, order, message_id=message.id, by=message.by)
    sides = {Party.BUYER: person(order.buyer_id), Party.SELLER: shop(order.shop_id)}
    for side, recipient in sides.items():
        if side is not message.by:
            await tx.outbox.tell(recipient, event, kind=NoticeKind.SHOP_MESSAGES)
    if await is_operators_affair(tx, order):
        for operator in await tx.messages.authors(order.id, Party.OPERATOR):
            if operator != message.author_id:
                await tx.outbox.tell(person(operator), event, kind=NoticeKind.SYSTEM)

"""Telling operators what shops ask them, and that nothing is to be decided any more."""

from store.db.models.orders import OrderRow
from store.db.models.requests import RequestRow
from store.db.uow import Transaction
from store.events.seller_cancels import (
    SellerCancelAsked,
    SellerCancelDecided,
    SellerCancelReminded,
)
from store.services.operators_told import tell_operators
from store.services.order_events import about


async def tell_asked(tx: Transaction, request: RequestRow, order: OrderRow) -> None:
    """A shop asks to cancel a paid order, which is held."""
    event = await about(
        tx,
        SellerCancelAsked,
        order,
        request_id=request.id,
        asked_by=request.asked_by,
        answer_by=request.answer_by,
        reason=request.reason,
    )
    await tell_operators(tx, order, event)


async def tell_reminded(
    tx: Transaction, request: RequestRow, order: OrderRow, *, number: int
) -> None:
    """It still waits; the order is held."""
    event = await about(
        tx,
        SellerCancelReminded,
        order,
        request_id=request.id,
        asked_by=request.asked_by,
        answer_by=request.answer_by,
        number=number,
    )
    await tell_operators(tx, order, event)


async def tell_decided(
    tx: Transaction, request: RequestRow, order: OrderRow, *, decider: str
) -> None:
    """It has its answer, or needs none any more; the order is held."""
    event = await about(
        tx,
        SellerCancelDecided,
        order,
        request_id=request.id,
        asked_by=request.asked_by,
        answer_by=request.answer_by,
        state=request.state,
        decider=decider,
    )
    await tell_operators(tx, order, event)

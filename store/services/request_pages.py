"""A request as those may see it who asked or have to answer, and the facts that are told of it."""

from store.db.models.orders import OrderRow
from store.db.models.requests import RequestRow
from store.db.uow import Transaction
from store.domain.money import Rupiah
from store.domain.order import Party
from store.errors import AlreadyDecided
from store.events.requests import RequestDecided
from store.services.order_events import about, items
from store.views.requests import RequestCard, RequestView

NOTHING = Rupiah(0)


async def request_view(tx: Transaction, request: RequestRow) -> RequestView:
    """The request itself."""
    return RequestView(
        id=request.id,
        asked_by=request.asked_by,
        reason=request.reason,
        words=tx.requests.words(request),
        asked_at=request.asked_at,
        answer_by=request.answer_by,
        state=request.state,
        decided_by=request.decided_by,
        decider=await _decider(tx, request),
        decided_at=request.decided_at,
        decision_reason=request.decision_reason,
    )


async def request_card(tx: Transaction, request: RequestRow, order: OrderRow) -> RequestCard:
    """The request with what its order is about."""
    return RequestCard(
        request=await request_view(tx, request),
        order_id=order.id,
        ref=order.ref,
        shop_id=order.shop_id,
        shop_name=(await tx.shops.get(order.shop_id)).name,
        status=order.status,
        items=items(order),
        total=order.total,
        payment=order.payment,
        back=await tx.money.unpromised(order.id),
    )


async def decided(
    tx: Transaction, request: RequestRow, order: OrderRow, *, back: Rupiah = NOTHING
) -> RequestDecided:
    """The fact that the request has its answer; `back` is what the buyer gets by it."""
    assert request.decided_by is not None
    assert request.decided_at is not None
    return await about(
        tx,
        RequestDecided,
        order,
        request_id=request.id,
        asked_by=request.asked_by,
        answer_by=request.answer_by,
        state=request.state,
        decided_by=request.decided_by,
        decider=await _decider(tx, request) or "",
        at=request.decided_at,
        reason=request.decision_reason,
        back=back,
    )


async def answered_before(tx: Transaction, request: RequestRow) -> AlreadyDecided:
    """What whoever comes too late is told: who decided, what and when."""
    assert request.decided_by is not None
    assert request.decided_at is not None
    by = await _decider(tx, request) or str(request.decided_by)
    return AlreadyDecided(status=request.state, by=by, at=request.decided_at)


async def _decider(tx: Transaction, request: RequestRow) -> str | None:
    """The name of the member who decided; a buyer who withdrew stays without one."""
    if request.decider_id is None or request.decided_by is Party.BUYER:
        return None
    return (await tx.people.get(request.decider_id)).name

"""A request as those may see it who asked or have to answer, and the facts that are told of it."""

from dataclasses import dataclass

from store.db.models.orders import OrderRow
from store.db.models.requests import RequestRow
from store.db.uow import Transaction
from store.domain.money import Rupiah
from store.domain.order import Party
from store.domain.payment import PaymentMethod, PaymentState
from store.domain.request import RequestState
from store.errors import AlreadyDecided
from store.events.requests import RequestDecided
from store.services.order_events import about, items
from store.views.requests import RequestCard, RequestView

NOTHING = Rupiah(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked about an order: last of all, last by each side, and whose question waits;
    `disputed` where an operator has to say first where the money is."""

    newest: RequestRow | None
    by_buyer: RequestState | None
    by_shop: RequestState | None
    waits_for: Party | None
    disputed: bool


async def asked_about(tx: Transaction, order: OrderRow) -> Asked:
    """The requests about an order, as whoever asks or answers looks at them."""
    rows = await tx.requests.about(order.id)
    last = {row.asked_by: row.state for row in reversed(rows)}
    waits = next((row for row in rows if row.state is RequestState.PENDING), None)
    payment = await tx.payments.of(order)
    return Asked(
        newest=rows[0] if rows else None,
        by_buyer=last.get(Party.BUYER),
        by_shop=last.get(Party.SELLER),
        waits_for=waits.asked_by if waits else None,
        disputed=payment is not None and payment.state is PaymentState.DISPUTED,
    )


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
        by_operator=order.payment is PaymentMethod.TELEGRAM_INVOICE,
    )


async def lock_request(tx: Transaction, request_id: int) -> tuple[RequestRow, OrderRow]:
    """The order first: everything that decides holds it before it looks at the request."""
    found = await tx.requests.get(request_id)
    order = await tx.orders.lock(found.order_id)
    return await tx.requests.get(request_id), order


async def answered_before(tx: Transaction, request: RequestRow) -> AlreadyDecided:
    """What whoever comes too late is told: who decided, what and when."""
    assert request.decided_by is not None
    assert request.decided_at is not None
    by = await _decider(tx, request) or str(request.decided_by)
    return AlreadyDecided(status=request.state, by=by, at=request.decided_at)


async def _decider(tx: Transaction, request: RequestRow) -> str | None:
    """The name of the member or operator who decided; a buyer stays without one."""
    if request.decider_id is None or request.decided_by is Party.BUYER:
        return None
    return (await tx.people.get(request.decider_id)).name

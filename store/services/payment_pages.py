"""Payments, claims and refunds as both sides may see them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from store.db.models.orders import OrderRow
from store.db.models.payments import ClaimRow, PaymentRow, RefundRow
from store.db.models.shops import ShopAccountRow
from store.db.uow import Transaction
from store.domain.account import Account, AccountKind, mask_number
from store.domain.claim import ClaimState, NotFoundReason
from store.domain.money import Rupiah
from store.domain.payment import CLAIMABLE, CODE_STANDS, LIVE, PaymentMethod, PaymentState
from store.domain.qris import read_qris, with_amount
from store.domain.refund import SETTLES_AFTER, UNSENT, RefundState, send_by
from store.domain.zones import Zone
from store.errors import AlreadyDecided
from store.services.order_events import items
from store.views.payments import ClaimCard, OwedRefund, PaymentView, QrisCode, RefundView


async def payment_view(tx: Transaction, order: OrderRow, *, now: datetime) -> PaymentView | None:
    """How the order is paid by hand; None where it is not."""
    payment = await tx.payments.of(order)
    if payment is None:
        return None
    claims = await tx.payments.claims(order.id)
    missing = payment.due - payment.received if payment.state in LIVE else 0
    account = await account_of(tx, payment)
    by_invoice = payment.method is PaymentMethod.TELEGRAM_INVOICE
    can_claim = payment.state in CLAIMABLE and not by_invoice
    return PaymentView(
        method=payment.method,
        state=payment.state,
        account=account,
        due=payment.due,
        unique_code=payment.unique_code,
        received=payment.received,
        rest=Rupiah(max(0, missing)),
        expires_at=payment.expires_at,
        claims=len(claims),
        claim_waits=claim_waits(claims),
        can_claim=can_claim,
        by_invoice=by_invoice,
        takes_proof=can_claim or without_proof(claims) is not None,
        not_found=_why_not_found(payment, claims),
        code=_code(payment, account, now=now),
    )


def _code(payment: PaymentRow, account: Account | None, *, now: datetime) -> QrisCode | None:
    if account is None or account.kind is not AccountKind.QRIS or payment.state not in LIVE:
        return None
    own = read_qris(account.number)
    return QrisCode(
        text=with_amount(own, expected_of(payment)),
        static=own.text,
        merchant=own.merchant,
        until=min(now + CODE_STANDS, payment.expires_at),
    )


def _why_not_found(payment: PaymentRow, claims: Sequence[ClaimRow]) -> NotFoundReason | None:
    if payment.state is not PaymentState.NOT_FOUND:
        return None
    return NotFoundReason(claims[-1].reason or NotFoundReason.NOT_ON_STATEMENT)


def claim_waits(claims: Iterable[ClaimRow]) -> bool:
    """Whether the shop has still to look for one of them."""
    return waiting_claim(claims) is not None


def waiting_claim(claims: Iterable[ClaimRow]) -> ClaimRow | None:
    """The one for which the shop has still to look; at most one waits."""
    return next((one for one in claims if one.state is ClaimState.WAITING), None)


def without_proof(claims: Iterable[ClaimRow]) -> ClaimRow | None:
    """The claim that waits for the shop's look and has no picture yet."""
    waits = waiting_claim(claims)
    return waits if waits is not None and waits.proof is None else None


async def account_of(tx: Transaction, payment: PaymentRow) -> Account | None:
    """Where the money goes."""
    if payment.account_id is None:
        return None
    row = await tx.session.get(ShopAccountRow, payment.account_id)
    return None if row is None else tx.accounts.account(row)


async def refund_views(tx: Transaction, order: OrderRow) -> tuple[RefundView, ...]:
    """What goes back for the order."""
    rows = await tx.money.refunds(order.id)
    if not rows:
        return ()
    zone = (await tx.shops.get(order.shop_id)).zone
    return tuple(refund_view(tx, row, zone) for row in rows)


def refund_view(tx: Transaction, row: RefundRow, zone: Zone) -> RefundView:
    """One of them, with the days of the shop's zone."""
    account = tx.refunds.account(row)
    on_the_way = row.state is RefundState.SENT and row.sent_at is not None
    owed = row.state in UNSENT and row.sendable_at is not None
    return RefundView(
        id=row.id,
        cause=row.cause,
        amount=row.amount,
        state=row.state,
        attempts=row.attempts,
        account=account and replace(account, number=mask_number(account.number)),
        promised_at=row.promised_at,
        send_by=send_by(row.sendable_at, zone) if owed and row.sendable_at else None,
        sent_at=row.sent_at,
        settles_at=row.sent_at + SETTLES_AFTER if on_the_way and row.sent_at else None,
        settled_at=row.settled_at,
        by_operator=row.by_operator,
        reference=row.reference,
    )


async def owed_refund(tx: Transaction, row: RefundRow, *, to_operator: bool = False) -> OwedRefund:
    """A refund for the shop's people, or without the account for an operator."""
    order, shop = await tx.orders.get(row.order_id), await tx.shops.get(row.shop_id)
    return OwedRefund(
        refund=refund_view(tx, row, shop.zone),
        account=None if to_operator else tx.refunds.account(row),
        order_id=order.id,
        ref=order.ref,
        shop_id=shop.id,
        shop_name=shop.name,
        title=order.lines[0].title,
        proof=row.proof,
        sender=await sender_of(tx, row),
        charges=tuple(await tx.money.charges(order.id)) if row.by_operator else (),
    )


async def sender_of(tx: Transaction, row: RefundRow) -> str | None:
    """The name of who sent it."""
    return None if row.sent_by is None else (await tx.people.get(row.sent_by)).name


async def claim_card(tx: Transaction, claim: ClaimRow) -> ClaimCard:
    """The claim with what is needed to answer it."""
    order = await tx.orders.get(claim.order_id)
    payment = await tx.payments.get(claim.order_id)
    used = claim.proof is not None and await tx.payments.is_used(claim.proof, besides=order.id)
    return ClaimCard(
        id=claim.id,
        number=claim.number,
        claimed_at=claim.claimed_at,
        proof=claim.proof,
        used_before=used,
        first_time=not await tx.payments.has_paid(order.buyer_id, order.shop_id),
        state=claim.state,
        amount=claim.amount,
        booked=claim.booked,
        reason=claim.reason,
        decider=await decider_of(tx, claim),
        decided_at=claim.decided_at,
        order_id=order.id,
        ref=order.ref,
        status=order.status,
        shop_id=order.shop_id,
        shop_name=(await tx.shops.get(order.shop_id)).name,
        account=await account_of(tx, payment),
        items=items(order),
        expected=await _expected_by(tx, claim, payment),
    )


def expected_of(payment: PaymentRow) -> Rupiah:
    """The sum that the shop should find on its statement."""
    rest = payment.due - payment.received
    return Rupiah(rest) if payment.state in LIVE and rest > 0 else payment.due


async def _expected_by(tx: Transaction, claim: ClaimRow, payment: PaymentRow) -> Rupiah:
    """What this claim was about, also after later ones."""
    if claim.state is ClaimState.WAITING:
        return expected_of(payment)
    earlier = (
        one for one in await tx.payments.claims(claim.order_id) if one.number < claim.number
    )
    rest = payment.due - sum(one.amount or 0 for one in earlier)
    return Rupiah(rest) if rest > 0 else payment.due


async def ruler_of(tx: Transaction, payment: PaymentRow) -> str | None:
    """The name of the operator who decided."""
    if payment.ruled_by is None:
        return None
    return (await tx.people.get(payment.ruled_by)).name


async def answered_before(tx: Transaction, claim: ClaimRow) -> AlreadyDecided:
    """What whoever comes too late is told: who answered, what and when."""
    assert claim.decided_at is not None
    by = await decider_of(tx, claim) or ""
    return AlreadyDecided(status=claim.state, by=by, at=claim.decided_at)


async def decider_of(tx: Transaction, claim: ClaimRow) -> str | None:
    """The name of who answered."""
    if claim.decider_id is None:
        return None
    return (await tx.people.get(claim.decider_id)).name

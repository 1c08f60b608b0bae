"""Paying by hand, as the buyer sees it: what to send where and by when, and what comes next."""

from bot.buttons import payments as keys
from bot.buttons.base import Key
from bot.buttons.cancel import AskCancellation
from bot.buttons.orders import OpenOrder
from bot.i18n.translator import Translator
from bot.screens import format, qris, words
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key
from store.domain.account import Account, AccountKind
from store.domain.claim import NotFoundReason
from store.domain.order import OrderStatus, Party, show_ref
from store.domain.payment import PaymentState
from store.domain.zones import Zone
from store.events.payments import PaymentReminded
from store.views.orders import OrderPage
from store.views.payments import PaymentView


def instructions(t: Translator, order: OrderPage, *, zone: Zone) -> Screen:
    """What to transfer where and by when, with buttons that copy it."""
    pay = order.pay
    assert pay is not None
    return Screen(
        text=lines(
            _head(t, order, pay, zone),
            "",
            *(qris.how(t, pay, pay.code, zone) if pay.code else _where(t, pay)),
            "",
            _about_code(t, pay),
            t("After paying send a photo of the receipt here, or press the button."),
            _safety(t, order),
        ),
        rows=rows(
            _copies(t, pay),
            [
                keys.SayPaid(order.id).labelled(_paid(t, pay), style="primary"),
                OpenOrder(order.id).labelled(t.plain("See order")),
            ],
            qris.code_keys(t, order) if pay.code else [],
            [AskCancellation(order.id).labelled(t.plain("Cancel order"), style="danger")],
            [home_key(t)],
        ),
        picture=qris.picture(t, order, pay, pay.code, zone) if pay.code else None,
    )


def ask_proof(t: Translator, order: OrderPage, *, said: bool = False) -> Screen:
    """A place to send the photo of the receipt, or to go on without one; words are no photo."""
    pay = order.pay
    assert pay is not None
    return Screen(
        text=lines(
            t("I need a photo here, or press <b>Go on without a photo</b>.") if said else None,
            t("Order <b>{ref}</b>", ref=show_ref(order.ref)),
            t(
                "Send a photo of the receipt of <b>{amount}</b> here. It helps the seller to "
                "find your payment.",
                amount=format.rupiah(pay.rest),
            ),
        ),
        rows=rows(
            [keys.SayWithoutProof(order.id).labelled(t.plain("Go on without a photo"))],
            [keys.OpenPayment(order.id).labelled(t.plain("‹ Back")), home_key(t)],
        ),
    )


def nothing_due(t: Translator, order: OrderPage, *, zone: Zone, why: str | None = None) -> Screen:
    """There is nothing to pay or to say now; what is true instead."""
    true = why or status_line(t, order, zone) or t("Nothing is to be paid for this order.")
    return Screen(
        text=lines(t("Order <b>{ref}</b>", ref=show_ref(order.ref)), true),
        rows=rows([OpenOrder(order.id).labelled(t.plain("See order")), home_key(t)]),
    )


def claimed(t: Translator, order: OrderPage) -> Screen:
    """The shop looks now; nothing expires meanwhile."""
    return Screen(
        text=lines(
            t("Thank you. {shop} is looking for your payment now.", shop=order.shop.name),
            t(
                "The goods of order <b>{ref}</b> are kept for you until the seller answers; you "
                "are told here. If nobody answers for a day, an operator of Lapak is told.",
                ref=show_ref(order.ref),
            ),
            t("Have you got the receipt? You can still send a photo of it here.")
            if order.pay is not None and order.pay.takes_proof
            else None,
        ),
        rows=rows([OpenOrder(order.id).labelled(t.plain("See order")), home_key(t)]),
    )


def which(t: Translator, orders: tuple[OrderPage, ...]) -> Screen:
    """A photo came unasked, and money is waited for: whose receipt may it be?"""
    first, *others = orders
    return Screen(
        text=lines(
            t("Photo received. Is it the receipt of your payment? Nobody has it yet."),
            t("Press the order that you have paid; then {shop} gets it.", shop=first.shop.name)
            if not others
            else t("Press the order that you have paid; then its shop gets it."),
        ),
        rows=rows(
            *([keys.PhotoIsFor(order.id).labelled(_named(order))] for order in orders),
            [home_key(t)],
        ),
    )


def status_line(t: Translator, order: OrderPage, zone: Zone) -> str | None:
    """On the order page of an unpaid order: what happens next and by when."""
    pay = order.pay
    if pay is None:
        return None
    by = format.moment(pay.expires_at, zone, t)
    match pay.state:
        case PaymentState.OPEN if pay.by_invoice:
            return t("Pay {amount} by card by {by}.", amount=format.rupiah(pay.rest), by=by)
        case PaymentState.OPEN:
            return t("Pay {amount} by {by}.", amount=format.rupiah(pay.rest), by=by)
        case PaymentState.CLAIMED:
            return t("The seller is looking for your payment; nothing expires meanwhile.")
        case PaymentState.NOT_FOUND:
            return t(
                "The seller did not find your payment: {reason}. Please look again by {by}.",
                reason=words.not_found(t, pay.not_found or NotFoundReason.NOT_ON_STATEMENT),
                by=by,
            )
        case PaymentState.DISPUTED:
            return t(
                "The seller did not find your payment twice; an operator of Lapak decides now. "
                "Nothing expires; keep your receipt."
            )
    return None


def sums(t: Translator, order: OrderPage) -> list[str]:
    """Under the total: what is to be transferred exactly, and what of it has come."""
    pay = order.pay
    if pay is None or not pay.unique_code:
        return []
    code = f"{pay.unique_code:03}"
    told = [t("With the code {code}: <b>{due}</b>", code=code, due=format.rupiah(pay.due))]
    if order.status is OrderStatus.UNPAID and pay.received:
        came, rest = format.rupiah(pay.received), format.rupiah(pay.rest)
        told.append(t("Arrived: {came}, still missing: {rest}", came=came, rest=rest))
    return told


def for_shop(t: Translator, order: OrderPage, zone: Zone) -> str:
    """On the shop's page of an unpaid order: what it waits for and by when."""
    pay = order.pay
    if pay is None:
        return t("Not paid yet. Do not pack it before the money is there.")
    if pay.claim_waits:
        return t("The buyer has reported a payment: look at your statement and answer.")
    if pay.state is PaymentState.DISPUTED:
        return t("The payment was not found twice; the operator decides now. Do not pack it.")
    return t(
        "Not paid yet: {rest} by {by}. Do not pack it before the money is there.",
        rest=format.rupiah(pay.rest),
        by=format.moment(pay.expires_at, zone, t),
    )


def claim_key(t: Translator, order: OrderPage) -> Key | None:
    """The way from the shop's page of an order to the transfer that waits for an answer."""
    if order.pay is None or not order.pay.claim_waits:
        return None
    return keys.OpenClaims(order.shop.id).labelled(t.plain("Reported payments"), style="primary")


def pay_keys(t: Translator, order: OrderPage) -> list[Key]:
    """The ways from the order page to what is to be paid, and to say that it is."""
    if order.pay is None or order.viewer is not Party.BUYER:
        return []
    if order.pay.by_invoice and order.pay.state is PaymentState.OPEN:
        return [keys.OpenInvoice(order.id).labelled(t.plain("Pay by card"), style="primary")]
    if not order.pay.can_claim:
        return []
    return [
        keys.OpenPayment(order.id).labelled(t.plain("How to pay"), style="primary"),
        keys.SayPaid(order.id).labelled(_paid(t, order.pay)),
    ]


def reminder_keys(t: Translator, event: PaymentReminded) -> list[list[Key]]:
    """The same under a reminder."""
    order_id = event.order_id
    if event.by_invoice:
        return [[keys.OpenInvoice(order_id).labelled(t.plain("Pay by card"), style="primary")]]
    return [
        [
            keys.OpenPayment(order_id).labelled(t.plain("How to pay"), style="primary"),
            keys.SayPaid(order_id).labelled(t.plain("I have paid")),
        ]
    ]


def _head(t: Translator, order: OrderPage, pay: PaymentView, zone: Zone) -> str:
    by = format.moment(pay.expires_at, zone, t)
    if pay.not_found is not None:
        return _not_found(t, order, pay.not_found, by)
    if pay.received:
        return t(
            "{came} of order <b>{ref}</b> has arrived. Please send the rest by {by}.",
            came=format.rupiah(pay.received),
            ref=show_ref(order.ref),
            by=by,
        )
    return t("Order <b>{ref}</b> is placed. Pay by {by}.", ref=show_ref(order.ref), by=by)


def _not_found(t: Translator, order: OrderPage, reason: NotFoundReason, by: str) -> str:
    return lines(
        t(
            "{shop} did not find the payment for <b>{ref}</b>: {reason}.",
            shop=order.shop.name,
            ref=show_ref(order.ref),
            reason=words.not_found(t, reason),
        ),
        t(
            "Have you sent it? Then do not pay again: send a clear photo of the receipt by {by}.",
            by=by,
        ),
        t("Not yet? Then pay it now and send the photo."),
    )


def _paid(t: Translator, pay: PaymentView) -> str:
    return t.plain("I have paid") if pay.code else t.plain("I have transferred")


def _where(t: Translator, pay: PaymentView) -> list[str]:
    if pay.account is None:
        return []
    return [
        t("Transfer exactly <b>{amount}</b>", amount=format.rupiah(pay.rest)),
        t(
            "to {bank} <code>{number}</code>",
            bank=pay.account.name,
            number=number_of(pay.account),
        ),
        t("in the name of {holder}", holder=pay.account.holder),
    ]


def _about_code(t: Translator, pay: PaymentView) -> str | None:
    if pay.received:
        return None
    return t(
        "The sum ends in {code} so that the seller recognises your payment.",
        code=f"{pay.due % 1000:03}",
    )


def _safety(t: Translator, order: OrderPage) -> str | None:
    if order.shop.verified:
        return None
    return t(
        "This shop is not verified. Send money only to the account shown here; "
        "nobody from Lapak asks for a one-time code."
    )


def _copies(t: Translator, pay: PaymentView) -> list[Key | None]:
    account = pay.account if pay.code is None else None
    return [
        Key(label=t.plain("Copy amount"), copy=str(pay.rest)),
        Key(label=t.plain("Copy account"), copy=_bare(account)) if account else None,
    ]


def number_of(account: Account) -> str:
    """The number as people read it: a phone like a phone, digits in fours."""
    if account.kind is AccountKind.EWALLET:
        return format.phone(account.number)
    if account.kind is AccountKind.QRIS:
        return f"…{account.number[-4:]}"
    digits = account.number
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def _bare(account: Account) -> str:
    national = account.kind is AccountKind.EWALLET and account.number.startswith("+62")
    return f"0{account.number[3:]}" if national else account.number


def _named(order: OrderPage) -> str:
    assert order.pay is not None
    title = format.cut(order.lines[0].title, 24)
    return f"{show_ref(order.ref)} · {title} · {format.rupiah(order.pay.rest)}"

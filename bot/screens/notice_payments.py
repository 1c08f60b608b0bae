"""Payments by hand and money on its way back, as notices tell them to both sides."""

from bot.i18n.translator import Translator
from bot.screens import format, notice_card_refunds, shipments, words
from bot.screens.base import lines
from store.domain.claim import NotFoundReason
from store.domain.order import show_ref
from store.domain.payment import Booked
from store.domain.refund import RefundCause
from store.domain.zones import Zone
from store.events import payments as events
from store.events.payments import PaymentEvent, RefundPromised

Answer = events.ClaimDecided | events.MoneyFound


def told(t: Translator, event: PaymentEvent, zone: Zone, *, to_shop: bool) -> str:
    """The full words, with what happens next and by when."""
    ref, due = show_ref(event.ref), format.rupiah(event.due)
    match event:
        case events.PaymentAwaited():
            by = format.moment(event.expires_at, zone, t)
            return t("Order <b>{ref}</b>: pay {due} by {by}.", ref=ref, due=due, by=by)
        case events.PaymentReceived():
            amount = format.rupiah(event.amount)
            return t("You paid {amount} by card for order <b>{ref}</b>.", amount=amount, ref=ref)
        case events.PaymentReminded():
            return lines(
                t(
                    "Order <b>{ref}</b> still waits for {due}, until {by}.",
                    ref=ref,
                    due=due,
                    by=format.moment(event.expires_at, zone, t),
                ),
                t("Then it is cancelled.")
                if event.by_invoice
                else t("Then it is cancelled. Have you paid already? Open the order and say so."),
            )
        case events.ClaimDecided() | events.MoneyFound():
            return _decided(t, event, zone, to_shop=to_shop)
        case events.PaymentDisputed():
            return t(
                "{shop} twice did not find the {due} for order <b>{ref}</b>. Please decide.",
                shop=event.shop_name,
                due=due,
                ref=ref,
            )
        case events.PaymentRuled():
            return _ruled(t, event, to_shop=to_shop)
    return _about_claim(t, event, to_shop=to_shop)


def headline(t: Translator, event: PaymentEvent) -> str:
    """The notice in one line, as plain text."""
    ref, due = show_ref(event.ref), format.rupiah(event.due)
    match event:
        case events.PaymentAwaited() | events.PaymentReminded():
            return t.plain("Order {ref} waits for {due}", ref=ref, due=due)
        case events.PaymentReceived():
            return t.plain("Payment for {ref} arrived", ref=ref)
        case events.PaymentClaimed():
            return t.plain("Payment for {ref} reported", ref=ref)
        case events.ProofAdded():
            return t.plain("Receipt for {ref} has come", ref=ref)
        case events.ClaimReminded() | events.ClaimUnanswered():
            return t.plain("Payment for {ref} waits for a look", ref=ref)
        case events.PaymentDisputed():
            return t.plain("Money of {ref} is disputed", ref=ref)
        case events.PaymentRuled():
            return t.plain("The operator has decided about {ref}", ref=ref)
        case events.ClaimDecided(booked=None):
            return t.plain("Payment for {ref} was not found", ref=ref)
        case events.ClaimDecided(booked=Booked.PAID) | events.MoneyFound(booked=Booked.PAID):
            return t.plain("Order {ref} is paid", ref=ref)
        case events.ClaimDecided(amount=amount) | events.MoneyFound(amount=amount):
            return t.plain("{amount} arrived for {ref}", amount=format.rupiah(amount), ref=ref)
    raise LookupError(event.name)


def refund(t: Translator, event: RefundPromised, *, to_shop: bool) -> str:
    """Money goes back, and why."""
    ref, amount = show_ref(event.ref), format.rupiah(event.amount)
    why = refund_cause(t, event.cause)
    if event.by_operator:
        return notice_card_refunds.promised(t, event, why, to_shop=to_shop)
    if to_shop:
        return lines(
            t(
                "You owe the buyer of order <b>{ref}</b> {amount}: {why}.",
                ref=ref,
                amount=amount,
                why=why,
            ),
            t("The buyer is asked for an account; you are told as soon as it is there."),
            t("Please send it within 2 working days after that."),
        )
    return lines(
        t(
            "{shop} owes you {amount} for order <b>{ref}</b>: {why}.",
            shop=event.shop_name,
            amount=amount,
            ref=ref,
            why=why,
        ),
        t("Fill in your account; the shop then sends it within 2 working days."),
    )


def refund_headline(t: Translator, event: RefundPromised) -> str:
    """The same in one line, as plain text."""
    ref, amount = show_ref(event.ref), format.rupiah(event.amount)
    return t.plain("{amount} of order {ref} goes back", amount=amount, ref=ref)


def refund_cause(t: Translator, cause: RefundCause) -> str:
    """Why money goes back."""
    return {
        RefundCause.CANCELLED: t.plain("the order was cancelled"),
        RefundCause.OVER: t.plain("more was sent than was due"),
        RefundCause.TWICE: t.plain("it was paid twice"),
        RefundCause.LATE: t.plain("it came after the order had ended"),
        RefundCause.SHORT: t.plain("too little was sent, twice"),
    }[cause]


def _about_claim(t: Translator, event: PaymentEvent, *, to_shop: bool) -> str:
    ref, due = show_ref(event.ref), format.rupiah(event.due)
    match event:
        case events.PaymentClaimed() if not to_shop:
            return t(
                "You reported the payment for order <b>{ref}</b>. {shop} is looking for it; "
                "nothing expires meanwhile.",
                ref=ref,
                shop=event.shop_name,
            )
        case events.PaymentClaimed():
            return t(
                "The buyer of order <b>{ref}</b> reports a payment of {due}.", ref=ref, due=due
            )
        case events.ProofAdded():
            return t("The buyer of order <b>{ref}</b> has sent the receipt.", ref=ref)
        case events.ClaimReminded():
            return t(
                "The payment of {due} for order <b>{ref}</b> still waits for your answer.",
                due=due,
                ref=ref,
            )
        case events.ClaimUnanswered():
            return t(
                "{shop} has not looked for the payment of {due} for order <b>{ref}</b> for a "
                "day. The shop has been reminded; nothing expires meanwhile.",
                shop=event.shop_name,
                due=due,
                ref=ref,
            )
    raise LookupError(event.name)


def _decided(t: Translator, event: Answer, zone: Zone, *, to_shop: bool) -> str:
    if to_shop:
        return _to_shop(t, event)
    ref, shop = show_ref(event.ref), event.shop_name
    amount = format.rupiah(event.amount)
    by = format.moment(event.expires_at, zone, t)
    if isinstance(event, events.ClaimDecided) and event.booked is None:
        return _not_found(t, event, by)
    match event.booked:
        case Booked.PAID:
            return t(
                "{shop} has your {amount}: order <b>{ref}</b> is paid and is being prepared.",
                shop=shop,
                amount=amount,
                ref=ref,
            )
        case Booked.SHORT:
            return _short(t, event, by)
        case Booked.SHORT_AGAIN:
            return t(
                "It is still too little for order <b>{ref}</b>, so the order has ended and "
                "everything goes back to you.",
                ref=ref,
            )
    return t(
        "{shop} has received {amount} for order <b>{ref}</b>; it goes back to you.",
        shop=shop,
        amount=amount,
        ref=ref,
    )


def _ruled(t: Translator, event: events.PaymentRuled, *, to_shop: bool) -> str:
    ref, due = show_ref(event.ref), format.rupiah(event.due)
    if event.came:
        return t(
            "The operator decided: the {due} for order <b>{ref}</b> came, so the order is paid.",
            due=due,
            ref=ref,
        )
    ended = t(
        "The operator decided: the {due} for order <b>{ref}</b> did not come, so the order is "
        "cancelled.",
        due=due,
        ref=ref,
    )
    if to_shop:
        return ended
    return lines(ended, shipments.paid_after_all(t))


def _short(t: Translator, event: Answer, by: str) -> str:
    ref, shop = show_ref(event.ref), event.shop_name
    amount = format.rupiah(event.amount)
    return lines(
        t(
            "{shop} has received {amount} for order <b>{ref}</b>.",
            shop=shop,
            amount=amount,
            ref=ref,
        ),
        t(
            "{rest} is still missing; please send it by {by}.",
            rest=format.rupiah(event.rest),
            by=by,
        ),
    )


def _not_found(t: Translator, event: events.ClaimDecided, by: str) -> str:
    ref, shop = show_ref(event.ref), event.shop_name
    reason = words.not_found(t, NotFoundReason(event.reason or NotFoundReason.NOT_ON_STATEMENT))
    first = t(
        "{shop} did not find your payment for order <b>{ref}</b>: {reason}.",
        shop=shop,
        ref=ref,
        reason=reason,
    )
    if event.last:
        return lines(
            first,
            t("An operator of Lapak decides now; nothing expires. Keep your receipt."),
        )
    return lines(
        first,
        t("Please check it and report it again by {by}; otherwise the order is cancelled.", by=by),
    )


def _to_shop(t: Translator, event: Answer) -> str:
    ref = show_ref(event.ref)
    if event.booked is None:
        return t(
            "{who}: the payment for order <b>{ref}</b> was not found.",
            who=event.decider,
            ref=ref,
        )
    return t(
        "{who}: {amount} arrived for order <b>{ref}</b>.",
        who=event.decider,
        amount=format.rupiah(event.amount),
        ref=ref,
    )

"""What was paid by card and goes back, as its three readers are told: it never was the shop's."""

from bot.i18n.translator import Translator
from bot.screens import format, refunds
from bot.screens.base import lines
from store.domain.order import show_ref
from store.domain.zones import Zone
from store.events import refunds as events
from store.events.payments import RefundPromised
from store.events.refunds import RefundEvent


def promised(t: Translator, event: RefundPromised, why: str, *, to_shop: bool) -> str:
    """It goes back, and why."""
    ref, amount = show_ref(event.ref), format.rupiah(event.amount)
    facts = {"ref": ref, "amount": amount, "why": why}
    if event.for_operators:
        return lines(
            t(
                "{amount} of order <b>{ref}</b> has to go back to the buyer's card: {why}.",
                **facts,
            ),
            t(
                "{shop} sold it. Give it back at the payment provider within 2 working days, then "
                "press <b>See refund</b> and say so.",
                shop=event.shop_name,
            ),
        )
    if to_shop:
        return lines(
            t("{amount} of order <b>{ref}</b> goes back to the buyer's card: {why}.", **facts),
            t("Lapak's operator sends it back; you have nothing to do."),
        )
    return lines(
        t("{amount} for order <b>{ref}</b> goes back to your card: {why}.", **facts),
        t("An operator of Lapak sends it within 2 working days; you are told here."),
    )


def told(t: Translator, event: RefundEvent, zone: Zone) -> str:
    """Each step of it."""
    ref, amount = show_ref(event.ref), format.rupiah(event.amount)
    if event.for_operators:
        return _to_operators(t, event, ref, amount)
    match event:
        case events.RefundSent():
            return _sent(t, event, zone)
        case events.RefundSettled(by_itself=True):
            return t(
                "Order <b>{ref}</b>: the {amount} sent back count as arrived, for nobody has said "
                "otherwise.",
                ref=ref,
                amount=amount,
            )
        case events.RefundSettled():
            return t("You have received {amount} for order <b>{ref}</b>.", amount=amount, ref=ref)
        case events.RefundFailed():
            return t(
                "The {amount} sent back for order <b>{ref}</b> did not arrive. An operator looks "
                "for it and sends it again.",
                amount=amount,
                ref=ref,
            )
        case events.RefundOverdue():
            return t(
                "The {amount} of order <b>{ref}</b> has not been sent back to your card within 2 "
                "working days. The operators of Lapak have been told again.",
                amount=amount,
                ref=ref,
            )
    raise LookupError(event.name)


def _sent(t: Translator, event: events.RefundSent, zone: Zone) -> str:
    return lines(
        t(
            "{amount} for order <b>{ref}</b> was sent back to your card.",
            amount=format.rupiah(event.amount),
            ref=show_ref(event.ref),
        ),
        t("Reference: {reference}", reference=event.reference or ""),
        refunds.arrived(t, format.moment(event.settles_at, zone, t)),
    )


def _to_operators(t: Translator, event: RefundEvent, ref: str, amount: str) -> str:
    facts = {"ref": ref, "amount": amount}
    match event:
        case events.RefundFailed():
            return t(
                "The buyer has not received {amount} of order <b>{ref}</b> on the card. Please "
                "look at the payment provider and give it back again.",
                **facts,
            )
        case events.RefundSettled():
            return t("{amount} of order <b>{ref}</b> has arrived on the buyer's card.", **facts)
    return t("{amount} of order <b>{ref}</b> still has to go back to the buyer's card.", **facts)

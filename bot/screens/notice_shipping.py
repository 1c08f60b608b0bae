"""What happens to an order on its way, as notices tell it."""

from bot.buttons.base import Key
from bot.buttons.cancel import AskCancellation
from bot.buttons.tracking import ConfirmCod, Track
from bot.i18n.translator import Translator
from bot.screens import format, shipments, words
from bot.screens.base import lines
from store.domain.order import Moment, show_ref
from store.domain.zones import Zone
from store.events import shipping as events
from store.events.shipping import ShippingEvent


def told(t: Translator, event: ShippingEvent, zone: Zone) -> str:
    """The full words, with the next step."""
    ref = show_ref(event.ref)
    match event:
        case events.CodAsked():
            return _asked(t, event, zone)
        case events.CodConfirmed():
            by = format.moment(event.ship_by, zone, t)
            return lines(
                t("The buyer of order <b>{ref}</b> wants the parcel: send it.", ref=ref),
                t("Ship by {by}.", by=by),
            )
        case events.OrderReturned() | events.ParcelCameBack():
            return _returned(t, event)
        case events.OrderDelivered():
            return lines(
                t("Order <b>{ref}</b> from {shop} has arrived.", ref=ref, shop=event.shop_name),
                t("Film the unboxing and check what is inside."),
                t("If everything is there, press <b>Order received</b> on the order."),
            )
        case events.OrderCompleted():
            return t("Order <b>{ref}</b> at {shop} is completed.", ref=ref, shop=event.shop_name)
        case _:
            return _on_the_way(t, event)


def headline(t: Translator, event: ShippingEvent) -> str:
    """The notice in one line, as plain text."""
    ref = show_ref(event.ref)
    match event:
        case events.CodAsked():
            return t.plain("Shall order {ref} be sent?", ref=ref)
        case events.CodConfirmed():
            return t.plain("The buyer confirmed order {ref}", ref=ref)
        case events.OrderArranged():
            return t.plain("Order {ref} is packed", ref=ref)
        case events.StepUndone(moment=Moment.ARRANGED):
            return t.plain("Order {ref} is not packed yet after all", ref=ref)
        case events.StepUndone():
            return t.plain("Order {ref} has not left yet after all", ref=ref)
        case events.TrackingCorrected():
            return t.plain("Order {ref} has a new tracking number", ref=ref)
        case events.OrderShipped():
            return t.plain("Order {ref} is on its way", ref=ref)
        case events.OrderDelivered():
            return t.plain("Order {ref} has arrived", ref=ref)
        case events.OrderCompleted():
            return t.plain("Order {ref} is completed", ref=ref)
        case events.OrderReturned() | events.ParcelCameBack():
            return t.plain("The parcel of order {ref} came back", ref=ref)
    raise LookupError(type(event).name)


def keys(t: Translator, event: ShippingEvent) -> list[list[Key]]:
    """What can be done about it straight from the notice."""
    match event:
        case events.CodAsked() | events.StepUndone(asks=True):
            yes = ConfirmCod(event.order_id).labelled(t.plain("Yes, send it"), style="primary")
            no = AskCancellation(event.order_id).labelled(t.plain("Cancel it"), style="danger")
            return [[yes, no]]
        case events.OrderArranged() | events.TrackingCorrected() | events.OrderShipped():
            track = Track(event.order_id).labelled(t.plain("Track"))
            if event.number is None:
                return [[track]]
            copy = Key(label=t.plain("Copy tracking number"), copy=event.number)
            return [[copy], [track]]
    return []


def _asked(t: Translator, event: events.CodAsked, zone: Zone) -> str:
    return lines(
        t(
            "{shop} is about to send order <b>{ref}</b>.",
            shop=event.shop_name,
            ref=show_ref(event.ref),
        ),
        t("You pay <b>{total}</b> at the door.", total=format.rupiah(event.total)),
        t(
            "Shall it come? Until it is packed you can cancel without cost; it ships by {by}.",
            by=format.moment(event.ship_by, zone, t),
        ),
    )


def _on_the_way(t: Translator, event: ShippingEvent) -> str:
    ref = show_ref(event.ref)
    match event:
        case events.OrderArranged():
            first = t("{shop} has packed order <b>{ref}</b>.", shop=event.shop_name, ref=ref)
            then = t("It now waits for the courier; you are told when it leaves.")
            if event.courier is None:
                then = t("You are told as soon as it leaves.")
            return lines(first, *_by_what(t, event), then)
        case events.StepUndone():
            return _undone(t, event)
        case events.TrackingCorrected():
            first = t("Order <b>{ref}</b> travels under another number.", ref=ref)
            then = t("Please use this one to follow it.")
            return lines(first, *_by_what(t, event), then)
        case events.OrderShipped():
            days = format.days(event.eta_from, event.eta_to, t)
            first = t("Order <b>{ref}</b> is on its way, expected {days}.", ref=ref, days=days)
            then = t("Press <b>Track</b> to see where it is.")
            return lines(first, _carried(t, event.courier, event.service, event.number), then)
    raise LookupError(type(event).name)


def _by_what(
    t: Translator, event: events.OrderArranged | events.TrackingCorrected
) -> list[str | None]:
    """What carries it and, where the courier changed, what stays and what does not."""
    carried = _carried(t, event.courier, event.service, event.number)
    if event.instead_of is None:
        return [carried]
    changed = t("The courier has changed; it was {courier} before.", courier=event.instead_of)
    same = t("What you pay stays the same.")
    if event.eta_from is None or event.eta_to is None:
        return [changed, carried, same]
    days = format.days(event.eta_from, event.eta_to, t)
    return [changed, carried, t("Expected {days}", days=days), same]


def _undone(t: Translator, event: events.StepUndone) -> str:
    ref = show_ref(event.ref)
    if event.moment is Moment.ARRANGED:
        told_so = t(
            "{shop} made a mistake: order <b>{ref}</b> is not packed yet; "
            "you are told when it is.",
            shop=event.shop_name,
            ref=ref,
        )
        again = t("<b>The seller asks: shall the parcel come?</b>") if event.asks else None
        return lines(told_so, again)
    return t(
        "{shop} made a mistake: order <b>{ref}</b> has not left yet; you are told when it does.",
        shop=event.shop_name,
        ref=ref,
    )


def _carried(t: Translator, courier: str | None, service: str | None, number: str | None) -> str:
    if courier is None:
        return t("The shop brings it itself, without a tracking number.")
    return t(
        "{courier} {service} · <code>{number}</code>",
        courier=courier,
        service=service or "",
        number=number or "",
    )


def _returned(t: Translator, event: events.OrderReturned | events.ParcelCameBack) -> str:
    ref, why = show_ref(event.ref), words.reason_code(t, event.reason)
    if isinstance(event, events.ParcelCameBack):
        return lines(
            t(
                "The parcel of order <b>{ref}</b> came back to {shop}.",
                ref=ref,
                shop=event.shop_name,
            ),
            t("Reason: {reason}", reason=why),
            t("{name} noted it. Look at the goods before they are sold again.", name=event.by),
        )
    return lines(
        t("The parcel of order <b>{ref}</b> went back to {shop}.", ref=ref, shop=event.shop_name),
        shipments.came_back(t, shop=event.shop_name, why=why),
        t("The order has ended and you owe nothing. You can order again at any time."),
    )

"""Where a parcel is, for its buyer, and the end of its way."""

from bot.buttons.base import Key
from bot.buttons.orders import OpenOrder
from bot.buttons.tracking import Received
from bot.i18n.translator import Translator
from bot.screens import format, orders, shipments
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key
from store.domain.order import OrderStatus, show_ref
from store.domain.zones import Zone
from store.views.orders import OrderPage


def tracked(t: Translator, page: OrderPage, *, zone: Zone) -> Screen:
    """Courier, number and where it was seen, newest first."""
    shipment = page.shipment
    number = shipment.number if shipment else None
    return Screen(
        text=lines(
            t("Parcel of order <b>{ref}</b>", ref=show_ref(page.ref)),
            orders.next_step(t, page, zone),
            "",
            *_way(t, page, zone),
        ),
        rows=rows(
            [Key(label=t.plain("Copy tracking number"), copy=number) if number else None],
            [_site_key(t, page)],
            [orders.received_key(t, page)],
            [OpenOrder(page.id).labelled(t.plain("‹ Order")), home_key(t)],
        ),
    )


def is_all_there(t: Translator, page: OrderPage) -> Screen:
    """A second press before the order is closed."""
    return Screen(
        text=lines(
            t("Is everything of order <b>{ref}</b> there?", ref=show_ref(page.ref)),
            t("Check what is inside first: this closes the order, and it cannot be undone."),
        ),
        rows=rows(
            [Received(page.id).labelled(t.plain("Yes, everything is there"), style="primary")],
            [OpenOrder(page.id).labelled(t.plain("‹ Not yet")), home_key(t)],
        ),
    )


def confirmed(t: Translator) -> str:
    """A toast for a buyer who wants the parcel."""
    return t.plain("Thank you. The seller has been told to send it.")


def nobody_asks(t: Translator) -> str:
    """A toast for a buyer who answers a question that is over."""
    return t.plain("Nobody asks that any more; this is how the order stands now.")


def completed(t: Translator) -> str:
    """A toast for a buyer who has everything."""
    return t.plain("Thank you. The order is completed.")


def _way(t: Translator, page: OrderPage, zone: Zone) -> list[str]:
    shipment = page.shipment
    if shipment is None:
        return [t("There is no tracking number yet; you are told as soon as there is one.")]
    seen = shipments.seen(t, shipment, zone)
    days = format.days(page.eta.first, page.eta.last, t)
    # On its way the first line says so already.
    packed = page.status is OrderStatus.AWAITING_COLLECTION
    return [
        shipments.carried(t, shipment),
        *([t("Expected {days}", days=days)] if packed else []),
        "",
        *(seen or [t("The shop has not written where it is yet.")]),
    ]


def _site_key(t: Translator, page: OrderPage) -> Key | None:
    shipment = page.shipment
    if shipment is None or shipment.site is None:
        return None
    return Key(
        label=t.plain("Follow it at {courier}", courier=shipment.courier or ""), url=shipment.site
    )

"""How a shipment and its goods are written on the pages of both sides."""

from bot.i18n.translator import Translator
from bot.screens import format, words
from bot.screens.base import lines
from store.domain.money import Rupiah
from store.domain.order import Party
from store.domain.request import SystemReason
from store.domain.zones import Zone
from store.views.orders import OrderPage
from store.views.shipping import Shipment, TrackingLine


def goods(t: Translator, page: OrderPage) -> list[str]:
    """What was ordered, line by line."""
    return [
        t(
            "{title}, {variant} × {n} — {price}",
            title=line.title,
            variant=line.variant_name,
            n=line.quantity,
            price=format.rupiah(Rupiah(line.unit_price * line.quantity)),
        )
        for line in page.lines
    ]


def carried(t: Translator, shipment: Shipment) -> str:
    """Who carries it and under which number."""
    if shipment.courier is None:
        return t("The shop brings it itself, without a tracking number.")
    return t(
        "{courier} {service} · <code>{number}</code>",
        courier=shipment.courier,
        service=shipment.service or "",
        number=shipment.number or "",
    )


def brought(page: OrderPage) -> bool:
    """Whether the shop's own people bring it."""
    return page.shipment is not None and page.shipment.courier is None


def returned(page: OrderPage) -> bool:
    """Whether the parcel came back, which ended the order; an order can end by itself too."""
    return page.shipment is not None and page.shipment.returned_at is not None


def chosen(t: Translator, page: OrderPage) -> str | None:
    """What the buyer had chosen, where something else carries it."""
    sent = page.shipment
    if sent is None or (sent.courier, sent.service) == (page.courier, page.service):
        return None
    return t(
        "Chosen by the buyer: {courier} {service}", courier=page.courier, service=page.service
    )


def came_back(t: Translator, *, shop: str, why: str) -> str:
    """Who says that the parcel came back and why, and what a buyer does who knows better."""
    return lines(
        t("{shop} noted: {reason}.", shop=shop, reason=why),
        t("Is that not what happened? Tell the shop, with the order number."),
    )


def ended_by_itself(t: Translator, page: OrderPage) -> str:
    """Why an order ended that nobody has cancelled: a parcel that came back, or a deadline."""
    assert page.cancelled is not None
    why = words.reason_code(t, page.cancelled.reason)
    if returned(page):
        if page.viewer is Party.SELLER:
            return t("{shop} noted: {reason}.", shop=page.shop.name, reason=why)
        return came_back(t, shop=page.shop.name, why=why)
    told = t("Cancelled by itself: {reason}.", reason=why)
    if page.viewer is Party.BUYER and page.cancelled.reason == SystemReason.UNPAID_TIME_OUT:
        return lines(told, paid_after_all(t))
    return told


def paid_after_all(t: Translator) -> str:
    """For a buyer whose money left although nobody has found it."""
    return t(
        "Did your money leave after all? Open the order, press <b>Message the seller</b> and "
        "say when you paid."
    )


def free_shipping(t: Translator, *, fee: Rupiah, paid: Rupiah) -> str | None:
    """What the shop pays of the whole fee; `fee` is what is left for the buyer."""
    if not paid:
        return None
    if not fee:
        return t("Free shipping – {paid} paid by the shop", paid=format.rupiah(paid))
    return t(
        "Free shipping – {paid} of {whole} paid by the shop",
        paid=format.rupiah(paid),
        whole=format.rupiah(Rupiah(fee + paid)),
    )


def seen(t: Translator, shipment: Shipment, zone: Zone) -> list[str]:
    """Where it was seen, newest first."""
    return [_line(t, line, zone) for line in shipment.lines]


def _line(t: Translator, line: TrackingLine, zone: Zone) -> str:
    at = format.short_moment(line.at, zone, t)
    return t("• {at} · {words}", at=at, words=line.words)

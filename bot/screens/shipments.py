"""How a shipment and its goods are written on the pages of both sides."""

from bot.i18n.translator import Translator
from bot.screens import format
from store.domain.money import Rupiah
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


def seen(t: Translator, shipment: Shipment, zone: Zone) -> list[str]:
    """Where it was seen, newest first."""
    return [_line(t, line, zone) for line in shipment.lines]


def _line(t: Translator, line: TrackingLine, zone: Zone) -> str:
    at = format.short_moment(line.at, zone, t)
    return t("• {at} · {words}", at=at, words=line.words)

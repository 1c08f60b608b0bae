"""What has happened to an order and what is still to come, as a list with marks."""

from datetime import datetime

from bot.i18n.translator import Translator
from bot.screens import format, words
from store.domain.order import Moment, Party
from store.domain.zones import Zone
from store.views.orders import OrderPage, TimelineStep


def steps(t: Translator, page: OrderPage, zone: Zone) -> list[str]:
    """One line for each moment; that the shop asked to cancel stands among them."""
    done = [
        (step.at, words.moment(t, step.moment)) for step in page.timeline if step.at is not None
    ]
    told = sorted([*done, *_asked(t, page)], key=lambda one: one[0])
    return [
        *(
            t("● {moment} · {at}", moment=name, at=format.short_moment(at, zone, t))
            for at, name in told
        ),
        *(_to_come(t, step, page) for step in page.timeline if step.at is None),
    ]


def _asked(t: Translator, page: OrderPage) -> list[tuple[datetime, str]]:
    asked = page.request
    if asked is None or asked.asked_by is not Party.SELLER:
        return []
    return [(asked.asked_at, t.plain("The shop asked to cancel"))]


def _to_come(t: Translator, step: TimelineStep, page: OrderPage) -> str:
    name = words.moment(t, step.moment)
    if step.moment is Moment.DELIVERED:
        eta = format.days(page.eta.first, page.eta.last, t)
        return t("○ {moment} · expected {days}", moment=name, days=eta)
    return t("○ {moment}", moment=name)

"""What has happened to an order and what is still to come, as a list with marks."""

from collections.abc import Iterable
from datetime import datetime

from bot.i18n.translator import Translator
from bot.screens import format, words
from store.domain.order import ENDS, Moment, Party
from store.domain.zones import Zone
from store.views.orders import OrderPage, TimelineStep


def steps(t: Translator, page: OrderPage, zone: Zone) -> list[str]:
    """One line for each moment; that the shop asked to cancel stands among them."""
    done = [step for step in page.timeline if step.at is not None]
    # What ends an order stands last also where it happened at the very moment of another thing.
    told = sorted(
        [
            *_named(t, (step for step in done if step.moment not in ENDS)),
            *_asked(t, page),
            *_named(t, (step for step in done if step.moment in ENDS)),
        ],
        key=lambda one: one[0],
    )
    return [
        *(
            t("● {moment} · {at}", moment=name, at=format.short_moment(at, zone, t))
            for at, name in told
        ),
        *(_to_come(t, step, page) for step in page.timeline if step.at is None),
    ]


def _named(t: Translator, steps: Iterable[TimelineStep]) -> list[tuple[datetime, str]]:
    return [(step.at, words.moment(t, step.moment)) for step in steps if step.at is not None]


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

"""What shops ask the operators, as a list."""

from bot.buttons import seller_cancels as keys
from bot.buttons.base import Key
from bot.buttons.operators import OpenDisputes
from bot.i18n.translator import Translator
from bot.screens import format
from bot.screens.base import Screen, lines, rows
from bot.screens.browse import paging
from bot.screens.start import home_key
from store.domain.order import show_ref
from store.domain.zones import Zone
from store.views.paging import Page
from store.views.requests import RequestCard


def waiting(t: Translator, found: Page[RequestCard], zone: Zone) -> Screen:
    """What shops ask, the nearest deadline first."""
    hint = t("Answer each before its time is over; silence confirms it.")
    if not found.items:
        hint = t("No shop asks. When one wants to cancel a paid order, it is told to you here.")
    return Screen(
        text=lines(t("<b>Cancellations by shops</b>"), hint),
        rows=rows(
            *([_row_key(t, one, zone)] for one in found.items),
            paging(t, found, lambda page: keys.OpenSellerCancels(page).pack()),
            [OpenDisputes().labelled(t.plain("‹ Decisions")), home_key(t)],
        ),
    )


def waiting_key(t: Translator, count: int) -> Key | None:
    """The way from the operator's list to what shops ask."""
    if not count:
        return None
    label = t.plain("Cancellations by shops · {n}", n=count)
    return keys.OpenSellerCancels().labelled(label, style="primary")


def _row_key(t: Translator, shown: RequestCard, zone: Zone) -> Key:
    by = format.short_moment(shown.request.answer_by, zone, t)
    label = f"{by} · {show_ref(shown.ref)} · {format.cut(shown.shop_name, 24)}"
    return keys.OpenSellerCancel(shown.request.id).labelled(label)

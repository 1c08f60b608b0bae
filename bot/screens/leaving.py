"""What /cancel answers when nothing is going on: the orders that can be cancelled."""

from collections.abc import Sequence

from bot.buttons.base import Key
from bot.buttons.cancel import AskCancellation
from bot.buttons.orders import Door, OpenOrders
from bot.i18n.translator import Translator
from bot.screens import format
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key
from store.domain.order import show_ref
from store.views.orders import OrderRow


def cancellable(t: Translator, orders: Sequence[OrderRow], key: Key | None) -> Screen:
    """Which order? Or that there is none."""
    hint = t("Which order do you want to cancel? A reason is asked before anything happens.")
    if not orders:
        hint = t("What you have begun is kept. No order can be cancelled right now.")
        if key is None:
            hint = t("Nothing is going on, and no order can be cancelled right now.")
    return Screen(
        text=lines(t("<b>Cancel</b>"), hint),
        rows=rows(
            [key],
            *([_key(order)] for order in orders),
            [OpenOrders(door=Door.HOME).labelled(t.plain("My orders")), home_key(t)],
        ),
    )


def _key(order: OrderRow) -> Key:
    title = format.cut(order.title, 24)
    label = f"{show_ref(order.ref)} · {title} · {format.rupiah(order.total)}"
    return AskCancellation(order.id).labelled(label)

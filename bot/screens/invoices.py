"""Paying by card in the chat, as the buyer sees it."""

from dataclasses import dataclass

from bot.buttons.cancel import AskCancellation
from bot.buttons.orders import Door, OpenOrder
from bot.buttons.payments import OpenInvoice
from bot.i18n.translator import Translator
from bot.screens import format
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key
from store.domain.money import Rupiah
from store.domain.order import OrderStatus, show_ref
from store.domain.zones import Zone
from store.views.orders import OrderPage

TITLE_LIMIT = 32
DESCRIPTION_LIMIT = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """What stands on an invoice; the sum in whole rupiah."""

    order_id: int
    ref: str
    title: str
    description: str
    label: str
    amount: Rupiah


def instructions(t: Translator, order: OrderPage, *, zone: Zone) -> Screen:
    """How much by when, and the button that brings the invoice."""
    pay = order.pay
    assert pay is not None
    by = format.moment(pay.expires_at, zone, t)
    return Screen(
        text=lines(
            t("Order <b>{ref}</b> is placed. Pay by {by}.", ref=show_ref(order.ref), by=by),
            "",
            t("By card, here in the chat: <b>{amount}</b>", amount=format.rupiah(pay.rest)),
            t(
                "The card form is Telegram's; neither Lapak nor {shop} sees your card. Lapak's "
                "operator receives the money for the shop.",
                shop=order.shop.name,
            ),
        ),
        rows=rows(
            [OpenInvoice(order.id).labelled(t.plain("Pay by card"), style="primary")],
            [OpenOrder(order.id).labelled(t.plain("See order"))],
            [AskCancellation(order.id).labelled(t.plain("Cancel order"), style="danger")],
            [home_key(t)],
        ),
    )


def bill(t: Translator, order: OrderPage) -> Bill:
    """The invoice itself; Telegram cuts nothing, so it has to fit."""
    assert order.pay is not None
    first, *others = order.lines
    more = t.plain("and {n} more", n=len(others)) if others else ""
    goods = f"{first.title}, {first.variant_name} × {first.quantity}"
    sold_by = t.plain("{goods} {more} from {shop}", goods=goods, more=more, shop=order.shop.name)
    return Bill(
        order_id=order.id,
        ref=order.ref,
        title=format.cut(t.plain("Order {ref}", ref=show_ref(order.ref)), TITLE_LIMIT),
        description=format.cut(" ".join(sold_by.split()), DESCRIPTION_LIMIT),
        label=t.plain("Total with shipping"),
        amount=order.pay.rest,
    )


def not_taken(t: Translator, order: OrderPage) -> Screen:
    """Telegram does not take the invoice now."""
    return Screen(
        text=lines(
            t("Order <b>{ref}</b>", ref=show_ref(order.ref)),
            t(
                "Paying by card does not work at the moment. Nothing was taken; please try again "
                "later, or cancel the order and choose another way to pay."
            ),
        ),
        rows=rows(
            [OpenInvoice(order.id).labelled(t.plain("Try again"), style="primary")],
            [OpenOrder(order.id).labelled(t.plain("See order")), home_key(t)],
        ),
    )


def received(t: Translator, order: OrderPage | None, *, zone: Zone) -> Screen:
    """The money is there, and what happens next; without the order where it is not theirs."""
    thanks = t("Thank you, your payment has arrived.")
    if order is None:
        return Screen(text=thanks, rows=rows([home_key(t)]))
    return Screen(
        text=lines(
            thanks,
            t("Order <b>{ref}</b>", ref=show_ref(order.ref)),
            _next(t, order, zone),
        ),
        rows=rows(
            [OpenOrder(order.id, Door.PROFILE).labelled(t.plain("See order"))], [home_key(t)]
        ),
    )


def _next(t: Translator, order: OrderPage, zone: Zone) -> str:
    if order.status is OrderStatus.CANCELLED:
        return t("The order had ended before it came: it goes back to your card.")
    if order.refunds:
        return t("It had been paid already: the second payment goes back to your card.")
    return t(
        "{shop} prepares it now and ships it by {by}.",
        shop=order.shop.name,
        by=format.moment(order.ship_by, zone, t),
    )

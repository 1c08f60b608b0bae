"""Money on the shop's statement that nobody has reported: which sum, and what it means."""

from bot.buttons import payments as keys
from bot.buttons.base import Key
from bot.buttons.desk import OpenDeskOrder
from bot.i18n.translator import Translator, escape
from bot.screens import format, refusals, words
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key
from store.domain.order import OrderStatus, show_ref
from store.domain.payment import Booked, Booking, PaymentState
from store.errors import Rejected
from store.views.orders import OrderPage
from store.views.statement import FoundMoney


def ask(
    t: Translator, found: FoundMoney, *, unread: bool = False, refused: Rejected | None = None
) -> Screen:
    """A place to type the sum."""
    return Screen(
        text=lines(
            t("I cannot read that as an amount.") if unread else None,
            escape(refusals.words(t, refused)) if refused is not None else None,
            _head(t, found.order),
            t("Which amount is on your statement? Type it, for example 271.317."),
            t("Only what really came; the buyer is told."),
        ),
        rows=rows([_back(t, found.order), home_key(t)]),
    )


def confirm(t: Translator, found: FoundMoney) -> Screen:
    """Did that really come, and what follows then?"""
    assert found.amount is not None
    assert found.booking is not None
    book = keys.BookFound(found.order.id, found.amount, found.receipts)
    return Screen(
        text=lines(
            _head(t, found.order),
            t("Did <b>{amount}</b> arrive?", amount=format.rupiah(found.amount)),
            *_meaning(t, found.booking),
            t("Compare it with your statement; once booked it cannot be changed here."),
        ),
        rows=rows(
            [book.labelled(t.plain("Yes, that came"))],
            [
                keys.FindMoney(found.order.id).labelled(t.plain("Type it again")),
                _back(t, found.order),
            ],
        ),
    )


def booked(t: Translator) -> str:
    """A toast for the member who booked it."""
    return t.plain("Booked.")


def find_key(t: Translator, page: OrderPage) -> Key | None:
    """The way from the shop's page of an order that is paid by hand."""
    pay = page.pay
    if pay is None or pay.by_invoice or pay.claim_waits or pay.state is PaymentState.DISPUTED:
        return None
    first = page.status is OrderStatus.UNPAID
    label = t.plain("Money has come") if first else t.plain("More money has come")
    return keys.FindMoney(page.id).labelled(label)


def _head(t: Translator, page: OrderPage) -> str:
    assert page.pay is not None
    return t(
        "Order <b>{ref}</b> · {status} · due {due}",
        ref=show_ref(page.ref),
        status=words.status(t, page.status),
        due=format.rupiah(page.pay.due),
    )


def _meaning(t: Translator, booking: Booking) -> list[str | None]:
    back = format.rupiah(booking.back)
    match booking.booked:
        case Booked.PAID:
            more = t("{off} is more than was due; it goes back to the buyer.", off=back)
            return [
                t("The order is paid then, and yours to send."),
                more if booking.back else None,
            ]
        case Booked.SHORT:
            rest = format.rupiah(booking.rest)
            return [t("{rest} is still missing then; the buyer is asked for it.", rest=rest)]
        case Booked.SHORT_AGAIN:
            return [t("It is still too little: the order ends, and {back} goes back.", back=back)]
        case Booked.TWICE:
            return [t("The order is paid already, so it goes back to the buyer.")]
    return [t("The order has ended, so it goes back to the buyer.")]


def _back(t: Translator, page: OrderPage) -> Key:
    return OpenDeskOrder(page.id).labelled(t.plain("‹ Back"))

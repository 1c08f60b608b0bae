"""Paying by a QRIS code: how to scan it, and the shop's own code where an app refuses the sum."""

from bot.buttons import payments as keys
from bot.buttons.base import Key
from bot.i18n.translator import Translator
from bot.screens import format
from bot.screens.base import Screen, lines, rows
from bot.screens.pictures import CodePicture
from bot.screens.start import home_key
from store.domain.order import show_ref
from store.domain.zones import Zone
from store.views.orders import OrderPage
from store.views.payments import PaymentView, QrisCode


def how(t: Translator, pay: PaymentView, code: QrisCode, zone: Zone) -> list[str]:
    """What to do with the code."""
    return [
        t("Scan the code with any bank or e-wallet app."),
        t(
            "Your app shows <b>{merchant}</b>; <b>{amount}</b> is filled in already.",
            merchant=code.merchant,
            amount=format.rupiah(pay.rest),
        ),
        t("On this phone: save the picture and choose it in your app's QRIS scanner."),
        t(
            "The code stands until {until}; afterwards press <b>New code</b>.",
            until=format.moment(code.until, zone, t),
        ),
    ]


def picture(t: Translator, order: OrderPage, pay: PaymentView, code: QrisCode, zone: Zone) -> str:
    """The code with the sum, for whom it is, and until when it stands."""
    drawn = CodePicture(
        code=code.text,
        above=f"QRIS · {order.shop.name}",
        below=(
            format.rupiah(pay.rest),
            t.plain("Until {until}", until=format.moment(code.until, zone, t)),
            show_ref(order.ref),
        ),
    )
    return drawn.name


def code_keys(t: Translator, order: OrderPage) -> list[Key]:
    """Another code: a new one, or the one without a sum."""
    return [
        keys.OpenPayment(order.id).labelled(t.plain("New code")),
        keys.ShowStaticCode(order.id).labelled(t.plain("App refuses the sum?")),
    ]


def own_code(t: Translator, order: OrderPage, pay: PaymentView, code: QrisCode) -> Screen:
    """The shop's own code; the sum is typed by hand."""
    drawn = CodePicture(
        code=code.static,
        above=f"QRIS · {order.shop.name}",
        below=(format.rupiah(pay.rest), show_ref(order.ref)),
    )
    return Screen(
        text=lines(
            t("Order <b>{ref}</b>", ref=show_ref(order.ref)),
            t(
                "This is the shop's own code. Your app shows <b>{merchant}</b>; type exactly "
                "<b>{amount}</b>.",
                merchant=code.merchant,
                amount=format.rupiah(pay.rest),
            ),
            t("After paying press <b>I have paid</b>, or send a photo of the receipt here."),
        ),
        rows=rows(
            [Key(label=t.plain("Copy amount"), copy=str(pay.rest))],
            [keys.SayPaid(order.id).labelled(t.plain("I have paid"), style="primary")],
            [keys.OpenPayment(order.id).labelled(t.plain("‹ Back")), home_key(t)],
        ),
        picture=drawn.name,
    )

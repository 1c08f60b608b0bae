"""The first screen and the help screen."""

from bot.buttons.base import Key
from bot.buttons.browse import OpenShops
from bot.buttons.inbox import OpenInbox
from bot.buttons.orders import Door, OpenOrders
from bot.buttons.start import Help, Home
from bot.i18n.translator import Translator
from bot.screens.base import Screen, lines, rows


def home(t: Translator, *, name: str, unread: int) -> Screen:
    """Where everything begins."""
    return Screen(
        text=lines(
            t(
                "Hello, <b>{name}</b>! I am Lapak, your shopping assistant in Telegram.",
                name=name,
            ),
            t("Look around in the shops, order, and follow your orders here."),
        ),
        rows=rows(
            [OpenShops().labelled(t.plain("Shop"), style="primary")],
            [
                OpenOrders(door=Door.PROFILE).labelled(t.plain("My orders")),
                OpenInbox().labelled(_inbox(t, unread)),
            ],
            [Help().labelled(t.plain("Help"))],
        ),
    )


def help_(t: Translator) -> Screen:
    """What can be done, and how to leave anything."""
    return Screen(
        text=lines(
            t("<b>Help</b>"),
            t("• Buy: open <b>Shop</b>, choose a product, press <b>Buy now</b>."),
            t("• See an order: <b>My orders</b>. Each order says what happens next."),
            t("• Cancel: open the order and press <b>Cancel order</b>."),
            t("• Leave anything you have begun with /cancel. What you typed is kept for a while."),
            "",
            t("Lapak holds no money and never asks for a one-time code."),
        ),
        rows=rows(
            [OpenShops().labelled(t.plain("Shop")), home_key(t)],
        ),
    )


def not_understood(t: Translator) -> Screen:
    """An answer to words that fit nowhere."""
    return Screen(
        text=t("I did not understand that yet. What would you like to do?"),
        rows=rows(
            [
                OpenShops().labelled(t.plain("Shop")),
                OpenOrders(door=Door.PROFILE).labelled(t.plain("My orders")),
            ],
            [Help().labelled(t.plain("Help")), home_key(t)],
        ),
    )


def only_words(t: Translator) -> Screen:
    """An answer to a photo, sticker or anything that is not words."""
    return Screen(
        text=t("I can read words and buttons here, but not this kind of message."),
        rows=not_understood(t).rows,
    )


def home_key(t: Translator) -> Key:
    """The way home."""
    return Home().labelled(t.plain("Home"))


def _inbox(t: Translator, unread: int) -> str:
    return t.plain("Inbox ({n})", n=unread) if unread else t.plain("Inbox")

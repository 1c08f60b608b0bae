"""The first screen and the help screen."""

from bot.buttons.base import Key
from bot.buttons.browse import OpenShops
from bot.buttons.buy import OpenCheckout
from bot.buttons.desk import OpenDesk
from bot.buttons.inbox import OpenInbox
from bot.buttons.orders import Door, OpenOrders
from bot.buttons.profile import OpenProfile
from bot.buttons.start import GoOn, Help, Home
from bot.i18n.translator import Translator
from bot.screens.base import Screen, lines, rows
from store.domain.actor import Actor


def home(
    t: Translator,
    *,
    name: str,
    unread: int,
    waiting: int | None = None,
    decisions: Key | None = None,
    going_on: Key | None = None,
) -> Screen:
    """Where everything begins, and where what was begun goes on.

    `waiting` is how many orders wait on the seller desk; None for people without one.
    """
    return Screen(
        text=lines(
            t(
                "Hello, <b>{name}</b>! I am Lapak, your shopping assistant in Telegram.",
                name=name,
            ),
            t("Look around in the shops, order, and follow your orders here."),
        ),
        rows=rows(
            [going_on],
            [OpenShops().labelled(t.plain("Shop"), style=None if going_on else "primary")],
            [
                OpenOrders(door=Door.HOME).labelled(t.plain("My orders")),
                OpenInbox().labelled(_inbox(t, unread)),
            ],
            [
                OpenProfile().labelled(t.plain("Profile")),
                Help().labelled(t.plain("Help")),
            ],
            [None if waiting is None else OpenDesk().labelled(_desk(t, waiting))],
            [decisions],
        ),
    )


def going_on(t: Translator, conversation: str | None, *, checkout: bool) -> Key | None:
    """The way back into what was begun and not finished; None where there is nothing."""
    begun = {
        "address": t.plain("Continue the address"),
        "edit_address": t.plain("Continue the address"),
        "cancel": t.plain("Continue cancelling"),
        "seller_cancel": t.plain("Continue cancelling"),
        "ship_order": t.plain("Continue the shipment"),
        "refund_account": t.plain("Continue the account"),
        "count_stock": t.plain("Continue counting"),
        "pay": t.plain("Continue paying"),
        "check_amount": t.plain("Continue the amount"),
        "send_refund": t.plain("Continue the refund"),
    }.get(conversation or "")
    if begun is not None:
        return GoOn().labelled(begun, style="primary")
    if checkout:
        return OpenCheckout().labelled(t.plain("Continue your order"), style="primary")
    return None


def help_(t: Translator, reader: Actor) -> Screen:
    """What can be done, and how to leave anything; by role."""
    return Screen(
        text=lines(
            t("<b>Help</b>"),
            t("• Buy: open <b>Shop</b>, choose a product, press <b>Buy now</b>."),
            t("• See an order: <b>My orders</b>. Each order says what happens next."),
            t("• Cancel: open the order and press <b>Cancel order</b>."),
            t("• Ask the shop: open the order and press <b>Message the seller</b>."),
            t("• Addresses, language, quiet hours and your data: <b>Profile</b>."),
            t("• Leave anything you have begun with /cancel. What you typed is kept for a while."),
            *_for_sellers(t, reader),
            *_for_operators(t, reader),
            "",
            t("Transfers go to the shop itself; nobody from Lapak asks for a one-time code."),
        ),
        rows=rows(
            [OpenShops().labelled(t.plain("Shop")), OpenProfile().labelled(t.plain("Profile"))],
            [home_key(t)],
        ),
    )


def not_understood(t: Translator, key: Key | None, *, reader: Actor) -> Screen:
    """An answer to words that fit nowhere."""
    return Screen(
        text=t("I did not understand that yet. What would you like to do?"),
        rows=_ways(t, key, reader),
    )


def unknown_command(t: Translator, key: Key | None, *, reader: Actor) -> Screen:
    """An answer to a command that does not exist, with those that do."""
    return Screen(
        text=lines(
            t("I do not know that command. These I know:"),
            t("/shop · /orders · /inbox · /profile · /settings · /privacy · /help · /cancel"),
        ),
        rows=_ways(t, key, reader),
    )


def earlier_changed(t: Translator, key: Key | None, *, reader: Actor) -> Screen:
    """An answer to a message that was changed after it was read."""
    return Screen(
        text=t("You changed an earlier message. I read it as it was; please write it once more."),
        rows=_ways(t, key, reader),
    )


def not_words(
    t: Translator, kind: str, *, awaited: str | None, key: Key | None, reader: Actor
) -> Screen:
    """An answer to a photo, sticker or the like, where words are expected or anywhere."""
    wanted = {
        "address": t("At this step I need the address in words. Example: {example}", example=HERE),
        "edit_address": t("At this step I need the new words for the address."),
        "cancel": t("At this step I need your reason in words."),
        "seller_cancel": t("At this step I need your explanation in words."),
        "buy": t("At this step I need words or a press on a button."),
        "ship_order": t("At this step I need the tracking number or a few words, typed."),
        "count_stock": t("At this step I need a number."),
        "check_amount": t("At this step I need the amount in numbers."),
        "pay": t("At this step I need the receipt as a photo, not as a file."),
        "send_refund": t("At this step I need the receipt as a photo, not as a file."),
        "refund_account": t("At this step I need your account, typed."),
    }.get(awaited or "")
    fallback = t("I can read words and buttons here, but not this kind of message.")
    return Screen(text=lines(received(t, kind), wanted or fallback), rows=_ways(t, key, reader))


def home_key(t: Translator) -> Key:
    """The way home."""
    return Home().labelled(t.plain("Home"))


EXAMPLES = ("Jl. Melati 5 RT 02/RW 04, Kec. Coblong, Kota Bandung, Jawa Barat 40132",)
HERE = EXAMPLES[0]


def received(t: Translator, kind: str) -> str:
    """What was sent, so that it is known to have come."""
    return {
        "photo": t("I do not pass this photo on."),
        "sticker": t("Nice sticker!"),
        "voice": t("Voice message received, but I cannot listen."),
        "contact": t("Contact received."),
        "location": t("Location received. Please type the address instead."),
        "video": t("Video received."),
        "document": t("File received."),
    }.get(kind, t("Message received."))


def _ways(t: Translator, key: Key | None, reader: Actor) -> tuple[tuple[Key, ...], ...]:
    desk = OpenDesk().labelled(t.plain("Seller desk")) if reader.memberships else None
    return rows(
        [key],
        [desk],
        [
            OpenShops().labelled(t.plain("Shop")),
            OpenOrders(door=Door.HOME).labelled(t.plain("My orders")),
        ],
        [Help().labelled(t.plain("Help")), home_key(t)],
    )


def _for_sellers(t: Translator, reader: Actor) -> list[str]:
    if not reader.memberships:
        return []
    return [
        t("• Your shop: /sell opens the desk, /members shows who works there."),
        t("• Write to a buyer: open the order and press <b>Message the buyer</b>."),
        t("• New orders and cancellations are told to owners here, or in the shop's group."),
    ]


def _for_operators(t: Translator, reader: Actor) -> list[str]:
    if not reader.is_operator:
        return []
    return [t("• You are an operator: what needs your decision is told here.")]


def _desk(t: Translator, waiting: int) -> str:
    if not waiting:
        return t.plain("Seller desk")
    return t.plain("Seller desk · {n} waiting", n=waiting)


def _inbox(t: Translator, unread: int) -> str:
    return t.plain("Inbox ({n})", n=unread) if unread else t.plain("Inbox")

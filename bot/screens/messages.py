"""What buyer and shop write to each other about an order; neither reads who the other is."""

from bot.buttons import messages as keys
from bot.buttons.base import Key
from bot.buttons.desk import OpenDeskOrder
from bot.buttons.links import MESSAGE_LINK, ORDER_LINK, start_link
from bot.buttons.operators import OpenDisputes
from bot.buttons.orders import Door, OpenOrder
from bot.buttons.start import Help
from bot.i18n.translator import Translator
from bot.screens import format
from bot.screens.base import Screen, lines, rows
from bot.screens.browse import paging
from bot.screens.requests import Where
from bot.screens.start import home_key
from store.domain.messages import MESSAGE_LIMIT
from store.domain.order import Party, show_ref
from store.domain.zones import Zone
from store.events.messages import MessageWritten
from store.views.messages import MessageCard, MessageView, Thread
from store.views.orders import OrderPage


def thread(t: Translator, shown: Thread, *, zone: Zone, sent: bool = False) -> Screen:
    """What was written, the newest last, and what can be done now."""
    return Screen(
        text=lines(
            _sent(t, shown) if sent else None,
            _head(t, shown),
            "",
            *_told(t, shown, zone),
            _when_empty(t, shown),
            _until(t, shown, zone),
        ),
        rows=rows(
            [_write_key(t, shown)],
            paging(t, shown.messages, lambda page: keys.OpenThread(shown.order_id, page).pack()),
            [None if shown.is_open else Help().labelled(t.plain("Help"))],
            [_order_key(t, shown), home_key(t)],
        ),
    )


def ask(t: Translator, shown: Thread, *, zone: Zone, refused: str | None = None) -> Screen:
    """A place to type the next message, beneath what was written last."""
    return Screen(
        text=lines(
            refused,
            _head(t, shown),
            "",
            *_told(t, shown, zone),
            "",
            _to_whom(t, shown),
            t(
                "Only words, up to {most} signs. Your name and number are not shown; please "
                "do not write passwords or one-time codes.",
                most=MESSAGE_LIMIT,
            ),
        ),
        rows=rows(
            [keys.OpenThread(shown.order_id).labelled(t.plain("‹ Back"))],
            [_order_key(t, shown), home_key(t)],
        ),
    )


def not_sent(t: Translator, shown: Thread, *, words: str, refused: str | None = None) -> Screen:
    """What was typed and has not gone yet, with the press that sends it."""
    return Screen(
        text=lines(
            refused,
            _head(t, shown),
            "",
            t("Not sent yet: “{words}”", words=words),
            "",
            _shall_go(t, shown),
        ),
        rows=rows(
            [keys.SendMessage(shown.order_id).labelled(t.plain("Send"), style="primary")],
            [keys.DropMessage(shown.order_id).labelled(t.plain("Do not send"))],
            [_order_key(t, shown), home_key(t)],
        ),
    )


def only_words(t: Translator) -> str:
    """Something else came where words were expected."""
    return t("I can only pass on words here. Please type your message.")


def too_long(t: Translator) -> str:
    """It has to be shortened."""
    return t("That is too long. Please write at most {most} signs.", most=MESSAGE_LIMIT)


def card(t: Translator, told: MessageCard, where: Where) -> Screen:
    """A message that has just come, with the way to answer; in a group it is read in private."""
    if where.group_of is not None:
        read = start_link(where.group_of, f"{MESSAGE_LINK}{told.ref}")
        order = start_link(where.group_of, f"{ORDER_LINK}{told.ref}")
        return Screen(
            text=_has_written(t, told),
            rows=rows(
                [Key(label=t.plain("Read and reply"), url=read)],
                [Key(label=t.plain("See order"), url=order)],
            ),
        )
    reply = keys.WriteMessage(told.order_id).labelled(t.plain("Reply"), style="primary")
    return Screen(
        text=lines(_has_written(t, told), told.title, _words(t, told.message)),
        rows=rows([reply], [_page_key(t, told, where)]),
    )


def told(t: Translator, event: MessageWritten) -> str:
    """The notice without the words, which stay with the message."""
    ref = show_ref(event.ref)
    if event.by is Party.OPERATOR:
        return t("An operator of Lapak has written about order <b>{ref}</b>.", ref=ref)
    if event.by is Party.SELLER:
        return t("{shop} has written about order <b>{ref}</b>.", shop=event.shop_name, ref=ref)
    return t("The buyer of order <b>{ref}</b> has written.", ref=ref)


def headline(t: Translator, event: MessageWritten) -> str:
    """The same in one line, as plain text."""
    return t.plain("New message about {ref}", ref=show_ref(event.ref))


def thread_key(t: Translator, page: OrderPage) -> Key | None:
    """The way from an order to what was written about it; None where that is nothing for good."""
    count, buys = page.talked.count, page.viewer is Party.BUYER
    if not count and not page.talked.is_open:
        return None
    if not count:
        label = t.plain("Message the seller") if buys else t.plain("Message the buyer")
    elif buys:
        label = t.plain("Message the seller ({n})", n=count)
    else:
        label = t.plain("Message the buyer ({n})", n=count)
    return keys.OpenThread(page.id).labelled(label)


def operators_key(t: Translator, order_id: int) -> Key:
    """The way from an operator's card to what both sides write, and to write to both."""
    return keys.OpenThread(order_id).labelled(t.plain("Write to both"))


def _page_key(t: Translator, told: MessageCard, where: Where) -> Key:
    """Where more of it stands; who reads an operator's words may be of either side."""
    if where.operator or told.message.by is Party.OPERATOR:
        return keys.OpenThread(told.order_id).labelled(t.plain("See messages"))
    by_shop = told.message.by is Party.SELLER
    page = OpenOrder(told.order_id, Door.INBOX) if by_shop else OpenDeskOrder(told.order_id)
    return page.labelled(t.plain("See order"))


def _has_written(t: Translator, told: MessageCard) -> str:
    ref = show_ref(told.ref)
    if told.message.by is Party.OPERATOR:
        return t("<b>An operator of Lapak</b> writes about order <b>{ref}</b>:", ref=ref)
    if told.message.by is Party.SELLER:
        return t("<b>{shop}</b> writes about order <b>{ref}</b>:", shop=told.shop_name, ref=ref)
    return t("{shop}: the buyer of order <b>{ref}</b> writes.", shop=told.shop_name, ref=ref)


def _to_whom(t: Translator, shown: Thread) -> str:
    if shown.viewer is Party.OPERATOR:
        return t("Type your message here; the buyer and {shop} read it.", shop=shown.shop_name)
    if shown.viewer is Party.BUYER:
        return t("Type your message to {shop} here.", shop=shown.shop_name)
    return t("Type your message to the buyer here.")


def _shall_go(t: Translator, shown: Thread) -> str:
    if shown.viewer is Party.OPERATOR:
        return t("Shall this go to the buyer and to {shop}?", shop=shown.shop_name)
    if shown.viewer is Party.BUYER:
        return t("Shall this go to {shop}?", shop=shown.shop_name)
    return t("Shall this go to the buyer?")


def _sent(t: Translator, shown: Thread) -> str:
    if shown.viewer is Party.OPERATOR:
        return t("Sent to the buyer and to {shop}.", shop=shown.shop_name)
    if shown.viewer is Party.BUYER:
        return t("Sent to {shop}. The answer comes here.", shop=shown.shop_name)
    return t("Sent to the buyer. The answer comes here.")


def _head(t: Translator, shown: Thread) -> str:
    ref = show_ref(shown.ref)
    return t("<b>Messages</b> · {shop} · {ref}", shop=shown.shop_name, ref=ref)


def _told(t: Translator, shown: Thread, zone: Zone) -> list[str]:
    """The page from its oldest to its newest message."""
    return [
        t(
            "<b>{who}</b>, {at}: {words}",
            who=_who(t, shown, one.by),
            at=format.short_moment(one.at, zone, t),
            words=t.plain("(deleted)") if one.words is None else one.words,
        )
        for one in reversed(shown.messages.items)
    ]


def _who(t: Translator, shown: Thread, by: Party) -> str:
    if by is shown.viewer is Party.BUYER:
        return t.plain("You")
    if by is Party.OPERATOR:
        return t.plain("Lapak's operator")
    return shown.shop_name if by is Party.SELLER else t.plain("Buyer")


def _words(t: Translator, one: MessageView) -> str:
    return t("“{words}”", words=one.words) if one.words is not None else t("(deleted)")


def _when_empty(t: Translator, shown: Thread) -> str | None:
    if shown.messages.total or not shown.is_open:
        return None
    if shown.viewer is Party.BUYER:
        return t("Nothing written yet. Ask {shop} about your order.", shop=shown.shop_name)
    if shown.viewer is Party.OPERATOR:
        return t("Nothing written yet. What you write, both sides read.")
    return t("Nothing written yet. Tell the buyer what they should know.")


def _until(t: Translator, shown: Thread, zone: Zone) -> str | None:
    if shown.closes_at is None:
        return None
    if shown.is_open:
        by = format.moment(shown.closes_at, zone, t)
        return t("The order has ended; you can write until {by}.", by=by)
    return t("The order ended more than 7 days ago; nothing more can be written about it.")


def _write_key(t: Translator, shown: Thread) -> Key | None:
    if not shown.is_open:
        return None
    answers = bool(shown.messages.items) and shown.messages.items[0].by is not shown.viewer
    label = t.plain("Reply") if answers else t.plain("Write a message")
    return keys.WriteMessage(shown.order_id).labelled(label, style="primary")


def _order_key(t: Translator, shown: Thread) -> Key:
    if shown.viewer is Party.OPERATOR:
        return OpenDisputes().labelled(t.plain("‹ Decisions"))
    if shown.viewer is Party.BUYER:
        return OpenOrder(shown.order_id).labelled(t.plain("See order"))
    return OpenDeskOrder(shown.order_id).labelled(t.plain("See order"))

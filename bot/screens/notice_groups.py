"""A shop's group in notices: news of the group itself, and orders as a group may read them."""

import re
from dataclasses import replace
from typing import Final

from bot.buttons.base import Key
from bot.buttons.links import ORDER_LINK, start_link
from bot.i18n.translator import Translator
from bot.screens.base import lines
from store.events.base import Event
from store.events.groups import GroupBound, GroupEvent, GroupLost
from store.events.orders import OrderCancelled, OrderEvent, OrderPlaced

# Long enough for a phone, an account or a card, too long for a size or a price.
NUMBER: Final = re.compile(r"\+?\d(?:[\s().-]*\d){7,}")
HIDDEN: Final = "…"


def told(t: Translator, event: GroupEvent) -> str:
    """The full words, with what it means for the reader."""
    match event:
        case GroupBound():
            return lines(
                t(
                    "{who} connected the group <b>{title}</b> to {shop}.",
                    who=event.by,
                    title=event.title,
                    shop=event.shop_name,
                ),
                t("New orders and cancellations are told there from now on."),
            )
        case GroupLost():
            return lines(
                _lost(t, event),
                t("New orders and cancellations are told to the owners in private again."),
            )
    raise LookupError(type(event).name)


def headline(t: Translator, event: GroupEvent) -> str:
    """The notice in one line, as plain text."""
    if isinstance(event, GroupBound):
        return t.plain("{shop} has a group now", shop=event.shop_name)
    return t.plain("{shop} has no group any more", shop=event.shop_name)


def for_many(event: Event) -> Event:
    """The event as a group may read it: a note waits on the order's page, numbers are hidden."""
    match event:
        case OrderPlaced():
            return replace(event, note=None)
        case OrderCancelled(words=str() as said):
            return replace(event, words=NUMBER.sub(HIDDEN, said))
    return event


def note_waits(t: Translator, event: Event) -> str | None:
    """A line that says there is more to read in private."""
    if isinstance(event, OrderPlaced) and event.note:
        return t("The buyer left a message; open the order to read it.")
    return None


def order_key(t: Translator, event: Event, *, bot_name: str) -> Key | None:
    """A link from the group into the private chat, where rights are read anew."""
    if not isinstance(event, OrderEvent):
        return None
    link = start_link(bot_name, f"{ORDER_LINK}{event.ref}")
    return Key(label=t.plain("See order"), url=link)


def _lost(t: Translator, event: GroupLost) -> str:
    if event.by is None:
        return t(
            "I am not in the group <b>{title}</b> of {shop} any more.",
            title=event.title,
            shop=event.shop_name,
        )
    return t(
        "{who} disconnected the group <b>{title}</b> from {shop}.",
        who=event.by,
        title=event.title,
        shop=event.shop_name,
    )

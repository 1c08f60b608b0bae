"""A shop's group in notices: news of the group itself, and the way from it to an order."""

from bot.buttons.base import Key
from bot.buttons.links import ORDER_LINK, start_link
from bot.i18n.translator import Translator
from bot.screens.base import lines
from store.events.base import Event
from store.events.groups import GroupBound, GroupEvent, GroupLost
from store.events.orders import OrderEvent


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

"""Notices for the people who run the marketplace."""

from bot.i18n.translator import Translator
from bot.screens.base import lines
from store.domain.order import show_ref
from store.events.operators import ShopUnheard


def told(t: Translator, event: ShopUnheard) -> str:
    """The full words, with what can be done."""
    ref = show_ref(event.ref)
    none = t(
        "<b>{shop}</b> has no members; order <b>{ref}</b> waits.", shop=event.shop_name, ref=ref
    )
    deaf = t(
        "Nobody of <b>{shop}</b> can be reached; order <b>{ref}</b> waits.",
        shop=event.shop_name,
        ref=ref,
    )
    return lines(
        deaf if event.members else none,
        t("A new owner's link: <code>lapak shop link {slug}</code>", slug=event.slug),
    )


def headline(t: Translator, event: ShopUnheard) -> str:
    """One line, as plain text."""
    ref = show_ref(event.ref)
    return t.plain("{shop} hears nothing: order {ref} waits", shop=event.shop_name, ref=ref)

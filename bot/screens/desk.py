"""What a shop's people see."""

from bot.buttons.browse import OpenShop
from bot.i18n.translator import Translator
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key
from store.views.catalogue import ShopCard


def joined(t: Translator, shop: ShopCard) -> Screen:
    """Welcome to the shop's people."""
    return Screen(
        text=lines(
            t("You work for <b>{shop}</b> now.", shop=shop.name),
            t("New orders and cancellations are told to you here, in this chat."),
        ),
        rows=rows([OpenShop(shop.id).labelled(t.plain("See the shop")), home_key(t)]),
    )

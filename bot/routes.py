"""The site map: every handler and conversation, in the order in which they are asked."""

from typing import Any

from telegram.ext import BaseHandler, CallbackQueryHandler

from bot.buttons.browse import (
    ChooseQuantity,
    ChooseVariant,
    OpenCategories,
    OpenCategory,
    OpenProduct,
    OpenShop,
    OpenShops,
)
from bot.buttons.inbox import MarkAllRead, OpenInbox, OpenNotice
from bot.buttons.orders import OpenOrder, OpenOrders
from bot.buttons.start import Help, Home
from bot.context import Ctx, anything_else, command, pressed, typed
from bot.conversations.address import address
from bot.conversations.buy import buy
from bot.conversations.cancel import cancel
from bot.handlers import browse, fallback, inbox, orders, start


def handlers() -> list[BaseHandler[Any, Ctx, Any]]:
    """All routes; the first that fits takes the update."""
    return [
        buy,
        address,
        cancel,
        command("start", start.start),
        command("help", start.help_),
        command("shop", browse.shops),
        command("orders", orders.orders),
        command("inbox", inbox.inbox),
        command("cancel", orders.orders),
        pressed(Home, start.home),
        pressed(Help, start.help_),
        pressed(OpenShops, browse.shops),
        pressed(OpenCategories, browse.categories),
        pressed(OpenCategory, browse.category),
        pressed(OpenShop, browse.shop),
        pressed(OpenProduct, browse.product),
        pressed(ChooseVariant, browse.variants),
        pressed(ChooseQuantity, browse.quantities),
        pressed(OpenOrders, orders.orders),
        pressed(OpenOrder, orders.order),
        pressed(OpenInbox, inbox.inbox),
        pressed(OpenNotice, inbox.notice),
        pressed(MarkAllRead, inbox.mark_all_read),
        CallbackQueryHandler(fallback.old_button),
        typed(fallback.words),
        anything_else(fallback.anything),
    ]

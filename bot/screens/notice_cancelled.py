"""An order that was cancelled, as notices tell it to both sides."""

from bot.i18n.translator import Translator
from bot.screens import notice_seller_cancels, shipments, words
from bot.screens.base import lines
from store.domain.order import Party, show_ref
from store.domain.request import SystemReason
from store.events.orders import OrderCancelled


def told(t: Translator, event: OrderCancelled, *, to_shop: bool) -> str:
    """Who ended it and why, and what that leaves to do."""
    explained = to_shop and event.has_words and event.by is Party.BUYER
    by_shop = event.by is Party.SELLER
    unpaid = event.reason == SystemReason.UNPAID_TIME_OUT
    return lines(
        t(
            "Order <b>{ref}</b> at {shop} was cancelled by {who}.",
            ref=show_ref(event.ref),
            shop=event.shop_name,
            who=words.party(t, event.by),
        ),
        t("Reason: {reason}", reason=words.reason_code(t, event.reason)),
        shipments.paid_after_all(t) if unpaid and not to_shop else None,
        t("The buyer explained why; open the order to read it.") if explained else None,
        notice_seller_cancels.ended(t, event, to_shop=to_shop) if by_shop else None,
        t("Do not ship it; the goods are back in stock.") if to_shop else None,
        t("Please still answer the reported payment.") if to_shop and event.claim_waits else None,
    )

"""A shop's wish to cancel, as notices tell it to buyer, shop and operators."""

from bot.i18n.translator import Translator
from bot.screens import format, refunds, words
from bot.screens.base import lines
from store.domain.order import Party, show_ref
from store.domain.payment import PaymentMethod
from store.domain.request import RequestState
from store.domain.zones import Zone
from store.events.orders import OrderCancelled
from store.events.requests import CancellationRequested, RequestDecided, RequestEvent
from store.events.seller_cancels import (
    SellerCancelAsked,
    SellerCancelDecided,
    SellerCancelReminded,
)

_R = RequestState


def told(t: Translator, event: RequestEvent, zone: Zone, *, to_shop: bool) -> str:
    """The full words, with what happens next and by when."""
    match event:
        case CancellationRequested() if to_shop:
            return t(
                "Your shop asks to cancel order <b>{ref}</b>. An operator answers by {by}; "
                "without an answer it is cancelled.",
                ref=show_ref(event.ref),
                by=format.moment(event.answer_by, zone, t),
            )
        case CancellationRequested():
            return _asked(t, event, zone)
        case RequestDecided():
            return _to_shop(t, event) if to_shop else _to_buyer(t, event)
    return _to_operators(t, event, zone)


def ended(t: Translator, event: OrderCancelled, *, to_shop: bool) -> str | None:
    """What an order that its shop has ended means for who owes and who reads."""
    if to_shop:
        return None
    debt = t("You owe nothing. If the parcel still comes, refuse it at the door.")
    if event.payment is not PaymentMethod.COD:
        debt = t("Please do not pay for it any more; what has come goes back to you.")
    explained = t("The seller explained why; open the order to read it.")
    return lines(explained if event.has_words else None, debt)


def _asked(t: Translator, event: CancellationRequested, zone: Zone) -> str:
    return lines(
        t(
            "{shop} asks to cancel order <b>{ref}</b>: {reason}.",
            shop=event.shop_name,
            ref=show_ref(event.ref),
            reason=words.reason_code(t, event.reason),
        ),
        t("The seller explained why; open the order to read it.") if event.has_words else None,
        t(
            "An operator answers by {by}; without an answer it is cancelled and your money goes "
            "back.",
            by=format.moment(event.answer_by, zone, t),
        ),
        t("Fine with you? Open the order and press <b>Agree, cancel it</b>: it ends at once."),
    )


def _to_buyer(t: Translator, event: RequestDecided) -> str:
    ref, shop = show_ref(event.ref), event.shop_name
    match event.state:
        case _R.APPROVED:
            return lines(_confirmed(t, event), refunds.on_its_way(t, event))
        case _R.REJECTED:
            return lines(
                t(
                    "{shop} wanted to cancel order <b>{ref}</b>; an operator refused.",
                    shop=shop,
                    ref=ref,
                ),
                t("The order goes on; open it to see what can be done."),
            )
        case _R.WITHDRAWN:
            return t(
                "{shop} does not want to cancel order <b>{ref}</b> any more; it goes on.",
                shop=shop,
                ref=ref,
            )
    return lines(
        t("{shop} sends order <b>{ref}</b> after all.", shop=shop, ref=ref),
        t("Open the order to follow the parcel and to see what can be done."),
    )


def _confirmed(t: Translator, event: RequestDecided) -> str:
    ref, shop = show_ref(event.ref), event.shop_name
    match event.decided_by:
        case Party.BUYER:
            return t("You and {shop} agreed: order <b>{ref}</b> is cancelled.", shop=shop, ref=ref)
        case Party.SYSTEM:
            return t(
                "No operator objected, so order <b>{ref}</b> is cancelled as {shop} asked.",
                ref=ref,
                shop=shop,
            )
    return t(
        "An operator confirmed it: order <b>{ref}</b> is cancelled as {shop} asked.",
        ref=ref,
        shop=shop,
    )


def _to_shop(t: Translator, event: RequestDecided) -> str:
    ref = show_ref(event.ref)
    who = event.decider or words.party(t, event.decided_by)
    match event.state:
        case _R.APPROVED:
            return lines(
                t(
                    "The cancellation of order <b>{ref}</b> was confirmed by {who}.",
                    ref=ref,
                    who=who,
                ),
                t("Do not ship it; the goods are back in stock."),
            )
        case _R.REJECTED:
            return lines(
                t(
                    "The cancellation of order <b>{ref}</b> was refused by {who}: {reason}.",
                    ref=ref,
                    who=who,
                    reason=words.reason_code(t, event.reason or ""),
                ),
                t("The order goes on: please send it in time."),
            )
        case _R.WITHDRAWN:
            return t(
                "{who} took the request about order <b>{ref}</b> back: please ship it.",
                who=who,
                ref=ref,
            )
    return t("The request about order <b>{ref}</b> is closed: the parcel left.", ref=ref)


def _to_operators(t: Translator, event: RequestEvent, zone: Zone) -> str:
    ref, shop, by = show_ref(event.ref), event.shop_name, format.moment(event.answer_by, zone, t)
    match event:
        case SellerCancelAsked():
            return t(
                "{shop} wants to cancel the paid order <b>{ref}</b>: {reason}. Please confirm or "
                "refuse it by {by}.",
                shop=shop,
                ref=ref,
                reason=words.reason_code(t, event.reason),
                by=by,
            )
        case SellerCancelReminded():
            return t(
                "{shop} still waits for an answer about order <b>{ref}</b>. Without one it is "
                "cancelled at {by}.",
                shop=shop,
                ref=ref,
                by=by,
            )
        case SellerCancelDecided():
            return _decided(t, event)
    raise LookupError(event.name)


def _decided(t: Translator, event: SellerCancelDecided) -> str:
    ref, shop = show_ref(event.ref), event.shop_name
    match event.state:
        case _R.APPROVED:
            return t("Order <b>{ref}</b> of {shop} is cancelled.", ref=ref, shop=shop)
        case _R.REJECTED:
            return t(
                "{name} refused to cancel order <b>{ref}</b> of {shop}.",
                name=event.decider,
                ref=ref,
                shop=shop,
            )
    return t(
        "Order <b>{ref}</b> of {shop} goes on; nothing is to be decided any more.",
        ref=ref,
        shop=shop,
    )

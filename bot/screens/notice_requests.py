"""Requests to cancel, as notices tell them to both sides."""

from bot.i18n.translator import Translator
from bot.screens import format, notice_seller_cancels, refunds, words
from bot.screens.base import lines
from store.domain.order import Party, show_ref
from store.domain.request import RequestState
from store.domain.zones import Zone
from store.events.requests import (
    CancellationRequested,
    RequestDecided,
    RequestEvent,
    RequestReminded,
)
from store.events.seller_cancels import (
    SellerCancelAsked,
    SellerCancelDecided,
    SellerCancelEvent,
    SellerCancelReminded,
)


def told(t: Translator, event: RequestEvent, zone: Zone, *, to_shop: bool) -> str:
    """The full words, with what happens next and by when."""
    if event.asked_by is Party.SELLER or isinstance(event, SellerCancelEvent):
        return notice_seller_cancels.told(t, event, zone, to_shop=to_shop)
    match event:
        case CancellationRequested():
            return _requested(t, event, zone, to_shop=to_shop)
        case RequestReminded():
            return t(
                "The cancellation of order <b>{ref}</b> still waits for your answer. "
                "Without one it is approved at {by}.",
                ref=show_ref(event.ref),
                by=format.moment(event.answer_by, zone, t),
            )
        case RequestDecided():
            return _to_shop(t, event) if to_shop else _to_buyer(t, event)
    raise LookupError(event.name)


def headline(t: Translator, event: RequestEvent) -> str:
    """The notice in one line, as plain text."""
    ref = show_ref(event.ref)
    match event:
        case CancellationRequested() | SellerCancelAsked():
            return t.plain("Cancellation of {ref} requested", ref=ref)
        case RequestReminded() | SellerCancelReminded():
            return t.plain("Cancellation of {ref} waits for an answer", ref=ref)
        case RequestDecided(state=state) | SellerCancelDecided(state=state):
            return _became(t, state, ref)
    raise LookupError(event.name)


def _became(t: Translator, state: RequestState, ref: str) -> str:
    match state:
        case RequestState.APPROVED:
            return t.plain("Cancellation of {ref} approved", ref=ref)
        case RequestState.REJECTED:
            return t.plain("Cancellation of {ref} rejected", ref=ref)
        case RequestState.WITHDRAWN:
            return t.plain("Cancellation of {ref} withdrawn", ref=ref)
    return t.plain("Cancellation of {ref} closed: the parcel left", ref=ref)


def _requested(t: Translator, event: CancellationRequested, zone: Zone, *, to_shop: bool) -> str:
    ref, by = show_ref(event.ref), format.moment(event.answer_by, zone, t)
    if not to_shop:
        return t(
            "You asked {shop} to cancel order <b>{ref}</b>. The answer comes by {by}; "
            "without one it is approved by itself.",
            shop=event.shop_name,
            ref=ref,
            by=by,
        )
    return lines(
        t("The buyer of order <b>{ref}</b> asks to cancel.", ref=ref),
        t("Reason: {reason}", reason=words.reason_code(t, event.reason)),
        t("Answer by {by}; after that it is approved by itself.", by=by),
    )


def _to_buyer(t: Translator, event: RequestDecided) -> str:
    ref, shop = show_ref(event.ref), event.shop_name
    match event.state:
        case RequestState.APPROVED:
            first = t("{shop} approved: order <b>{ref}</b> is cancelled.", shop=shop, ref=ref)
            if event.decided_by is Party.SYSTEM:
                first = t(
                    "Nobody at {shop} answered in time, so order <b>{ref}</b> is cancelled.",
                    shop=shop,
                    ref=ref,
                )
            return lines(first, _money(t, event))
        case RequestState.REJECTED:
            return lines(
                t(
                    "{shop} rejected the cancellation of order <b>{ref}</b>: {reason}.",
                    shop=shop,
                    ref=ref,
                    reason=words.reason_code(t, event.reason or ""),
                ),
                t("The order goes on; open it to see what can be done."),
            )
        case RequestState.WITHDRAWN:
            return t("You took the request back; order <b>{ref}</b> goes on.", ref=ref)
    return lines(
        t(
            "{shop} had already handed over the parcel of order <b>{ref}</b>, "
            "so the request is closed.",
            shop=shop,
            ref=ref,
        ),
        t("Open the order to follow the parcel and to see what can be done."),
    )


def _money(t: Translator, event: RequestDecided) -> str:
    if not event.back:
        return t("You owe nothing. If the parcel still comes, refuse it at the door.")
    return refunds.on_its_way(t, event)


def _to_shop(t: Translator, event: RequestDecided) -> str:
    ref = show_ref(event.ref)
    who = event.decider or words.party(t, event.decided_by)
    match event.state:
        case RequestState.APPROVED:
            return lines(
                t(
                    "The cancellation of order <b>{ref}</b> was approved by {who}.",
                    ref=ref,
                    who=who,
                ),
                t("Do not ship it; the goods are back in stock."),
            )
        case RequestState.REJECTED:
            return t(
                "The cancellation of order <b>{ref}</b> was rejected by {who}: {reason}.",
                ref=ref,
                who=who,
                reason=words.reason_code(t, event.reason or ""),
            )
        case RequestState.WITHDRAWN:
            return t(
                "The buyer took the request back; order <b>{ref}</b> goes on: ship it.", ref=ref
            )
    return t("The request about order <b>{ref}</b> is closed: the parcel left.", ref=ref)

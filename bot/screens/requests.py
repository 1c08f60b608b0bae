"""A request to cancel: its card where it is decided, the desk's list, and what became of it."""

from dataclasses import dataclass

from bot.buttons import requests as keys
from bot.buttons.base import Key
from bot.buttons.desk import OpenDesk, OpenDeskOrder
from bot.buttons.links import ORDER_LINK, start_link
from bot.i18n.translator import Translator
from bot.screens import format, words
from bot.screens.base import Screen, lines, rows
from bot.screens.browse import paging
from bot.screens.start import home_key
from store.domain.order import OrderStatus, Party, show_ref
from store.domain.payment import PaymentMethod
from store.domain.request import RejectReason, RequestState
from store.domain.zones import Zone
from store.errors import AlreadyDecided
from store.events.orders import Item
from store.views.catalogue import ShopCard
from store.views.orders import OrderPage
from store.views.paging import Page
from store.views.requests import RequestCard, RequestView

REJECTIONS = tuple(RejectReason)
STILL_HERE = frozenset({OrderStatus.AWAITING_SHIPMENT, OrderStatus.AWAITING_COLLECTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The chat in which a card stands; a group is linked to the private chat by the bot's name.

    An operator who reads it is no side of the order.
    """

    zone: Zone
    group_of: str | None = None
    operator: bool = False


def card(t: Translator, shown: RequestCard, where: Where) -> Screen:
    """The request with its two answers; once it is decided, who did it, when and why."""
    waits = shown.request.state is RequestState.PENDING
    return Screen(
        text=lines(
            _head(t, shown, where),
            *(item(t, one) for one in shown.items),
            t(
                "{total}, {payment}",
                total=format.rupiah(shown.total),
                payment=words.payment(t, shown.payment),
            ),
            t("Reason: {reason}", reason=words.reason_code(t, shown.request.reason)),
            t("“{words}”", words=shown.request.words) if shown.request.words else None,
            "",
            _consequence(t, shown) if waits else outcome(t, shown.request, where.zone),
            _next_step(t, shown),
        ),
        rows=rows(
            _answers(t, shown) if waits else [],
            [_order_key(t, shown, where)],
            _back(t, shown) if where.group_of is None else [],
        ),
    )


def why_not(t: Translator, shown: RequestCard, where: Where) -> Screen:
    """The reasons for a no, in the place of the card."""
    request_id = shown.request.id
    return Screen(
        text=lines(
            _head(t, shown, where),
            t("Why do you reject it? The buyer reads the reason, and the order goes on."),
        ),
        rows=rows(
            *(
                [keys.Reject(request_id, at).labelled(words.rejection(t, reason))]
                for at, reason in enumerate(REJECTIONS)
            ),
            [keys.BackToRequest(request_id).labelled(t.plain("‹ Back"))],
        ),
    )


def outcome(t: Translator, request: RequestView, zone: Zone) -> str:
    """How it was answered: by whom, when and why."""
    assert request.decided_at is not None
    at = format.short_moment(request.decided_at, zone, t)
    name = request.decider or ""
    match request.state:
        case RequestState.APPROVED if request.decided_by is Party.SYSTEM:
            return t("Approved by itself at {at}: nobody had answered in time.", at=at)
        case RequestState.APPROVED:
            return t("<b>Approved</b> by {name}, {at}.", name=name, at=at)
        case RequestState.REJECTED:
            return t(
                "<b>Rejected</b> by {name}, {at}: {reason}.",
                name=name,
                at=at,
                reason=words.reason_code(t, request.decision_reason or ""),
            )
        case RequestState.WITHDRAWN:
            return t("The buyer took the request back, {at}. The order goes on.", at=at)
    return t("Closed, {at}: the parcel was handed over by {name}.", at=at, name=name)


def for_buyer(t: Translator, request: RequestView, zone: Zone, *, shop: str) -> str:
    """The same for the buyer who asked, for whom the shop's people have no names."""
    if request.decided_at is None:
        by = format.moment(request.answer_by, zone, t)
        return t("<b>Cancellation requested</b> · answered by {by}", by=by)
    at = format.short_moment(request.decided_at, zone, t)
    match request.state:
        case RequestState.REJECTED:
            return t(
                "{shop} rejected your cancellation, {at}: {reason}. Has something changed? "
                "Write to the seller.",
                shop=shop,
                at=at,
                reason=words.reason_code(t, request.decision_reason or ""),
            )
        case RequestState.WITHDRAWN:
            return t("You took the request back, {at}. The order goes on.", at=at)
        case RequestState.CLOSED_SHIPPED:
            return t(
                "Your request was closed, {at}: {shop} had handed over the parcel.",
                at=at,
                shop=shop,
            )
    return outcome(t, request, zone)


def withdraw_key(t: Translator, page: OrderPage) -> Key | None:
    """Taking the request back, while its buyer can."""
    asked = page.request
    waits = asked is not None and asked.state is RequestState.PENDING
    own = asked is not None and asked.asked_by is Party.BUYER
    if page.viewer is not Party.BUYER or not (waits and own):
        return None
    return keys.Withdraw(page.id).labelled(t.plain("Take the request back"))


def too_late(t: Translator, refused: AlreadyDecided, zone: Zone) -> str:
    """A toast for whoever was not the first."""
    at = format.short_moment(refused.at, zone, t)
    by = words.who(t, refused.by)
    match refused.status:
        case RequestState.APPROVED:
            return t.plain("Already approved by {by}, {at}.", by=by, at=at)
        case RequestState.REJECTED:
            return t.plain("Already rejected by {by}, {at}.", by=by, at=at)
        case RequestState.WITHDRAWN:
            return t.plain("The buyer took the request back, {at}.", at=at)
        case RequestState.CLOSED_SHIPPED:
            return t.plain("Closed because the parcel left ({by}, {at}).", by=by, at=at)
    return t.plain("This was decided already by {by}.", by=by)


def waiting(t: Translator, shop: ShopCard, found: Page[RequestCard], *, zone: Zone) -> Screen:
    """What buyers ask, the nearest deadline first."""
    hint = t("Answer each before its time is over; silence approves it.")
    if not found.items:
        hint = t("No request waits. When a buyer asks to cancel, it is told to you here.")
    return Screen(
        text=lines(t("<b>Requests to cancel</b> · {shop}", shop=shop.name), hint),
        rows=rows(
            *([_row_key(t, one, zone)] for one in found.items),
            paging(t, found, lambda page: keys.OpenRequests(shop.id, page).pack()),
            [OpenDesk(shop.id).labelled(t.plain("‹ Desk")), home_key(t)],
        ),
    )


def requests_key(t: Translator, shop_id: int, count: int) -> Key | None:
    """The way from the desk to what waits."""
    if not count:
        return None
    label = t.plain("Requests to cancel · {n}", n=count)
    return keys.OpenRequests(shop_id).labelled(label, style="primary")


def closed_by_sending(t: Translator, page: OrderPage) -> str | None:
    """For a shop that is about to send what somebody wants to cancel."""
    asked = page.request
    if asked is None or asked.state is not RequestState.PENDING:
        return None
    return t("⚠ Its cancelling is asked for. Going on here closes that request.")


def item(t: Translator, one: Item) -> str:
    """A line of the order."""
    return t("{title}, {variant} × {n}", title=one.title, variant=one.variant_name, n=one.quantity)


def _head(t: Translator, shown: RequestCard, where: Where) -> str:
    title = _title(t, shown, where)
    if shown.request.state is not RequestState.PENDING:
        return title
    by = format.moment(shown.request.answer_by, where.zone, t)
    return lines(title, t("Answer by {by}; after that it is approved by itself.", by=by))


def _title(t: Translator, shown: RequestCard, where: Where) -> str:
    """A group is its shop's own; in private a member of two shops has to know for which."""
    ref = show_ref(shown.ref)
    if where.group_of is not None:
        return t("<b>Cancellation requested</b> · {ref}", ref=ref)
    return t("<b>Cancellation requested</b> · {shop} · {ref}", shop=shown.shop_name, ref=ref)


def _consequence(t: Translator, shown: RequestCard) -> str:
    """What happens when it is approved."""
    units = sum(one.quantity for one in shown.items)
    if shown.back and shown.payment is PaymentMethod.TELEGRAM_INVOICE:
        return t(
            "If approved: +{n} back in stock, and Lapak's operator sends {back} back to the "
            "buyer's card.",
            n=units,
            back=format.rupiah(shown.back),
        )
    if shown.back:
        return t(
            "If approved: +{n} back in stock, and you send {back} back to the buyer.",
            n=units,
            back=format.rupiah(shown.back),
        )
    return t("If approved: +{n} back in stock. Nothing was paid yet; stop the parcel.", n=units)


def _next_step(t: Translator, shown: RequestCard) -> str | None:
    """What the shop does with the parcel once it is decided."""
    if shown.request.state is RequestState.APPROVED:
        return t("Do not ship it; the goods are back in stock.")
    if shown.request.state is RequestState.REJECTED and shown.status in STILL_HERE:
        return t("The order goes on: please send it in time.")
    return None


def _answers(t: Translator, shown: RequestCard) -> list[Key]:
    request_id = shown.request.id
    return [
        keys.Approve(request_id).labelled(t.plain("Approve"), style="primary"),
        keys.AskRejection(request_id).labelled(t.plain("Reject"), style="danger"),
    ]


def _order_key(t: Translator, shown: RequestCard, where: Where) -> Key:
    if where.group_of is None:
        return OpenDeskOrder(shown.order_id).labelled(t.plain("See order"))
    link = start_link(where.group_of, f"{ORDER_LINK}{shown.ref}")
    return Key(label=t.plain("See order"), url=link)


def _back(t: Translator, shown: RequestCard) -> list[Key]:
    return [OpenDesk(shown.shop_id).labelled(t.plain("‹ Desk")), home_key(t)]


def _row_key(t: Translator, shown: RequestCard, zone: Zone) -> Key:
    by = format.short_moment(shown.request.answer_by, zone, t)
    label = f"{by} · {show_ref(shown.ref)} · {format.cut(shown.items[0].title, 24)}"
    return keys.OpenRequest(shown.request.id).labelled(label)

"""The order list with its tabs and the order page."""

from bot.buttons.base import Key
from bot.buttons.browse import OpenProduct, OpenShops
from bot.buttons.cancel import AskCancellation
from bot.buttons.inbox import OpenInbox
from bot.buttons.orders import Door, OpenOrder, OpenOrders
from bot.buttons.profile import OpenProfile
from bot.buttons.tracking import AskReceived, ConfirmCod, Track
from bot.i18n.translator import Translator
from bot.screens import (
    format,
    messages,
    payments,
    refunds,
    seller_requests,
    shipments,
    timeline,
    words,
)
from bot.screens import requests as request_screens
from bot.screens.base import Screen, in_pairs, lines, rows
from bot.screens.browse import paging
from bot.screens.start import home_key
from store.domain.cancellation import Route
from store.domain.desk import CodAnswer
from store.domain.order import OrderStatus, Party, Tab, show_ref
from store.domain.request import RequestState
from store.domain.zones import Zone
from store.views.orders import OrderPage, OrderRow, TabCounts
from store.views.paging import Page

TABS = tuple(Tab)


def listed(
    t: Translator, found: Page[OrderRow], counts: TabCounts, *, tab: Tab, door: int
) -> Screen:
    """A page of a tab, with counts on every tab."""
    at = TABS.index(tab)
    title = t("<b>My orders</b> · {tab}", tab=words.tab(t, tab))
    hint = t("Choose an order to see where it is.")
    if not found.items:
        hint = t("No orders here yet.")
    return Screen(
        text=lines(title, hint),
        rows=rows(
            *in_pairs(_tab_key(t, one, counts, tab, door) for one in TABS),
            *(
                [_row_key(t, row, OpenOrder(row.id, door, at, found.number))]
                for row in found.items
            ),
            paging(t, found, lambda page: OpenOrders(door, at, page).pack()),
            [OpenShops().labelled(t.plain("Look around")) if not found.items else None],
            [_door_key(t, door), home_key(t)],
        ),
    )


def not_yours(t: Translator) -> Screen:
    """A link leads to an order that is not this person's, or to none: the same words for both."""
    return Screen(
        text=t("This order is not here, or it is not yours to see."),
        rows=rows([OpenOrders().labelled(t.plain("My orders")), home_key(t)]),
    )


def card(t: Translator, page: OrderPage, *, zone: Zone, back: OpenOrders) -> Screen:
    """Everything about one order and what can be done now."""
    return Screen(
        text=lines(
            t(
                "Order <b>{ref}</b> · {status}",
                ref=show_ref(page.ref),
                status=words.status(t, page.status),
            ),
            next_step(t, page, zone),
            _explained(t, page),
            _asked(t, page),
            _request(t, page, zone),
            *refunds.lines(t, page, zone),
            "",
            *timeline.steps(t, page, zone),
            "",
            *shipments.goods(t, page),
            *_money(t, page),
            "",
            *_address(t, page),
            t("Message to the seller: {note}", note=page.note) if page.note else None,
        ),
        rows=rows(
            *refunds.buyer_keys(t, page),
            [_yes_key(t, page)],
            [received_key(t, page)],
            [
                _track_key(t, page),
                Key(label=t.plain("Copy order number"), copy=show_ref(page.ref)),
            ],
            payments.pay_keys(t, page),
            [request_screens.withdraw_key(t, page)],
            [messages.thread_key(t, page), _cancel_key(t, page)],
            [_again_key(t, page)],
            [back.labelled(t.plain("‹ My orders")), home_key(t)],
        ),
    )


def next_step(t: Translator, page: OrderPage, zone: Zone) -> str:
    """In one line what happens next and by when."""
    if page.cancelled is not None and page.cancelled.by is Party.SYSTEM:
        return shipments.ended_by_itself(t, page)
    if page.cancelled is not None and page.cancelled.by is Party.BUYER:
        return t("You cancelled: {reason}", reason=words.reason_code(t, page.cancelled.reason))
    if page.cancelled is not None:
        return t(
            "Cancelled by {who}: {reason}",
            who=words.party(t, page.cancelled.by),
            reason=words.reason_code(t, page.cancelled.reason),
        )
    if page.status is OrderStatus.UNPAID:
        return payments.status_line(t, page, zone) or ""
    if page.status in {OrderStatus.ON_HOLD, OrderStatus.AWAITING_SHIPMENT}:
        by = format.moment(page.ship_by, zone, t)
        return t("The seller is preparing your parcel; it ships by {by}.", by=by)
    if page.status is OrderStatus.AWAITING_COLLECTION:
        if shipments.brought(page):
            return t("The parcel is packed; the shop brings it itself.")
        return t("The parcel is packed and waits for the courier.")
    if page.status is OrderStatus.IN_TRANSIT:
        eta = format.days(page.eta.first, page.eta.last, t)
        return t("The parcel is on its way; expected {days}.", days=eta)
    if page.status is OrderStatus.DELIVERED:
        return t("The parcel has arrived. Film the unboxing and check what is inside.")
    return t("This order is completed. Thank you!")


def _explained(t: Translator, page: OrderPage) -> str | None:
    said = page.cancelled.words if page.cancelled else None
    if page.cancelled is None or said is None:
        return None
    if page.cancelled.by is Party.BUYER:
        return t("Your words: {words}", words=said)
    return t("The seller's words: {words}", words=said)


def received_key(t: Translator, page: OrderPage) -> Key | None:
    """Order received, where it has arrived and is not closed."""
    if page.viewer is not Party.BUYER or page.status is not OrderStatus.DELIVERED:
        return None
    return AskReceived(page.id).labelled(t.plain("Order received"), style="primary")


def _asks(page: OrderPage) -> bool:
    """Whether the shop waits for the buyer's word before it sends the parcel."""
    asked = page.confirmation is not None and page.confirmation.answer is None
    waits = page.status is OrderStatus.AWAITING_SHIPMENT
    return asked and waits and page.viewer is Party.BUYER


def _asked(t: Translator, page: OrderPage) -> str | None:
    confirmed = page.confirmation is not None and page.confirmation.answer is CodAnswer.SEND
    if confirmed and page.status is OrderStatus.AWAITING_SHIPMENT:
        return t("You have confirmed that it shall come.")
    return t("<b>The seller asks: shall the parcel come?</b>") if _asks(page) else None


def _yes_key(t: Translator, page: OrderPage) -> Key | None:
    if not _asks(page):
        return None
    return ConfirmCod(page.id).labelled(t.plain("Yes, send it"), style="primary")


def _track_key(t: Translator, page: OrderPage) -> Key | None:
    return Track(page.id).labelled(t.plain("Track")) if page.shipment else None


def _door_key(t: Translator, door: int) -> Key | None:
    """Back through the menu by which the list was opened; home has its own button."""
    return {
        Door.PROFILE: OpenProfile().labelled(t.plain("‹ Profile")),
        Door.SHOP: OpenShops().labelled(t.plain("‹ Shop")),
        Door.INBOX: OpenInbox().labelled(t.plain("‹ Inbox")),
    }.get(door_of(door))


def _tab_key(t: Translator, tab: Tab, counts: TabCounts, here: Tab, door: int) -> Key:
    count = counts.get(tab, 0)
    name = words.tab(t, tab)
    label = f"{name} {count}" if count else name
    return OpenOrders(door, TABS.index(tab)).labelled(f"· {label} ·" if tab is here else label)


def _row_key(t: Translator, row: OrderRow, target: OpenOrder) -> Key:
    more = f" +{row.more_lines}" if row.more_lines else ""
    title = format.cut(row.title, 22) + more
    status = words.status(t, row.status)
    return target.labelled(
        f"{status} · {show_ref(row.ref)} · {title} · {format.rupiah(row.total)}"
    )


def _money(t: Translator, page: OrderPage) -> list[str | None]:
    return [
        t(
            "Shipping {courier} {service} — {fee}",
            courier=page.courier,
            service=page.service,
            fee=format.rupiah(page.shipping_fee),
        ),
        shipments.free_shipping(t, fee=page.shipping_fee, paid=page.shipping_paid_by_shop),
        _instead(t, page),
        t(
            "<b>Total {total}</b> · {payment}",
            total=format.rupiah(page.total),
            payment=words.payment(t, page.payment),
        ),
        *payments.sums(t, page),
    ]


def _instead(t: Translator, page: OrderPage) -> str | None:
    """What carries it, where that is not what the buyer chose."""
    if page.shipment is None or shipments.chosen(t, page) is None:
        return None
    if shipments.brought(page):
        return t("Brought by the shop itself; you pay the same.")
    return t(
        "Sent with {courier} {service} instead; you pay the same.",
        courier=page.shipment.courier or "",
        service=page.shipment.service or "",
    )


def _address(t: Translator, page: OrderPage) -> list[str]:
    to = page.address
    if page.forgotten:
        return [t("The recipient's details were deleted at your request.")]
    return [
        t("{shop} sends to:", shop=page.shop.name)
        if page.status is not OrderStatus.CANCELLED
        else t("Ordered for:"),
        t("{name} · {phone}", name=to.name, phone=format.phone(to.phone)),
        t(
            "{street}, {district}, {city}, {province} {postcode}",
            street=to.street,
            district=to.district,
            city=to.city,
            province=to.province,
            postcode=to.postcode,
        ),
    ]


def _cancel_key(t: Translator, page: OrderPage) -> Key | None:
    if page.viewer is not Party.BUYER or page.cancellation.route is Route.REFUSED:
        return None
    asked = page.request
    if asked and asked.asked_by is Party.SELLER and asked.state is RequestState.PENDING:
        return seller_requests.agree_key(t, page.id)
    at_once = page.cancellation.route is Route.AT_ONCE
    label = t.plain("Cancel order") if at_once else t.plain("Ask to cancel")
    return AskCancellation(page.id).labelled(label, style="danger")


def _request(t: Translator, page: OrderPage, zone: Zone) -> str | None:
    """What was asked last about the order, and what became of it."""
    asked = page.request
    if asked is None or page.status is OrderStatus.CANCELLED:
        return None
    if asked.asked_by is Party.SELLER:
        return seller_requests.for_buyer(t, asked, zone)
    return request_screens.for_buyer(t, asked, zone, shop=page.shop.name)


def _again_key(t: Translator, page: OrderPage) -> Key | None:
    ended = {OrderStatus.COMPLETED, OrderStatus.CANCELLED, OrderStatus.DELIVERED}
    if page.viewer is not Party.BUYER or page.status not in ended:
        return None
    line = page.lines[0]
    again = OpenProduct(line.product_id, 0, line.variant_id)
    return again.labelled(t.plain("Buy again"))


def door_of(number: int) -> Door:
    """The door of a button; one that does not exist is the profile's."""
    return Door(number) if number in set(Door) else Door.PROFILE


def tab_of(number: int) -> Tab:
    """The tab of a button; one that does not exist is the first."""
    return TABS[number] if 0 <= number < len(TABS) else Tab.ALL

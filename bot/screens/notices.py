"""What happened, as a sentence in the inbox and as a pushed message."""

from bot.buttons.base import Key
from bot.buttons.inbox import MarkAllRead, OpenInbox, OpenNotice
from bot.buttons.orders import Door, OpenOrder, OpenOrders
from bot.i18n.translator import Translator
from bot.screens import (
    format,
    messages,
    notice_cancelled,
    notice_groups,
    notice_operators,
    notice_payments,
    notice_people,
    notice_refunds,
    notice_requests,
    notice_shipping,
    payments,
    words,
)
from bot.screens.base import Screen, in_threes, lines, rows
from bot.screens.browse import paging
from bot.screens.start import home_key
from store.domain.inbox import NoticeKind, RecipientKind
from store.domain.order import show_ref
from store.domain.zones import Zone
from store.events.base import Event, Illegible
from store.events.groups import GroupEvent
from store.events.messages import MessageWritten
from store.events.operators import ShopUnheard
from store.events.orders import (
    Item,
    OrderCancelled,
    OrderConfirmed,
    OrderEvent,
    OrderOverdue,
    OrderPlaced,
)
from store.events.payments import PaymentEvent, PaymentReminded, RefundPromised
from store.events.people import MembershipEvent
from store.events.refunds import RefundEvent
from store.events.requests import RequestEvent
from store.events.shipping import ShippingEvent
from store.ports.notifier import Parcel
from store.views.inbox import NoticeRow, UnreadCounts
from store.views.paging import Page

KINDS = (None, *NoticeKind)
USUAL = {None, NoticeKind.ORDERS, NoticeKind.CANCELLATIONS, NoticeKind.SYSTEM}


def pushed(t: Translator, parcel: Parcel, *, zone: Zone) -> Screen:
    """A notice as its own message, with one button that opens what it is about."""
    event = parcel.event
    to_shop = parcel.recipient.kind is RecipientKind.SHOP
    proof = notice_refunds.proof(event, to_shop=to_shop)
    return Screen(
        text=told(t, event, zone, to_shop=to_shop),
        rows=rows(
            *_own_keys(t, event),
            *notice_refunds.own_keys(t, event, to_shop=to_shop),
            [_open_key(t, parcel)],
        ),
        picture=proof,
        protected=proof is not None,
    )


def in_group(t: Translator, parcel: Parcel, *, zone: Zone, bot_name: str) -> Screen:
    """A notice in the shop's group: nothing personal, and a link where there is more."""
    return Screen(
        text=told(t, parcel.event, zone, to_shop=True),
        rows=rows(
            [notice_refunds.group_key(t, parcel.event, bot_name=bot_name)],
            [notice_groups.order_key(t, parcel.event, bot_name=bot_name)],
        ),
    )


def over(t: Translator, event: OrderEvent) -> Screen:
    """What is left under a notice whose question is over: the way to the order."""
    open_order = OpenOrder(event.order_id, Door.INBOX).labelled(t.plain("See order"))
    return Screen(text="", rows=rows([open_order]))


def told(t: Translator, event: Event, zone: Zone, *, to_shop: bool) -> str:
    """The full words of a notice."""
    match event:
        case ShippingEvent():
            return notice_shipping.told(t, event, zone)
        case PaymentEvent():
            return notice_payments.told(t, event, zone, to_shop=to_shop)
        case RefundPromised():
            return notice_payments.refund(t, event, to_shop=to_shop)
        case RefundEvent():
            return notice_refunds.told(t, event, zone, to_shop=to_shop)
        case MessageWritten():
            return messages.told(t, event)
        case RequestEvent():
            return notice_requests.told(t, event, zone, to_shop=to_shop)
        case OrderPlaced():
            return _placed(t, event, zone)
        case OrderConfirmed():
            return t(
                "Order <b>{ref}</b> is with {shop}. It ships by {by}; expected {days}.",
                ref=show_ref(event.ref),
                shop=event.shop_name,
                by=format.moment(event.ship_by, zone, t),
                days=format.days(event.eta_from, event.eta_to, t),
            )
        case OrderOverdue():
            return _overdue(t, event, zone)
        case OrderCancelled():
            return notice_cancelled.told(t, event, to_shop=to_shop)
        case MembershipEvent():
            return notice_people.told(t, event)
        case GroupEvent():
            return notice_groups.told(t, event)
        case ShopUnheard():
            return notice_operators.told(t, event)
        case Illegible():
            return t("This notice is from an older version and cannot be shown any more.")
    raise LookupError(type(event).name)


def _placed(t: Translator, event: OrderPlaced, zone: Zone) -> str:
    return lines(
        t("New order <b>{ref}</b> for {shop}", ref=show_ref(event.ref), shop=event.shop_name),
        *(_item(t, item) for item in event.items),
        t(
            "{total}, {payment} · to {city}",
            total=format.rupiah(event.total),
            payment=words.payment(t, event.payment),
            city=event.city,
        ),
        t("The buyer left a message; open the order to read it.") if event.has_note else None,
        t("Ship by {by}.", by=format.moment(event.ship_by, zone, t)),
    )


def _overdue(t: Translator, event: OrderOverdue, zone: Zone) -> str:
    return t(
        "Order <b>{ref}</b> should have left by {by}. Please send it today; two working "
        "days after that date it ends by itself.",
        ref=show_ref(event.ref),
        by=format.moment(event.ship_by, zone, t),
    )


def inbox(
    t: Translator,
    found: Page[NoticeRow],
    unread: UnreadCounts,
    *,
    kind: NoticeKind | None,
    zone: Zone,
) -> Screen:
    """A page of the inbox; what stood on it is read from now on."""
    total = sum(unread.values())
    head = t("<b>Inbox</b>")
    if total:
        head = t("<b>Inbox</b> · {n} unread", n=total)
    empty = t("Nothing here yet. Whatever happens to your orders is told here.")
    return Screen(
        text=lines(
            head,
            *(_row(t, row, zone, at) for at, row in enumerate(found.items, start=1)),
            empty if not found.items else t("Choose a number to open it."),
        ),
        rows=rows(
            (OpenNotice(row.id).labelled(str(at)) for at, row in enumerate(found.items, start=1)),
            *in_threes(_kind_key(t, one, unread, kind) for one in _headings(unread, kind)),
            paging(t, found, lambda page: OpenInbox(KINDS.index(kind), page).pack()),
            [
                OpenOrders(door=Door.INBOX).labelled(t.plain("My orders")),
                MarkAllRead().labelled(t.plain("Mark all read")) if total else None,
            ],
            [home_key(t)],
        ),
    )


def headline(t: Translator, event: Event) -> str:
    """A notice in one line, as plain text."""
    match event:
        case ShippingEvent():
            return notice_shipping.headline(t, event)
        case PaymentEvent():
            return notice_payments.headline(t, event)
        case RefundPromised():
            return notice_payments.refund_headline(t, event)
        case RefundEvent():
            return notice_refunds.headline(t, event)
        case MessageWritten():
            return messages.headline(t, event)
        case RequestEvent():
            return notice_requests.headline(t, event)
        case MembershipEvent():
            return notice_people.headline(t, event)
        case GroupEvent():
            return notice_groups.headline(t, event)
        case ShopUnheard():
            return notice_operators.headline(t, event)
        case OrderPlaced():
            return t.plain("New order {ref}", ref=show_ref(event.ref))
        case OrderConfirmed():
            return t.plain("Order {ref} is with the shop", ref=show_ref(event.ref))
        case OrderOverdue():
            return t.plain("Order {ref} is late", ref=show_ref(event.ref))
        case OrderCancelled():
            return t.plain("Order {ref} was cancelled", ref=show_ref(event.ref))
        case Illegible():
            return t.plain("An older notice")
    raise LookupError(type(event).name)


def one(t: Translator, row: NoticeRow, zone: Zone) -> Screen:
    """A notice that is about nothing one could open: its full words."""
    return Screen(
        text=lines(
            told(t, row.event, zone, to_shop=row.shop_id is not None),
            format.moment(row.created_at, zone, t),
        ),
        rows=rows([OpenInbox().labelled(t.plain("‹ Inbox")), home_key(t)]),
    )


def _headings(unread: UnreadCounts, here: NoticeKind | None) -> list[NoticeKind | None]:
    """The kinds that there are; those that are rare only when something of theirs waits."""
    return [one for one in KINDS if one in USUAL or one is here or one in unread]


def _headline(t: Translator, row: NoticeRow) -> str:
    """One line that says for which shop, where it was told to a shop's people."""
    told_of = headline(t, row.event)
    return f"{row.shop_name}: {told_of}" if row.shop_name else told_of


def _row(t: Translator, row: NoticeRow, zone: Zone, at: int) -> str:
    """One line under its number; a dot and heavy letters where nobody has seen it yet."""
    when = format.short_moment(row.created_at, zone, t)
    line = t("{headline} · {at}", headline=_headline(t, row), at=when)
    return f"{at} ● <b>{line}</b>" if row.unread else f"{at}   {line}"


def _kind_key(
    t: Translator, one: NoticeKind | None, unread: UnreadCounts, here: NoticeKind | None
) -> Key:
    name = _kind_name(t, one)
    count = sum(unread.values()) if one is None else unread.get(one, 0)
    label = f"{name} {count}" if count else name
    return OpenInbox(KINDS.index(one)).labelled(f"· {label} ·" if one is here else label)


def _kind_name(t: Translator, kind: NoticeKind | None) -> str:
    return t.plain("All") if kind is None else words.notice_kind(t, kind)


def _own_keys(t: Translator, event: Event) -> list[list[Key]]:
    """What can be done about it straight from the notice."""
    if isinstance(event, PaymentReminded):
        return payments.reminder_keys(t, event)
    return notice_shipping.keys(t, event) if isinstance(event, ShippingEvent) else []


def _open_key(t: Translator, parcel: Parcel) -> Key | None:
    event = parcel.event
    if parcel.notice_id is not None:
        return OpenNotice(parcel.notice_id).labelled(_leads_to(t, parcel))
    if isinstance(event, OrderEvent):
        return OpenOrder(event.order_id, Door.INBOX).labelled(t.plain("See order"))
    return None


def _leads_to(t: Translator, parcel: Parcel) -> str:
    """What is opened by the notice's own button; an operator is no side of the order."""
    if not isinstance(parcel.event, OrderEvent):
        return t.plain("Open in the inbox")
    if parcel.kind is not NoticeKind.SYSTEM:
        return t.plain("See order")
    about_refund = isinstance(parcel.event, RefundEvent | RefundPromised)
    return t.plain("See refund") if about_refund else t.plain("Open in the inbox")


def _item(t: Translator, item: Item) -> str:
    return t(
        "{title}, {variant} × {n}", title=item.title, variant=item.variant_name, n=item.quantity
    )

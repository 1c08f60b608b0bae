"""What happened, as a sentence in the inbox and as a pushed message."""

from bot.buttons.base import Key
from bot.buttons.inbox import MarkAllRead, OpenInbox, OpenNotice
from bot.buttons.orders import Door, OpenOrder, OpenOrders
from bot.i18n.translator import Translator
from bot.screens import format, words
from bot.screens.base import Screen, lines, rows
from bot.screens.browse import paging
from bot.screens.start import home_key
from store.domain.inbox import NoticeKind, RecipientKind
from store.domain.order import show_ref
from store.domain.zones import Zone
from store.events.base import Event
from store.events.orders import Item, OrderCancelled, OrderConfirmed, OrderEvent, OrderPlaced
from store.ports.notifier import Parcel
from store.views.inbox import NoticeRow, UnreadCounts
from store.views.paging import Page

KINDS = (None, *NoticeKind)


def pushed(t: Translator, parcel: Parcel, *, zone: Zone) -> Screen:
    """A notice as its own message, with one button that opens what it is about."""
    event = parcel.event
    to_shop = parcel.recipient.kind is RecipientKind.SHOP
    return Screen(
        text=told(t, event, zone, to_shop=to_shop),
        rows=rows([_open_key(t, event, parcel.notice_id)]),
    )


def told(t: Translator, event: Event, zone: Zone, *, to_shop: bool) -> str:
    """The full words of a notice."""
    match event:
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
        case OrderCancelled():
            return _cancelled(t, event, to_shop=to_shop)
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
        t("Message: {note}", note=event.note) if event.note else None,
        t("Ship by {by}.", by=format.moment(event.ship_by, zone, t)),
    )


def _cancelled(t: Translator, event: OrderCancelled, *, to_shop: bool) -> str:
    return lines(
        t(
            "Order <b>{ref}</b> at {shop} was cancelled by {who}.",
            ref=show_ref(event.ref),
            shop=event.shop_name,
            who=words.party(t, event.by),
        ),
        t("Reason: {reason}", reason=words.reason_code(t, event.reason)),
        t("Words: {words}", words=event.words) if event.words else None,
        t("Do not ship it; the goods are back in stock.") if to_shop else None,
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
            *(_row(t, row, zone) for row in found.items),
            empty if not found.items else None,
        ),
        rows=rows(
            *([_open_row(t, row)] for row in found.items),
            [_kind_key(t, one, unread, kind) for one in KINDS[:3]],
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
        case OrderPlaced():
            return t.plain("New order {ref}", ref=show_ref(event.ref))
        case OrderConfirmed():
            return t.plain("Order {ref} is with the shop", ref=show_ref(event.ref))
        case OrderCancelled():
            return t.plain("Order {ref} was cancelled", ref=show_ref(event.ref))
    raise LookupError(type(event).name)


def _row(t: Translator, row: NoticeRow, zone: Zone) -> str:
    at = format.short_moment(row.created_at, zone, t)
    line = t("{headline} · {at}", headline=headline(t, row.event), at=at)
    return f"● <b>{line}</b>" if row.unread else line


def _open_row(t: Translator, row: NoticeRow) -> Key:
    return OpenNotice(row.id).labelled(headline(t, row.event))


def _kind_key(
    t: Translator, one: NoticeKind | None, unread: UnreadCounts, here: NoticeKind | None
) -> Key:
    name = _kind_name(t, one)
    count = sum(unread.values()) if one is None else unread.get(one, 0)
    label = f"{name} {count}" if count else name
    return OpenInbox(KINDS.index(one)).labelled(f"· {label} ·" if one is here else label)


def _kind_name(t: Translator, kind: NoticeKind | None) -> str:
    if kind is None:
        return t.plain("All")
    return {
        NoticeKind.ORDERS: t.plain("Orders"),
        NoticeKind.CANCELLATIONS: t.plain("Cancellations"),
        NoticeKind.PROMOTIONS: t.plain("Promotions"),
        NoticeKind.SHOP_MESSAGES: t.plain("Messages"),
        NoticeKind.SYSTEM: t.plain("System"),
    }[kind]


def _open_key(t: Translator, event: Event, notice_id: int | None) -> Key | None:
    if notice_id is not None:
        return OpenNotice(notice_id).labelled(t.plain("See order"))
    if isinstance(event, OrderEvent):
        return OpenOrder(event.order_id, Door.INBOX).labelled(t.plain("See order"))
    return None


def _item(t: Translator, item: Item) -> str:
    return t(
        "{title}, {variant} × {n}", title=item.title, variant=item.variant_name, n=item.quantity
    )

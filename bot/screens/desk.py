"""A shop's desk: what waits there, pile by pile."""

from bot.buttons.base import Key
from bot.buttons.browse import OpenShop
from bot.buttons.desk import OpenAccounts, OpenDesk, OpenDeskOrder, OpenPile, OpenStock
from bot.buttons.members import OpenMembers
from bot.i18n.translator import Translator
from bot.screens import format, groups, words
from bot.screens.base import Screen, in_pairs, lines, rows
from bot.screens.browse import BADGE, paging
from bot.screens.claims import claims_key
from bot.screens.owed_refunds import refunds_key
from bot.screens.requests import requests_key
from bot.screens.start import home_key
from store.domain.desk import LOOKED_UP, CodAnswer, Pile
from store.domain.order import OrderStatus, show_ref
from store.domain.payment import PaymentMethod
from store.domain.zones import Zone
from store.views.catalogue import ShopCard
from store.views.paging import Page
from store.views.shipping import DeskHome, DeskRow

PILES = tuple(Pile)


def joined(t: Translator, shop: ShopCard, *, news: str) -> Screen:
    """Welcome to the shop's people; `news` says where they hear of orders."""
    return Screen(
        text=lines(
            t("You work for <b>{shop}</b> now.", shop=shop.name),
            news,
        ),
        rows=rows(
            [OpenDesk(shop.id).labelled(t.plain("Open the desk"), style="primary")],
            [OpenShop(shop.id).labelled(t.plain("See the shop")), home_key(t)],
        ),
    )


def closed(t: Translator) -> Screen:
    """For somebody who works in no shop."""
    return Screen(
        text=lines(
            t("The desk is for a shop's people, and you work in no shop right now."),
            t("An owner of the shop can send you a link that lets you in."),
        ),
        rows=rows([home_key(t)]),
    )


def choose(t: Translator, shops: tuple[ShopCard, ...]) -> Screen:
    """Which of the shops?"""
    return Screen(
        text=lines(t("<b>Seller desk</b>"), t("Choose the shop you want to work in.")),
        rows=rows(
            *([OpenDesk(shop.id).labelled(f"{shop.name} · {shop.city}")] for shop in shops),
            [home_key(t)],
        ),
    )


def home(t: Translator, desk: DeskHome, *, news: str, zone: Zone, several: bool) -> Screen:
    """What waits on the desk, the most urgent first; if nothing, `news` says what will."""
    badge = BADGE if desk.shop.verified else ""
    return Screen(
        text=lines(
            t("<b>Desk of {shop}</b>{badge}", shop=desk.shop.name, badge=badge),
            _stopped(t, desk),
            *(_urgent(t, desk, zone) or [t("Nothing waits to be sent."), news]),
            t("Choose a pile; each order says what to do next."),
        ),
        rows=rows(
            [claims_key(t, desk.shop.id, desk.claims)],
            [requests_key(t, desk.shop.id, desk.requests)],
            [refunds_key(t, desk.shop.id, desk.refunds)],
            *in_pairs(_pile_key(t, desk, pile) for pile in PILES),
            [
                OpenStock(desk.shop.id).labelled(t.plain("Stock")),
                OpenAccounts(desk.shop.id).labelled(t.plain("Accounts")),
            ],
            [
                OpenMembers(desk.shop.id).labelled(t.plain("People")),
                groups.desk_key(t, desk.shop.id),
            ],
            [
                OpenDesk().labelled(t.plain("‹ My shops")) if several else None,
                home_key(t),
            ],
        ),
    )


def pile(
    t: Translator, shop: ShopCard, found: Page[DeskRow], *, which: Pile, zone: Zone
) -> Screen:
    """A page of a pile; each order opens with what can be done now."""
    at = PILES.index(which)
    return Screen(
        text=lines(
            t("<b>{pile}</b> · {shop}", pile=pile_name(t, which), shop=shop.name),
            *(_row(t, row, zone) for row in found.items),
            _empty(t, which) if not found.items else None,
        ),
        rows=rows(
            *([_row_key(t, row)] for row in found.items),
            paging(t, found, lambda page: OpenPile(shop.id, at, page).pack()),
            [OpenDesk(shop.id).labelled(t.plain("‹ Desk")), home_key(t)],
        ),
    )


def pile_of(number: int) -> Pile:
    """The pile of a button; one that does not exist is the first."""
    return PILES[number] if 0 <= number < len(PILES) else Pile.TO_SHIP


def pile_name(t: Translator, pile: Pile) -> str:
    """What a pile is called."""
    return {
        Pile.TO_SHIP: t.plain("To be sent"),
        Pile.TO_CONFIRM: t.plain("Not confirmed yet"),
        Pile.TO_COLLECT: t.plain("Waiting for the courier"),
        Pile.ON_THE_WAY: t.plain("On the way"),
        Pile.CAME_BACK: t.plain("Came back"),
        Pile.DONE: t.plain("Delivered"),
        Pile.NOT_PAID: t.plain("Not paid yet"),
        Pile.CANCELLED: t.plain("Cancelled"),
    }[pile]


def cod_answer(t: Translator, *, asked: bool, answer: CodAnswer | None) -> str:
    """How far the question before a parcel to be paid at the door has come."""
    if answer is CodAnswer.SEND:
        return t.plain("the buyer has confirmed")
    if answer is CodAnswer.CANCEL:
        return t.plain("the buyer does not want it")
    return t.plain("asked, no answer yet") if asked else t.plain("the buyer was not asked yet")


def _stopped(t: Translator, desk: DeskHome) -> str | None:
    if not desk.stopped:
        return None
    return t(
        "<b>No new orders:</b> a refund was not sent for 5 working days. "
        "As soon as it is sent, orders come again."
    )


def _urgent(t: Translator, desk: DeskHome, zone: Zone) -> list[str]:
    if desk.ship_by is None:
        return []
    by = format.moment(desk.ship_by, zone, t)
    if desk.overdue:
        late = t("<b>Late orders: {n}.</b>", n=desk.overdue)
        return [late, t("The oldest should have left by {by}.", by=by)]
    return [t("The next parcel must leave by <b>{by}</b>.", by=by)]


def _pile_key(t: Translator, desk: DeskHome, pile: Pile) -> Key:
    count = desk.counts[pile]
    name = pile_name(t, pile)
    label = f"{name} · {count}" if count and pile not in LOOKED_UP else name
    return OpenPile(desk.shop.id, PILES.index(pile)).labelled(label)


def _row(t: Translator, row: DeskRow, zone: Zone) -> str:
    ref, total = show_ref(row.ref), format.rupiah(row.due or row.total)
    if row.status is not OrderStatus.AWAITING_SHIPMENT:
        return t("{ref} · {total}", ref=ref, total=total)
    by = format.short_moment(row.ship_by, zone, t)
    due = t("<b>late, was due {by}</b>", by=by) if row.overdue else t("by {by}", by=by)
    cod = row.payment is PaymentMethod.COD
    answer = cod_answer(t, asked=row.asked, answer=row.answer) if cod else None
    return " · ".join(
        part for part in (t("{ref} · {total}", ref=ref, total=total), due, answer) if part
    )


def _row_key(t: Translator, row: DeskRow) -> Key:
    more = f" +{row.more_lines}" if row.more_lines else ""
    status = words.status(t, row.status)
    mark = "! " if row.overdue and row.status is OrderStatus.AWAITING_SHIPMENT else ""
    label = f"{mark}{status} · {show_ref(row.ref)} · {format.cut(row.title, 22)}{more}"
    return OpenDeskOrder(row.id).labelled(label)


def _empty(t: Translator, pile: Pile) -> str:
    if pile is Pile.TO_SHIP:
        return t("Nothing waits to be sent.")
    return t("Nothing lies here right now.")

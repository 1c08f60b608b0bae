"""An order as its shop sees it, with what can be done now."""

from bot.buttons.base import Key
from bot.buttons.desk import (
    AddTrackingLine,
    Arrange,
    ArrangeBy,
    Arrived,
    AskBuyer,
    AskCameBack,
    HandOver,
    JudgeGoods,
    OpenDesk,
    OpenPile,
    TakeMoney,
    Undo,
)
from bot.i18n.translator import Translator
from bot.screens import (
    desk,
    format,
    messages,
    payments,
    refunds,
    seller_requests,
    shipments,
    statement,
    words,
)
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key
from store.domain.desk import Goods, Pile
from store.domain.order import ARRIVED, OrderStatus, Party, show_ref
from store.domain.payment import PaymentMethod
from store.domain.zones import Zone
from store.views.orders import OrderPage

_S = OrderStatus
COPY_LIMIT = 256
ADDRESS_NEEDED = frozenset({_S.AWAITING_SHIPMENT, _S.AWAITING_COLLECTION, _S.IN_TRANSIT})
PILE_OF = {
    _S.AWAITING_SHIPMENT: Pile.TO_SHIP,
    _S.AWAITING_COLLECTION: Pile.TO_COLLECT,
    _S.IN_TRANSIT: Pile.ON_THE_WAY,
    _S.DELIVERED: Pile.DONE,
    _S.COMPLETED: Pile.DONE,
    _S.UNPAID: Pile.NOT_PAID,
}


def order(t: Translator, page: OrderPage, *, zone: Zone) -> Screen:
    """Everything a member needs to send it."""
    return Screen(
        text=lines(
            t(
                "Order <b>{ref}</b> · {status}",
                ref=show_ref(page.ref),
                status=words.status(t, page.status),
            ),
            seller_requests.meanwhile(t, page) or next_step(t, page, zone),
            seller_requests.on_desk(t, page, zone),
            _undo_hint(t, page, zone),
            *refunds.lines(t, page, zone),
            "",
            *shipments.goods(t, page),
            t(
                "<b>Total {total}</b> · {payment}",
                total=format.rupiah(page.total),
                payment=words.payment(t, page.payment),
            ),
            *payments.sums(t, page),
            # As code, so that no address in it becomes a link that somebody opens by mistake.
            t("Message: <code>{note}</code>", note=page.note) if page.note else None,
            _confirmation(t, page),
            "",
            *_travel(t, page, zone),
            *_address(t, page),
        ),
        rows=rows(
            *refunds.shop_keys(t, page),
            [payments.claim_key(t, page)],
            *_moves(t, page),
            [_undo_key(t, page)],
            [messages.thread_key(t, page)],
            [statement.find_key(t, page)],
            [seller_requests.desk_key(t, page)],
            _copies(t, page),
            [_back(t, page), home_key(t)],
        ),
    )


def delivered(t: Translator) -> str:
    """A toast for the member who marks what has arrived."""
    return t.plain("Marked as delivered. The buyer has been told.")


def undone(t: Translator) -> str:
    """A toast for the member who took a step back."""
    return t.plain("Undone. The buyer has been told.")


def next_step(t: Translator, page: OrderPage, zone: Zone) -> str:
    """In one line what the shop does next."""
    by = format.moment(page.ship_by, zone, t)
    if page.overdue:
        return t("<b>Late:</b> it should have left by {by}. Please send it today.", by=by)
    if page.status is _S.UNPAID:
        return payments.for_shop(t, page, zone)
    if page.status is _S.AWAITING_SHIPMENT:
        return t("Pack it and arrange the courier by <b>{by}</b>.", by=by)
    if page.status is _S.ON_HOLD:
        return t("The buyer may still cancel freely. Do not pack it yet.")
    if page.status is _S.AWAITING_COLLECTION and shipments.brought(page):
        return t("Packed. Press <b>It has left</b> as soon as you bring it.")
    if page.status is _S.AWAITING_COLLECTION:
        return t("Packed. Press <b>Handed to the courier</b> as soon as it has left.")
    if page.status is _S.CANCELLED:
        return _ended(t, page)
    return _sent(t, page, zone)


def _sent(t: Translator, page: OrderPage, zone: Zone) -> str:
    missing = page.shipment.money_missing_at if page.shipment else None
    if missing is not None and _money_waits(page):
        return t(
            "The parcel arrived, but on {at} the courier had not paid you the <b>{total}</b> yet. "
            "Press <b>The money has come</b> when it is there.",
            at=format.short_moment(missing, zone, t),
            total=format.rupiah(page.total),
        )
    if page.status is _S.IN_TRANSIT:
        days = format.days(page.eta.first, page.eta.last, t)
        return t("On its way, expected {days}. Press <b>Arrived</b> when it is there.", days=days)
    if page.status is _S.COMPLETED:
        return t("The buyer has received everything. Nothing is left to do.")
    return t("Delivered. The buyer checks the goods now; nothing is left to do.")


def _money_waits(page: OrderPage) -> bool:
    return page.status in ARRIVED and page.shipment is not None and page.shipment.money_waits


def _ended(t: Translator, page: OrderPage) -> str:
    assert page.cancelled is not None
    who = words.party(t, page.cancelled.by)
    why = words.reason_code(t, page.cancelled.reason)
    told = t("Cancelled by {who}: {reason}", who=who, reason=why)
    if page.cancelled.by is Party.SYSTEM:
        told = shipments.ended_by_itself(t, page)
    words_of_buyer = page.cancelled.words
    said = t("Words: <code>{words}</code>", words=words_of_buyer) if words_of_buyer else None
    if page.shipment is None or not shipments.returned(page):
        return lines(told, said, t("Do not ship it; the goods are back in stock."))
    return lines(told, said, _goods_back(t, page.shipment.goods))


def _goods_back(t: Translator, goods: Goods | None) -> str:
    if goods is None:
        return t("Look at the goods: only what can be sold again goes back into stock.")
    if goods is Goods.SELLABLE:
        return t("The goods are back in stock.")
    return t("The goods cannot be sold again; the stock stays as it is.")


def _confirmation(t: Translator, page: OrderPage) -> str | None:
    open_question = page.status in {_S.AWAITING_SHIPMENT, _S.AWAITING_COLLECTION}
    if page.payment is not PaymentMethod.COD or not open_question:
        return None
    asked = page.confirmation
    answer = desk.cod_answer(t, asked=asked is not None, answer=asked.answer if asked else None)
    if page.status is _S.AWAITING_COLLECTION and asked is not None and asked.answer is None:
        answer = t.plain("asked, was not answered")
    return t("Confirmation: {answer}", answer=answer)


def _travel(t: Translator, page: OrderPage, zone: Zone) -> list[str | None]:
    shipment = page.shipment
    if shipment is None:
        sold = t("Courier: {courier} {service}", courier=page.courier, service=page.service)
        return [sold, ""]
    odd = t("This number looks unusual for {courier}.", courier=shipment.courier or "")
    return [
        shipments.carried(t, shipment),
        shipments.chosen(t, page),
        *([odd] if page.status in ADDRESS_NEEDED and not shipment.looks_right else []),
        t("Arranged by {name}", name=shipment.arranged_by),
        *shipments.seen(t, shipment, zone),
        "",
    ]


def _address(t: Translator, page: OrderPage) -> list[str]:
    to = page.address
    if page.status not in ADDRESS_NEEDED:
        return []
    return [
        t("Send to:"),
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


def _moves(t: Translator, page: OrderPage) -> list[list[Key]]:
    if page.status is _S.AWAITING_SHIPMENT:
        return _to_ship(t, page)
    if page.status is _S.AWAITING_COLLECTION:
        brought = shipments.brought(page)
        label = t.plain("It has left") if brought else t.plain("Handed to the courier")
        return [[HandOver(page.id).labelled(label, style="primary")], _tracking(t, page)]
    if page.status is _S.IN_TRANSIT:
        return [
            [Arrived(page.id).labelled(t.plain("Arrived"), style="primary")],
            _tracking(t, page),
            [AskCameBack(page.id).labelled(t.plain("The parcel came back"), style="danger")],
        ]
    if _money_waits(page):
        return [[TakeMoney(page.id).labelled(t.plain("The money has come"), style="primary")]]
    undecided = page.shipment is not None and page.shipment.goods is None
    if not (shipments.returned(page) and undecided):
        return []
    return [
        [JudgeGoods(page.id, True).labelled(t.plain("It is sellable again"), style="primary")],
        [JudgeGoods(page.id, False).labelled(t.plain("It cannot be sold again"))],
    ]


def _undo_hint(t: Translator, page: OrderPage, zone: Zone) -> str | None:
    if page.undo_until is None:
        return None
    until = format.moment(page.undo_until, zone, t)
    return t("Pressed by mistake? You can undo it until {until}.", until=until)


def _undo_key(t: Translator, page: OrderPage) -> Key | None:
    if page.undo_until is None:
        return None
    return Undo(page.id, page.version).labelled(t.plain("Undo"))


def _to_ship(t: Translator, page: OrderPage) -> list[list[Key]]:
    arrange = Arrange(page.id).labelled(t.plain("Arrange the shipment"), style="primary")
    if page.payment is not PaymentMethod.COD or page.confirmation is not None:
        return [[arrange]]
    return [[arrange], [AskBuyer(page.id).labelled(t.plain("Ask the buyer"))]]


def _tracking(t: Translator, page: OrderPage) -> list[Key]:
    numbered = page.shipment is not None and page.shipment.number is not None
    label = t.plain("Correct the number") if numbered else t.plain("Add a number")
    return [
        ArrangeBy(page.id).labelled(label),
        AddTrackingLine(page.id).labelled(t.plain("Say where it is")),
    ]


def _copies(t: Translator, page: OrderPage) -> list[Key]:
    to = page.address
    whole = (
        f"{to.name} {to.phone}\n{to.street}, {to.district}, {to.city}, {to.province} {to.postcode}"
    )
    number = page.shipment.number if page.shipment else None
    keys = [Key(label=t.plain("Copy order number"), copy=show_ref(page.ref))]
    if page.status in ADDRESS_NEEDED and len(whole.encode("utf-16-le")) // 2 <= COPY_LIMIT:
        keys.append(Key(label=t.plain("Copy address"), copy=whole))
    if number is not None:
        keys.append(Key(label=t.plain("Copy tracking number"), copy=number))
    return keys


def _back(t: Translator, page: OrderPage) -> Key:
    pile = PILE_OF.get(page.status)
    if pile is None:
        return OpenDesk(page.shop.id).labelled(t.plain("‹ Desk"))
    label = f"‹ {desk.pile_name(t, pile)}"
    return OpenPile(page.shop.id, desk.PILES.index(pile)).labelled(label)

"""Cancelling an order, from the question why to the end."""

from bot.buttons.base import Key
from bot.buttons.cancel import AddWords, ChooseReason, SendCancellation
from bot.buttons.orders import OpenOrder
from bot.i18n.translator import Translator, escape
from bot.screens import format, refusals, words
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key
from store.domain.cancellation import Reason
from store.domain.money import Rupiah
from store.domain.order import OrderStatus, show_ref
from store.domain.payment import PaymentState
from store.domain.zones import Zone
from store.errors import Rejected
from store.views.orders import CancelChoices, OrderPage


def why(
    t: Translator,
    choices: CancelChoices,
    *,
    zone: Zone,
    chosen: Reason | None,
    said: str | None,
) -> Screen:
    """The reasons as buttons; the chosen one is marked and can be sent."""
    order = choices.order
    ask = t("Why do you want to cancel?")
    if chosen in choices.words_needed and not said:
        ask = t("Please add a few words first; the shop reads them.")
    elif chosen is not None:
        ask = t("Press <b>Send cancellation</b> to go through with it.")
    return Screen(
        text=lines(
            t("Cancel order <b>{ref}</b>", ref=show_ref(order.ref)),
            t(
                "{title} — {total}, {payment}",
                title=order.lines[0].title,
                total=format.rupiah(order.total),
                payment=words.payment(t, order.payment),
            ),
            _route(t, order, zone),
            "",
            ask,
            t("Your words: {words}", words=said) if said else None,
        ),
        rows=rows(
            *(
                [_reason_key(t, order, at, reason, chosen)]
                for at, reason in enumerate(choices.reasons)
            ),
            *_sending(t, choices, chosen, said),
            [_back_key(t, order), home_key(t)],
        ),
    )


def ask_words(
    t: Translator, order: OrderPage, *, reason: int, refused: Rejected | None = None
) -> Screen:
    """A place to explain in words; what was wrong with the last ones stands above."""
    return Screen(
        text=lines(
            escape(refusals.words(t, refused)) if refused is not None else None,
            t("Cancel order <b>{ref}</b>", ref=show_ref(order.ref)),
            t("Write in a sentence why you cancel. The shop reads it."),
        ),
        rows=rows([ChooseReason(order.id, reason).labelled(t.plain("‹ Back"))]),
    )


def sent(t: Translator, order: OrderPage, *, zone: Zone) -> Screen:
    """The end of it, or the beginning of the seller's time to answer."""
    if order.status is not OrderStatus.CANCELLED:
        return _asked(t, order, zone)
    return Screen(
        text=lines(
            t("Order <b>{ref}</b> is cancelled.", ref=show_ref(order.ref)),
            _after(t, order),
        ),
        rows=rows(
            [OpenOrder(order.id).labelled(t.plain("See order")), home_key(t)],
        ),
    )


def _after(t: Translator, order: OrderPage) -> str:
    """What cancelling at once means for the goods and for the money."""
    back = sum(one.amount for one in order.refunds)
    if back:
        amount = format.rupiah(Rupiah(back))
        return t("The goods are back in stock; {amount} goes back to you.", amount=amount)
    if order.pay is not None and order.pay.claim_waits:
        return t(
            "The goods are back in stock. {shop} still looks for your payment; if it arrived, "
            "it goes back to you.",
            shop=order.shop.name,
        )
    if order.pay is not None:
        return t("You need not pay anything; please do not transfer for this order.")
    return t(
        "The goods are back in stock and you owe nothing. The shop does not send it any more."
    )


def _asked(t: Translator, order: OrderPage, zone: Zone) -> Screen:
    assert order.request is not None
    by = format.moment(order.request.answer_by, zone, t)
    return Screen(
        text=lines(
            t(
                "{shop} has been asked to cancel <b>{ref}</b>.",
                shop=order.shop.name,
                ref=show_ref(order.ref),
            ),
            t("The answer comes by {by}; without one it is approved by itself.", by=by),
            t("Until then the order goes on, and you can take the request back on its page."),
        ),
        rows=rows([OpenOrder(order.id).labelled(t.plain("See order")), home_key(t)]),
    )


def _route(t: Translator, order: OrderPage, zone: Zone) -> str:
    """What sending it will lead to, and by when."""
    answer_by = order.cancellation.answer_by
    if answer_by is None:
        return _at_once(t, order)
    by = format.moment(answer_by, zone, t)
    packed = order.status is OrderStatus.AWAITING_COLLECTION
    return lines(
        t("The parcel is packed already, so the seller has to agree.")
        if packed
        else t("This order is paid, so the seller has to agree."),
        t("The answer comes by {by}; without one it is approved by itself.", by=by),
    )


def _at_once(t: Translator, order: OrderPage) -> str:
    paid = order.pay is not None and order.pay.state is PaymentState.PAID
    if paid:
        return t("The order is cancelled at once, and your money goes back to you.")
    if order.pay is not None and order.pay.received:
        came = format.rupiah(order.pay.received)
        return t("The order is cancelled at once; the {came} that came go back to you.", came=came)
    if order.pay is not None and order.pay.claim_waits:
        return t("The order is cancelled at once; money that arrives goes back to you.")
    return t("Nothing was paid yet, so the order is cancelled at once.")


def _reason_key(
    t: Translator, order: OrderPage, at: int, reason: Reason, chosen: Reason | None
) -> Key:
    mark = "● " if reason is chosen else ""
    return ChooseReason(order.id, at).labelled(f"{mark}{words.reason(t, reason)}")


def _sending(
    t: Translator, choices: CancelChoices, chosen: Reason | None, said: str | None
) -> list[list[Key]]:
    if chosen is None:
        return []
    order, at = choices.order, choices.reasons.index(chosen)
    more = AddWords(order.id, at).labelled(
        t.plain("Change words") if said else t.plain("Add words")
    )
    if chosen in choices.words_needed and not said:
        return [[more]]
    send = SendCancellation(order.id, at).labelled(t.plain("Send cancellation"), style="danger")
    return [[send], [more]]


def _back_key(t: Translator, order: OrderPage) -> Key:
    return OpenOrder(order.id).labelled(t.plain("‹ Keep the order"))


def kept(t: Translator, order: OrderPage) -> Screen:
    """Nothing was cancelled."""
    return Screen(
        text=t("Order <b>{ref}</b> goes on; nothing was cancelled.", ref=show_ref(order.ref)),
        rows=rows([OpenOrder(order.id).labelled(t.plain("See order")), home_key(t)]),
    )

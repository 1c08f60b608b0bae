"""A shop cancels an order itself: the reason, the words, what it leads to, and the end of it."""

from bot.buttons import seller_cancels as keys
from bot.buttons.base import Key
from bot.buttons.desk import OpenDesk, OpenDeskOrder
from bot.i18n.translator import Translator, escape
from bot.screens import format, refusals, words
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key
from store.domain.money import Rupiah
from store.domain.order import OrderStatus, show_ref
from store.domain.payment import PaymentMethod
from store.domain.request import SellerReason
from store.domain.zones import Zone
from store.errors import Rejected
from store.views.orders import OrderPage
from store.views.seller_cancels import SellerCancelChoices

REASONS = tuple(SellerReason)


def why(t: Translator, choices: SellerCancelChoices, *, chosen: SellerReason | None) -> Screen:
    """The reasons as buttons; the one that was chosen before is marked."""
    order = choices.order
    return Screen(
        text=lines(
            *_head(t, order),
            _who_decides(t, choices),
            "",
            t("Why does your shop cancel it? The buyer reads the reason."),
        ),
        rows=rows(
            *([_reason_key(t, order, reason, chosen)] for reason in choices.reasons),
            _back(t, order),
        ),
    )


def ask_words(
    t: Translator,
    choices: SellerCancelChoices,
    *,
    reason: SellerReason,
    said: bool,
    refused: Rejected | None = None,
) -> Screen:
    """A place to explain it; what was wrong with the last words stands above."""
    order, at = choices.order, REASONS.index(reason)
    back = keys.ChooseSellerReason(order.id, at) if said else keys.AskSellerCancel(order.id)
    ask = t("What happened? Write it in a sentence or two; operators and the buyer read it.")
    if not choices.words_needed:
        ask = t("Would you like to explain it? Write a sentence; the buyer reads it.")
    return Screen(
        text=lines(
            escape(refusals.words(t, refused)) if refused is not None else None,
            *_head(t, order),
            t("Reason: {reason}", reason=words.seller_reason(t, reason)),
            "",
            ask,
        ),
        rows=rows(
            [_without_key(t, choices, at)],
            [back.labelled(t.plain("‹ Back")), home_key(t)],
        ),
    )


def check(
    t: Translator,
    choices: SellerCancelChoices,
    *,
    zone: Zone,
    reason: SellerReason,
    said: str | None,
) -> Screen:
    """What will happen, before it does."""
    order, at = choices.order, REASONS.index(reason)
    send = t.plain("Ask the operators") if choices.words_needed else t.plain("Cancel order")
    say = t.plain("Change words") if said else t.plain("Add words")
    return Screen(
        text=lines(
            *_head(t, order),
            t("Reason: {reason}", reason=words.seller_reason(t, reason)),
            t("“{words}”", words=said) if said else None,
            "",
            *(_asked_next(t, choices, zone) if choices.words_needed else _next(t, choices)),
        ),
        rows=rows(
            [keys.SendSellerCancel(order.id, at).labelled(send, style="danger")],
            [
                keys.AskSellerCancel(order.id).labelled(t.plain("Another reason")),
                keys.ExplainSellerCancel(order.id, at).labelled(say),
            ],
            _back(t, order),
        ),
    )


def done(t: Translator, order: OrderPage, *, zone: Zone) -> Screen:
    """It is cancelled, or the operators' time to answer has begun."""
    ended = order.status is OrderStatus.CANCELLED
    return Screen(
        text=lines(*(_ended(t, order) if ended else _asked(t, order, zone))),
        rows=rows(
            [OpenDeskOrder(order.id).labelled(t.plain("See order"))],
            [OpenDesk(order.shop.id).labelled(t.plain("‹ Desk")), home_key(t)],
        ),
    )


def kept(t: Translator, order: OrderPage) -> Screen:
    """Nothing was cancelled."""
    return Screen(
        text=t("Order <b>{ref}</b> goes on; nothing was cancelled.", ref=show_ref(order.ref)),
        rows=rows([OpenDeskOrder(order.id).labelled(t.plain("See order")), home_key(t)]),
    )


def _head(t: Translator, order: OrderPage) -> list[str]:
    return [
        t("Cancel order <b>{ref}</b>", ref=show_ref(order.ref)),
        t(
            "{title} — {total}, {payment}",
            title=order.lines[0].title,
            total=format.rupiah(order.total),
            payment=words.payment(t, order.payment),
        ),
    ]


def _who_decides(t: Translator, choices: SellerCancelChoices) -> str:
    if choices.words_needed:
        return t("The buyer has paid, so an operator has to agree.")
    return t("It is cancelled at once, and the buyer is told.")


def _next(t: Translator, choices: SellerCancelChoices) -> list[str | None]:
    """What cancelling at once means for the buyer, the goods and the money."""
    return [
        t("The order is cancelled at once, and the buyer reads why."),
        _in_stock(t, choices.order),
        _money(t, choices),
    ]


def _asked_next(t: Translator, choices: SellerCancelChoices, zone: Zone) -> list[str]:
    by = choices.order.seller_cancel.answer_by
    assert by is not None
    return [
        t("The buyer is told now; an operator answers by {by}.", by=format.moment(by, zone, t)),
        t("Without an answer the order is cancelled then."),
        _in_stock(t, choices.order),
        _sent_back(t, choices),
    ]


def _in_stock(t: Translator, order: OrderPage) -> str:
    return t("Stock: +{n}.", n=sum(line.quantity for line in order.lines))


def _money(t: Translator, choices: SellerCancelChoices) -> str:
    if choices.back:
        return _sent_back(t, choices)
    pay = choices.order.pay
    if pay is not None and pay.claim_waits:
        return t(
            "Money: the reported payment still waits for your answer; if it came, it goes back."
        )
    return t("Money: nothing was paid yet.")


def _sent_back(t: Translator, choices: SellerCancelChoices) -> str:
    back = format.rupiah(choices.back)
    if choices.order.payment is PaymentMethod.TELEGRAM_INVOICE:
        return t("Money: Lapak's operator sends {back} back to the buyer's card.", back=back)
    return t("Money: you send {back} back to the buyer.", back=back)


def _ended(t: Translator, order: OrderPage) -> list[str | None]:
    back = Rupiah(sum(one.amount for one in order.refunds if not one.by_operator))
    owed = t("Please send {back} back to the buyer.", back=format.rupiah(back)) if back else None
    waits = order.pay is not None and order.pay.claim_waits
    return [
        t("Order <b>{ref}</b> is cancelled.", ref=show_ref(order.ref)),
        t("The buyer has been told why. The goods are back in stock; do not ship them."),
        owed,
        t("Please still answer the reported payment.") if waits else None,
    ]


def _asked(t: Translator, order: OrderPage, zone: Zone) -> list[str]:
    assert order.request is not None
    by = format.moment(order.request.answer_by, zone, t)
    return [
        t("The operators have been asked to cancel <b>{ref}</b>.", ref=show_ref(order.ref)),
        t("The answer comes by {by}; without one the order is cancelled.", by=by),
        t("Until then you can take the request back; sending the parcel ends it too."),
    ]


def _reason_key(
    t: Translator, order: OrderPage, reason: SellerReason, chosen: SellerReason | None
) -> Key:
    mark = "● " if reason is chosen else ""
    button = keys.ChooseSellerReason(order.id, REASONS.index(reason))
    return button.labelled(f"{mark}{words.seller_reason(t, reason)}")


def _without_key(t: Translator, choices: SellerCancelChoices, at: int) -> Key | None:
    if choices.words_needed:
        return None
    button = keys.WithoutExplanation(choices.order.id, at)
    return button.labelled(t.plain("Without an explanation"))


def _back(t: Translator, order: OrderPage) -> list[Key]:
    return [OpenDeskOrder(order.id).labelled(t.plain("‹ Keep the order")), home_key(t)]

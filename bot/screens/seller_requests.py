"""What a shop asks the operators: its card on both sides, their list, and on the order's pages."""

from bot.buttons import seller_cancels as keys
from bot.buttons.base import Key
from bot.buttons.desk import OpenDesk, OpenDeskOrder
from bot.buttons.links import ORDER_LINK, start_link
from bot.buttons.requests import OpenRequest
from bot.i18n.translator import Translator
from bot.screens import format, messages, requests, words
from bot.screens.base import Screen, lines, rows
from bot.screens.requests import Where
from bot.screens.start import home_key
from store.domain.order import OrderStatus, Party, show_ref
from store.domain.payment import PaymentMethod
from store.domain.request import RequestState
from store.domain.seller_cancel import RefusalReason, SellerRoute
from store.domain.zones import Zone
from store.errors import AlreadyDecided
from store.views.orders import OrderPage
from store.views.requests import RequestCard, RequestView

REFUSALS = tuple(RefusalReason)


def drawn(t: Translator, shown: RequestCard, where: Where) -> Screen:
    """The card of any request as the shop's people read it."""
    if shown.request.asked_by is Party.BUYER:
        return requests.card(t, shown, where)
    return _shops_card(t, shown, where)


def operators_card(t: Translator, shown: RequestCard, zone: Zone) -> Screen:
    """The request with an operator's two answers; once it is decided, who did it and when."""
    return Screen(
        text=lines(
            t("<b>{shop} wants to cancel</b> · {ref}", shop=shown.shop_name, ref=_ref(shown)),
            *_facts(t, shown),
            "",
            *(_consequences(t, shown, zone) if _waits(shown) else [outcome(t, shown, zone)]),
        ),
        rows=rows(
            _answers(t, shown) if _waits(shown) else [],
            [messages.operators_key(t, shown.order_id)] if _waits(shown) else [],
            [keys.OpenSellerCancels().labelled(t.plain("‹ Cancellations")), home_key(t)],
        ),
    )


def why_not(t: Translator, shown: RequestCard) -> Screen:
    """The reasons for a no, in the place of the operator's card."""
    request_id = shown.request.id
    return Screen(
        text=lines(
            t("<b>{shop} wants to cancel</b> · {ref}", shop=shown.shop_name, ref=_ref(shown)),
            t("Why do you refuse it? The shop reads the reason, and the order goes on."),
        ),
        rows=rows(
            *(
                [keys.RefuseSellerCancel(request_id, at).labelled(words.refusal(t, reason))]
                for at, reason in enumerate(REFUSALS)
            ),
            [keys.OpenSellerCancel(request_id).labelled(t.plain("‹ Back"))],
        ),
    )


def too_late(t: Translator, refused: AlreadyDecided, zone: Zone) -> str:
    """A toast for whoever was not the first."""
    at = format.short_moment(refused.at, zone, t)
    by = words.who(t, refused.by)
    match refused.status:
        case RequestState.APPROVED:
            return t.plain("Already confirmed by {by}, {at}.", by=by, at=at)
        case RequestState.REJECTED:
            return t.plain("Already refused by {by}, {at}.", by=by, at=at)
        case RequestState.WITHDRAWN:
            return t.plain("The shop took the request back ({by}, {at}).", by=by, at=at)
    return t.plain("Closed because the parcel left ({by}, {at}).", by=by, at=at)


def outcome(t: Translator, shown: RequestCard, zone: Zone) -> str:
    """How it was answered: by whom, when and why."""
    return _outcome(t, shown.request, zone)


def on_desk(t: Translator, page: OrderPage, zone: Zone) -> str | None:
    """What is asked about the order, as the shop reads it on the order's page."""
    asked = page.request
    if asked is None or page.status is OrderStatus.CANCELLED:
        return None
    by = format.moment(asked.answer_by, zone, t)
    if asked.state is RequestState.PENDING and asked.asked_by is Party.BUYER:
        return t("<b>The buyer asks to cancel</b> · answer by {by}", by=by)
    if asked.state is RequestState.PENDING:
        return t(
            "<b>You asked to cancel</b> · an operator answers by {by}; without an answer it is "
            "cancelled.",
            by=by,
        )
    return _outcome(t, asked, zone) if asked.asked_by is Party.SELLER else None


def desk_key(t: Translator, page: OrderPage) -> Key | None:
    """The way to cancel the order, or to the request that waits about it."""
    asked = page.request
    if asked is not None and asked.state is RequestState.PENDING:
        return OpenRequest(asked.id).labelled(t.plain("See the request"))
    if page.seller_cancel.route is SellerRoute.REFUSED:
        return None
    return keys.AskSellerCancel(page.id).labelled(t.plain("Cancel order"), style="danger")


def meanwhile(t: Translator, page: OrderPage) -> str | None:
    """What the shop does with the parcel while it waits for an operator."""
    asked = page.request
    waits = asked is not None and asked.state is RequestState.PENDING
    if asked is None or not waits or asked.asked_by is Party.BUYER:
        return None
    return t("Keep the parcel back until an operator has answered; sending it ends your request.")


def for_buyer(t: Translator, asked: RequestView, zone: Zone) -> str:
    """The shop's request on the buyer's order page, with what the buyer can do."""
    if asked.state is RequestState.PENDING:
        return lines(
            t(
                "<b>The shop asks to cancel</b>: {reason}",
                reason=words.reason_code(t, asked.reason),
            ),
            t("“{words}”", words=asked.words) if asked.words else None,
            t(
                "An operator answers by {by}; without an answer it is cancelled and your money "
                "goes back.",
                by=format.moment(asked.answer_by, zone, t),
            ),
            t(
                "Fine with you? Press <b>Agree, cancel it</b>: it ends at once. Not fine? Write "
                "to the seller; an operator of Lapak decides."
            ),
        )
    assert asked.decided_at is not None
    at = format.short_moment(asked.decided_at, zone, t)
    match asked.state:
        case RequestState.REJECTED:
            return t("The shop wanted to cancel; an operator refused, {at}.", at=at)
        case RequestState.WITHDRAWN:
            return t("The shop wanted to cancel and took that back, {at}.", at=at)
    return t("The shop wanted to cancel, then sent the parcel after all, {at}.", at=at)


def agree_key(t: Translator, order_id: int) -> Key:
    """The buyer wants it too."""
    return keys.AgreeToCancel(order_id).labelled(t.plain("Agree, cancel it"), style="danger")


def _shops_card(t: Translator, shown: RequestCard, where: Where) -> Screen:
    return Screen(
        text=lines(
            t("<b>Your shop asks to cancel</b> · {ref}", ref=_ref(shown)),
            *_facts(t, shown),
            "",
            *(_meanwhile(t, shown, where.zone) if _waits(shown) else []),
            None if _waits(shown) else outcome(t, shown, where.zone),
        ),
        rows=rows(
            [_withdraw_key(t, shown)],
            [_order_key(t, shown, where)],
            [OpenDesk(shown.shop_id).labelled(t.plain("‹ Desk")), home_key(t)]
            if where.group_of is None
            else [],
        ),
    )


def _facts(t: Translator, shown: RequestCard) -> list[str | None]:
    said = shown.request.words
    return [
        *(requests.item(t, one) for one in shown.items),
        t(
            "{total}, {payment}",
            total=format.rupiah(shown.total),
            payment=words.payment(t, shown.payment),
        ),
        t("Reason: {reason}", reason=words.reason_code(t, shown.request.reason)),
        t("“{words}”", words=said) if said else None,
    ]


def _consequences(t: Translator, shown: RequestCard, zone: Zone) -> list[str]:
    return [
        _who_sends_back(t, shown),
        t("If you refuse: the order goes on, and the shop reads your reason."),
        t(
            "Answer by {by}; without an answer it is confirmed by itself.",
            by=format.moment(shown.request.answer_by, zone, t),
        ),
    ]


def _who_sends_back(t: Translator, shown: RequestCard) -> str:
    back = format.rupiah(shown.back)
    if shown.payment is PaymentMethod.TELEGRAM_INVOICE:
        return t(
            "If you confirm: the order ends, and an operator sends {back} back to the buyer's "
            "card.",
            back=back,
        )
    return t(
        "If you confirm: the order ends, and {shop} sends {back} back to the buyer.",
        shop=shown.shop_name,
        back=back,
    )


def _meanwhile(t: Translator, shown: RequestCard, zone: Zone) -> list[str]:
    by = format.moment(shown.request.answer_by, zone, t)
    return [
        t("An operator answers by {by}; without an answer it is cancelled.", by=by),
        t("Keep the parcel back until then; sending it ends the request."),
    ]


def _outcome(t: Translator, request: RequestView, zone: Zone) -> str:
    assert request.decided_at is not None
    at, name = format.short_moment(request.decided_at, zone, t), request.decider or ""
    match request.state:
        case RequestState.APPROVED:
            return _confirmed(t, request, at)
        case RequestState.REJECTED:
            return t(
                "<b>Cancellation refused</b> by operator {name}, {at}: {reason}. "
                "The order goes on.",
                name=name,
                at=at,
                reason=words.reason_code(t, request.decision_reason or ""),
            )
        case RequestState.WITHDRAWN:
            return t("{name} took the request back, {at}. The order goes on.", name=name, at=at)
    return t("Nothing was cancelled, {at}: {name} sent the parcel after all.", at=at, name=name)


def _confirmed(t: Translator, request: RequestView, at: str) -> str:
    if request.decided_by is Party.BUYER:
        return t("The buyer agreed, {at}: the order is cancelled.", at=at)
    if request.decided_by is Party.SYSTEM:
        return t("Confirmed by itself at {at}: no operator had objected.", at=at)
    return t(
        "<b>Cancellation confirmed</b> by operator {name}, {at}.",
        name=request.decider or "",
        at=at,
    )


def _waits(shown: RequestCard) -> bool:
    return shown.request.state is RequestState.PENDING


def _ref(shown: RequestCard) -> str:
    return show_ref(shown.ref)


def _answers(t: Translator, shown: RequestCard) -> list[Key]:
    request_id = shown.request.id
    return [
        keys.ConfirmSellerCancel(request_id).labelled(t.plain("Confirm"), style="primary"),
        keys.AskRefusal(request_id).labelled(t.plain("Refuse"), style="danger"),
    ]


def _withdraw_key(t: Translator, shown: RequestCard) -> Key | None:
    if not _waits(shown):
        return None
    return keys.WithdrawSellerCancel(shown.request.id).labelled(t.plain("Take the request back"))


def _order_key(t: Translator, shown: RequestCard, where: Where) -> Key:
    if where.group_of is None:
        return OpenDeskOrder(shown.order_id).labelled(t.plain("See order"))
    link = start_link(where.group_of, f"{ORDER_LINK}{shown.ref}")
    return Key(label=t.plain("See order"), url=link)

"""Money on its way back, on the pages of its order: how far it has come and what comes next."""

from bot.buttons import refunds as keys
from bot.buttons.base import Key
from bot.i18n.translator import Translator
from bot.screens import format, payments
from store.domain.account import Account, AccountKind
from store.domain.order import Party
from store.domain.refund import UNSENT, RefundState
from store.domain.zones import Zone
from store.events.requests import RequestDecided
from store.views.orders import OrderPage
from store.views.payments import RefundView


def lines(t: Translator, page: OrderPage, zone: Zone) -> list[str]:
    """A line for each refund of the order, as the side that looks at it is told."""
    return [
        t(
            "<b>Refund {amount}</b> · {state}",
            amount=format.rupiah(one.amount),
            state=state(t, one.state),
        )
        + "\n"
        + _told(t, one, page, zone)
        for one in page.refunds
    ]


def buyer_keys(t: Translator, page: OrderPage) -> list[list[Key]]:
    """What the buyer can say about each refund of the order."""
    if page.viewer is not Party.BUYER:
        return []
    return [row for one in page.refunds for row in _buyer_keys(t, one)]


def shop_keys(t: Translator, page: OrderPage) -> list[list[Key]]:
    """The way from the shop's page of the order to each refund that it has to send."""
    return [
        [
            keys.OpenRefund(one.id).labelled(
                t.plain("Refund {amount}", amount=format.rupiah(one.amount)), style="primary"
            )
        ]
        for one in page.refunds
        if one.state in UNSENT and not one.by_operator
    ]


def on_its_way(t: Translator, event: RequestDecided) -> str:
    """What a buyer reads about money together with the yes to a cancellation."""
    back = format.rupiah(event.back)
    if event.by_operator:
        return t("{back} goes back to your card; an operator of Lapak sends it.", back=back)
    return t(
        "{shop} sends {back} back to you; the next message asks where to.",
        shop=event.shop_name,
        back=back,
    )


def state(t: Translator, value: RefundState) -> str:
    """What a state of money on its way back is called."""
    return {
        RefundState.NOT_NEEDED: t.plain("nothing to send back"),
        RefundState.PROMISED: t.plain("to be sent"),
        RefundState.SENT: t.plain("sent"),
        RefundState.SETTLED: t.plain("done"),
        RefundState.FAILED: t.plain("did not arrive"),
    }[value]


def account(t: Translator, value: Account) -> str:
    """An account in one line, as plain text."""
    return t.plain(
        "{bank} {number}, {holder}",
        bank=value.name,
        number=number(value),
        holder=value.holder,
    )


def number(value: Account) -> str:
    """The number as people read it; one of which only the end is left stays as it is."""
    hidden = "*" in value.number
    return value.number if hidden else payments.number_of(value)


def bare(value: Account) -> str:
    """The number as it is typed into a bank's app."""
    national = value.kind is AccountKind.EWALLET and value.number.startswith("+62")
    return f"0{value.number[3:]}" if national else value.number


def _buyer_keys(t: Translator, one: RefundView) -> list[list[Key]]:
    if one.state is RefundState.SETTLED:
        return []
    if one.state is RefundState.PROMISED:
        return [] if one.by_operator else [[fill_key(t, one)]]
    received = keys.RefundReceived(one.id).labelled(t.plain("I have received it"), style="primary")
    if one.state is RefundState.FAILED:
        return [[received]] if one.by_operator else [[received], [fill_key(t, one)]]
    missing = keys.RefundNotReceived(one.id, one.attempts)
    return [[received], [missing.labelled(t.plain("I have not received it"), style="danger")]]


def fill_key(t: Translator, one: RefundView) -> Key:
    """The way to say where the money shall go, or to change it."""
    button = keys.FillAccount(one.id)
    if one.account is not None:
        return button.labelled(t.plain("Change account"))
    return button.labelled(t.plain("Fill in account"), style="primary")


def _told(t: Translator, one: RefundView, page: OrderPage, zone: Zone) -> str:
    if page.viewer is Party.SELLER:
        return _to_shop(t, one, zone)
    return _to_buyer(t, one, page.shop.name, zone)


def arrived(t: Translator, by: str) -> str:
    """What a buyer is asked about money that was sent back."""
    return t(
        "Has it arrived? Look at your statement first. Without your answer it counts as arrived "
        "on {by}.",
        by=by,
    )


def _to_buyer(t: Translator, one: RefundView, shop: str, zone: Zone) -> str:
    match one.state:
        case RefundState.SENT if one.settles_at is not None:
            by = format.moment(one.settles_at, zone, t)
            return arrived(t, by)
        case RefundState.SETTLED if one.settled_at is not None:
            return t("Finished {at}.", at=format.moment(one.settled_at, zone, t))
    if one.by_operator and one.send_by is not None:
        return _to_card(t, one, format.moment(one.send_by, zone, t))
    if one.account is None or one.send_by is None:
        return t("Fill in your account; {shop} then sends it within 2 working days.", shop=shop)
    by, to = format.moment(one.send_by, zone, t), account(t, one.account)
    if one.state is RefundState.FAILED:
        return t(
            "{shop} and the operator look for it; {shop} sends it again by {by}.", shop=shop, by=by
        )
    return t("{shop} sends it by {by} to {account}.", shop=shop, by=by, account=to)


def _to_card(t: Translator, one: RefundView, by: str) -> str:
    if one.state is RefundState.FAILED:
        return t("An operator looks for it and sends it again by {by}.", by=by)
    return t("An operator of Lapak sends it back to your card by {by}.", by=by)


def _to_shop(t: Translator, one: RefundView, zone: Zone) -> str:
    match one.state:
        case RefundState.SENT if one.settles_at is not None:
            by = format.moment(one.settles_at, zone, t)
            return t("The buyer is asked; without an answer it is finished on {by}.", by=by)
        case RefundState.SETTLED if one.settled_at is not None:
            return t("Finished {at}.", at=format.moment(one.settled_at, zone, t))
    if one.by_operator:
        return t("Lapak's operator sends it back to the buyer's card; you have nothing to do.")
    if one.send_by is None:
        return t("The buyer has been asked for an account; you are told when it is there.")
    by = format.moment(one.send_by, zone, t)
    if one.state is RefundState.FAILED:
        return t("It did not arrive. Check it and send it again by {by}.", by=by)
    return t("Please send it by {by}.", by=by)

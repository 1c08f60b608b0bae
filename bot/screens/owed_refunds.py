"""What a shop has to send back, as its people see it in private: all of it, and one."""

from bot.buttons import refunds as keys
from bot.buttons.base import Key
from bot.buttons.desk import OpenDesk, OpenDeskOrder
from bot.i18n.translator import Translator
from bot.screens import format, refunds
from bot.screens.base import Screen, lines, rows
from bot.screens.browse import paging
from bot.screens.notice_payments import refund_cause
from bot.screens.start import home_key
from store.domain.order import show_ref
from store.domain.refund import UNSENT, RefundState
from store.domain.zones import Zone
from store.errors import AlreadyDecided
from store.views.catalogue import ShopCard
from store.views.paging import Page
from store.views.payments import OwedRefund


def listed(t: Translator, shop: ShopCard, found: Page[OwedRefund], *, zone: Zone) -> Screen:
    """What has to be sent, the oldest first, each with its day."""
    hint = t("Send each by its day; then press <b>Money sent</b>.")
    if not found.items:
        hint = t("Nothing has to be sent back. When it does, it is told to you here.")
    return Screen(
        text=lines(t("<b>Refunds</b> · {shop}", shop=shop.name), hint),
        rows=rows(
            *([_row_key(t, one, zone)] for one in found.items),
            paging(t, found, lambda page: keys.OpenRefunds(shop.id, page).pack()),
            [OpenDesk(shop.id).labelled(t.plain("‹ Desk")), home_key(t)],
        ),
    )


def one(t: Translator, owed: OwedRefund, *, zone: Zone) -> Screen:
    """How much to which account and by when; then who has sent it."""
    return Screen(
        text=lines(
            t(
                "<b>Refund {amount}</b> · {state}",
                amount=format.rupiah(owed.refund.amount),
                state=refunds.state(t, owed.refund.state),
            ),
            t("Order <b>{ref}</b> · {title}", ref=show_ref(owed.ref), title=owed.title),
            t("Why: {why}.", why=refund_cause(t, owed.refund.cause)),
            "",
            *_where(t, owed),
            _next(t, owed, zone),
        ),
        rows=rows(
            _copies(t, owed),
            [sent_key(t, owed)],
            [OpenDeskOrder(owed.order_id).labelled(t.plain("See order"))],
            [keys.OpenRefunds(owed.shop_id).labelled(t.plain("‹ Refunds")), home_key(t)],
        ),
        picture=owed.proof,
        protected=owed.proof is not None,
    )


def ask_proof(t: Translator, owed: OwedRefund) -> Screen:
    """A place to send the photo of the transfer, or to go on without one."""
    without = keys.SayRefundWithoutProof(owed.refund.id, owed.refund.attempts)
    return Screen(
        text=lines(
            t(
                "<b>Refund {amount}</b> · order <b>{ref}</b>",
                amount=format.rupiah(owed.refund.amount),
                ref=show_ref(owed.ref),
            ),
            t("Send a photo of the transfer's receipt here; the buyer gets to see it."),
        ),
        rows=rows(
            [without.labelled(t.plain("Sent, without a photo"))],
            [keys.OpenRefund(owed.refund.id).labelled(t.plain("‹ Back")), home_key(t)],
        ),
    )


def sent_key(t: Translator, owed: OwedRefund) -> Key | None:
    """Money sent, where it can be."""
    if owed.refund.state not in UNSENT or owed.account is None:
        return None
    sent = keys.SayRefundSent(owed.refund.id, owed.refund.attempts)
    return sent.labelled(t.plain("Money sent"), style="primary")


def too_late(t: Translator, refused: AlreadyDecided, zone: Zone) -> str:
    """A toast for whoever was not the first."""
    at = format.short_moment(refused.at, zone, t)
    return t.plain("{by} has already sent it, {at}.", by=refused.by, at=at)


def refunds_key(t: Translator, shop_id: int, count: int) -> Key | None:
    """The way from the desk to what has to be sent."""
    if not count:
        return None
    label = t.plain("Refunds · {n}", n=count)
    return keys.OpenRefunds(shop_id).labelled(label, style="primary")


def _where(t: Translator, owed: OwedRefund) -> list[str]:
    to = owed.account
    if to is None:
        return []
    return [
        t("to {bank} <code>{number}</code>", bank=to.name, number=refunds.number(to)),
        t("in the name of {holder}", holder=to.holder),
    ]


def _next(t: Translator, owed: OwedRefund, zone: Zone) -> str:
    refund = owed.refund
    if refund.state is RefundState.SETTLED:
        return t("The buyer has it. Nothing is left to do.")
    if refund.state is RefundState.SENT and refund.settles_at and refund.sent_at:
        return t(
            "Sent by {name}, {at}. The buyer is asked; without an answer it is finished on {by}.",
            name=owed.sender or "",
            at=format.short_moment(refund.sent_at, zone, t),
            by=format.moment(refund.settles_at, zone, t),
        )
    if refund.send_by is None:
        return t("The buyer has been asked for an account; you are told when it is there.")
    by = format.moment(refund.send_by, zone, t)
    if refund.state is RefundState.FAILED:
        return t("It did not arrive. Check it and send it again by {by}.", by=by)
    return t("Please send it by {by}.", by=by)


def _copies(t: Translator, owed: OwedRefund) -> list[Key]:
    if owed.account is None or owed.refund.state not in UNSENT:
        return []
    return [
        Key(label=t.plain("Copy amount"), copy=str(owed.refund.amount)),
        Key(label=t.plain("Copy account"), copy=refunds.bare(owed.account)),
    ]


def _row_key(t: Translator, owed: OwedRefund, zone: Zone) -> Key:
    by = owed.refund.send_by
    when = format.short_moment(by, zone, t) if by else t.plain("account missing")
    label = f"{when} · {show_ref(owed.ref)} · {format.rupiah(owed.refund.amount)}"
    return keys.OpenRefund(owed.refund.id).labelled(label)

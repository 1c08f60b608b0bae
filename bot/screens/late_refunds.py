"""Money on its way back of which the operators were told: all of it, and one."""

from bot.buttons import operators as keys
from bot.buttons.base import Key
from bot.i18n.translator import Translator
from bot.screens import format, refunds
from bot.screens.base import Screen, lines, rows
from bot.screens.browse import paging
from bot.screens.notice_payments import refund_cause
from bot.screens.start import home_key
from store.domain.order import show_ref
from store.domain.refund import RefundState
from store.domain.zones import Zone
from store.views.paging import Page
from store.views.payments import OwedRefund


def listed(t: Translator, found: Page[OwedRefund]) -> Screen:
    """What should have been sent and was not, the oldest first."""
    hint = t("These refunds are late, or did not arrive. Both sides have been told.")
    if not found.items:
        hint = t("No refund is late. When one is, or does not arrive, it is told to you here.")
    return Screen(
        text=lines(t("<b>Refunds</b>"), hint),
        rows=rows(
            *([_row_key(one)] for one in found.items),
            paging(t, found, lambda page: keys.OpenLateRefunds(page).pack()),
            [keys.OpenDisputes().labelled(t.plain("‹ Decisions")), home_key(t)],
        ),
    )


def one(t: Translator, owed: OwedRefund, *, zone: Zone) -> Screen:
    """Whose turn it is, since when and by when."""
    return Screen(
        text=lines(
            *_head(t, owed),
            "",
            *(_done(t, owed, zone) or _waits(t, owed, zone)),
        ),
        rows=rows([keys.OpenLateRefunds().labelled(t.plain("‹ Refunds")), home_key(t)]),
        picture=owed.proof,
        protected=owed.proof is not None,
    )


def refunds_key(t: Translator, count: int) -> Key | None:
    """The way from the decisions to what is late."""
    if not count:
        return None
    return keys.OpenLateRefunds().labelled(t.plain("Late refunds · {n}", n=count))


def _head(t: Translator, owed: OwedRefund) -> list[str]:
    return [
        t(
            "<b>Refund {amount}</b> · {state}",
            amount=format.rupiah(owed.refund.amount),
            state=refunds.state(t, owed.refund.state),
        ),
        t("{shop} · order <b>{ref}</b>", shop=owed.shop_name, ref=show_ref(owed.ref)),
        t("Why: {why}.", why=refund_cause(t, owed.refund.cause)),
    ]


def _done(t: Translator, owed: OwedRefund, zone: Zone) -> list[str]:
    """What is said of money that has left meanwhile; nothing while it has not."""
    refund = owed.refund
    if refund.state is RefundState.SETTLED:
        return [t("The buyer has it. Nothing is left to do.")]
    if refund.state is RefundState.SENT and refund.settles_at is not None:
        by = format.moment(refund.settles_at, zone, t)
        return [
            _sent(t, owed, zone),
            t("The buyer is asked; without an answer it is finished on {by}.", by=by),
        ]
    return []


def _waits(t: Translator, owed: OwedRefund, zone: Zone) -> list[str]:
    refund = owed.refund
    if refund.state is RefundState.FAILED:
        return [
            _sent(t, owed, zone),
            t("The buyer says that it did not arrive."),
            _by(t, owed, zone),
        ]
    since = format.moment(refund.promised_at, zone, t)
    promised = t("Promised since {since}.", since=since)
    if refund.send_by is None:
        return [promised, t("The buyer has not filled in an account; the bot asks every day.")]
    return [promised, _by(t, owed, zone)]


def _sent(t: Translator, owed: OwedRefund, zone: Zone) -> str:
    assert owed.refund.sent_at is not None
    at, name = format.moment(owed.refund.sent_at, zone, t), owed.sender or ""
    return t("Sent by {name}, {at}; times sent: {n}.", name=name, at=at, n=owed.refund.attempts)


def _by(t: Translator, owed: OwedRefund, zone: Zone) -> str:
    assert owed.refund.send_by is not None
    return t(
        "The shop has to send it by {by}. {days} working days after it could, it takes no new "
        "orders until it has.",
        by=format.moment(owed.refund.send_by, zone, t),
        days=5,
    )


def _row_key(owed: OwedRefund) -> Key:
    amount = format.rupiah(owed.refund.amount)
    label = f"{show_ref(owed.ref)} · {owed.shop_name} · {amount}"
    return keys.OpenLateRefund(owed.refund.id).labelled(format.cut(label, 60))

"""Money on its way back of which the operators were told: all of it, and one."""

from bot.buttons import operators as keys
from bot.buttons.base import Key
from bot.i18n.translator import Translator, escape
from bot.screens import format, messages, refunds, refusals
from bot.screens.base import Screen, lines, rows
from bot.screens.browse import paging
from bot.screens.notice_payments import refund_cause
from bot.screens.start import home_key
from store.domain.order import show_ref
from store.domain.refund import UNSENT, RefundState
from store.domain.zones import Zone
from store.errors import AlreadyDecided, Rejected
from store.views.paging import Page
from store.views.payments import OwedRefund


def listed(t: Translator, found: Page[OwedRefund]) -> Screen:
    """What should have been sent and was not, the oldest first."""
    hint = t("These refunds are late, did not arrive, or are yours to give back.")
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


def one(t: Translator, owed: OwedRefund, *, zone: Zone, why: str | None = None) -> Screen:
    """Whose turn it is, since when and by when; above it why something was not done."""
    return Screen(
        text=lines(
            escape(why) if why else None,
            *_head(t, owed),
            "",
            *(_done(t, owed, zone) or _waits(t, owed, zone)),
        ),
        rows=rows(
            [_refunded_key(t, owed)],
            [_write_key(t, owed)],
            [keys.OpenLateRefunds().labelled(t.plain("‹ Refunds")), home_key(t)],
        ),
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
    if refund.by_operator:
        return _yours(t, owed, zone)
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


def _yours(t: Translator, owed: OwedRefund, zone: Zone) -> list[str]:
    assert owed.refund.send_by is not None
    lost = owed.refund.state is RefundState.FAILED
    return [
        *([_sent(t, owed, zone), t("The buyer says that it did not arrive.")] if lost else []),
        t("It was paid by card, so it is for you to give back: at the payment provider."),
        *(t("Payment <code>{charge}</code>", charge=charge) for charge in owed.charges),
        t(
            "Do it by {by}, then press <b>Refunded</b>.",
            by=format.moment(owed.refund.send_by, zone, t),
        ),
    ]


def ask_reference(t: Translator, owed: OwedRefund, *, refused: Rejected | None = None) -> Screen:
    """A place to write what the provider calls the refund."""
    return Screen(
        text=lines(
            escape(refusals.words(t, refused)) if refused is not None else None,
            *_head(t, owed),
            "",
            t("What does the payment provider call the refund? Write its reference here."),
        ),
        rows=rows([keys.OpenLateRefund(owed.refund.id).labelled(t.plain("‹ Back")), home_key(t)]),
    )


def too_late(t: Translator, refused: AlreadyDecided, zone: Zone) -> str:
    """A toast for whoever was not the first."""
    at = format.short_moment(refused.at, zone, t)
    return t.plain("{by} has already sent it, {at}.", by=refused.by, at=at)


def can_be_refunded(owed: OwedRefund) -> bool:
    """Whether an operator has to give it back now."""
    return owed.refund.by_operator and owed.refund.state in UNSENT


def _write_key(t: Translator, owed: OwedRefund) -> Key | None:
    return messages.operators_key(t, owed.order_id) if owed.refund.state in UNSENT else None


def _refunded_key(t: Translator, owed: OwedRefund) -> Key | None:
    if not can_be_refunded(owed):
        return None
    button = keys.SayRefunded(owed.refund.id, owed.refund.attempts)
    return button.labelled(t.plain("Refunded"), style="primary")


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

"""Money about which buyer and shop say different things: an operator's card and list."""

from bot.buttons import operators as keys
from bot.buttons.base import Key
from bot.i18n.translator import Translator
from bot.screens import format, late_refunds, messages, seller_request_list
from bot.screens.base import Screen, lines, rows
from bot.screens.browse import paging
from bot.screens.requests import item
from bot.screens.start import home_key
from store.domain.order import show_ref
from store.domain.zones import Zone
from store.errors import AlreadyDecided
from store.views.paging import Page
from store.views.payments import DisputeCard


def card(t: Translator, shown: DisputeCard, zone: Zone) -> Screen:
    """What both sides say, and the two answers; then who decided what."""
    claim = shown.claim
    return Screen(
        text=lines(
            t("<b>Who is right?</b> · {ref}", ref=show_ref(claim.ref)),
            t(
                "{shop} does not find a payment of {amount}; the buyer reported it {n} times.",
                shop=claim.shop_name,
                amount=format.rupiah(claim.expected),
                n=shown.claims,
            ),
            *(item(t, one) for one in claim.items),
            t("The photo was used for another order before.") if claim.used_before else None,
            "",
            _next(t) if shown.waits else outcome(t, shown, zone),
        ),
        rows=rows(
            _answers(t, shown) if shown.waits else [],
            [messages.operators_key(t, claim.order_id)] if shown.waits else [],
            [keys.OpenDisputes().labelled(t.plain("‹ Decisions")), home_key(t)],
        ),
        picture=claim.proof,
        protected=claim.proof is not None,
    )


def outcome(t: Translator, shown: DisputeCard, zone: Zone) -> str:
    """Who decided what."""
    if shown.ruled_at is None:
        return t("Nothing is to be decided any more.")
    at, name = format.short_moment(shown.ruled_at, zone, t), shown.ruled_by or ""
    if shown.came:
        return t("<b>The money came</b>, decided by {name}, {at}.", name=name, at=at)
    return t("<b>The money did not come</b>, decided by {name}, {at}.", name=name, at=at)


def too_late(t: Translator, refused: AlreadyDecided, zone: Zone) -> str:
    """A toast for whoever was not the first."""
    at = format.short_moment(refused.at, zone, t)
    return t.plain("Decided already by {by}, {at}.", by=refused.by, at=at)


def waiting(t: Translator, found: Page[DisputeCard], *, by_shops: int, late: int = 0) -> Screen:
    """What waits for an operator; so many shops ask to cancel what is paid, so many refunds are
    late."""
    hint = t("Compare what both sides report, then decide; both read your decision.")
    if by_shops and not found.items:
        hint = t("Shops wait for your answer.")
    elif late and not found.items:
        hint = t("Refunds wait for a look.")
    elif not found.items:
        hint = t(
            "Nothing waits. When buyer and shop say different things, it is told to you here."
        )
    return Screen(
        text=lines(t("<b>Decisions</b>"), hint),
        rows=rows(
            *([_row_key(one)] for one in found.items),
            paging(t, found, lambda page: keys.OpenDisputes(page).pack()),
            [seller_request_list.waiting_key(t, by_shops)],
            [late_refunds.refunds_key(t, late)],
            [home_key(t)],
        ),
    )


def decisions_key(t: Translator, count: int) -> Key:
    """The way from home to what waits."""
    label = t.plain("Operator · {n}", n=count) if count else t.plain("Operator")
    return keys.OpenDisputes().labelled(label)


def _next(t: Translator) -> str:
    return t("Until you decide nothing expires and the goods are kept.")


def _answers(t: Translator, shown: DisputeCard) -> list[Key]:
    order_id = shown.claim.order_id
    return [
        keys.Rule(order_id, True).labelled(t.plain("The money came"), style="primary"),
        keys.Rule(order_id, False).labelled(t.plain("It did not come"), style="danger"),
    ]


def _row_key(shown: DisputeCard) -> Key:
    claim = shown.claim
    amount = format.rupiah(claim.expected)
    label = f"{show_ref(claim.ref)} · {claim.shop_name} · {amount}"
    return keys.OpenDispute(claim.order_id).labelled(format.cut(label, 60))

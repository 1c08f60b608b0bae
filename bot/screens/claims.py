"""A claim's card: the shop compares it with its statement and answers by button."""

from bot.buttons import payments as keys
from bot.buttons.base import Key
from bot.buttons.desk import OpenDesk, OpenDeskOrder
from bot.buttons.links import CLAIM_LINK, start_link
from bot.i18n.translator import Translator
from bot.screens import format, payments, words
from bot.screens.base import Screen, lines, rows
from bot.screens.browse import paging
from bot.screens.requests import Where, item
from bot.screens.start import home_key
from store.domain.account import AccountKind
from store.domain.claim import ClaimState, NotFoundReason
from store.domain.money import Rupiah
from store.domain.order import OrderStatus, show_ref
from store.domain.payment import CLAIMS_AT_MOST, Booked
from store.domain.zones import Zone
from store.errors import AlreadyDecided
from store.views.catalogue import ShopCard
from store.views.paging import Page
from store.views.payments import ClaimCard

REASONS = tuple(NotFoundReason)
ABOUT_PROOF = frozenset({NotFoundReason.PROOF_UNREADABLE, NotFoundReason.PROOF_USED_BEFORE})


def card(t: Translator, claim: ClaimCard, where: Where) -> Screen:
    """What the buyer says, what to look for, and the answers; then who answered and what."""
    waits = claim.state is ClaimState.WAITING
    return Screen(
        text=lines(
            _head(t, claim, where),
            *(item(t, one) for one in claim.items),
            _expected(t, claim),
            *(_warnings(t, claim) if waits else []),
            "",
            _what_to_do(t, claim) if waits else outcome(t, claim, where.zone),
        ),
        rows=rows(
            *(_answers(t, claim, where) if waits else []),
            _back(t, claim) if where.group_of is None else [],
        ),
        picture=claim.proof,
        protected=claim.proof is not None,
    )


def why_not(t: Translator, claim: ClaimCard, where: Where) -> Screen:
    """The reasons for a no, in the place of the card."""
    return Screen(
        text=lines(
            _head(t, claim, where),
            t("Why is it not found? The buyer reads the reason; then an operator decides.")
            if claim.number >= CLAIMS_AT_MOST
            else t("Why is it not found? The buyer reads the reason and can look again."),
        ),
        rows=rows(
            *(
                [keys.NotFoundBecause(claim.id, at).labelled(words.not_found(t, reason))]
                for at, reason in enumerate(REASONS)
                if claim.proof is not None or reason not in ABOUT_PROOF
            ),
            [keys.BackToClaim(claim.id).labelled(t.plain("‹ Back"))],
        ),
        picture=claim.proof,
        protected=claim.proof is not None,
    )


def ask_amount(t: Translator, claim: ClaimCard, *, refused: bool = False) -> Screen:
    """A place to type the sum that really came."""
    wrong = t("I cannot read that as an amount.") if refused else None
    return Screen(
        text=lines(
            wrong,
            _title(t, claim),
            t("Expected: {amount}", amount=format.rupiah(claim.expected)),
            t("Which amount is on your statement? Type it, for example 271.317."),
        ),
        rows=rows([keys.OpenClaim(claim.id).labelled(t.plain("‹ Back")), home_key(t)]),
    )


def confirm_amount(t: Translator, claim: ClaimCard, amount: int) -> Screen:
    """Did that really come? It is not what was expected."""
    more = amount - claim.expected
    off = format.rupiah(Rupiah(abs(more)))
    return Screen(
        text=lines(
            _title(t, claim),
            t("Did <b>{amount}</b> arrive?", amount=format.rupiah(Rupiah(amount))),
            t("That is {off} more than expected; it goes back to the buyer.", off=off)
            if more > 0
            else t("That is {off} less than expected.", off=off),
            t("Compare it with your statement; once booked it cannot be changed here."),
        ),
        rows=rows(
            [keys.BookAmount(claim.id, amount).labelled(t.plain("Yes, that came"))],
            [
                keys.OtherAmount(claim.id).labelled(t.plain("Type it again")),
                keys.OpenClaim(claim.id).labelled(t.plain("‹ Back")),
            ],
        ),
    )


def outcome(t: Translator, claim: ClaimCard, zone: Zone) -> str:
    """How it was answered: by whom, when and what that means."""
    assert claim.decided_at is not None
    at, name = format.short_moment(claim.decided_at, zone, t), claim.decider or ""
    if claim.state is ClaimState.NOT_FOUND:
        reason = words.not_found(t, NotFoundReason(claim.reason or REASONS[0]))
        return lines(
            t("<b>Not found</b> by {name}, {at}: {reason}.", name=name, at=at, reason=reason),
            _after_not_found(t, claim),
        )
    amount = format.rupiah(claim.amount or claim.expected)
    return lines(
        t("<b>{amount} arrived</b>, says {name}, {at}.", amount=amount, name=name, at=at),
        _meaning(t, claim),
    )


def too_late(t: Translator, refused: AlreadyDecided, zone: Zone) -> str:
    """A toast for whoever was not the first."""
    at = format.short_moment(refused.at, zone, t)
    if refused.status == ClaimState.ARRIVED:
        return t.plain("{by} has already found the money, {at}.", by=refused.by, at=at)
    return t.plain("{by} has already said that it is not there, {at}.", by=refused.by, at=at)


def waiting(t: Translator, shop: ShopCard, found: Page[ClaimCard], *, zone: Zone) -> Screen:
    """What waits for a look at the shop's statement, the oldest first."""
    hint = t("Look at your statement, not at the photo; then answer.")
    if not found.items:
        hint = t("No payment waits. When a buyer reports one, it is told to you here.")
    return Screen(
        text=lines(t("<b>Reported payments</b> · {shop}", shop=shop.name), hint),
        rows=rows(
            *([_row_key(t, one, zone)] for one in found.items),
            paging(t, found, lambda page: keys.OpenClaims(shop.id, page).pack()),
            [OpenDesk(shop.id).labelled(t.plain("‹ Desk")), home_key(t)],
        ),
    )


def claims_key(t: Translator, shop_id: int, count: int) -> Key | None:
    """The way from the desk to what waits."""
    if not count:
        return None
    label = t.plain("Reported payments · {n}", n=count)
    return keys.OpenClaims(shop_id).labelled(label, style="primary")


def _head(t: Translator, claim: ClaimCard, where: Where) -> str:
    """A group is its shop's own; in private a member of two shops has to know for which."""
    if where.group_of is None:
        return _title(t, claim)
    return t("<b>Payment reported</b> · {ref}", ref=show_ref(claim.ref))


def _title(t: Translator, claim: ClaimCard) -> str:
    return t(
        "<b>Payment reported</b> · {shop} · {ref}",
        shop=claim.shop_name,
        ref=show_ref(claim.ref),
    )


def _expected(t: Translator, claim: ClaimCard) -> str:
    account = claim.account
    if claim.state is not ClaimState.WAITING:
        return t("Reported: {amount}", amount=format.rupiah(claim.expected))
    if account is not None and account.kind is AccountKind.QRIS:
        return t(
            "Look for <b>{amount}</b> in your QRIS app (its history or statement).",
            amount=format.rupiah(claim.expected),
        )
    if account is None:
        return t("Look for <b>{amount}</b>.", amount=format.rupiah(claim.expected))
    return t(
        "Look for <b>{amount}</b> on {bank} {number}.",
        amount=format.rupiah(claim.expected),
        bank=account.name,
        number=payments.number_of(account),
    )


def _warnings(t: Translator, claim: ClaimCard) -> list[str]:
    told = []
    if claim.used_before:
        told.append(t("⚠ The same photo was used for another order before."))
    if claim.first_time and claim.number == 1:
        told.append(t("First payment of this buyer to your shop."))
    if claim.status is OrderStatus.CANCELLED:
        told.append(t("The order is cancelled: if the money came, it goes back to the buyer."))
    return told


def _what_to_do(t: Translator, claim: ClaimCard) -> str:
    qris = claim.account is not None and claim.account.kind is AccountKind.QRIS
    look = t("Check your statement, not the photo.")
    if qris:
        look = t("Check the payments in your QRIS app, not the photo.")
    if claim.status is OrderStatus.CANCELLED:
        return look
    return lines(look, t("Please answer today: after a day an operator is told."))


def _after_not_found(t: Translator, claim: ClaimCard) -> str | None:
    if claim.status is not OrderStatus.UNPAID:
        return None
    if claim.number >= CLAIMS_AT_MOST:
        return t("An operator decides now. Keep your statement ready; do not pack it.")
    return t("The buyer can report it once more; without that the order is cancelled.")


def _meaning(t: Translator, claim: ClaimCard) -> str:
    match claim.booked:
        case Booked.PAID:
            return t("The order is paid; it is yours to send.")
        case Booked.SHORT:
            return t("The buyer has been asked for the rest.")
        case Booked.SHORT_AGAIN:
            return t("It is too little again: the order has ended, everything goes back.")
    return t("It goes back to the buyer; the order itself does not change.")


def _answers(t: Translator, claim: ClaimCard, where: Where) -> list[list[Key]]:
    came = t.plain("{amount} arrived", amount=format.rupiah(claim.expected))
    return [
        [keys.MoneyArrived(claim.id).labelled(came, style="primary")],
        [
            _other_key(t, claim, where),
            keys.AskWhyNot(claim.id).labelled(t.plain("Not found"), style="danger"),
        ],
    ]


def _other_key(t: Translator, claim: ClaimCard, where: Where) -> Key:
    label = t.plain("Another amount")
    if where.group_of is None:
        return keys.OtherAmount(claim.id).labelled(label)
    return Key(label=label, url=start_link(where.group_of, f"{CLAIM_LINK}{claim.id}"))


def _back(t: Translator, claim: ClaimCard) -> list[Key]:
    return [
        OpenDeskOrder(claim.order_id).labelled(t.plain("See order")),
        OpenDesk(claim.shop_id).labelled(t.plain("‹ Desk")),
    ]


def _row_key(t: Translator, claim: ClaimCard, zone: Zone) -> Key:
    at = format.short_moment(claim.claimed_at, zone, t)
    label = f"{at} · {show_ref(claim.ref)} · {format.rupiah(claim.expected)}"
    return keys.OpenClaim(claim.id).labelled(label)

"""Asking a buyer where money shall go back to, field by field."""

from bot.buttons import refunds as keys
from bot.buttons.base import Key
from bot.buttons.orders import OpenOrder
from bot.i18n.translator import Translator, escape
from bot.screens import format, refunds
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key
from store.domain.account import RECEIVING, Account, AccountKind
from store.domain.order import show_ref
from store.domain.zones import Zone
from store.views.orders import OrderPage
from store.views.payments import AskedAccount

KINDS = RECEIVING


def choose(t: Translator, asked: AskedAccount) -> Screen:
    """A bank account, an e-wallet, or the account of the last time."""
    return Screen(
        text=lines(
            _head(t, asked),
            _now(t, asked),
            t("Where shall it be sent?"),
            t("Only the people of {shop} see it, in private.", shop=asked.shop_name),
        ),
        rows=rows(
            [_remembered_key(t, asked)],
            [
                keys.FillAccountAs(asked.refund.id, at).labelled(_kind(t, kind))
                for at, kind in enumerate(KINDS)
            ],
            _back(t, asked),
        ),
    )


def ask_provider(
    t: Translator, asked: AskedAccount, kind: AccountKind, *, wrong: str | None = None
) -> Screen:
    """Which bank or which e-wallet?"""
    bank = t("Which bank is it? For example BCA.")
    wallet = t("Which e-wallet is it? For example GoPay.")
    return _field(t, asked, bank if kind is AccountKind.BANK else wallet, wrong)


def ask_number(
    t: Translator, asked: AskedAccount, kind: AccountKind, *, wrong: str | None = None
) -> Screen:
    """The number."""
    bank = t("What is the account's number?")
    wallet = t("What is the phone number of the e-wallet?")
    return _field(t, asked, bank if kind is AccountKind.BANK else wallet, wrong)


def ask_holder(t: Translator, asked: AskedAccount, *, wrong: str | None = None) -> Screen:
    """The name of the holder."""
    return _field(t, asked, t("In whose name is it?"), wrong)


def is_it_right(t: Translator, asked: AskedAccount, account: Account) -> Screen:
    """The account as it was typed, whole for this once."""
    return Screen(
        text=lines(
            _head(t, asked),
            t(
                "Is this right? <b>{name} {number}</b> in the name of <b>{holder}</b>",
                name=account.name,
                number=refunds.number(account),
                holder=account.holder,
            ),
            t("The shop sends the money exactly there."),
        ),
        rows=rows(
            [keys.SaveAccount(asked.refund.id).labelled(t.plain("Yes, save"), style="primary")],
            [keys.FillAccount(asked.refund.id).labelled(t.plain("Change it"))],
            [OpenOrder(asked.order_id).labelled(t.plain("See order")), home_key(t)],
        ),
    )


def given(t: Translator, page: OrderPage, refund_id: int, *, zone: Zone) -> Screen:
    """The account is noted; what happens next."""
    refund = next(one for one in page.refunds if one.id == refund_id)
    shown = refunds.account(t, refund.account) if refund.account else None
    return Screen(
        text=lines(
            t("Noted: {account}.", account=shown) if shown else None,
            t(
                "{shop} sends you {amount} by {by}; you are told here as soon as it is sent.",
                shop=page.shop.name,
                amount=format.rupiah(refund.amount),
                by=format.moment(refund.send_by, zone, t),
            )
            if refund.send_by
            else None,
        ),
        rows=rows(
            [refunds.fill_key(t, refund)],
            [OpenOrder(page.id).labelled(t.plain("See order")), home_key(t)],
        ),
    )


def _field(t: Translator, asked: AskedAccount, question: str, wrong: str | None) -> Screen:
    return Screen(
        text=lines(escape(wrong) if wrong else None, _head(t, asked), question),
        rows=rows(
            [
                keys.FillAccount(asked.refund.id).labelled(t.plain("‹ Back")),
                OpenOrder(asked.order_id).labelled(t.plain("See order")),
            ],
            [home_key(t)],
        ),
    )


def _head(t: Translator, asked: AskedAccount) -> str:
    return t(
        "{shop} sends you {amount} back for order <b>{ref}</b>.",
        shop=asked.shop_name,
        amount=format.rupiah(asked.refund.amount),
        ref=show_ref(asked.ref),
    )


def _now(t: Translator, asked: AskedAccount) -> str | None:
    now = asked.refund.account
    return t("So far: {account}.", account=refunds.account(t, now)) if now else None


def _remembered_key(t: Translator, asked: AskedAccount) -> Key | None:
    last = asked.remembered
    if last is None:
        return None
    label = t.plain("Use {bank} …{end}", bank=last.name, end=last.number[-4:])
    return keys.TakeOverAccount(asked.refund.id).labelled(label, style="primary")


def _kind(t: Translator, kind: AccountKind) -> str:
    return {
        AccountKind.BANK: t.plain("Bank account"),
        AccountKind.EWALLET: t.plain("E-wallet"),
    }[kind]


def _back(t: Translator, asked: AskedAccount) -> list[Key]:
    return [OpenOrder(asked.order_id).labelled(t.plain("See order")), home_key(t)]

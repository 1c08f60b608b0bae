"""Where a shop takes money: its bank accounts and e-wallets, for its own people."""

from bot.buttons.base import Key
from bot.buttons.desk import OpenDesk
from bot.i18n.translator import Translator
from bot.screens import format
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key
from store.domain.account import Account, AccountKind
from store.views.accounts import AccountList, ShopAccount


def accounts(t: Translator, found: AccountList) -> Screen:
    """Everything the shop offers; owners can copy the numbers, staff only recognise them."""
    copies = [_copy_key(t, one.account) for one in found.accounts] if found.whole else []
    return Screen(
        text=lines(
            t("<b>Accounts</b> · {shop}", shop=found.shop.name),
            *(_lines(t, found.accounts) or _none(t)),
            "",
            _for_staff(t, found),
            t("They are written in the shop file; whoever runs Lapak loads it again."),
            _held(t, found),
        ),
        rows=rows(
            *([key] for key in copies),
            [OpenDesk(found.shop.id).labelled(t.plain("‹ Desk")), home_key(t)],
        ),
    )


def _lines(t: Translator, found: tuple[ShopAccount, ...]) -> list[str]:
    return [line for one in found for line in _account(t, one.account)]


def _account(t: Translator, account: Account) -> list[str]:
    return [
        "",
        t("<b>{name}</b> {number}", name=account.name, number=_number(account)),
        t("{kind}, in the name of {holder}", kind=_kind(t, account), holder=account.holder),
    ]


def _none(t: Translator) -> list[str]:
    return [
        t("No bank account and no e-wallet is set up, so buyers pay on delivery (COD)."),
        t(
            "To set them up: add [[accounts]] with kind, name, number and holder to shop.toml, "
            "then run lapak import."
        ),
    ]


def _for_staff(t: Translator, found: AccountList) -> str | None:
    if found.whole or not found.accounts:
        return None
    return t("Only owners see whole numbers.")


def _held(t: Translator, found: AccountList) -> str | None:
    if not found.held:
        return None
    return t(
        "Paid by card and held for you by Lapak's operator: <b>{amount}</b>",
        amount=format.rupiah(found.held),
    )


def _kind(t: Translator, account: Account) -> str:
    return {
        AccountKind.BANK: t.plain("Bank account"),
        AccountKind.EWALLET: t.plain("E-wallet"),
        AccountKind.QRIS: t.plain("QRIS code"),
    }[account.kind]


def _number(account: Account) -> str:
    """A code is too long to be read; its end tells it from another one."""
    if account.kind is AccountKind.QRIS:
        return f"…{account.number[-4:]}"
    wallet = account.kind is AccountKind.EWALLET
    return format.phone(account.number) if wallet else account.number


def _copy_key(t: Translator, account: Account) -> Key | None:
    """A phone is copied as an e-wallet's search takes it: without its dashes."""
    if account.kind is AccountKind.QRIS:
        return None
    number = _number(account).replace("-", "").replace(" ", "")
    return Key(label=t.plain("Copy {name}", name=account.name), copy=number)

"""What is kept about a person, why and how long; everything shown, everything forgotten."""

from collections.abc import Sequence

from bot.buttons.privacy import AskErasure, EraseMe, OpenPrivacy, ShowMyData
from bot.buttons.profile import OpenProfile
from bot.buttons.start import Home
from bot.i18n.translator import Translator
from bot.screens import format, refunds, words
from bot.screens.base import Screen, lines, rows
from bot.screens.browse import paging
from bot.screens.settings import OWN_NAMES
from bot.screens.start import home_key
from store.domain.address import Address, nobody_at
from store.domain.order import show_ref
from store.domain.zones import Zone
from store.views.addresses import AddressView
from store.views.paging import Page
from store.views.privacy import Belongings, KeptOrder, Receipt

# A message holds 4096 characters; what is left is for head and escapes.
ROOM = 3000


def privacy(t: Translator) -> Screen:
    """What is kept, in plain words."""
    return Screen(
        text=lines(
            t("<b>Your data</b>"),
            t("• Your name and language from Telegram, to speak with you."),
            t("• Your addresses, sealed, until you remove them: parcels have to arrive."),
            t("• The account for money that goes back to you, sealed, to offer it again."),
            t("• Your orders with the address they went to: you and the shop need them."),
            t("• What you wrote about an order, sealed, and which photo proved a transfer."),
            t("An operator reads it only while there is something to decide about the order."),
            t(
                "• Of a card payment only the provider's number for it: your card stays with "
                "Telegram and the provider."
            ),
            t("• Your inbox and your settings, until you have them forgotten."),
            t("• What you typed into a form and did not finish, sealed, for 24 hours."),
            t("• Messages as they came, sealed, for 24 hours: nothing is lost in an outage."),
            "",
            t("A shop sees name, phone and street only while it packs and ships your order."),
        ),
        rows=rows(
            [ShowMyData().labelled(t.plain("Show my data"))],
            [AskErasure().labelled(t.plain("Forget my data"), style="danger")],
            [OpenProfile().labelled(t.plain("‹ Profile")), home_key(t)],
        ),
    )


def belongings(t: Translator, kept: Belongings, *, typed: Sequence[str] = (), page: int) -> Screen:
    """Everything that is kept about the reader, page by page; `typed` is not finished yet."""
    words = t("Typed and not finished: {words}", words=", ".join(typed))
    pages = _pages([*_told(t, kept), "", words if typed else ""])
    number = min(max(page, 1), len(pages))
    here = Page(items=pages[number - 1], number=number, pages=len(pages), total=len(pages))
    return Screen(
        text=lines(t("<b>What is kept about you</b>"), *here.items),
        rows=rows(
            paging(t, here, lambda one: ShowMyData(one).pack()),
            [OpenPrivacy().labelled(t.plain("‹ Privacy")), home_key(t)],
        ),
    )


def ask_erasure(t: Translator, *, erasures: int, open_orders: int) -> Screen:
    """What would go, what would stay, and the press that does it."""
    still = t("Open orders keep their address until they end: {n}.", n=open_orders)
    return Screen(
        text=lines(
            t("<b>Forget my data?</b>"),
            t(
                "Gone at once: addresses, accounts, unfinished orders, settings, the inbox, "
                "what you typed."
            ),
            t("Finished orders stay without your name, phone, street, words and photos."),
            still if open_orders else None,
            t("Your place in a shop stays until an owner removes you, or you leave it."),
            "",
            t("This cannot be undone. You can begin anew at any time."),
        ),
        rows=rows(
            [EraseMe(erasures).labelled(t.plain("Yes, forget everything"), style="danger")],
            [OpenPrivacy().labelled(t.plain("Keep everything"))],
        ),
    )


def erased(t: Translator, receipt: Receipt) -> Screen:
    """What was forgotten just now."""
    still = t.many(
        "Still open, forgotten when it ends: {n} order.",
        "Still open, forgotten when they end: {n} orders.",
        n=receipt.open_orders,
    )
    return Screen(
        text=lines(
            t("<b>Forgotten.</b>"),
            t("Addresses: {n}", n=receipt.addresses),
            t("Notices in the inbox: {n}", n=receipt.notices),
            t("Orders that do not name you any more: {n}", n=receipt.orders),
            still if receipt.open_orders else None,
            "",
            t("You can begin anew at any time."),
        ),
        rows=rows([Home().labelled(t.plain("Begin anew"))]),
    )


def erased_before(t: Translator) -> str:
    """An alert for a question that was answered before."""
    return t.plain("Your data was forgotten already. This button is over.")


def _told(t: Translator, kept: Belongings) -> list[str]:
    who, zone = kept.profile, kept.profile.zone
    return [
        t("Telegram number: {id}", id=who.id),
        t("Name: {name}", name=who.name),
        t("Known since: {at}", at=format.moment(kept.since, zone, t)),
        t("Language: {language}", language=OWN_NAMES[who.language]),
        t("Time zone: {zone}", zone=zone),
        t("Operator of Lapak") if kept.is_operator else "",
        *(t("Works for {shop}", shop=shop.name) for shop in kept.shops),
        t("Notices in the inbox: {n}", n=kept.notices),
        "",
        *(_address(t, one) for one in kept.addresses),
        *(
            t("Money goes back to: {account}", account=refunds.account(t, one))
            for one in kept.accounts
        ),
        t("Photos of transfers: {n}", n=kept.proofs) if kept.proofs else "",
        "",
        *(line for one in kept.orders for line in _order(t, one, zone)),
        *(
            t("Your words about order {ref}: {words}", ref=show_ref(one.ref), words=words)
            for one in kept.at_work
            for words in one.words
        ),
    ]


def _address(t: Translator, view: AddressView) -> str:
    return t("Address: {address}", address=_flat(view.address))


def _order(t: Translator, order: KeptOrder, zone: Zone) -> list[str]:
    forgotten = order.address == nobody_at(order.address)
    told = t(
        "Order {ref}, {status}, {at}: {title}. Sent to: {address}",
        ref=show_ref(order.ref),
        status=words.status(t, order.status),
        at=format.short_moment(order.placed_at, zone, t),
        title=order.title,
        address=_flat(order.address) if not forgotten else t.plain("deleted at your request"),
    )
    return [told, *(t("Your words: {words}", words=one) for one in order.words)]


def _flat(to: Address) -> str:
    parts = (to.name, to.phone, to.street, to.district, to.city, to.province, to.postcode)
    return ", ".join(parts)


def _pages(told: list[str]) -> list[tuple[str, ...]]:
    """The lines in portions that fit into a message."""
    pages: list[tuple[str, ...]] = [()]
    for line in told:
        if sum(map(len, pages[-1])) + len(line) > ROOM:
            pages.append(())
        if line or pages[-1]:
            pages[-1] += (line,)
    return pages

"""The questions of the checkout card: how many, which one, which courier, where to."""

from bot.buttons import buy as keys
from bot.buttons.address import NewAddress
from bot.buttons.base import Key
from bot.i18n.translator import Translator
from bot.screens import format
from bot.screens import words as shop_words
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key, received
from store.domain.account import Account, AccountKind
from store.domain.address import Address
from store.domain.payment import PaymentMethod
from store.errors import OutOfStock
from store.views.addresses import AddressView
from store.views.catalogue import ProductPage
from store.views.checkout import CheckoutCard

QUANTITIES = (1, 2, 3, 4, 5, 10, 20)


def quantity(t: Translator, checkout: CheckoutCard, *, again: bool = False) -> Screen:
    """How many; a number may be typed too, and one that cannot be is asked for again."""
    limit = max(1, checkout.stock)
    numbers = [keys.SetQuantity(n).labelled(str(n)) for n in QUANTITIES if n <= limit]
    return Screen(
        text=lines(
            t("Please choose a number from 1 to {limit}.", limit=limit) if again else None,
            t("<b>{title}</b>, {variant}", title=checkout.title, variant=checkout.variant_name),
            t.many(
                "How many? There is {n} left. Choose or type a number.",
                "How many? There are {n} left. Choose or type a number.",
                n=checkout.stock,
            ),
        ),
        rows=rows(numbers[:4], numbers[4:], [_back(t)]),
    )


def variant(t: Translator, checkout: CheckoutCard, page: ProductPage) -> Screen:
    """Which variant."""
    return Screen(
        text=lines(t("<b>{title}</b>", title=page.title), t("Choose a variant:")),
        rows=rows(
            *(
                [
                    keys.SetCheckoutVariant(one.id).labelled(
                        _marked(
                            one.id == checkout.variant_id,
                            t.plain(
                                "{name} · {price} · {n} left",
                                name=one.name,
                                price=format.rupiah(one.price),
                                n=one.stock,
                            ),
                        )
                    )
                ]
                for one in page.variants
                if one.stock > 0
            ),
            [_back(t)],
        ),
    )


def payment(t: Translator, checkout: CheckoutCard) -> Screen:
    """At the door, or by transfer to one of the shop's accounts."""
    at_door = checkout.payment is PaymentMethod.COD
    return Screen(
        text=lines(
            t("How do you want to pay?"),
            _who_gets_it(t, checkout),
        ),
        rows=rows(
            [
                keys.SetPayment(0).labelled(
                    _marked(at_door, shop_words.payment(t, PaymentMethod.COD))
                )
            ],
            [_by_card(t, checkout)],
            *(
                [
                    keys.SetPayment(one.id).labelled(
                        _marked(
                            one == checkout.account,
                            _by_account(t, one.account),
                        )
                    )
                ]
                for one in checkout.accounts
            ),
            [_back(t), home_key(t)],
        ),
    )


def _who_gets_it(t: Translator, checkout: CheckoutCard) -> str:
    if checkout.by_invoice:
        return t(
            "By card the money goes to Lapak's operator, who receives it for the shop; otherwise "
            "to the shop itself."
        )
    if checkout.accounts:
        return t("The money goes to the shop itself; Lapak holds none.")
    return t("This shop is paid when the parcel arrives.")


def _by_card(t: Translator, checkout: CheckoutCard) -> Key | None:
    if not checkout.by_invoice:
        return None
    chosen = checkout.payment is PaymentMethod.TELEGRAM_INVOICE
    return keys.SetInvoice().labelled(_marked(chosen, t.plain("Card, here in the chat")))


def courier(t: Translator, checkout: CheckoutCard) -> Screen:
    """Which courier, with its price and days."""
    ask = t("Which courier should bring it?")
    if not checkout.couriers:
        ask = t("The couriers and their prices are known once there is an address.")
    return Screen(
        text=ask,
        rows=rows(
            *(
                [
                    keys.SetCourier(at).labelled(
                        _marked(
                            quote == checkout.courier,
                            t.plain(
                                "{courier} {service} · {fee} · {days}",
                                courier=quote.courier,
                                service=quote.service,
                                fee=format.rupiah(quote.fee),
                                days=format.days(quote.eta_from, quote.eta_to, t),
                            ),
                        )
                    )
                ]
                for at, quote in enumerate(checkout.couriers)
            ),
            [NewAddress().labelled(t.plain("Add address")) if not checkout.address else None],
            [_back(t)],
        ),
    )


def in_words(t: Translator, kind: str) -> str:
    """What is said to a photo, a sticker or the like, above the question."""
    return lines(received(t, kind), t("At this step I need words or a press on a button."))


def note(t: Translator, checkout: CheckoutCard, *, above: str | None = None) -> Screen:
    """A message to the seller; what was wrong with the last one stands above."""
    drop = keys.DropNote().labelled(t.plain("No message"))
    return Screen(
        text=lines(
            above,
            t(
                "Write your message to {shop}, for example a colour or a time.",
                shop=checkout.shop.name,
            ),
            t("Now: {note}", note=checkout.note) if checkout.note else None,
        ),
        rows=rows([drop if checkout.note else None, _back(t)]),
    )


def addresses(t: Translator, saved: tuple[AddressView, ...]) -> Screen:
    """Which saved address, or a new one."""
    return Screen(
        text=t("Where should the parcel go?"),
        rows=rows(
            *([keys.SetAddress(one.id).labelled(_one_line(one.address))] for one in saved),
            [NewAddress().labelled(t.plain("New address"), style="primary")],
            [_back(t)],
        ),
    )


def sold_out(t: Translator, refused: OutOfStock) -> Screen:
    """Nothing left at the last moment; what else there is."""
    text = t("<b>{variant}</b> has just sold out.", variant=refused.variant_name)
    if refused.left:
        text = t.many(
            "Only {n} of <b>{variant}</b> is left.",
            "Only {n} of <b>{variant}</b> are left.",
            n=refused.left,
            variant=refused.variant_name,
        )
    others = [
        keys.SetCheckoutVariant(one.variant_id).labelled(
            t.plain("{name} · {n} left", name=one.name, n=one.stock)
        )
        for one in refused.alternatives
    ]
    fewer = keys.SetQuantity(refused.left).labelled(t.plain("Take {n}", n=refused.left))
    return Screen(
        text=lines(text, t("You can take this instead:") if others or refused.left else None),
        rows=rows(
            [fewer if refused.left else None],
            *([other] for other in others),
            [_back(t), home_key(t)],
        ),
    )


def _one_line(address: Address) -> str:
    return format.cut(f"{address.name}, {address.street}, {address.city}", 60)


def _marked(chosen: bool, label: str) -> str:
    return f"● {label}" if chosen else label


def _back(t: Translator) -> Key:
    return keys.OpenCheckout().labelled(t.plain("‹ Back"))


def _by_account(t: Translator, account: Account) -> str:
    if account.kind is AccountKind.QRIS:
        return shop_words.payment(t, PaymentMethod.QRIS)
    return t.plain("Transfer · {bank}", bank=account.name)

"""The checkout card and its questions."""

from bot.buttons import buy as keys
from bot.buttons.base import Key
from bot.buttons.browse import OpenProduct, OpenShops
from bot.buttons.orders import OpenOrder
from bot.i18n.translator import Translator
from bot.screens import format, shipments, words
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key
from store.domain.account import AccountKind
from store.domain.checkout import Change, Line, Missing
from store.domain.money import Rupiah
from store.domain.order import show_ref
from store.domain.payment import HIGHEST_CODE, PaymentMethod
from store.domain.shipment import Quote
from store.domain.zones import Zone
from store.views.checkout import CheckoutCard
from store.views.orders import OrderPage


def card(t: Translator, checkout: CheckoutCard) -> Screen:
    """What is about to be ordered; each line has its own button."""
    return Screen(
        text=lines(
            t("Your order at <b>{shop}</b>", shop=checkout.shop.name),
            *(_changed(t, change) for change in checkout.changes),
            "",
            _goods(t, checkout),
            _courier_line(t, checkout),
            _free_shipping(t, checkout.courier),
            _total(t, checkout),
            "",
            *_address_lines(t, checkout),
            t("Payment: {payment}", payment=_payment(t, checkout)),
            _code_line(t, checkout),
            t("Message to the seller: {note}", note=checkout.note or "–"),
            *(_missing(t, one) for one in checkout.missing),
        ),
        rows=rows(
            [_place_key(t, checkout)],
            [
                _address_key(t, checkout),
                keys.AskPayment().labelled(t.plain("Payment")) if checkout.accounts else None,
                keys.AskCourier().labelled(t.plain("Courier")),
            ],
            [
                keys.AskCheckoutVariant().labelled(t.plain("Variant")),
                keys.AskQuantity().labelled(t.plain("Quantity: {n}", n=checkout.quantity)),
                keys.AskNote().labelled(t.plain("Message")),
            ],
            [
                OpenProduct(
                    checkout.product_id, 0, checkout.variant_id, checkout.quantity
                ).labelled(t.plain("‹ Product")),
                keys.LeaveCheckout().labelled(t.plain("Discard"), style="danger"),
                home_key(t),
            ],
        ),
    )


def _goods(t: Translator, checkout: CheckoutCard) -> str:
    return t(
        "{title}, {variant} × {n} — {amount}",
        title=checkout.title,
        variant=checkout.variant_name,
        n=checkout.quantity,
        amount=format.rupiah(checkout.subtotal),
    )


def placed(t: Translator, order: OrderPage, *, zone: Zone) -> Screen:
    """The order is made; what happens next and by when."""
    return Screen(
        text=lines(
            t("Order <b>{ref}</b> is placed. Thank you!", ref=show_ref(order.ref)),
            t(
                "{shop} ships it by {by}; expected {days}.",
                shop=order.shop.name,
                by=format.moment(order.ship_by, zone, t),
                days=format.days(order.eta.first, order.eta.last, t),
            ),
            t(
                "Please have <b>{total}</b> in cash ready for the courier.",
                total=format.rupiah(order.total),
            ),
            t("Until the parcel is arranged you can cancel at once."),
        ),
        rows=rows(
            [
                OpenOrder(order.id).labelled(t.plain("See order"), style="primary"),
                Key(label=t.plain("Copy order number"), copy=show_ref(order.ref)),
            ],
            [OpenShops().labelled(t.plain("Keep shopping")), home_key(t)],
        ),
    )


def put_aside(t: Translator) -> Screen:
    """The order is not placed yet; it can be gone on with or given up."""
    return Screen(
        text=t("Your order is not placed yet. It is kept for 24 hours."),
        rows=rows(
            [keys.OpenCheckout().labelled(t.plain("Continue your order"), style="primary")],
            [keys.LeaveCheckout().labelled(t.plain("Discard it"), style="danger"), home_key(t)],
        ),
    )


def left(t: Translator) -> Screen:
    """The checkout was given up."""
    return Screen(
        text=t("The order was not placed. Nothing was bought."),
        rows=rows([OpenShops().labelled(t.plain("Shop")), home_key(t)]),
    )


def none_open(t: Translator) -> Screen:
    """There is no checkout any more."""
    return Screen(
        text=t("This order card is not open any more. Choose a product to begin again."),
        rows=rows([OpenShops().labelled(t.plain("Shop")), home_key(t)]),
    )


def _place_key(t: Translator, checkout: CheckoutCard) -> Key | None:
    if Missing.ADDRESS in checkout.missing:
        return keys.AskAddress().labelled(t.plain("Add address"), style="primary")
    if checkout.missing:
        return None
    label = t.plain("Place order · {total}", total=format.rupiah(checkout.total))
    return keys.PlaceOrder(checkout.version).labelled(label, style="primary")


def _address_key(t: Translator, checkout: CheckoutCard) -> Key | None:
    if Missing.ADDRESS in checkout.missing:
        return None
    return keys.AskAddress().labelled(t.plain("Address"))


def _total(t: Translator, checkout: CheckoutCard) -> str:
    total = format.rupiah(checkout.total)
    if checkout.courier is None:
        return t("<b>Total {total}</b>, shipping not included", total=total)
    return t("<b>Total {total}</b>", total=total)


def _courier_line(t: Translator, checkout: CheckoutCard) -> str:
    quote = checkout.courier
    if quote is None and checkout.address is None:
        return t("Shipping: known once there is an address")
    if quote is None:
        return t("Shipping: no courier of this shop goes there")
    return t(
        "Shipping {courier} {service}, arrives {days} — {fee}",
        courier=quote.courier,
        service=quote.service,
        days=format.days(quote.eta_from, quote.eta_to, t),
        fee=format.rupiah(quote.fee),
    )


def _free_shipping(t: Translator, quote: Quote | None) -> str | None:
    if quote is None:
        return None
    return shipments.free_shipping(t, fee=quote.fee, paid=quote.paid_by_shop)


def _address_lines(t: Translator, checkout: CheckoutCard) -> list[str]:
    if checkout.address is None:
        return [t("Ship to: –")]
    to = checkout.address.address
    return [
        t("Ship to: <b>{name}</b> · {phone}", name=to.name, phone=format.phone(to.phone)),
        t(
            "{street}, {district}, {city}, {province} {postcode}",
            street=to.street,
            district=to.district,
            city=to.city,
            province=to.province,
            postcode=to.postcode,
        ),
    ]


def _payment(t: Translator, checkout: CheckoutCard) -> str:
    if checkout.account is None:
        return words.payment(t, checkout.payment)
    account = checkout.account.account
    if account.kind is AccountKind.QRIS:
        return words.payment(t, PaymentMethod.QRIS)
    if account.kind is AccountKind.EWALLET:
        return t.plain("E-wallet ({name})", name=account.name)
    return t.plain("Bank transfer ({bank})", bank=account.name)


def _code_line(t: Translator, checkout: CheckoutCard) -> str | None:
    if checkout.account is None:
        return None
    most = format.rupiah(Rupiah(HIGHEST_CODE))
    return t(
        "A code of at most {most} is added, so that the seller recognises your payment.",
        most=most,
    )


def _missing(t: Translator, missing: Missing) -> str:
    return {
        Missing.STOCK: t("⚠ There is not enough left of this variant; choose another."),
        Missing.ADDRESS: t("Only the address is missing."),
        Missing.COURIER: t("⚠ This shop does not ship to this address."),
    }[missing]


def _changed(t: Translator, change: Change) -> str:
    if change.line is Line.UNIT_PRICE:
        return t(
            "⚠ The price changed from {was} to {now}.",
            was=_money(change.was),
            now=_money(change.now),
        )
    if change.line is Line.SHIPPING_FEE and change.was is not None and change.now is not None:
        return t(
            "⚠ Shipping changed from {was} to {now}.",
            was=_money(change.was),
            now=_money(change.now),
        )
    return {
        Line.TITLE: t("⚠ The product's name changed."),
        Line.VARIANT: t("⚠ The variant changed."),
        Line.UNIT_PRICE: t("⚠ The price changed."),
        Line.QUANTITY: t("⚠ The quantity changed."),
        Line.ADDRESS: t("⚠ The address changed."),
        Line.COURIER: t("⚠ The courier changed."),
        Line.SHIPPING_FEE: t("⚠ Shipping changed."),
        Line.ETA: t("⚠ The expected days changed."),
        Line.PAYMENT: t("⚠ The payment changed."),
        Line.NOTE: t("⚠ The message changed."),
    }[change.line]


def _money(value: str | int | None) -> str:
    return format.rupiah(Rupiah(int(value or 0)))

"""The product page: pictures that flip in place, variant, quantity, Buy now."""

from bot.buttons.base import Key
from bot.buttons.browse import ChooseQuantity, ChooseVariant, OpenProduct, OpenShop, SendPictures
from bot.buttons.buy import Buy
from bot.i18n.translator import Translator, escape
from bot.screens import format
from bot.screens.base import Screen, lines, rows
from bot.screens.browse import badge
from bot.screens.start import home_key
from store.domain.shipment import Quote
from store.views.catalogue import ProductPage, VariantLine

QUANTITIES = (1, 2, 3, 4, 5, 10)


def product(
    t: Translator,
    page: ProductPage,
    *,
    picture: int,
    chosen: VariantLine | None,
    quantity: int,
    quote: Quote | None,
    offers_pictures: bool = True,
) -> Screen:
    """A product with what it costs, what is left and when it would arrive."""
    shown = picture % len(page.pictures) if page.pictures else 0
    here = OpenProduct(page.id, shown, chosen.id if chosen else 0, quantity)
    return Screen(
        text=lines(
            t(
                "<b>{title}</b> – {shop}{badge}",
                title=page.title,
                shop=page.shop.name,
                badge=badge(page.shop),
            ),
            _price_line(t, page, chosen),
            "",
            escape(format.cut(page.description, 600)) if page.description else None,
            "" if page.description else None,
            _shipping_line(t, page, quote),
            _stock_line(t, page, chosen),
        ),
        rows=rows(
            _flip(page, here, shown),
            [_pictures_key(t, page, here)] if offers_pictures else [],
            _choices(t, page, chosen, quantity),
            [_buy_key(t, page, chosen, quantity)],
            [
                OpenShop(page.shop.id).labelled(t.plain("‹ {shop}", shop=page.shop.name)),
                home_key(t),
            ],
        ),
        picture=page.pictures[shown] if page.pictures else None,
    )


def caption(t: Translator, page: ProductPage) -> str:
    """What stands under the pictures of a product when they are sent at once."""
    return t("<b>{title}</b>", title=page.title)


def sent(t: Translator, page: ProductPage) -> str:
    """A toast when the pictures of a product have arrived."""
    return t.plain("All {n} pictures were sent.", n=len(page.pictures))


def not_sent(t: Translator) -> str:
    """What stands above a product whose pictures did not come."""
    return t("The pictures could not be sent. Please look at them one by one.")


def variants(t: Translator, page: ProductPage, *, quantity: int, buying: bool) -> Screen:
    """The variants to choose from; on the way to buying, choosing one goes on to the card."""
    return Screen(
        text=lines(t("<b>{title}</b>", title=page.title), t("Choose a variant:")),
        rows=rows(
            *(
                [_variant_key(t, page, one, quantity=quantity, buying=buying)]
                for one in page.variants
                if one.stock > 0
            ),
            [_back(t, page)],
        ),
        picture=page.pictures[0] if page.pictures else None,
    )


def quantities(t: Translator, page: ProductPage, chosen: VariantLine) -> Screen:
    """How many of a variant."""
    keys = [
        OpenProduct(page.id, 0, chosen.id, number).labelled(str(number))
        for number in QUANTITIES
        if number <= chosen.stock
    ]
    return Screen(
        text=lines(
            t("<b>{title}</b>, {variant}", title=page.title, variant=chosen.name),
            t("How many? There are {n} left.", n=chosen.stock),
        ),
        rows=rows(keys[:3], keys[3:], [_back(t, page)]),
        picture=page.pictures[0] if page.pictures else None,
    )


def _price_line(t: Translator, page: ProductPage, chosen: VariantLine | None) -> str:
    offered = [chosen] if chosen else list(page.variants)
    lowest, highest = min(v.price for v in offered), max(v.price for v in offered)
    before = {v.original_price for v in offered}
    original = before.pop() if len(before) == 1 and lowest == highest else None
    if original is None or original <= lowest:
        return t("<b>{price}</b>", price=format.price_range(lowest, highest))
    return t(
        "<b>{price}</b> <s>{before}</s>",
        price=format.rupiah(lowest),
        before=format.rupiah(original),
    )


def _shipping_line(t: Translator, page: ProductPage, quote: Quote | None) -> str:
    if quote is None:
        return t("Ships from {city}", city=page.shop.city)
    return t(
        "Ships from {city} · {courier} {fee}, arrives {days}",
        city=page.shop.city,
        courier=quote.courier,
        fee=format.rupiah(quote.fee),
        days=format.days(quote.eta_from, quote.eta_to, t),
    )


def _stock_line(t: Translator, page: ProductPage, chosen: VariantLine | None) -> str:
    if _sold_out(page):
        return t("Sold out at the moment.")
    if chosen is None:
        return t("Choose a variant to order. Pay on delivery (COD).")
    return t("{variant}: {n} left. Pay on delivery (COD).", variant=chosen.name, n=chosen.stock)


def _flip(page: ProductPage, here: OpenProduct, shown: int) -> tuple[Key, ...]:
    count = len(page.pictures)
    if count < 2:
        return ()
    turns = ((shown - 1) % count, shown, (shown + 1) % count)
    labels = ("◀", f"{shown + 1}/{count}", "▶")
    return tuple(
        OpenProduct(page.id, at, here.variant_id, here.quantity).labelled(label)
        for at, label in zip(turns, labels, strict=True)
    )


def _pictures_key(t: Translator, page: ProductPage, here: OpenProduct) -> Key | None:
    if len(page.pictures) < 2:
        return None
    button = SendPictures(here.product_id, here.picture, here.variant_id, here.quantity)
    return button.labelled(t.plain("All pictures ({n})", n=len(page.pictures)))


def _choices(
    t: Translator, page: ProductPage, chosen: VariantLine | None, quantity: int
) -> list[Key | None]:
    if _sold_out(page):
        return []
    many = len(page.variants) > 1
    label = t.plain("Variant: {name}", name=chosen.name) if chosen else t.plain("Choose a variant")
    variant = ChooseVariant(page.id, quantity).labelled(label) if many else None
    if chosen is None:
        return [variant]
    amount = ChooseQuantity(page.id, chosen.id, quantity)
    return [variant, amount.labelled(t.plain("Quantity: {n}", n=quantity))]


def _buy_key(
    t: Translator, page: ProductPage, chosen: VariantLine | None, quantity: int
) -> Key | None:
    if _sold_out(page):
        return None
    label = t.plain("Buy now")
    if chosen is not None:
        return Buy(chosen.id, quantity).labelled(label, style="primary")
    return ChooseVariant(page.id, quantity, True).labelled(label, style="primary")


def _variant_key(
    t: Translator, page: ProductPage, one: VariantLine, *, quantity: int, buying: bool
) -> Key:
    label = t.plain(
        "{name} · {price} · {n} left", name=one.name, price=format.rupiah(one.price), n=one.stock
    )
    if buying:
        return Buy(one.id, quantity).labelled(label)
    return OpenProduct(page.id, 0, one.id, quantity).labelled(label)


def _sold_out(page: ProductPage) -> bool:
    return all(one.stock == 0 for one in page.variants)


def _back(t: Translator, page: ProductPage) -> Key:
    return OpenProduct(page.id).labelled(t.plain("‹ Back"))

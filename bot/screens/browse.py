"""Shops, their products and the product page."""

from collections.abc import Callable
from typing import Any

from bot.buttons.base import Key
from bot.buttons.browse import ChooseQuantity, ChooseVariant, OpenProduct, OpenShop, OpenShops
from bot.buttons.buy import Buy
from bot.i18n.translator import Translator, escape
from bot.screens import format
from bot.screens.base import Screen, lines, rows
from bot.screens.start import home_key
from store.views.catalogue import ProductCard, ProductPage, ShopCard, VariantLine
from store.views.paging import Page

BADGE = " ✔"
QUANTITIES = (1, 2, 3, 4, 5, 10)


def shops(t: Translator, cards: tuple[ShopCard, ...]) -> Screen:
    """All shops with something to sell."""
    if not cards:
        return Screen(
            text=t("There are no shops here yet. Please look in again soon."),
            rows=rows([home_key(t)]),
        )
    return Screen(
        text=lines(
            t("<b>Shops</b>"),
            t("✔ marks a verified shop. Choose a shop to see what it sells."),
        ),
        rows=rows(*([_shop_key(card)] for card in cards), [home_key(t)]),
    )


def shop(t: Translator, card: ShopCard, products: Page[ProductCard]) -> Screen:
    """A shop with a page of its products."""
    free = card.free_shipping_from
    empty = t("This shop has nothing to sell right now.") if not products.items else None
    return Screen(
        text=lines(
            t("<b>{shop}</b>{badge}", shop=card.name, badge=BADGE if card.verified else ""),
            t("Ships from {city}, {province}", city=card.city, province=card.province),
            t("Free shipping from {amount}", amount=format.rupiah(free)) if free else None,
            "",
            empty or t("Choose a product:"),
        ),
        rows=rows(
            *([_product_key(t, one)] for one in products.items),
            paging(t, products, lambda page: OpenShop(card.id, page).pack()),
            [OpenShops().labelled(t.plain("‹ All shops")), home_key(t)],
        ),
    )


def product(
    t: Translator,
    page: ProductPage,
    *,
    picture: int,
    chosen: VariantLine | None,
    quantity: int,
) -> Screen:
    """A product: its pictures flip in place, variant and quantity are chosen here."""
    shown = picture % len(page.pictures) if page.pictures else 0
    here = OpenProduct(page.id, shown, chosen.id if chosen else 0, quantity)
    return Screen(
        text=lines(
            t("<b>{title}</b>", title=page.title),
            _price_line(t, page, chosen),
            t(
                "{shop}{badge} · ships from {city}",
                shop=page.shop.name,
                city=page.shop.city,
                badge=BADGE if page.shop.verified else "",
            ),
            "",
            escape(format.cut(page.description, 600)),
            "",
            _stock_line(t, page, chosen),
        ),
        rows=rows(
            _flip(page, here, shown),
            _choices(t, page, chosen, quantity),
            [_buy_key(t, page, chosen, quantity)],
            [
                OpenShop(page.shop.id).labelled(t.plain("‹ {shop}", shop=page.shop.name)),
                home_key(t),
            ],
        ),
        picture=page.pictures[shown] if page.pictures else None,
    )


def variants(t: Translator, page: ProductPage, *, quantity: int) -> Screen:
    """The variants of a product to choose from."""
    keys = [
        OpenProduct(page.id, 0, one.id, quantity).labelled(_variant_label(t, one))
        for one in page.variants
        if one.stock > 0
    ]
    return Screen(
        text=lines(t("<b>{title}</b>", title=page.title), t("Choose a variant:")),
        rows=rows(*([key] for key in keys), [_back(t, page)]),
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


def paging(t: Translator, page: Page[Any], target: Callable[[int], str]) -> tuple[Key, ...]:
    """◀ 2/5 ▶ where there is more than one page."""
    if page.pages < 2:
        return ()
    before, after = max(1, page.number - 1), min(page.pages, page.number + 1)
    here = t.plain("{page}/{pages}", page=page.number, pages=page.pages)
    return (
        Key(label="◀", data=target(before)),
        Key(label=here, data=target(page.number)),
        Key(label="▶", data=target(after)),
    )


def _shop_key(card: ShopCard) -> Key:
    badge = BADGE if card.verified else ""
    return OpenShop(card.id).labelled(f"{card.name}{badge} · {card.city}")


def _product_key(t: Translator, card: ProductCard) -> Key:
    price = format.price_range(card.price_from, card.price_to)
    left = price if card.stock else t.plain("sold out")
    return OpenProduct(card.id).labelled(f"{format.cut(card.title, 32)} · {left}")


def _price_line(t: Translator, page: ProductPage, chosen: VariantLine | None) -> str:
    prices = [chosen] if chosen else list(page.variants)
    lowest, highest = min(v.price for v in prices), max(v.price for v in prices)
    before = chosen.original_price if chosen else None
    if before is None or before <= lowest:
        return t("<b>{price}</b>", price=format.price_range(lowest, highest))
    return t(
        "<b>{price}</b> <s>{before}</s>",
        price=format.rupiah(lowest),
        before=format.rupiah(before),
    )


def _stock_line(t: Translator, page: ProductPage, chosen: VariantLine | None) -> str:
    if all(one.stock == 0 for one in page.variants):
        return t("Sold out at the moment.")
    if chosen is None:
        return t("Choose a variant to order.")
    return t("{variant}: {n} left. Pay on delivery.", variant=chosen.name, n=chosen.stock)


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


def _choices(
    t: Translator, page: ProductPage, chosen: VariantLine | None, quantity: int
) -> list[Key | None]:
    if all(one.stock == 0 for one in page.variants):
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
    if chosen is not None:
        return Buy(chosen.id, quantity).labelled(t.plain("Buy now"), style="primary")
    if all(one.stock == 0 for one in page.variants):
        return None
    return ChooseVariant(page.id, quantity).labelled(t.plain("Buy now"), style="primary")


def _variant_label(t: Translator, one: VariantLine) -> str:
    return t.plain(
        "{name} · {price} · {n} left", name=one.name, price=format.rupiah(one.price), n=one.stock
    )


def _back(t: Translator, page: ProductPage) -> Key:
    return OpenProduct(page.id).labelled(t.plain("‹ Back"))

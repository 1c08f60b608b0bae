"""The shop front: shops, categories, and what stands on their shelves."""

from collections.abc import Callable
from typing import Any

from bot.buttons.base import Key
from bot.buttons.browse import OpenCategories, OpenCategory, OpenProduct, OpenShop, OpenShops
from bot.buttons.orders import Door, OpenOrders
from bot.i18n.translator import Translator
from bot.screens import format
from bot.screens.base import Rows, Screen, in_pairs, lines, rows
from bot.screens.start import home_key
from store.views.catalogue import CategoryCard, ProductCard, ShopCard
from store.views.paging import Page

BADGE = " ✔"


def shops(t: Translator, cards: tuple[ShopCard, ...]) -> Screen:
    """The shop front: all shops, the categories, and one's orders."""
    orders = OpenOrders(Door.SHOP).labelled(t.plain("My orders"))
    if not cards:
        return Screen(
            text=t("There are no shops here yet. Please look in again soon."),
            rows=rows([orders, home_key(t)]),
        )
    return Screen(
        text=lines(
            t("<b>Shop</b>"),
            t("Choose a shop, or look by category. ✔ marks a verified shop."),
        ),
        rows=rows(
            *([_shop_key(card)] for card in cards),
            [OpenCategories().labelled(t.plain("Categories")), orders],
            [home_key(t)],
        ),
    )


def categories(t: Translator, cards: tuple[CategoryCard, ...]) -> Screen:
    """Every kind of products, over all shops."""
    keys = [OpenCategory(one.id).labelled(f"{one.name} {one.products}") for one in cards]
    return Screen(
        text=lines(t("<b>Categories</b>"), t("What are you looking for?")),
        rows=rows(*in_pairs(keys), [_all_shops(t), home_key(t)]),
    )


def category(t: Translator, card: CategoryCard, products: Page[ProductCard]) -> Screen:
    """One kind of products."""
    return Screen(
        text=lines(t("<b>{category}</b>", category=card.name), t("Choose a product:")),
        rows=rows(
            *_shelf(t, products),
            paging(t, products, lambda page: OpenCategory(card.id, page).pack()),
            [OpenCategories().labelled(t.plain("‹ Categories")), home_key(t)],
        ),
    )


def shop(t: Translator, card: ShopCard, products: Page[ProductCard]) -> Screen:
    """A shop with a page of its products."""
    free = card.free_shipping_from
    empty = t("This shop has nothing to sell right now.") if not products.items else None
    return Screen(
        text=lines(
            t("<b>{shop}</b>{badge}", shop=card.name, badge=badge(card)),
            t("Ships from {city}, {province}", city=card.city, province=card.province),
            t("Free shipping from {amount}", amount=format.rupiah(free)) if free else None,
            "",
            empty or t("Choose a product:"),
        ),
        rows=rows(
            *_shelf(t, products),
            paging(t, products, lambda page: OpenShop(card.id, page).pack()),
            [_all_shops(t), home_key(t)],
        ),
    )


def badge(card: ShopCard) -> str:
    """The mark of a verified shop."""
    return BADGE if card.verified else ""


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


def _shelf(t: Translator, products: Page[ProductCard]) -> Rows:
    return tuple((_product_key(t, one),) for one in products.items)


def _shop_key(card: ShopCard) -> Key:
    return OpenShop(card.id).labelled(f"{card.name}{badge(card)} · {card.city}")


def _product_key(t: Translator, card: ProductCard) -> Key:
    price = format.price_range(card.price_from, card.price_to)
    left = price if card.stock else t.plain("sold out")
    return OpenProduct(card.id).labelled(f"{format.cut(card.title, 32)} · {left}")


def _all_shops(t: Translator) -> Key:
    return OpenShops().labelled(t.plain("‹ All shops"))

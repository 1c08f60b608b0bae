"""The stock of a shop, product by product."""

from bot.buttons.base import Key
from bot.buttons.desk import OpenDesk, OpenStock, OpenStockSheet, Recount, TypeCount
from bot.i18n.translator import Translator
from bot.screens import format
from bot.screens.base import Screen, lines, rows
from bot.screens.browse import paging
from bot.screens.start import home_key
from store.views.catalogue import ProductCard, ShopCard
from store.views.paging import Page
from store.views.shipping import StockSheet, StockVariant


def shelf(t: Translator, shop: ShopCard, products: Page[ProductCard]) -> Screen:
    """A page of the shop's products with what is left of each."""
    empty = t("This shop has nothing to sell right now.") if not products.items else None
    return Screen(
        text=lines(
            t("<b>Stock</b> · {shop}", shop=shop.name),
            empty or t("Choose a product. What buyers have ordered is taken off already."),
        ),
        rows=rows(
            *([_product_key(one)] for one in products.items),
            paging(t, products, lambda page: OpenStock(shop.id, page).pack()),
            [OpenDesk(shop.id).labelled(t.plain("‹ Desk")), home_key(t)],
        ),
    )


def sheet(t: Translator, stock: StockSheet) -> Screen:
    """Each variant with one less, the number, and one more."""
    return Screen(
        text=lines(
            t("<b>{title}</b>", title=stock.title),
            *(t("{variant}: <b>{n}</b>", variant=one.name, n=one.stock) for one in stock.variants),
            "",
            t("Press a variant to type its number. Buyers see the change at once."),
        ),
        rows=rows(
            *(_variant_keys(one) for one in stock.variants),
            [OpenStock(stock.shop_id).labelled(t.plain("‹ Stock")), home_key(t)],
        ),
    )


def ask_count(
    t: Translator, stock: StockSheet, variant: StockVariant, *, most: int, again: bool = False
) -> Screen:
    """A place to type how many there are; what is no such number is asked for again."""
    return Screen(
        text=lines(
            t("That is not a number from 0 to {most}.", most=most) if again else None,
            t("<b>{title}</b>, {variant}", title=stock.title, variant=variant.name),
            t(
                "How many can be sold? Type a number from 0 to {most}; now it is {n}.",
                most=most,
                n=variant.stock,
            ),
        ),
        rows=rows([OpenStockSheet(stock.product_id).labelled(t.plain("‹ Back")), home_key(t)]),
    )


def changed_meanwhile(t: Translator) -> str:
    """A toast for a number that was not true any more."""
    return t.plain("The stock has changed meanwhile; this is how it is now.")


def changed_screen(t: Translator, stock: StockSheet) -> Screen:
    """The same words where nothing was pressed."""
    now = sheet(t, stock)
    told = t("The stock has changed meanwhile; this is how it is now.")
    return Screen(text=lines(told, "", now.text), rows=now.rows)


def _product_key(card: ProductCard) -> Key:
    return OpenStockSheet(card.id).labelled(f"{format.cut(card.title, 32)} · {card.stock}")


def _variant_keys(one: StockVariant) -> list[Key | None]:
    fewer = Recount(one.id, one.stock, one.stock - 1).labelled(f"−1 {format.cut(one.name, 12)}")
    return [
        fewer if one.stock else None,
        TypeCount(one.id).labelled(f"{format.cut(one.name, 18)}: {one.stock}"),
        Recount(one.id, one.stock, one.stock + 1).labelled(f"+1 {format.cut(one.name, 12)}"),
    ]

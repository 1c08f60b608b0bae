"""Looking around: shops, products, pictures, variants."""

from telegram import Update

from bot.buttons.browse import (
    ChooseQuantity,
    ChooseVariant,
    OpenCategory,
    OpenProduct,
    OpenShop,
    SendPictures,
)
from bot.context import Ctx
from bot.screens import browse as screens
from bot.screens import product as product_screens
from bot.screens.base import Screen
from store.domain.shipment import Quote
from store.views.catalogue import ProductPage, VariantLine


async def shops(_: Update, ctx: Ctx) -> None:
    """Shop was pressed or /shop was sent."""
    ctx.show(screens.shops(ctx.t, await ctx.shop.catalogue.shops()))


async def categories(_: Update, ctx: Ctx) -> None:
    """Categories was pressed."""
    ctx.show(screens.categories(ctx.t, await ctx.shop.catalogue.categories()))


async def category(_: Update, ctx: Ctx) -> None:
    """A category was chosen, or a page of its products."""
    button = ctx.pressed(OpenCategory)
    card = await ctx.shop.catalogue.category(button.category_id)
    products = await ctx.shop.catalogue.in_category(button.category_id, page=button.page)
    ctx.show(screens.category(ctx.t, card, products))


async def shop(_: Update, ctx: Ctx) -> None:
    """A shop was chosen, or a page of its products."""
    button = ctx.pressed(OpenShop)
    card = await ctx.shop.catalogue.shop(button.shop_id)
    products = await ctx.shop.catalogue.products(button.shop_id, page=button.page)
    ctx.show(screens.shop(ctx.t, card, products))


async def product(_: Update, ctx: Ctx) -> None:
    """A product was chosen, or another of its pictures."""
    button = ctx.pressed(OpenProduct)
    page = await ctx.shop.catalogue.product(button.product_id)
    quote = await ctx.shop.buying.estimate(ctx.actor, page.id)
    ctx.show(_page(ctx, page, quote, button))


async def pictures(_: Update, ctx: Ctx) -> None:
    """All pictures was pressed; there may be fewer of them by now."""
    button = ctx.pressed(SendPictures)
    page = await ctx.shop.catalogue.product(button.product_id)
    quote = await ctx.shop.buying.estimate(ctx.actor, page.id)
    if len(page.pictures) > 1:
        ctx.toast(product_screens.sent(ctx.t, page))
        ctx.album(
            page.pictures,
            caption=product_screens.caption(ctx.t, page),
            stays=_page(ctx, page, quote, button),
            sorry=product_screens.not_sent(ctx.t),
        )
    # Right beneath its pictures the page does not offer them once more.
    ctx.show(_page(ctx, page, quote, button, offers_pictures=False))


async def variants(_: Update, ctx: Ctx) -> None:
    """Variant was pressed."""
    button = ctx.pressed(ChooseVariant)
    page = await ctx.shop.catalogue.product(button.product_id)
    quantity = max(1, button.quantity)
    ctx.show(product_screens.variants(ctx.t, page, quantity=quantity, buying=button.buying))


async def quantities(_: Update, ctx: Ctx) -> None:
    """Quantity was pressed."""
    button = ctx.pressed(ChooseQuantity)
    page = await ctx.shop.catalogue.product(button.product_id)
    chosen = _chosen(page, button.variant_id)
    if chosen is None:
        ctx.show(product_screens.variants(ctx.t, page, quantity=1, buying=False))
        return
    ctx.show(product_screens.quantities(ctx.t, page, chosen))


def _page(
    ctx: Ctx,
    page: ProductPage,
    quote: Quote | None,
    button: OpenProduct | SendPictures,
    *,
    offers_pictures: bool = True,
) -> Screen:
    chosen = _chosen(page, button.variant_id)
    most = max(1, chosen.stock) if chosen else 1
    return product_screens.product(
        ctx.t,
        page,
        picture=button.picture,
        chosen=chosen,
        quantity=min(max(1, button.quantity), most),
        quote=quote,
        offers_pictures=offers_pictures,
    )


def _chosen(page: ProductPage, variant_id: int) -> VariantLine | None:
    """The variant of a button; where a product has only one in stock, nobody has to choose."""
    in_stock = [one for one in page.variants if one.stock > 0]
    if len(in_stock) == 1:
        return in_stock[0]
    return next((one for one in in_stock if one.id == variant_id), None)

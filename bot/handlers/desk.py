"""The desk of a shop: piles, orders, and steps that need no words."""

from collections.abc import Awaitable

from telegram import Update

from bot.buttons import desk as buttons
from bot.context import Ctx
from bot.screens import accounts as account_screens
from bot.screens import desk as screens
from bot.screens import desk_order, groups, refusals, shipping
from bot.screens import stock as stock_screens
from store.domain.desk import Goods, ReturnReason
from store.domain.order import OrderStatus
from store.domain.payment import PaymentMethod
from store.errors import AlreadyDecided, IllegalMove, UndoTooLate
from store.views.orders import OrderPage


async def desk(update: Update, ctx: Ctx) -> None:
    """Seller desk was pressed or /sell was sent: the only shop, or the choice."""
    asked_for = ctx.pressed(buttons.OpenDesk).shop_id if update.callback_query else 0
    shops = await ctx.shop.desk.shops(ctx.actor)
    only = shops[0].id if len(shops) == 1 else 0
    wanted = asked_for or only
    if not shops:
        ctx.show(screens.closed(ctx.t))
        return
    if not wanted:
        ctx.show(screens.choose(ctx.t, shops))
        return
    found = await ctx.shop.desk.home(ctx.actor, wanted)
    place = await ctx.places.of_shop(wanted)
    owner = ctx.actor.owns(wanted)
    news = groups.news(ctx.t, title=place.title if place else None, owner=owner)
    several = len(shops) > 1
    ctx.show(screens.home(ctx.t, found, news=news, zone=ctx.actor.zone, several=several))


async def pile(_: Update, ctx: Ctx) -> None:
    """A pile or a page of it was pressed."""
    button = ctx.pressed(buttons.OpenPile)
    which = screens.pile_of(button.pile)
    shop = await ctx.shop.desk.shop(ctx.actor, button.shop_id)
    found = await ctx.shop.desk.pile(ctx.actor, button.shop_id, which, page=button.page)
    ctx.show(screens.pile(ctx.t, shop, found, which=which, zone=ctx.actor.zone))


async def order(_: Update, ctx: Ctx) -> None:
    """An order of the desk was pressed."""
    order_id = ctx.pressed(buttons.OpenDeskOrder).order_id
    _show(ctx, await ctx.shop.desk.order(ctx.actor, order_id))


async def ask_buyer(_: Update, ctx: Ctx) -> None:
    """Ask the buyer was pressed."""
    order_id = ctx.pressed(buttons.AskBuyer).order_id
    if await _moved(ctx, order_id, ctx.shop.shipping.ask(ctx.actor, order_id)):
        ctx.toast(shipping.asked_toast(ctx.t))


async def hand_over(_: Update, ctx: Ctx) -> None:
    """Handed to the courier was pressed."""
    order_id = ctx.pressed(buttons.HandOver).order_id
    await _moved(ctx, order_id, ctx.shop.shipping.hand_over(ctx.actor, order_id))


async def undo(_: Update, ctx: Ctx) -> None:
    """Undo was pressed."""
    button = ctx.pressed(buttons.Undo)
    move = ctx.shop.shipping.undo(ctx.actor, button.order_id, version=button.version)
    if await _moved(ctx, button.order_id, move):
        ctx.toast(desk_order.undone(ctx.t))


async def arrived(_: Update, ctx: Ctx) -> None:
    """Arrived was pressed: has it really?"""
    page = await _on_its_way(ctx, ctx.pressed(buttons.Arrived).order_id)
    if page is not None:
        ctx.show(shipping.has_it_arrived(ctx.t, page))


async def has_arrived(_: Update, ctx: Ctx) -> None:
    """Yes, it has arrived was pressed: money from the door is asked for next."""
    page = await _on_its_way(ctx, ctx.pressed(buttons.HasArrived).order_id)
    if page is None:
        return
    if page.payment is PaymentMethod.COD:
        ctx.show(shipping.money(ctx.t, page))
        return
    await _delivered(ctx, page.id, paid=True)


async def money(_: Update, ctx: Ctx) -> None:
    """Whether the money has come was answered."""
    button = ctx.pressed(buttons.MoneyCame)
    if button.came:
        await _delivered(ctx, button.order_id, paid=True)
        return
    page = await _on_its_way(ctx, button.order_id)
    if page is not None:
        ctx.show(shipping.no_money(ctx.t, page))


async def take_money(_: Update, ctx: Ctx) -> None:
    """The money has come was pressed, for a parcel that arrived before."""
    order_id = ctx.pressed(buttons.TakeMoney).order_id
    await _moved(ctx, order_id, ctx.shop.shipping.take_money(ctx.actor, order_id))


async def money_waits(_: Update, ctx: Ctx) -> None:
    """Delivered, not paid yet was pressed."""
    await _delivered(ctx, ctx.pressed(buttons.MoneyWaits).order_id, paid=False)


async def ask_came_back(_: Update, ctx: Ctx) -> None:
    """The parcel came back was pressed."""
    page = await _on_its_way(ctx, ctx.pressed(buttons.AskCameBack).order_id)
    if page is not None:
        ctx.show(shipping.why_back(ctx.t, page))


async def came_back(_: Update, ctx: Ctx) -> None:
    """Why it came back was pressed."""
    button = ctx.pressed(buttons.CameBack)
    reason = ReturnReason.REFUSED if button.refused else ReturnReason.OTHER
    move = ctx.shop.shipping.came_back(ctx.actor, button.order_id, reason)
    await _moved(ctx, button.order_id, move)


async def judge_goods(_: Update, ctx: Ctx) -> None:
    """What became of the goods was pressed."""
    button = ctx.pressed(buttons.JudgeGoods)
    goods = Goods.SELLABLE if button.sellable else Goods.LOST
    move = ctx.shop.shipping.judge(ctx.actor, button.order_id, goods)
    await _moved(ctx, button.order_id, move)


async def accounts(_: Update, ctx: Ctx) -> None:
    """Accounts was pressed."""
    shop_id = ctx.pressed(buttons.OpenAccounts).shop_id
    ctx.show(account_screens.accounts(ctx.t, await ctx.shop.desk.accounts(ctx.actor, shop_id)))


async def stock(_: Update, ctx: Ctx) -> None:
    """Stock or a page of it was pressed."""
    button = ctx.pressed(buttons.OpenStock)
    shop = await ctx.shop.desk.shop(ctx.actor, button.shop_id)
    products = await ctx.shop.catalogue.products(button.shop_id, page=button.page)
    ctx.show(stock_screens.shelf(ctx.t, shop, products))


async def stock_sheet(_: Update, ctx: Ctx) -> None:
    """A product was chosen."""
    product_id = ctx.pressed(buttons.OpenStockSheet).product_id
    ctx.show(stock_screens.sheet(ctx.t, await ctx.shop.desk.stock(ctx.actor, product_id)))


async def recount(_: Update, ctx: Ctx) -> None:
    """One less or one more was pressed."""
    button = ctx.pressed(buttons.Recount)
    taken = await ctx.shop.desk.recount(
        ctx.actor, button.variant_id, seen=button.seen, counted=button.counted
    )
    if not taken:
        ctx.toast(stock_screens.changed_meanwhile(ctx.t))
    sheet = await ctx.shop.desk.stock_of(ctx.actor, button.variant_id)
    ctx.show(stock_screens.sheet(ctx.t, sheet))


async def _on_its_way(ctx: Ctx, order_id: int) -> OrderPage | None:
    """The order, if its parcel is on its way; else the member reads how it stands."""
    page = await ctx.shop.desk.order(ctx.actor, order_id)
    if page.status is OrderStatus.IN_TRANSIT:
        return page
    ctx.toast(refusals.old_button(ctx.t))
    _show(ctx, page)
    return None


async def _delivered(ctx: Ctx, order_id: int, *, paid: bool) -> None:
    move = ctx.shop.shipping.deliver(ctx.actor, order_id, paid=paid)
    if await _moved(ctx, order_id, move):
        ctx.toast(desk_order.delivered(ctx.t))


async def _moved(ctx: Ctx, order_id: int, move: Awaitable[OrderPage]) -> bool:
    """Show how the order stands after a step; whoever came too late reads what is true."""
    try:
        page = await move
    except (AlreadyDecided, IllegalMove, UndoTooLate) as refused:
        ctx.alert(refusals.words(ctx.t, refused))
        _show(ctx, await ctx.shop.desk.order(ctx.actor, order_id))
        return False
    _show(ctx, page)
    return True


def _show(ctx: Ctx, page: OrderPage) -> None:
    ctx.show(desk_order.order(ctx.t, page, zone=ctx.actor.zone))

"""The inbox and what its notices lead to."""

from telegram import Update

from bot.buttons.inbox import OpenInbox, OpenNotice
from bot.buttons.orders import Door, OpenOrders
from bot.context import Ctx
from bot.screens import desk_order, disputes, late_refunds, messages, seller_requests
from bot.screens import notices as screens
from bot.screens import orders as order_screens
from bot.screens.notices import KINDS
from store.domain.inbox import NoticeKind
from store.domain.order import Party
from store.events.messages import MessageWritten
from store.events.orders import OrderEvent
from store.events.payments import PaymentDisputed, PaymentRuled, RefundPromised
from store.events.refunds import RefundEvent
from store.events.seller_cancels import SellerCancelEvent
from store.views.inbox import NoticeRow


async def inbox(update: Update, ctx: Ctx) -> None:
    """Inbox was pressed or /inbox was sent."""
    button = ctx.pressed(OpenInbox) if update.callback_query else OpenInbox()
    kind = KINDS[button.kind] if 0 <= button.kind < len(KINDS) else None
    unread = await ctx.shop.inbox.unread_by_kind(ctx.actor)
    found = await ctx.shop.inbox.page(ctx.actor, kind, page=button.page)
    ctx.show(screens.inbox(ctx.t, found, unread, kind=kind, zone=ctx.actor.zone))


async def notice(_: Update, ctx: Ctx) -> None:
    """A notice was opened."""
    row = await ctx.shop.inbox.read(ctx.actor, ctx.pressed(OpenNotice).notice_id)
    event = row.event
    if row.kind is NoticeKind.SYSTEM or not isinstance(event, OrderEvent):
        await _by_itself(ctx, row)
        return
    page = await ctx.shop.orders.card(ctx.actor, event.order_id)
    if page.viewer is Party.SELLER:
        ctx.show(desk_order.order(ctx.t, page, zone=ctx.actor.zone))
        return
    back = OpenOrders(Door.INBOX)
    ctx.show(order_screens.card(ctx.t, page, zone=ctx.actor.zone, back=back))


async def _by_itself(ctx: Ctx, row: NoticeRow) -> None:
    """What is not about an order of one's own: what there is to decide, or just the words."""
    event = row.event
    if isinstance(event, SellerCancelEvent):
        request = await ctx.shop.agreeing.look(ctx.actor, event.request_id)
        ctx.show(seller_requests.operators_card(ctx.t, request, ctx.actor.zone))
    elif isinstance(event, PaymentDisputed | PaymentRuled):
        dispute = await ctx.shop.ruling.look(ctx.actor, event.order_id)
        ctx.show(disputes.card(ctx.t, dispute, ctx.actor.zone))
    elif isinstance(event, MessageWritten):
        thread = await ctx.shop.messaging.thread(ctx.actor, event.order_id)
        ctx.show(messages.thread(ctx.t, thread, zone=ctx.actor.zone))
    elif isinstance(event, RefundEvent | RefundPromised):
        owed = await ctx.shop.overseeing.look(ctx.actor, event.refund_id)
        ctx.show(late_refunds.one(ctx.t, owed, zone=ctx.actor.zone))
    else:
        ctx.show(screens.one(ctx.t, row, ctx.actor.zone))


async def mark_all_read(_: Update, ctx: Ctx) -> None:
    """Mark all read was pressed."""
    await ctx.shop.inbox.mark_all_read(ctx.actor)
    found = await ctx.shop.inbox.page(ctx.actor, None, page=1)
    ctx.show(screens.inbox(ctx.t, found, {}, kind=None, zone=ctx.actor.zone))

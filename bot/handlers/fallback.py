"""An answer to anything that nothing else answers."""

from telegram import Message, Update

from bot.buttons.base import Key
from bot.buttons.orders import Door, OpenOrders
from bot.context import Ctx
from bot.screens import buy as buy_screens
from bot.screens import desk_order, leaving, payments
from bot.screens import orders as order_screens
from bot.screens import start as screens
from store.domain.order import Party, find_ref


async def words(update: Update, ctx: Ctx) -> None:
    """Words were written that belong to nothing; a number of an order opens it."""
    ref = _mentioned(update.message)
    if ref is not None:
        page = await ctx.shop.orders.by_ref(ctx.actor, ref)
        if page.viewer is Party.SELLER:
            ctx.show(desk_order.order(ctx.t, page, zone=ctx.actor.zone))
            return
        back = OpenOrders(Door.HOME)
        ctx.show(order_screens.card(ctx.t, page, zone=ctx.actor.zone, back=back))
        return
    ctx.show(screens.not_understood(ctx.t, await _going_on(ctx), reader=ctx.actor))


async def anything(update: Update, ctx: Ctx) -> None:
    """A photo, a sticker, a command nobody knows or the like was sent."""
    message = update.message
    if message is not None and (message.text or "").startswith("/"):
        ctx.show(screens.unknown_command(ctx.t, await _going_on(ctx), reader=ctx.actor))
        ctx.keep_listening()
        return
    awaited = ctx.talk.listening.conversation if ctx.talk.listening else None
    if awaited is None and await _is_a_receipt(ctx):
        return
    key, kind = await _going_on(ctx), ctx.sent_kind
    ctx.show(screens.not_words(ctx.t, kind, awaited=awaited, key=key, reader=ctx.actor))
    ctx.keep_listening()


async def changed(_: Update, ctx: Ctx) -> None:
    """An earlier message was changed; what it said was read already."""
    ctx.show(screens.earlier_changed(ctx.t, await _going_on(ctx), reader=ctx.actor))
    ctx.keep_listening()


async def nothing_to_leave(_: Update, ctx: Ctx) -> None:
    """/cancel was sent and nothing is going on: which order is meant?

    With an order that is still being made, and no other, that one is meant once more.
    """
    orders = await ctx.shop.orders.cancellable(ctx.actor)
    begun = ctx.talk.top.conversation if ctx.talk.top else "buy"
    if not orders and begun == "buy" and await ctx.shop.buying.has_open(ctx.actor):
        ctx.show(buy_screens.put_aside(ctx.t))
        return
    ctx.show(leaving.cancellable(ctx.t, orders, await _going_on(ctx)))


async def blocked(update: Update, ctx: Ctx) -> None:
    """The bot was blocked, or let speak again, in a private chat."""
    change = update.my_chat_member
    if change is not None and change.new_chat_member.status == change.new_chat_member.BANNED:
        await ctx.shop.people.lost(ctx.actor.id)


async def _is_a_receipt(ctx: Ctx) -> bool:
    """Ask for which order a photo is that nobody asked for; no where nothing is to be paid."""
    orders = await ctx.shop.paying.claimable(ctx.actor) if ctx.sent_kind == "photo" else ()
    photo = await ctx.keep_photo() if orders else None
    if photo is None:
        return False
    ctx.put_photo_by(photo)
    ctx.show(payments.which(ctx.t, orders))
    return True


async def _going_on(ctx: Ctx) -> Key | None:
    begun = ctx.talk.top.conversation if ctx.talk.top else None
    checkout = await ctx.shop.buying.has_open(ctx.actor)
    return screens.going_on(ctx.t, begun, checkout=checkout)


def _mentioned(message: Message | None) -> str | None:
    """The order that a message names, or the message of the bot to which it answers."""
    if message is None:
        return None
    named = find_ref(message.text or "")
    asked = message.reply_to_message
    if named is not None or asked is None:
        return named
    return find_ref(asked.text or asked.caption or "")

"""A shop's group: connected from the desk, told about orders, let go."""

from typing import Final

from telegram import Chat, Update
from telegram.constants import ChatMemberStatus

from bot.buttons.groups import ConnectGroup, OpenGroup, ReleaseGroup, ReleaseHere
from bot.context import Ctx
from bot.i18n.translator import Translator
from bot.screens import commands
from bot.screens import groups as screens
from store.views.catalogue import ShopCard

OUTSIDE: Final = {ChatMemberStatus.LEFT, ChatMemberStatus.BANNED}


async def seen(update: Update, ctx: Ctx) -> None:
    """Something came from a group, which says what it is called now and whose language it speaks.

    The answer to a press is for one person's eyes and stays in their language.
    """
    chat = _chat(update)
    if chat.title:
        await ctx.places.rename(chat.id, chat.title)
    shop = await _shop_here(chat, ctx)
    if shop is not None and update.callback_query is None:
        ctx.speak(shop.language)


async def group(_: Update, ctx: Ctx) -> None:
    """Group was pressed on the desk."""
    shop = await ctx.shop.groups.shop(ctx.actor, ctx.pressed(OpenGroup).shop_id)
    await _show_group(ctx, shop)


async def connect(_: Update, ctx: Ctx) -> None:
    """Connect a group or Change group was pressed on the desk."""
    shop = await ctx.shop.groups.shop_to_change(ctx.actor, ctx.pressed(ConnectGroup).shop_id)
    await _offer_link(ctx, shop)


async def release(_: Update, ctx: Ctx) -> None:
    """Disconnect group was pressed on the desk."""
    button = ctx.pressed(ReleaseGroup)
    shop = await ctx.shop.groups.shop_to_change(ctx.actor, button.shop_id)
    place = await ctx.places.of_shop(shop.id)
    if place is None or place.number != button.number:
        await _show_group(ctx, shop)
        return
    await ctx.places.release(place)
    title, number = place.title, place.number
    await ctx.shop.groups.tell_lost(ctx.actor, shop.id, title=title, number=number)
    ctx.show(screens.released(ctx.t, shop, title=title))
    ctx.menu((), chat_id=place.chat_id)


async def start(update: Update, ctx: Ctx) -> None:
    """/start was sent in a group, perhaps with what a link carries."""
    if not ctx.args:
        await about(update, ctx)
        return
    if not ctx.somebody:
        ctx.show(screens.hidden(ctx.t))
        return
    await _bind(_chat(update), ctx, ctx.args[0])


async def about(update: Update, ctx: Ctx) -> None:
    """/start or /help was sent in a group."""
    shop = await _shop_here(_chat(update), ctx)
    name = shop.name if shop is not None else None
    ctx.show(screens.about(_words(ctx, shop), shop_name=name, bot_name=ctx.bot_name))


async def in_private(update: Update, ctx: Ctx) -> None:
    """A command for the private chat was sent in a group."""
    shop = await _shop_here(_chat(update), ctx)
    ctx.show(screens.in_private(_words(ctx, shop), bot_name=ctx.bot_name))


async def sell(update: Update, ctx: Ctx) -> None:
    """/sell was sent in a group."""
    shop = await _shop_here(_chat(update), ctx)
    ctx.show(screens.desk_in_private(_words(ctx, shop), bot_name=ctx.bot_name))


async def release_here(update: Update, ctx: Ctx) -> None:
    """Disconnect this group was pressed in the group."""
    place = await ctx.places.at(_chat(update).id)
    if place is None or place.number != ctx.pressed(ReleaseHere).number:
        ctx.toast(screens.not_here(ctx.t))
        ctx.strip()
        return
    shop = await ctx.shop.catalogue.shop(place.shop_id)
    if not ctx.actor.owns(shop.id):
        works_here = ctx.actor.sells_for(shop.id)
        refusal = screens.owners_only if works_here else screens.members_only
        ctx.alert(refusal(ctx.t, shop.name))
        return
    await ctx.places.release(place)
    title, number = place.title, place.number
    await ctx.shop.groups.tell_lost(ctx.actor, shop.id, title=title, number=number)
    ctx.strip()
    ctx.show(screens.let_go(_words(ctx, shop), shop))
    ctx.menu(())


async def other_button(update: Update, ctx: Ctx) -> None:
    """A button was pressed in a group that works in private chats only."""
    shop = await _shop_here(_chat(update), ctx)
    if shop is not None and not ctx.actor.sells_for(shop.id):
        ctx.alert(screens.members_only(ctx.t, shop.name))
        return
    ctx.alert(screens.not_here(ctx.t))


async def membership(update: Update, ctx: Ctx) -> None:
    """The bot was added to a group, put out of it, or given other rights."""
    change = update.my_chat_member
    if change is None:
        return
    if change.new_chat_member.status not in OUTSIDE:
        if change.old_chat_member.status in OUTSIDE:
            # What an earlier stay has left: out of the group it could not be taken away.
            ctx.menu(())
        return
    place = await ctx.places.at(change.chat.id)
    if place is None:
        return
    await ctx.places.release(place)
    title, number = place.title, place.number
    await ctx.shop.groups.tell_lost(None, place.shop_id, title=title, number=number)


async def migrated(update: Update, ctx: Ctx) -> None:
    """The group became a supergroup, which is another chat."""
    message, here = update.effective_message, _chat(update).id
    if message is None:
        return
    if message.migrate_to_chat_id is not None:
        await ctx.places.move(here, message.migrate_to_chat_id)
    if message.migrate_from_chat_id is not None:
        await ctx.places.move(message.migrate_from_chat_id, here)
    chat_id = message.migrate_to_chat_id or here
    place = await ctx.places.at(chat_id)
    if place is not None:
        shop = await ctx.shop.catalogue.shop(place.shop_id)
        ctx.menu(commands.shop_group(_words(ctx, shop)), chat_id=chat_id)


async def _show_group(ctx: Ctx, shop: ShopCard) -> None:
    place, owner = await ctx.places.of_shop(shop.id), ctx.actor.owns(shop.id)
    if place is not None:
        title, number = place.title, place.number
        ctx.show(screens.bound(ctx.t, shop, title=title, number=number, owner=owner))
    elif owner:
        await _offer_link(ctx, shop)
    else:
        ctx.show(screens.free(ctx.t, shop))


async def _bind(chat: Chat, ctx: Ctx, token: str) -> None:
    shop = await ctx.shop.groups.use_link(ctx.actor, token)
    place = await ctx.places.at(chat.id)
    if place is not None and place.shop_id != shop.id:
        ctx.show(screens.taken(ctx.t))
        return
    before = await ctx.places.of_shop(shop.id)
    if place is None:
        title = chat.title or shop.name
        place = await ctx.places.bind(shop.id, chat.id, title=title, by=ctx.actor.id)
        number = place.number
        await ctx.shop.groups.tell_bound(ctx.actor, shop.id, title=title, number=number)
    t = _words(ctx, shop)
    ctx.show(screens.welcome(t, shop, number=place.number, bot_name=ctx.bot_name))
    ctx.menu(commands.shop_group(t))
    if before is not None and before.chat_id != chat.id:
        ctx.menu((), chat_id=before.chat_id)


async def _offer_link(ctx: Ctx, shop: ShopCard) -> None:
    token = await ctx.shop.groups.open_link(ctx.actor, shop.id)
    ctx.show(screens.connect(ctx.t, shop, token=token, bot_name=ctx.bot_name))


async def _shop_here(chat: Chat, ctx: Ctx) -> ShopCard | None:
    place = await ctx.places.at(chat.id)
    return None if place is None else await ctx.shop.catalogue.shop(place.shop_id)


def _words(ctx: Ctx, shop: ShopCard | None) -> Translator:
    """A shop's group speaks the shop's language, any other one that of whoever writes."""
    return ctx.t if shop is None else Translator(shop.language)


def _chat(update: Update) -> Chat:
    chat = update.effective_chat
    assert chat is not None
    return chat

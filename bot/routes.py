"""The site map: every handler and conversation, in the order in which they are asked."""

from typing import Any, Final

from telegram.ext import (
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.buttons import payments as keys
from bot.buttons import requests as asked
from bot.buttons.browse import (
    ChooseQuantity,
    ChooseVariant,
    OpenCategories,
    OpenCategory,
    OpenProduct,
    OpenShop,
    OpenShops,
    SendPictures,
)
from bot.buttons.desk import (
    Arrived,
    AskBuyer,
    AskCameBack,
    CameBack,
    HandOver,
    HasArrived,
    JudgeGoods,
    MoneyCame,
    MoneyWaits,
    OpenAccounts,
    OpenDesk,
    OpenDeskOrder,
    OpenPile,
    OpenStock,
    OpenStockSheet,
    Recount,
    TakeMoney,
    Undo,
)
from bot.buttons.groups import ConnectGroup, OpenGroup, ReleaseGroup, ReleaseHere
from bot.buttons.inbox import MarkAllRead, OpenInbox, OpenNotice
from bot.buttons.links import DESK_LINK
from bot.buttons.members import AskDismissal, Dismiss, Invite, OpenMembers
from bot.buttons.orders import OpenOrder, OpenOrders
from bot.buttons.privacy import AskErasure, EraseMe, OpenPrivacy, ShowMyData
from bot.buttons.profile import (
    AskRemoval,
    OpenAddresses,
    OpenProfile,
    PreferAddress,
    RemoveAddress,
)
from bot.buttons.settings import (
    OpenNoticeSettings,
    OpenSettings,
    SetLanguage,
    SetNotices,
    SetQuietNights,
    SetZone,
)
from bot.buttons.start import GoOn, Help, Home
from bot.context import Ctx
from bot.conversations.address import address
from bot.conversations.buy import buy
from bot.conversations.cancel import cancel
from bot.conversations.card_refund import card_refund
from bot.conversations.check_amount import check_amount
from bot.conversations.count_stock import count_stock
from bot.conversations.edit_address import edit_address
from bot.conversations.find_money import find_money
from bot.conversations.pay import pay
from bot.conversations.refund_account import refund_account
from bot.conversations.seller_cancel import seller_cancel
from bot.conversations.send_refund import send_refund
from bot.conversations.ship_order import ship_order
from bot.conversations.write_message import write_message
from bot.handlers import (
    browse,
    claims,
    desk,
    fallback,
    groups,
    inbox,
    invoices,
    members,
    messages,
    operators,
    orders,
    privacy,
    profile,
    refunds,
    requests,
    seller_cancels,
    settings,
    start,
    tracking,
)
from bot.routing import (
    Elsewhere,
    PrivateMembership,
    anything_else,
    changed,
    command,
    linked,
    pressed,
    typed,
)

PRIVATE_COMMANDS: Final = (
    "shop",
    "orders",
    "inbox",
    "profile",
    "members",
    "settings",
    "privacy",
    "cancel",
)


def handlers() -> list[BaseHandler[Any, Ctx, Any]]:
    """All routes; the first that fits takes the update."""
    return [
        _in_groups(),
        changed(fallback.changed),
        PrivateMembership(fallback.blocked),
        *invoices.routes(),
        *_conversations(),
        linked(DESK_LINK, desk.desk),
        command("start", start.start),
        command("help", start.help_),
        command("shop", browse.shops),
        command("orders", orders.orders),
        command("inbox", inbox.inbox),
        command("cancel", fallback.nothing_to_leave),
        *_own(),
        pressed(Home, start.home),
        pressed(Help, start.help_),
        *_browsing(),
        pressed(OpenOrders, orders.orders),
        pressed(OpenOrder, orders.order),
        *_desk(),
        *_decisions(),
        *_requests(),
        *tracking.routes(),
        CallbackQueryHandler(start.old_button),
        typed(fallback.words),
        anything_else(fallback.anything),
    ]


def _conversations() -> list[BaseHandler[Any, Ctx, Any]]:
    """What remembers; each takes only what its step waits for, or what begins it."""
    return [
        buy,
        address,
        cancel,
        edit_address,
        ship_order,
        count_stock,
        pay,
        check_amount,
        find_money,
        refund_account,
        send_refund,
        card_refund,
        seller_cancel,
        write_message,
    ]


def _browsing() -> list[BaseHandler[Any, Ctx, Any]]:
    """Looking around in the shops."""
    return [
        pressed(OpenShops, browse.shops),
        pressed(OpenCategories, browse.categories),
        pressed(OpenCategory, browse.category),
        pressed(OpenShop, browse.shop),
        pressed(OpenProduct, browse.product),
        pressed(SendPictures, browse.pictures),
        pressed(ChooseVariant, browse.variants),
        pressed(ChooseQuantity, browse.quantities),
    ]


def _own() -> list[BaseHandler[Any, Ctx, Any]]:
    """Inbox, profile, settings, one's own data, and the people one works with."""
    return [
        command("profile", profile.profile),
        command("settings", settings.settings),
        command("privacy", privacy.privacy),
        command("members", members.mine),
        pressed(OpenInbox, inbox.inbox),
        pressed(OpenNotice, inbox.notice),
        pressed(MarkAllRead, inbox.mark_all_read),
        pressed(GoOn, start.nothing_to_go_on_with),
        pressed(OpenProfile, profile.profile),
        pressed(OpenAddresses, profile.addresses),
        pressed(PreferAddress, profile.prefer),
        pressed(AskRemoval, profile.ask_removal),
        pressed(RemoveAddress, profile.remove),
        pressed(OpenSettings, settings.settings),
        pressed(SetLanguage, settings.set_language),
        pressed(SetZone, settings.set_zone),
        pressed(OpenNoticeSettings, settings.notices),
        pressed(SetNotices, settings.set_notices),
        pressed(SetQuietNights, settings.set_quiet_nights),
        pressed(OpenPrivacy, privacy.privacy),
        pressed(ShowMyData, privacy.my_data),
        pressed(AskErasure, privacy.ask_erasure),
        pressed(EraseMe, privacy.erase),
        pressed(OpenMembers, members.members),
        pressed(Invite, members.invite),
        pressed(AskDismissal, members.ask_dismissal),
        pressed(Dismiss, members.dismiss),
    ]


def _desk() -> list[BaseHandler[Any, Ctx, Any]]:
    """What a shop's members press and send."""
    return [
        command("sell", desk.desk),
        pressed(OpenDesk, desk.desk),
        pressed(OpenPile, desk.pile),
        pressed(OpenDeskOrder, desk.order),
        pressed(AskBuyer, desk.ask_buyer),
        pressed(HandOver, desk.hand_over),
        pressed(Undo, desk.undo),
        pressed(Arrived, desk.arrived),
        pressed(HasArrived, desk.has_arrived),
        pressed(MoneyCame, desk.money),
        pressed(MoneyWaits, desk.money_waits),
        pressed(TakeMoney, desk.take_money),
        pressed(AskCameBack, desk.ask_came_back),
        pressed(CameBack, desk.came_back),
        pressed(JudgeGoods, desk.judge_goods),
        pressed(OpenAccounts, desk.accounts),
        pressed(OpenStock, desk.stock),
        pressed(OpenStockSheet, desk.stock_sheet),
        pressed(Recount, desk.recount),
        pressed(OpenGroup, groups.group),
        pressed(ConnectGroup, groups.connect),
        pressed(ReleaseGroup, groups.release),
    ]


def _decisions() -> list[BaseHandler[Any, Ctx, Any]]:
    """What is decided on a card, in the shop's group and in private alike."""
    return [
        pressed(asked.Approve, requests.approve),
        pressed(asked.AskRejection, requests.ask_rejection),
        pressed(asked.Reject, requests.reject),
        pressed(asked.BackToRequest, requests.back),
        *seller_cancels.on_shops_cards(),
        pressed(keys.MoneyArrived, claims.arrived),
        pressed(keys.AskWhyNot, claims.ask_why_not),
        pressed(keys.NotFoundBecause, claims.not_found),
        pressed(keys.BackToClaim, claims.back),
    ]


def _requests() -> list[BaseHandler[Any, Ctx, Any]]:
    """Requests, claims and refunds as the desk lists them, and what the buyer says of them."""
    return [
        pressed(asked.OpenRequests, requests.listed),
        pressed(asked.OpenRequest, requests.one),
        pressed(asked.Withdraw, requests.withdraw),
        pressed(keys.OpenClaims, claims.listed),
        pressed(keys.OpenClaim, claims.one),
        *operators.routes(),
        *seller_cancels.for_operators(),
        *seller_cancels.for_buyers(),
        *refunds.routes(),
        *messages.routes(),
    ]


def _in_groups() -> Elsewhere:
    """Everything that may happen in a group; it comes first, for nothing private goes there."""
    return Elsewhere(
        groups.seen,
        CommandHandler("start", groups.start),
        CommandHandler("help", groups.about),
        CommandHandler("sell", groups.sell),
        CommandHandler(PRIVATE_COMMANDS, groups.in_private),
        pressed(ReleaseHere, groups.release_here),
        *_decisions(),
        CallbackQueryHandler(groups.other_button),
        ChatMemberHandler(groups.membership, ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(filters.StatusUpdate.MIGRATE, groups.migrated),
    )

"""Who may press what: a row for every button, so that a new one without a row is found."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from bot.buttons import (
    address,
    browse,
    buy,
    cancel,
    desk,
    groups,
    inbox,
    members,
    messages,
    operators,
    orders,
    payments,
    privacy,
    profile,
    refunds,
    requests,
    seller_cancels,
    settings,
    start,
    tracking,
)
from bot.buttons.base import Button


class Right(StrEnum):
    """What somebody is to the thing on a button."""

    BUYER = "BUYER"
    MEMBER = "MEMBER"
    OWNER = "OWNER"
    OPERATOR = "OPERATOR"


Kinds = tuple[type[Button], ...]
_R = Right

# They name nothing that belongs to somebody: screens of one's own, and the shop window.
OPEN: Final[Kinds] = (
    address.ChooseCity, address.FixField, address.KeepField, address.LeaveAddress,
    address.NewAddress, address.SaveAddress, address.StartOver,
    browse.ChooseQuantity, browse.ChooseVariant, browse.OpenCategories, browse.OpenCategory,
    browse.OpenProduct, browse.OpenShop, browse.OpenShops, browse.SendPictures,
    buy.AskAddress, buy.AskCheckoutVariant, buy.AskCourier, buy.AskNote, buy.AskPayment,
    buy.AskQuantity, buy.Buy, buy.DropNote, buy.LeaveCheckout, buy.OpenCheckout, buy.PlaceOrder,
    buy.SetCheckoutVariant, buy.SetCourier, buy.SetInvoice, buy.SetPayment, buy.SetQuantity,
    inbox.MarkAllRead, inbox.OpenInbox, orders.OpenOrders,
    privacy.AskErasure, privacy.EraseMe, privacy.OpenPrivacy, privacy.ShowMyData,
    profile.AddAddress, profile.OpenAddresses, profile.OpenProfile,
    settings.OpenNoticeSettings, settings.OpenSettings, settings.SetLanguage,
    settings.SetNotices, settings.SetQuietNights, settings.SetZone,
    start.GoOn, start.Help, start.Home,
)  # fmt: skip

_BUYERS: Final[Kinds] = (
    buy.SetAddress,
    cancel.AddWords, cancel.AskCancellation, cancel.ChooseReason, cancel.SendCancellation,
    inbox.OpenNotice,
    payments.OpenInvoice, payments.OpenPayment, payments.PhotoIsFor, payments.SayPaid,
    payments.SayWithoutProof, payments.ShowStaticCode,
    profile.AskRemoval, profile.EditField, profile.OpenAddress, profile.PreferAddress,
    profile.RemoveAddress, profile.SetCity,
    refunds.FillAccount, refunds.FillAccountAs, refunds.RefundNotReceived,
    refunds.RefundReceived, refunds.SaveAccount, refunds.TakeOverAccount,
    requests.Withdraw, seller_cancels.AgreeToCancel,
    tracking.ConfirmCod, tracking.Received,
)  # fmt: skip

# An operator reads what both sides write while there is something to decide about the order.
_EVERY_SIDE: Final[Kinds] = (
    messages.DropMessage, messages.OpenThread, messages.SendMessage, messages.WriteMessage,
)  # fmt: skip

_BOTH_SIDES: Final[Kinds] = (
    orders.OpenOrder, tracking.AskReceived, tracking.Track,
)  # fmt: skip

_MEMBERS: Final[Kinds] = (
    desk.AddTrackingLine, desk.Arrange, desk.ArrangeBy, desk.ArrangeInstead, desk.Arrived,
    desk.AskBuyer, desk.AskCameBack, desk.BringInstead, desk.BringOurselves, desk.CameBack,
    desk.ChooseCarrier, desk.HandOver, desk.HasArrived, desk.JudgeGoods, desk.MoneyCame,
    desk.MoneyWaits, desk.OpenAccounts, desk.OpenDesk, desk.OpenDeskOrder, desk.OpenPile,
    desk.OpenStock, desk.OpenStockSheet, desk.Recount, desk.TakeMoney, desk.TypeCount,
    desk.Undo, desk.UseNumber,
    members.OpenMembers,
    payments.AskWhyNot, payments.BackToClaim, payments.BookAmount, payments.BookFound,
    payments.FindMoney, payments.MoneyArrived, payments.NotFoundBecause, payments.OpenClaim,
    payments.OpenClaims, payments.OtherAmount,
    refunds.OpenRefund, refunds.OpenRefunds, refunds.SayRefundSent,
    refunds.SayRefundWithoutProof,
    requests.Approve, requests.AskRejection, requests.BackToRequest, requests.OpenRequest,
    requests.OpenRequests, requests.Reject,
    seller_cancels.AskSellerCancel, seller_cancels.ChooseSellerReason,
    seller_cancels.ExplainSellerCancel, seller_cancels.SendSellerCancel,
    seller_cancels.WithdrawSellerCancel, seller_cancels.WithoutExplanation,
)  # fmt: skip

_OWNERS: Final[Kinds] = (
    groups.ConnectGroup, groups.OpenGroup, groups.ReleaseGroup, groups.ReleaseHere,
    members.AskDismissal, members.Dismiss, members.Invite,
)  # fmt: skip

_OPERATORS: Final[Kinds] = (
    operators.OpenDispute, operators.OpenDisputes, operators.OpenLateRefund,
    operators.OpenLateRefunds, operators.Rule, operators.SayRefunded,
    seller_cancels.AskRefusal, seller_cancels.ConfirmSellerCancel,
    seller_cancels.OpenSellerCancel, seller_cancels.OpenSellerCancels,
    seller_cancels.RefuseSellerCancel,
)  # fmt: skip

RIGHTS: Final[Mapping[type[Button], frozenset[Right]]] = {
    **dict.fromkeys(_BUYERS, frozenset({_R.BUYER})),
    **dict.fromkeys(_EVERY_SIDE, frozenset({_R.BUYER, _R.MEMBER, _R.OPERATOR})),
    **dict.fromkeys(_BOTH_SIDES, frozenset({_R.BUYER, _R.MEMBER})),
    **dict.fromkeys(_MEMBERS, frozenset({_R.MEMBER})),
    **dict.fromkeys(_OWNERS, frozenset({_R.OWNER})),
    **dict.fromkeys(_OPERATORS, frozenset({_R.OPERATOR})),
}
# What the people of the gallery are to Ratna's orders and to the shop that sells them.
HELD: Final[Mapping[str, frozenset[Right]]] = {
    "Ratna": frozenset({_R.BUYER}),
    "Budi": frozenset({_R.MEMBER, _R.OWNER}),
    "Tono": frozenset({_R.MEMBER}),
    "Olga": frozenset({_R.OPERATOR}),
    "Dewi": frozenset(),
    "Sari": frozenset(),
    "Joko": frozenset(),
}

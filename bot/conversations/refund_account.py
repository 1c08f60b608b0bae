"""The buyer says where money shall go back to: bank or e-wallet, number, holder."""

from dataclasses import dataclass, replace
from enum import StrEnum

from telegram import Update

from bot.buttons import refunds as buttons
from bot.buttons.orders import OpenOrders
from bot.context import Ctx
from bot.dialogue import END, Conversation
from bot.routing import command, pressed, typed
from bot.screens import orders, refusals
from bot.screens import refund_forms as screens
from store.domain.account import (
    Account,
    AccountKind,
    check_holder,
    check_number,
    check_provider,
)
from store.errors import NotFound, RefundMoved, Rejected

State = StrEnum | int | None


class Step(StrEnum):
    """What is typed."""

    FIELD = "FIELD"


@dataclass(frozen=True, kw_only=True)
class AccountDraft:
    """For which refund, and what was typed so far; the first field that is missing is asked."""

    refund_id: int = 0
    kind: AccountKind = AccountKind.BANK
    name: str = ""
    number: str = ""
    holder: str = ""

    @property
    def account(self) -> Account | None:
        """The account, as soon as nothing is missing."""
        if not (self.name and self.number and self.holder):
            return None
        return Account(kind=self.kind, name=self.name, number=self.number, holder=self.holder)


async def ask(_: Update, ctx: Ctx) -> State:
    """Fill in account was pressed."""
    refund_id = ctx.pressed(buttons.FillAccount).refund_id
    try:
        return await _choose(ctx, refund_id)
    except RefundMoved as moved:
        return await _moved(ctx, refund_id, moved)


async def choose(_: Update, ctx: Ctx) -> State:
    """A bank account or an e-wallet was chosen."""
    button = ctx.pressed(buttons.FillAccountAs)
    at = button.kind if 0 <= button.kind < len(screens.KINDS) else 0
    return await _ask(ctx, AccountDraft(refund_id=button.refund_id, kind=screens.KINDS[at]))


async def take_over(_: Update, ctx: Ctx) -> State:
    """The account of the last time was chosen."""
    refund_id = ctx.pressed(buttons.TakeOverAccount).refund_id
    try:
        page = await ctx.shop.refunding.take_over(ctx.actor, refund_id)
    except RefundMoved as moved:
        return await _moved(ctx, refund_id, moved)
    except NotFound as gone:
        ctx.alert(refusals.words(ctx.t, gone))
        return await _choose(ctx, refund_id)
    ctx.show(screens.given(ctx.t, page, refund_id, zone=ctx.actor.zone))
    return END


async def take(_: Update, ctx: Ctx) -> State:
    """A field was typed."""
    draft = ctx.draft(AccountDraft)
    try:
        return await _take(ctx, draft, ctx.typed())
    except RefundMoved as moved:
        return await _moved(ctx, draft.refund_id, moved)
    except NotFound:
        raise
    except Rejected as refused:
        return await _ask(ctx, draft, wrong=refusals.about_wallet(ctx.t, refused))


async def save(_: Update, ctx: Ctx) -> State:
    """Yes, save was pressed: a slip of the finger would send the money to somebody else."""
    draft, refund_id = ctx.draft(AccountDraft), ctx.pressed(buttons.SaveAccount).refund_id
    account = draft.account if draft.refund_id == refund_id else None
    try:
        if account is None:
            return await _choose(ctx, refund_id)
        page = await ctx.shop.refunding.give_account(ctx.actor, refund_id, account)
    except RefundMoved as moved:
        return await _moved(ctx, refund_id, moved)
    ctx.show(screens.given(ctx.t, page, refund_id, zone=ctx.actor.zone))
    return END


async def again(_: Update, ctx: Ctx) -> State:
    """Go on was pressed."""
    return await _ask(ctx, ctx.draft(AccountDraft))


async def leave(_: Update, ctx: Ctx) -> State:
    """/cancel was sent: the account stays as it was."""
    return await _show_order(ctx, ctx.draft(AccountDraft).refund_id)


async def _take(ctx: Ctx, draft: AccountDraft, words: str) -> State:
    if not draft.name:
        return await _ask(ctx, replace(draft, name=check_provider(words)))
    if not draft.number:
        return await _ask(ctx, replace(draft, number=check_number(draft.kind, words)))
    if not draft.holder:
        return await _ask(ctx, replace(draft, holder=check_holder(words)))
    return await _ask(ctx, draft)


async def _ask(ctx: Ctx, draft: AccountDraft, *, wrong: str | None = None) -> State:
    try:
        asked = await ctx.shop.refunding.ask(ctx.actor, draft.refund_id)
    except RefundMoved as moved:
        return await _moved(ctx, draft.refund_id, moved)
    ctx.keep(draft)
    if draft.account is not None:
        ctx.show(screens.is_it_right(ctx.t, asked, draft.account))
    elif not draft.name:
        ctx.show(screens.ask_provider(ctx.t, asked, draft.kind, wrong=wrong))
    elif not draft.number:
        ctx.show(screens.ask_number(ctx.t, asked, draft.kind, wrong=wrong))
    else:
        ctx.show(screens.ask_holder(ctx.t, asked, wrong=wrong))
    return Step.FIELD


async def _choose(ctx: Ctx, refund_id: int) -> State:
    ctx.show(screens.choose(ctx.t, await ctx.shop.refunding.ask(ctx.actor, refund_id)))
    return END


async def _moved(ctx: Ctx, refund_id: int, moved: RefundMoved) -> State:
    ctx.alert(refusals.words(ctx.t, moved))
    return await _show_order(ctx, refund_id)


async def _show_order(ctx: Ctx, refund_id: int) -> State:
    page = await ctx.shop.refunding.page(ctx.actor, refund_id)
    ctx.show(orders.card(ctx.t, page, zone=ctx.actor.zone, back=OpenOrders()))
    return END


refund_account = Conversation(
    name="refund_account",
    entry_points=[
        pressed(buttons.FillAccount, ask),
        pressed(buttons.FillAccountAs, choose),
        pressed(buttons.TakeOverAccount, take_over),
        pressed(buttons.SaveAccount, save),
    ],
    states={Step.FIELD: [typed(take)]},
    fallbacks=[command("cancel", leave)],
    again=again,
)

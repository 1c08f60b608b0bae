"""A member types which sum is on the shop's statement, although nobody has reported it."""

from dataclasses import dataclass
from enum import StrEnum

from telegram import Update

from bot.buttons.payments import BookFound, FindMoney
from bot.context import Ctx
from bot.dialogue import END, Conversation
from bot.routing import command, not_words, pressed, typed
from bot.screens import desk_order, refusals
from bot.screens import statement as screens
from store.domain.money import read_rupiah
from store.errors import AmountRefused, NotFound, Rejected, StatementRefused
from store.views.orders import OrderPage

State = StrEnum | int | None


class Step(StrEnum):
    """What is typed."""

    SUM = "SUM"


@dataclass(frozen=True, kw_only=True)
class FoundDraft:
    """For which order."""

    order_id: int = 0


async def ask(_: Update, ctx: Ctx) -> State:
    """Money has come was pressed."""
    return await _ask(ctx, ctx.pressed(FindMoney).order_id)


async def take(_: Update, ctx: Ctx) -> State:
    """The sum was typed: what it means is asked about first."""
    order_id, amount = ctx.draft(FoundDraft).order_id, read_rupiah(ctx.typed())
    try:
        found = await ctx.shop.recording.weigh(ctx.actor, order_id, amount)
    except AmountRefused as refused:
        return await _ask(ctx, order_id, refused=refused)
    except StatementRefused as refused:
        return await _refuse(ctx, order_id, refused)
    if amount is None:
        ctx.show(screens.ask(ctx.t, found, unread=True))
        return Step.SUM
    ctx.show(screens.confirm(ctx.t, found))
    return Step.SUM


async def book(_: Update, ctx: Ctx) -> State:
    """Yes, that came was pressed; twice is once."""
    button = ctx.pressed(BookFound)
    try:
        page = await ctx.shop.recording.record(
            ctx.actor, button.order_id, amount=button.amount, receipts=button.receipts
        )
    except (AmountRefused, NotFound, StatementRefused) as refused:
        return await _refuse(ctx, button.order_id, refused)
    ctx.toast(screens.booked(ctx.t))
    return _show(ctx, page)


async def again(_: Update, ctx: Ctx) -> State:
    """Something else than words was sent, or Go on was pressed."""
    return await _ask(ctx, ctx.draft(FoundDraft).order_id)


async def leave(_: Update, ctx: Ctx) -> State:
    """/cancel was sent: nothing was booked."""
    return _show(ctx, await ctx.shop.desk.order(ctx.actor, ctx.draft(FoundDraft).order_id))


async def _ask(ctx: Ctx, order_id: int, *, refused: Rejected | None = None) -> State:
    try:
        found = await ctx.shop.recording.weigh(ctx.actor, order_id)
    except (NotFound, StatementRefused) as cannot:
        return await _refuse(ctx, order_id, cannot)
    ctx.keep(FoundDraft(order_id=order_id))
    ctx.show(screens.ask(ctx.t, found, refused=refused))
    return Step.SUM


async def _refuse(ctx: Ctx, order_id: int, refused: Rejected) -> State:
    page = await ctx.shop.desk.order(ctx.actor, order_id)
    ctx.alert(refusals.words(ctx.t, refused))
    return _show(ctx, page)


def _show(ctx: Ctx, page: OrderPage) -> State:
    ctx.show(desk_order.order(ctx.t, page, zone=ctx.actor.zone))
    return END


find_money = Conversation(
    name="find_money",
    entry_points=[pressed(FindMoney, ask), pressed(BookFound, book)],
    states={Step.SUM: [typed(take), not_words(again)]},
    fallbacks=[command("cancel", leave)],
    again=again,
)

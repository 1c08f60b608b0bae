"""A shop cancels an order: reason, words, what it leads to, send."""

from dataclasses import dataclass, replace
from enum import StrEnum

from telegram import Update

from bot.buttons import seller_cancels as buttons
from bot.context import Ctx
from bot.dialogue import END, Conversation
from bot.routing import command, pressed, typed
from bot.screens import desk_order, refusals, seller_requests
from bot.screens import seller_cancels as screens
from bot.screens.requests import Where
from store.domain.cancellation import WORDS_LIMIT
from store.domain.order import Party
from store.domain.request import SellerReason
from store.domain.seller_cancel import SellerWhy
from store.domain.text import required
from store.errors import (
    AlreadyDecided,
    FieldMissing,
    FieldTooLong,
    FieldUnreadable,
    Rejected,
    SellerCancelRefused,
)
from store.views.orders import OrderPage
from store.views.seller_cancels import SellerCancelChoices

State = StrEnum | int | None


class Step(StrEnum):
    """Where a shop's cancellation stands."""

    REASON = "REASON"
    WORDS = "WORDS"
    CHECK = "CHECK"


@dataclass(frozen=True, kw_only=True)
class SellerCancelDraft:
    """What is known so far; `said` once it was explained, or left without words on purpose."""

    order_id: int = 0
    reason: SellerReason | None = None
    words: str | None = None
    said: bool = False


async def ask(_: Update, ctx: Ctx) -> State:
    """Cancel order was pressed on the desk, or another reason is wanted."""
    return await _ask_reason(ctx, _draft_of(ctx, ctx.pressed(buttons.AskSellerCancel).order_id))


async def choose(_: Update, ctx: Ctx) -> State:
    """A reason was pressed."""
    button = ctx.pressed(buttons.ChooseSellerReason)
    return await _go_on(ctx, _with_reason(ctx, button.order_id, button.reason))


async def ask_words(_: Update, ctx: Ctx) -> State:
    """Other words were asked for."""
    button = ctx.pressed(buttons.ExplainSellerCancel)
    return await _ask_words(ctx, _with_reason(ctx, button.order_id, button.reason))


async def without_words(_: Update, ctx: Ctx) -> State:
    """Without an explanation was pressed; where one is needed it is asked for again."""
    button = ctx.pressed(buttons.WithoutExplanation)
    draft = _with_reason(ctx, button.order_id, button.reason)
    return await _go_on(ctx, replace(draft, words=None, said=True))


async def take_words(_: Update, ctx: Ctx) -> State:
    """It was explained in words."""
    draft = ctx.draft(SellerCancelDraft)
    try:
        words = required(ctx.typed(), field="words", limit=WORDS_LIMIT, lines=True)
    except (FieldMissing, FieldTooLong, FieldUnreadable) as refused:
        return await _ask_words(ctx, draft, refused=refused)
    return await _go_on(ctx, replace(draft, words=words, said=True))


async def send(_: Update, ctx: Ctx) -> State:
    """Cancel order or Ask the operators was pressed; twice is once."""
    button = ctx.pressed(buttons.SendSellerCancel)
    draft = _with_reason(ctx, button.order_id, button.reason)
    choices = await _choices(ctx, draft.order_id)
    if choices is None:
        return END
    if not _complete(draft, choices):
        return await _go_on(ctx, draft)
    order = await ctx.shop.seller_cancels.cancel(
        ctx.actor, draft.order_id, reason=draft.reason or "", words=draft.words
    )
    return _done(ctx, order)


async def again(_: Update, ctx: Ctx) -> State:
    """Go on was pressed."""
    return await _go_on(ctx, ctx.draft(SellerCancelDraft))


async def leave(_: Update, ctx: Ctx) -> State:
    """/cancel was sent: the order stays as it is."""
    order_id = ctx.draft(SellerCancelDraft).order_id
    ctx.show(screens.kept(ctx.t, await ctx.shop.desk.order(ctx.actor, order_id)))
    return END


async def _go_on(ctx: Ctx, draft: SellerCancelDraft) -> State:
    """Ask for what is still missing, else show what will happen."""
    choices = await _choices(ctx, draft.order_id)
    if choices is None:
        return END
    if draft.reason not in choices.reasons:
        return _show_reasons(ctx, choices, draft)
    if not _complete(draft, choices):
        return _show_words(ctx, choices, draft)
    ctx.keep(draft)
    zone, reason = ctx.actor.zone, draft.reason
    ctx.show(screens.check(ctx.t, choices, zone=zone, reason=reason, said=draft.words))
    return Step.CHECK


async def _ask_reason(ctx: Ctx, draft: SellerCancelDraft) -> State:
    choices = await _choices(ctx, draft.order_id)
    return END if choices is None else _show_reasons(ctx, choices, draft)


async def _ask_words(
    ctx: Ctx, draft: SellerCancelDraft, *, refused: Rejected | None = None
) -> State:
    choices = await _choices(ctx, draft.order_id)
    if choices is None:
        return END
    if draft.reason not in choices.reasons:
        return _show_reasons(ctx, choices, draft)
    return _show_words(ctx, choices, draft, refused=refused)


def _show_reasons(ctx: Ctx, choices: SellerCancelChoices, draft: SellerCancelDraft) -> State:
    ctx.keep(draft)
    ctx.show(screens.why(ctx.t, choices, chosen=draft.reason))
    return Step.REASON


def _show_words(
    ctx: Ctx,
    choices: SellerCancelChoices,
    draft: SellerCancelDraft,
    *,
    refused: Rejected | None = None,
) -> State:
    assert draft.reason is not None
    ctx.keep(draft)
    said = _complete(draft, choices)
    ctx.show(screens.ask_words(ctx.t, choices, reason=draft.reason, said=said, refused=refused))
    return Step.WORDS


async def _choices(ctx: Ctx, order_id: int) -> SellerCancelChoices | None:
    """What may be chosen; None where nothing can be, and what is true now is shown."""
    try:
        return await ctx.shop.seller_cancels.choices(ctx.actor, order_id)
    except (AlreadyDecided, SellerCancelRefused) as refused:
        await _show_why_not(ctx, order_id, refused)
        return None


async def _show_why_not(
    ctx: Ctx, order_id: int, refused: AlreadyDecided | SellerCancelRefused
) -> None:
    page = await ctx.shop.desk.order(ctx.actor, order_id)
    if _own_doing(refused):
        _done(ctx, page)
        return
    ctx.alert(refusals.words(ctx.t, refused))
    asks = isinstance(refused, SellerCancelRefused) and refused.seller_why is SellerWhy.BUYER_ASKS
    if asks and page.request is not None:
        card = await ctx.shop.deciding.look(ctx.actor, page.request.id)
        ctx.show(seller_requests.drawn(ctx.t, card, Where(zone=ctx.actor.zone)))
        return
    ctx.show(desk_order.order(ctx.t, page, zone=ctx.actor.zone))


def _own_doing(refused: AlreadyDecided | SellerCancelRefused) -> bool:
    """Whether the shop has come first itself, perhaps with this very button."""
    if isinstance(refused, AlreadyDecided):
        return refused.by == Party.SELLER
    return refused.seller_why is SellerWhy.ASKED_ALREADY


def _done(ctx: Ctx, order: OrderPage) -> State:
    ctx.show(screens.done(ctx.t, order, zone=ctx.actor.zone))
    return END


def _complete(draft: SellerCancelDraft, choices: SellerCancelChoices) -> bool:
    return draft.said and (draft.words is not None or not choices.words_needed)


def _draft_of(ctx: Ctx, order_id: int) -> SellerCancelDraft:
    """What was gathered about this very order."""
    draft = ctx.draft(SellerCancelDraft)
    return draft if draft.order_id == order_id else SellerCancelDraft(order_id=order_id)


def _with_reason(ctx: Ctx, order_id: int, at: int) -> SellerCancelDraft:
    known = 0 <= at < len(screens.REASONS)
    reason = screens.REASONS[at] if known else None
    return replace(_draft_of(ctx, order_id), reason=reason)


seller_cancel = Conversation(
    name="seller_cancel",
    entry_points=[pressed(buttons.AskSellerCancel, ask)],
    states={
        Step.REASON: [pressed(buttons.ChooseSellerReason, choose)],
        Step.WORDS: [
            typed(take_words),
            pressed(buttons.WithoutExplanation, without_words),
        ],
        Step.CHECK: [
            pressed(buttons.ExplainSellerCancel, ask_words),
            pressed(buttons.SendSellerCancel, send),
        ],
    },
    fallbacks=[command("cancel", leave)],
    again=again,
)

"""Typing how many of a variant can be sold."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from telegram import Update

from bot.buttons.desk import TypeCount
from bot.context import Ctx
from bot.dialogue import END, Conversation
from bot.routing import command, pressed, typed
from bot.screens import stock as screens
from store.domain.stock import MOST_STOCK
from store.views.shipping import StockSheet, StockVariant

State = StrEnum | int | None
# A thousand is written 1.000 here.
_THOUSANDS: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")


class Step(StrEnum):
    """Where the count stands."""

    COUNT = "COUNT"


@dataclass(frozen=True, kw_only=True)
class CountDraft:
    """Which variant is counted, and what its stock was when that began."""

    variant_id: int = 0
    seen: int = 0


async def ask(_: Update, ctx: Ctx) -> State:
    """A variant was pressed."""
    return await _ask(ctx, ctx.pressed(TypeCount).variant_id)


async def again(_: Update, ctx: Ctx) -> State:
    """Go on was pressed."""
    return await _ask(ctx, ctx.draft(CountDraft).variant_id)


async def take(_: Update, ctx: Ctx) -> State:
    """A number was typed."""
    draft = ctx.draft(CountDraft)
    counted = _number(ctx.typed())
    if counted is None:
        return await _ask(ctx, draft.variant_id, again=True)
    taken = await ctx.shop.desk.recount(
        ctx.actor, draft.variant_id, seen=draft.seen, counted=counted
    )
    sheet = await ctx.shop.desk.stock_of(ctx.actor, draft.variant_id)
    shown = screens.sheet if taken else screens.changed_screen
    ctx.show(shown(ctx.t, sheet))
    return END


async def leave(_: Update, ctx: Ctx) -> State:
    """/cancel was sent: the stock stays as it is."""
    sheet = await ctx.shop.desk.stock_of(ctx.actor, ctx.draft(CountDraft).variant_id)
    ctx.show(screens.sheet(ctx.t, sheet))
    return END


async def _ask(ctx: Ctx, variant_id: int, *, again: bool = False) -> State:
    sheet = await ctx.shop.desk.stock_of(ctx.actor, variant_id)
    variant = _variant(sheet, variant_id)
    ctx.keep(CountDraft(variant_id=variant_id, seen=variant.stock))
    ctx.show(screens.ask_count(ctx.t, sheet, variant, most=MOST_STOCK, again=again))
    return Step.COUNT


def _variant(sheet: StockSheet, variant_id: int) -> StockVariant:
    return next(one for one in sheet.variants if one.id == variant_id)


def _number(words: str) -> int | None:
    bare = words.strip()
    if _THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "")
    if not (bare.isascii() and bare.isdigit() and len(bare) <= len(str(MOST_STOCK))):
        return None
    return int(bare)


count_stock = Conversation(
    name="count_stock",
    entry_points=[pressed(TypeCount, ask)],
    states={Step.COUNT: [typed(take)]},
    fallbacks=[command("cancel", leave)],
    again=again,
)

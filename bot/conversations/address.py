"""A shipping address: field by field, or pasted whole and confirmed with one press."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from telegram import Update

from bot.buttons.address import FixField, LeaveAddress, SaveAddress
from bot.context import Ctx, command, pressed, typed
from bot.dialogue import END, Conversation, Done
from bot.screens import addresses as screens
from bot.screens import buy, profile, refusals
from bot.screens.addresses import FIELDS
from store.domain.address import CHECKS, Address
from store.domain.pasted import read_pasted
from store.errors import Rejected

State = StrEnum | int | Done | None
# So many fields in one text are an address that was pasted, whatever was asked for.
WHOLE = 4


class Step(StrEnum):
    """Where the form stands."""

    FIELD = "FIELD"
    CONFIRM = "CONFIRM"


@dataclass(frozen=True, kw_only=True)
class AddressDraft:
    """The fields found so far and the one that is asked for."""

    found: dict[str, str] = field(default_factory=dict)
    asking: str = FIELDS[0]


async def begin(_: Update, ctx: Ctx) -> State:
    """A new address is wanted; what was typed before goes on."""
    return _go_on(ctx, ctx.draft(AddressDraft).found)


async def take(_: Update, ctx: Ctx) -> State:
    """A field was typed, or the whole address was pasted."""
    draft = ctx.draft(AddressDraft)
    text = ctx.typed()
    pasted = _readable(read_pasted(text)) if _looks_whole(text) else {}
    if pasted and (not draft.found or len(pasted) >= WHOLE):
        return _go_on(ctx, {**draft.found, **pasted})
    try:
        value = CHECKS[draft.asking](text)
    except Rejected as refused:
        ctx.show(screens.ask(ctx.t, draft.asking, draft.found, refused=refused))
        return None
    return _go_on(ctx, {**draft.found, draft.asking: value})


async def fix(_: Update, ctx: Ctx) -> State:
    """One field is to be typed again."""
    at = ctx.pressed(FixField).field
    name = FIELDS[at] if 0 <= at < len(FIELDS) else FIELDS[0]
    found = ctx.draft(AddressDraft).found
    ctx.keep(AddressDraft(found=found, asking=name))
    ctx.show(screens.ask(ctx.t, name, found or {"": ""}))
    return Step.FIELD


async def save(_: Update, ctx: Ctx) -> State:
    """Save address was pressed; once more, or after the form was forgotten, it saves nothing."""
    found = ctx.draft(AddressDraft).found
    if not found:
        ctx.toast(refusals.old_button(ctx.t))
        await _show_what_is_true(ctx)
        return None
    if any(name not in found for name in FIELDS):
        return _go_on(ctx, found)
    saved = await ctx.shop.addresses.save(ctx.actor, Address(**found))
    await _show_all(ctx)
    return Done(saved.id)


async def _show_what_is_true(ctx: Ctx) -> None:
    """The order that waits for an address, else the saved addresses."""
    if await ctx.shop.buying.has_open(ctx.actor):
        ctx.show(buy.card(ctx.t, await ctx.shop.buying.card(ctx.actor)))
        return
    await _show_all(ctx)


async def leave(_: Update, ctx: Ctx) -> State:
    """Leave was pressed or /cancel was sent."""
    await _show_all(ctx)
    return END


async def _show_all(ctx: Ctx) -> None:
    """The saved addresses; whoever called this form shows its own screen instead."""
    ctx.show(profile.addresses(ctx.t, await ctx.shop.addresses.mine(ctx.actor)))


def _go_on(ctx: Ctx, found: dict[str, str]) -> State:
    missing = next((name for name in FIELDS if name not in found), None)
    ctx.keep(AddressDraft(found=found, asking=missing or FIELDS[0]))
    if missing is None:
        ctx.show(screens.confirm(ctx.t, found))
        return Step.CONFIRM
    ctx.show(screens.ask(ctx.t, missing, found))
    return Step.FIELD


def _looks_whole(text: str) -> bool:
    return "\n" in text.strip() or len(text) > 60 or text.count(",") > 1


def _readable(pasted: Any) -> dict[str, str]:
    """The pasted fields that stand up to their checks."""
    found: dict[str, str] = {}
    for name in FIELDS:
        text = getattr(pasted, name)
        if text is None:
            continue
        try:
            found[name] = CHECKS[name](text)
        except Rejected:
            continue
    return found


address = Conversation(
    name="address",
    entry_points=[],
    entered=begin,
    again=begin,
    states={
        Step.FIELD: [typed(take), pressed(FixField, fix)],
        Step.CONFIRM: [pressed(SaveAddress, save), pressed(LeaveAddress, leave)],
    },
    fallbacks=[command("cancel", leave)],
)

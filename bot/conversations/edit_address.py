"""The saved addresses, as far as words are typed: a new one, or one field of an old one."""

from dataclasses import dataclass, replace
from enum import StrEnum

from telegram import Update

from bot.buttons.profile import AddAddress, EditField, OpenAddress
from bot.context import Ctx, command, pressed, typed
from bot.dialogue import END, Call, Conversation
from bot.screens import profile as screens
from bot.screens.addresses import FIELDS
from store.domain.address import CHECKS
from store.errors import Rejected

State = StrEnum | int | Call | None


class Step(StrEnum):
    """What is typed."""

    FIELD = "FIELD"
    NEW = "NEW"


@dataclass(frozen=True, kw_only=True)
class EditDraft:
    """Which field of which address is typed."""

    address_id: int = 0
    field: str = FIELDS[0]


async def ask(_: Update, ctx: Ctx) -> State:
    """A field was pressed."""
    button = ctx.pressed(EditField)
    field = FIELDS[button.field % len(FIELDS)]
    ctx.keep(EditDraft(address_id=button.address_id, field=field))
    return await _ask(ctx, button.address_id, field)


async def again(_: Update, ctx: Ctx) -> State:
    """Go on was pressed."""
    draft = ctx.draft(EditDraft)
    return await _ask(ctx, draft.address_id, draft.field)


async def take(_: Update, ctx: Ctx) -> State:
    """The field was typed."""
    draft = ctx.draft(EditDraft)
    card = await ctx.shop.addresses.card(ctx.actor, draft.address_id)
    try:
        fixed = replace(card.address, **{draft.field: CHECKS[draft.field](ctx.typed())})
    except Rejected as refused:
        ctx.show(screens.ask_field(ctx.t, card, draft.field, refused=refused))
        return None
    await ctx.shop.addresses.edit(ctx.actor, draft.address_id, fixed)
    return await _show(ctx, draft.address_id)


async def add(_: Update, __: Ctx) -> State:
    """Add address was pressed."""
    return Call("address", back=Step.NEW)


async def added(_: Update, ctx: Ctx) -> State:
    """The form has ended, with an address or without."""
    ctx.show(screens.addresses(ctx.t, await ctx.shop.addresses.mine(ctx.actor)))
    return END


async def show(_: Update, ctx: Ctx) -> State:
    """An address was chosen, or left as it is."""
    return await _show(ctx, ctx.pressed(OpenAddress).address_id)


async def leave(_: Update, ctx: Ctx) -> State:
    """/cancel was sent: the address stays as it is."""
    return await _show(ctx, ctx.draft(EditDraft).address_id)


async def _ask(ctx: Ctx, address_id: int, field: str) -> State:
    card = await ctx.shop.addresses.card(ctx.actor, address_id)
    ctx.show(screens.ask_field(ctx.t, card, field))
    return Step.FIELD


async def _show(ctx: Ctx, address_id: int) -> int:
    card = await ctx.shop.addresses.card(ctx.actor, address_id)
    saved = await ctx.shop.addresses.mine(ctx.actor)
    ctx.show(screens.address(ctx.t, card, first=saved[0].id == card.id))
    return END


edit_address = Conversation(
    name="edit_address",
    entry_points=[
        pressed(OpenAddress, show),
        pressed(EditField, ask),
        pressed(AddAddress, add),
    ],
    states={Step.FIELD: [typed(take)], Step.NEW: [pressed(AddAddress, add)]},
    fallbacks=[command("cancel", leave)],
    resumed={Step.NEW: added},
    again=again,
)

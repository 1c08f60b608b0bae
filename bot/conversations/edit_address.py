"""The saved addresses, as far as words are typed: a new one, or one field of an old one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from telegram import Update

from bot.buttons.profile import AddAddress, EditField, OpenAddress, SetCity
from bot.context import Ctx
from bot.dialogue import END, Call, Conversation
from bot.routing import command, not_words, pressed, shared, typed, worded_cancel
from bot.screens import addresses as form
from bot.screens import profile as screens
from bot.screens import refusals
from bot.screens.addresses import FIELDS
from store.domain.address import CHECKS, check_city, check_shared_phone
from store.domain.cities import TWINS, chosen_of_twin, city_of_twin, twin_of
from store.errors import Rejected

State = StrEnum | int | Call | None
Check = Callable[[str], str]


class Step(StrEnum):
    """What is typed."""

    FIELD = "FIELD"
    NEW = "NEW"


@dataclass(frozen=True, kw_only=True)
class EditDraft:
    """Which field of which address is typed, and which name of two places was typed last."""

    address_id: int = 0
    field: str = FIELDS[0]
    twin: int | None = None


async def ask(_: Update, ctx: Ctx) -> State:
    """A field was pressed."""
    button = ctx.pressed(EditField)
    field = FIELDS[button.field % len(FIELDS)]
    return await _ask(ctx, EditDraft(address_id=button.address_id, field=field))


async def again(_: Update, ctx: Ctx) -> State:
    """Go on was pressed."""
    return await _ask(ctx, ctx.draft(EditDraft))


async def take(_: Update, ctx: Ctx) -> State:
    """The field was typed; a name that two places share is asked about."""
    draft = ctx.draft(EditDraft)
    chosen = None if draft.twin is None else chosen_of_twin(draft.twin, ctx.typed())
    if chosen is not None:
        return await _take(ctx, draft, check_city, chosen)
    twin = twin_of(ctx.typed()) if draft.field == "city" else None
    if twin is None and draft.twin is not None:
        return await _ask_city(ctx, draft, draft.twin, above=form.neither(ctx.t))
    if twin is None:
        return await _take(ctx, draft, CHECKS[draft.field], ctx.typed())
    return await _ask_city(ctx, replace(draft, twin=twin), twin)


async def take_contact(_: Update, ctx: Ctx) -> State:
    """A contact was shared; where the phone is asked for, that is the answer."""
    draft = ctx.draft(EditDraft)
    if draft.field == "phone":
        return await _take(ctx, draft, check_shared_phone, ctx.shared[1])
    return await other(_, ctx)


async def other(_: Update, ctx: Ctx) -> State:
    """A photo, a sticker or the like was sent; the question stays."""
    draft = ctx.draft(EditDraft)
    return await _ask(ctx, draft, above=form.in_words(ctx.t, ctx.sent_kind))


async def set_city(_: Update, ctx: Ctx) -> State:
    """One of two places of one name was pressed; where that is no question any more, nothing."""
    button, draft = ctx.pressed(SetCity), ctx.draft(EditDraft)
    city = city_of_twin(button.twin % len(TWINS), regency=button.regency)
    if (draft.address_id, draft.twin) == (button.address_id, button.twin):
        return await _take(ctx, draft, check_city, city)
    card = await ctx.shop.addresses.card(ctx.actor, button.address_id)
    if card.address.city != city:
        ctx.toast(refusals.old_button(ctx.t))
    return await _show(ctx, button.address_id)


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


async def _ask(ctx: Ctx, draft: EditDraft, *, above: str | None = None) -> State:
    card = await ctx.shop.addresses.card(ctx.actor, draft.address_id)
    ctx.keep(draft)
    ctx.show(screens.ask_field(ctx.t, card, draft.field, above=above))
    return Step.FIELD


async def _ask_city(ctx: Ctx, draft: EditDraft, twin: int, *, above: str | None = None) -> State:
    card = await ctx.shop.addresses.card(ctx.actor, draft.address_id)
    ctx.keep(draft)
    ctx.show(screens.which_city(ctx.t, card, twin, above=above))
    return Step.FIELD


async def _take(ctx: Ctx, draft: EditDraft, check: Check, text: str) -> State:
    """The field as it was given; what is wrong with it is said."""
    card = await ctx.shop.addresses.card(ctx.actor, draft.address_id)
    try:
        fixed = replace(card.address, **{draft.field: check(text)})
        await ctx.shop.addresses.edit(ctx.actor, draft.address_id, fixed)
    except Rejected as refused:
        return await _ask(ctx, draft, above=form.refused(ctx.t, refused))
    return await _show(ctx, draft.address_id)


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
        pressed(SetCity, set_city),
        pressed(AddAddress, add),
    ],
    states={
        Step.FIELD: [
            worded_cancel(leave),
            typed(take),
            shared(take_contact),
            not_words(other),
        ],
        Step.NEW: [pressed(AddAddress, add)],
    },
    fallbacks=[command("cancel", leave)],
    resumed={Step.NEW: added},
    again=again,
)

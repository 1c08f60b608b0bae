"""A shipping address: field by field, or pasted whole and confirmed with one press."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from telegram import Update

from bot.buttons.address import (
    ChooseCity,
    FixField,
    KeepField,
    LeaveAddress,
    SaveAddress,
    StartOver,
)
from bot.context import Ctx
from bot.dialogue import END, Conversation, Done
from bot.routing import command, not_words, pressed, shared, typed, worded_cancel
from bot.screens import addresses as screens
from bot.screens import buy, profile, refusals
from bot.screens.addresses import FIELDS
from store.domain.address import CHECKS, Address, check_shared_phone
from store.domain.cities import chosen_of_twin, city_of_twin, twin_of
from store.domain.homes import home_of
from store.domain.pasted import Pasted, read_pasted
from store.errors import Rejected

State = StrEnum | int | Done | None
# So many fields in one text are an address that was pasted, whatever was asked for.
WHOLE: Final = 4
# At the beginning any of the first or all of the second are enough; a name may have commas too.
_TELLING: Final = frozenset({"phone", "province", "postcode"})
_PLACE: Final = frozenset({"street", "district", "city"})


class Step(StrEnum):
    """Where the form stands."""

    FIELD = "FIELD"
    CITY = "CITY"
    CONFIRM = "CONFIRM"


@dataclass(frozen=True, kw_only=True)
class AddressDraft:
    """The fields found so far and the one that is asked for; kept also when the form is left."""

    found: dict[str, str] = field(default_factory=dict)
    asking: str = FIELDS[0]


@dataclass(frozen=True, kw_only=True)
class Reading:
    """The fields of a text that was pasted, and what was said for a field and is none."""

    found: dict[str, str]
    unread: tuple[str, ...]


async def begin(_: Update, ctx: Ctx) -> State:
    """An address is wanted; what was typed before goes on."""
    found = ctx.unfinished(AddressDraft).found
    return _go_on(ctx, found, resumed=bool(found))


async def take(_: Update, ctx: Ctx) -> State:
    """A field was typed, or the whole address was pasted."""
    draft = ctx.unfinished(AddressDraft)
    pasted = _pasted(ctx.typed(), draft)
    return _go_on_pasted(ctx, draft, pasted) if pasted else _take(ctx, draft, ctx.typed())


async def take_city(_: Update, ctx: Ctx) -> State:
    """Which of two places is meant was typed instead of pressed; anything else is no answer."""
    draft = ctx.unfinished(AddressDraft)
    pasted = _pasted(ctx.typed(), draft)
    if pasted:
        return _go_on_pasted(ctx, draft, pasted)
    twin = twin_of(draft.found.get("city", ""))
    city = chosen_of_twin(twin, ctx.typed()) if twin is not None else None
    if city is None:
        return _go_on(ctx, draft.found, above=screens.neither(ctx.t))
    return _go_on(ctx, {**draft.found, "city": city})


async def correct(_: Update, ctx: Ctx) -> State:
    """Something was typed when everything is filled in; another whole address takes its place."""
    draft = ctx.unfinished(AddressDraft)
    pasted = _pasted(ctx.typed(), draft)
    if pasted:
        return _go_on_pasted(ctx, draft, pasted)
    return _go_on(ctx, draft.found, above=screens.not_a_field(ctx.t))


async def take_contact(_: Update, ctx: Ctx) -> State:
    """A contact was shared: the number of the receiver, and at the beginning the name too."""
    draft = ctx.unfinished(AddressDraft)
    name, number = ctx.shared
    if draft.asking not in {"name", "phone"}:
        return _ask_again(ctx, draft, screens.in_words(ctx.t, ctx.sent_kind))
    try:
        phone = check_shared_phone(number)
    except Rejected as refused:
        return _ask_again(ctx, draft, screens.refused(ctx.t, refused))
    named = _checked("name", name) if draft.asking == "name" else {}
    return _go_on(ctx, {**draft.found, **named, "phone": phone})


async def other(_: Update, ctx: Ctx) -> State:
    """A photo, a sticker or the like was sent; the question stays."""
    draft, above = ctx.unfinished(AddressDraft), screens.in_words(ctx.t, ctx.sent_kind)
    return _ask_again(ctx, draft, above)


async def other_later(_: Update, ctx: Ctx) -> State:
    """The same where no field is asked for."""
    found, above = ctx.unfinished(AddressDraft).found, screens.has_come(ctx.t, ctx.sent_kind)
    return _go_on(ctx, found, above=above)


async def fix(_: Update, ctx: Ctx) -> State:
    """One field is to be typed again."""
    at = ctx.pressed(FixField).field
    name = FIELDS[at] if 0 <= at < len(FIELDS) else FIELDS[0]
    return _ask_again(ctx, AddressDraft(found=ctx.unfinished(AddressDraft).found, asking=name))


async def keep(_: Update, ctx: Ctx) -> State:
    """The field is right as it is."""
    return _go_on(ctx, ctx.unfinished(AddressDraft).found)


async def start_over(_: Update, ctx: Ctx) -> State:
    """Everything is to be typed anew."""
    return _go_on(ctx, {})


async def choose_city(_: Update, ctx: Ctx) -> State:
    """One of two places of one name was pressed; another name meanwhile stays."""
    pressed_, found = ctx.pressed(ChooseCity), ctx.unfinished(AddressDraft).found
    if twin_of(found.get("city", "")) == pressed_.twin:
        found = {**found, "city": city_of_twin(pressed_.twin, regency=pressed_.regency)}
    return _go_on(ctx, found)


async def save(_: Update, ctx: Ctx) -> State:
    """Save address was pressed; once more, or after the form was forgotten, it saves nothing."""
    found = ctx.unfinished(AddressDraft).found
    if not found:
        ctx.toast(refusals.old_button(ctx.t))
        await _show_what_is_true(ctx)
        return None
    if any(name not in found for name in FIELDS) or twin_of(found["city"]) is not None:
        return _go_on(ctx, found)
    saved = await ctx.shop.addresses.save(ctx.actor, Address(**found))
    ctx.finish()
    await _show_all(ctx)
    return Done(saved.id)


async def _show_what_is_true(ctx: Ctx) -> None:
    """The order that waits for an address, else the saved addresses."""
    if await ctx.shop.buying.has_open(ctx.actor):
        ctx.show(buy.card(ctx.t, await ctx.shop.buying.card(ctx.actor)))
        return
    await _show_all(ctx)


async def leave(_: Update, ctx: Ctx) -> State:
    """Leave was pressed or /cancel was sent; what was typed is kept for a while."""
    if ctx.unfinished(AddressDraft).found:
        ctx.toast(screens.kept(ctx.t))
    await _show_all(ctx)
    return END


async def _show_all(ctx: Ctx) -> None:
    """The saved addresses; whoever called this form shows its own screen instead."""
    ctx.show(profile.addresses(ctx.t, await ctx.shop.addresses.mine(ctx.actor)))


def _go_on(
    ctx: Ctx, found: dict[str, str], *, above: str | None = None, resumed: bool = False
) -> Step:
    """On to the first thing that is not known yet."""
    missing = next((name for name in FIELDS if name not in found), None)
    ctx.keep_unfinished(AddressDraft(found=found, asking=missing or FIELDS[0]))
    twin = twin_of(found.get("city", ""))
    if twin is not None:
        ctx.show(screens.which_city(ctx.t, twin, above=above, resumed=resumed))
        return Step.CITY
    if missing is None:
        ctx.show(screens.confirm(ctx.t, found, above=above, resumed=resumed))
        return Step.CONFIRM
    ctx.show(screens.ask(ctx.t, missing, found, above=above, resumed=resumed))
    return Step.FIELD


def _go_on_pasted(ctx: Ctx, draft: AddressDraft, pasted: Reading) -> Step:
    """On with what was pasted, saying what was read, what is missing and what is neither."""
    found = {**draft.found, **pasted.found}
    above = screens.has_read(ctx.t, found, unread=pasted.unread)
    return _go_on(ctx, found, above=above or None)


def _take(ctx: Ctx, draft: AddressDraft, text: str) -> Step:
    """The field that is asked for, as it was typed; what is wrong with it is said."""
    try:
        value = CHECKS[draft.asking](text)
    except Rejected as refused:
        return _ask_again(ctx, draft, screens.refused(ctx.t, refused))
    return _go_on(ctx, {**draft.found, draft.asking: value})


def _ask_again(ctx: Ctx, draft: AddressDraft, above: str | None = None) -> Step:
    """The question of the field that is asked for."""
    ctx.keep_unfinished(draft)
    ctx.show(screens.ask(ctx.t, draft.asking, draft.found, above=above))
    return Step.FIELD


def _pasted(text: str, draft: AddressDraft) -> Reading | None:
    """A whole address; None where the words only answer the question."""
    read = read_pasted(text)
    pasted = _readable(read)
    names = pasted.found.keys()
    if draft.asking == "name" and not draft.found and {"name", "phone"} == set(names):
        return pasted
    if not _looks_whole(text):
        return None
    tells = bool(_TELLING & names) or names >= _PLACE
    return pasted if (tells and not draft.found) or len(names) >= WHOLE else None


def _looks_whole(text: str) -> bool:
    return "\n" in text.strip() or len(text) > 60 or text.count(",") > 1


def _readable(pasted: Pasted) -> Reading:
    """The pasted fields that stand up to their checks, and what else was said for a field."""
    found: dict[str, str] = {}
    unread = [pasted.unread] if pasted.unread else []
    for name in FIELDS:
        said = getattr(pasted, name)
        checked = _checked(name, said or "")
        found |= checked
        unread += [said] if said and not checked else []
    home = home_of(found.get("city", ""))
    if home is not None:
        found.setdefault("province", home.name)
    return Reading(found=found, unread=tuple(unread))


def _checked(name: str, text: str) -> dict[str, str]:
    """The field, or nothing where its check refuses it."""
    try:
        return {name: CHECKS[name](text)}
    except Rejected:
        return {}


_BUTTONS: Final = [
    pressed(FixField, fix),
    pressed(KeepField, keep),
    pressed(ChooseCity, choose_city),
    pressed(StartOver, start_over),
    pressed(SaveAddress, save),
    pressed(LeaveAddress, leave),
]

address = Conversation(
    name="address",
    entry_points=[],
    entered=begin,
    again=begin,
    states={
        Step.FIELD: [
            worded_cancel(leave),
            typed(take),
            shared(take_contact),
            not_words(other),
            *_BUTTONS,
        ],
        Step.CITY: [worded_cancel(leave), typed(take_city), not_words(other_later)],
        Step.CONFIRM: [worded_cancel(leave), typed(correct), not_words(other_later)],
    },
    fallbacks=[command("cancel", leave)],
)

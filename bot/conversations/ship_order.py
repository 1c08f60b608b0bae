"""Arranging a shipment: courier and number, the number put right, and where the parcel is."""

from dataclasses import dataclass, replace
from enum import StrEnum

from telegram import Update

from bot.buttons import desk as buttons
from bot.context import Ctx
from bot.dialogue import END, Conversation
from bot.routing import command, pressed, typed
from bot.screens import desk_order, refusals
from bot.screens import shipping as screens
from store.domain.order import OrderStatus
from store.domain.payment import PaymentMethod
from store.domain.tracking import LINE_LIMIT, Carriage, clean_number, looks_right
from store.errors import (
    AlreadyDecided,
    CourierDiffers,
    FieldMissing,
    FieldTooLong,
    FieldUnreadable,
    IllegalMove,
)
from store.views.orders import OrderPage
from store.views.shipping import CourierChoice

State = StrEnum | int | None
UNDER_WAY = frozenset({OrderStatus.AWAITING_COLLECTION, OrderStatus.IN_TRANSIT})


class Step(StrEnum):
    """What a member is asked."""

    CHANGE = "CHANGE"
    NUMBER = "NUMBER"
    WHERE = "WHERE"


@dataclass(frozen=True, kw_only=True)
class ShipDraft:
    """What is known so far; the courier is the one that the screen named, if it named one.

    `instead` says that another courier than the buyer's is meant; `correcting` keeps what the
    member meant to do, whatever others do meanwhile.
    """

    order_id: int = 0
    courier_name: str = ""
    service: str = ""
    number: str = ""
    instead: bool = False
    correcting: bool = False

    @property
    def chosen(self) -> CourierChoice | None:
        """The service that was named."""
        if not self.courier_name:
            return None
        return CourierChoice(courier=self.courier_name, service=self.service)


async def begin(_: Update, ctx: Ctx) -> State:
    """Arrange the shipment was pressed: the buyer of a parcel paid at the door is asked first."""
    order_id = ctx.pressed(buttons.Arrange).order_id
    page = await ctx.shop.desk.order(ctx.actor, order_id)
    unasked = page.payment is PaymentMethod.COD and page.confirmation is None
    if page.status is OrderStatus.AWAITING_SHIPMENT and unasked:
        ctx.show(screens.asked(ctx.t, await ctx.shop.shipping.ask(ctx.actor, order_id)))
        return END
    return await _ask_number(ctx, ShipDraft(order_id=order_id))


async def ask_number(_: Update, ctx: Ctx) -> State:
    """A courier was pressed, or Arrange it now, or Correct the number."""
    button = ctx.pressed(buttons.ArrangeBy)
    return await _ask_number_of(ctx, ShipDraft(order_id=button.order_id), button.mark)


async def ask_number_instead(_: Update, ctx: Ctx) -> State:
    """Yes, change the courier was pressed."""
    button = ctx.pressed(buttons.ArrangeInstead)
    meant = ShipDraft(order_id=button.order_id, instead=True)
    return await _ask_number_of(ctx, meant, button.mark)


async def ask_courier(_: Update, ctx: Ctx) -> State:
    """Another courier was pressed."""
    order_id = ctx.pressed(buttons.ChooseCarrier).order_id
    page = await ctx.shop.desk.order(ctx.actor, order_id)
    return _ask_courier(ctx, page, await ctx.shop.desk.couriers(ctx.actor, order_id))


async def take_courier(_: Update, ctx: Ctx) -> State:
    """Words where only a press answers: the name of a courier will do, a number comes later."""
    draft = ctx.draft(ShipDraft)
    couriers = await ctx.shop.desk.couriers(ctx.actor, draft.order_id)
    said = " ".join(ctx.typed().casefold().split())
    named = [one for one in couriers if said == f"{one.courier} {one.service}".casefold()]
    if named:
        return await _ask_number_of(ctx, draft, named[0].mark)
    if draft.chosen is not None:
        above = screens.number_later(ctx.t)
        return await _ask_number_of(ctx, draft, draft.chosen.mark, above=above)
    page = await ctx.shop.desk.order(ctx.actor, draft.order_id)
    return _ask_courier(ctx, page, couriers, above=screens.courier_by_press(ctx.t))


async def take_number(_: Update, ctx: Ctx) -> State:
    """A tracking number was typed; one that looks odd is asked about."""
    draft = ctx.draft(ShipDraft)
    page = await ctx.shop.desk.order(ctx.actor, draft.order_id)
    chosen = draft.chosen
    if chosen is None:
        return await _ask_number(ctx, draft)
    try:
        number = clean_number(ctx.typed())
    except FieldUnreadable:
        ctx.show(screens.no_number(ctx.t, page, chosen))
        return None
    if looks_right(chosen.courier, number):
        return await _carry(ctx, draft, chosen, number)
    ctx.keep(replace(draft, number=number))
    ctx.show(screens.odd_number(ctx.t, page, chosen, typed=number))
    return Step.NUMBER


async def use_number(_: Update, ctx: Ctx) -> State:
    """It is right, use it was pressed; a number that was forgotten is asked for again."""
    button = ctx.pressed(buttons.UseNumber)
    draft = ctx.draft(ShipDraft)
    chosen = draft.chosen if draft.number and draft.order_id == button.order_id else None
    if chosen is not None and chosen.mark == button.mark:
        return await _carry(ctx, draft, chosen, draft.number)
    page = await ctx.shop.desk.order(ctx.actor, button.order_id)
    if page.status in UNDER_WAY:
        # Pressed twice, or by somebody else before: there is nothing left to be asked.
        return _done(ctx, page)
    return await _ask_number_of(ctx, ShipDraft(order_id=button.order_id), button.mark)


async def bring_ourselves(_: Update, ctx: Ctx) -> State:
    """No number was pressed: really the shop's own people, and not the buyer's courier?"""
    page = await ctx.shop.desk.order(ctx.actor, ctx.pressed(buttons.BringOurselves).order_id)
    if page.status is not OrderStatus.AWAITING_SHIPMENT:
        return _done(ctx, page)
    ctx.show(screens.bring_ourselves(ctx.t, page))
    return None


async def bring_instead(_: Update, ctx: Ctx) -> State:
    """Yes, we bring it was pressed."""
    order_id = ctx.pressed(buttons.BringInstead).order_id
    try:
        page = await ctx.shop.shipping.arrange(ctx.actor, order_id, None, instead=True)
    except (AlreadyDecided, IllegalMove) as refused:
        return await _too_late(ctx, order_id, refused)
    return _done(ctx, page)


async def ask_where(_: Update, ctx: Ctx) -> State:
    """Say where it is was pressed."""
    return await _ask_where(ctx, ctx.pressed(buttons.AddTrackingLine).order_id)


async def again(_: Update, ctx: Ctx) -> State:
    """Go on was pressed."""
    draft = ctx.draft(ShipDraft)
    if ctx.talk.top is not None and ctx.talk.top.step == Step.WHERE:
        return await _ask_where(ctx, draft.order_id)
    return await _ask_number(ctx, draft)


async def _ask_where(ctx: Ctx, order_id: int) -> State:
    page = await ctx.shop.desk.order(ctx.actor, order_id)
    if page.status not in UNDER_WAY:
        return _done(ctx, page)
    ctx.keep(ShipDraft(order_id=order_id))
    ctx.show(screens.where(ctx.t, page, limit=LINE_LIMIT))
    return Step.WHERE


async def take_where(_: Update, ctx: Ctx) -> State:
    """Where the parcel is was typed."""
    order_id = ctx.draft(ShipDraft).order_id
    try:
        return _done(ctx, await ctx.shop.shipping.add_line(ctx.actor, order_id, ctx.typed()))
    except (FieldMissing, FieldTooLong, FieldUnreadable):
        page = await ctx.shop.desk.order(ctx.actor, order_id)
        ctx.show(screens.where(ctx.t, page, limit=LINE_LIMIT))
        return None
    except IllegalMove as refused:
        return await _too_late(ctx, order_id, refused)


async def leave(_: Update, ctx: Ctx) -> State:
    """/cancel was sent: the order stays as it is."""
    return _done(ctx, await ctx.shop.desk.order(ctx.actor, ctx.draft(ShipDraft).order_id))


async def _ask_number(ctx: Ctx, draft: ShipDraft) -> State:
    """By the courier that was named before, else by the one that carries it as it is."""
    return await _ask_number_of(ctx, draft, draft.chosen.mark if draft.chosen else 0)


async def _ask_number_of(
    ctx: Ctx, draft: ShipDraft, mark: int, *, above: str | None = None
) -> State:
    """By the courier of this mark; one that is not there any more is chosen anew."""
    page = await ctx.shop.desk.order(ctx.actor, draft.order_id)
    if page.status not in {OrderStatus.AWAITING_SHIPMENT, *UNDER_WAY}:
        return _done(ctx, page)
    couriers = await ctx.shop.desk.couriers(ctx.actor, draft.order_id)
    chosen = next((one for one in couriers if mark in {0, one.mark}), None)
    if chosen is None:
        return _ask_courier(ctx, page, couriers, above=screens.courier_gone(ctx.t))
    asked = replace(draft, courier_name=chosen.courier, service=chosen.service, number="")
    ctx.keep(replace(asked, correcting=page.status in UNDER_WAY))
    if not draft.instead and _surprises(page, chosen):
        as_it_is = couriers[0]
        ctx.show(screens.another_courier(ctx.t, page, chosen, as_it_is=as_it_is, above=above))
        return Step.CHANGE
    ctx.show(screens.number(ctx.t, page, chosen))
    return Step.NUMBER


def _ask_courier(
    ctx: Ctx, page: OrderPage, couriers: tuple[CourierChoice, ...], *, above: str | None = None
) -> State:
    """Which courier, from the beginning."""
    ctx.keep(ShipDraft(order_id=page.id))
    ctx.show(screens.carriers(ctx.t, page, couriers, above=above))
    return Step.CHANGE


def _surprises(page: OrderPage, choice: CourierChoice) -> bool:
    """Whether the buyer neither chose this service nor was told of it."""
    sent = page.shipment
    known = {(page.courier, page.service), (sent.courier, sent.service) if sent else None}
    return (choice.courier, choice.service) not in known


async def _carry(ctx: Ctx, draft: ShipDraft, chosen: CourierChoice, number: str) -> State:
    """Arrange the shipment, or put right the number of one that was arranged before."""
    couriers = await ctx.shop.desk.couriers(ctx.actor, draft.order_id)
    if chosen.mark not in {one.mark for one in couriers}:
        page = await ctx.shop.desk.order(ctx.actor, draft.order_id)
        return _ask_courier(ctx, page, couriers, above=screens.courier_gone(ctx.t))
    carriage = Carriage(courier=chosen.courier, service=chosen.service, number=number)
    move = ctx.shop.shipping.correct if draft.correcting else ctx.shop.shipping.arrange
    try:
        page = await move(ctx.actor, draft.order_id, carriage, instead=draft.instead)
        return _done(ctx, page)
    except CourierDiffers:
        # It was the parcel's courier when the screen was drawn; meanwhile it is another one.
        return await _ask_number(ctx, draft)
    except (AlreadyDecided, IllegalMove) as refused:
        return await _too_late(ctx, draft.order_id, refused)


async def _too_late(ctx: Ctx, order_id: int, refused: AlreadyDecided | IllegalMove) -> State:
    """Somebody was first: the member reads what is true."""
    ctx.alert(refusals.words(ctx.t, refused))
    return _done(ctx, await ctx.shop.desk.order(ctx.actor, order_id))


def _done(ctx: Ctx, page: OrderPage) -> State:
    ctx.show(desk_order.order(ctx.t, page, zone=ctx.actor.zone))
    return END


ship_order = Conversation(
    name="ship_order",
    entry_points=[
        pressed(buttons.Arrange, begin),
        pressed(buttons.ArrangeBy, ask_number),
        pressed(buttons.ArrangeInstead, ask_number_instead),
        pressed(buttons.BringInstead, bring_instead),
        pressed(buttons.AddTrackingLine, ask_where),
    ],
    states={
        Step.CHANGE: [typed(take_courier)],
        Step.NUMBER: [
            pressed(buttons.ChooseCarrier, ask_courier),
            pressed(buttons.UseNumber, use_number),
            pressed(buttons.BringOurselves, bring_ourselves),
            typed(take_number),
        ],
        Step.WHERE: [typed(take_where)],
    },
    fallbacks=[command("cancel", leave)],
    again=again,
)

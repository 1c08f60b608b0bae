"""Buying: one checkout card with a button for each of its lines."""

from enum import StrEnum

from telegram import Update

from bot.buttons import buy as buttons
from bot.buttons.address import NewAddress
from bot.context import Ctx
from bot.dialogue import END, Call, Conversation
from bot.routing import command, not_words, pressed, typed
from bot.screens import addresses, invoices, payments
from bot.screens import buy as screens
from bot.screens import checkout as questions
from store.errors import (
    CheckoutChanged,
    CheckoutIncomplete,
    FieldTooLong,
    FieldUnreadable,
    NotFound,
    OutOfStock,
    QuantityRefused,
)
from store.views.checkout import CheckoutCard

State = StrEnum | int | Call | None


class Step(StrEnum):
    """Where a checkout stands; the checkout itself is a row of the store."""

    CARD = "CARD"
    QUANTITY = "QUANTITY"
    NOTE = "NOTE"


async def begin(_: Update, ctx: Ctx) -> State:
    """Buy now was pressed."""
    button = ctx.pressed(buttons.Buy)
    try:
        card = await ctx.shop.buying.open(
            ctx.actor, button.variant_id, quantity=max(1, button.quantity)
        )
    except OutOfStock as refused:
        ctx.show(questions.sold_out(ctx.t, refused))
        return None
    return _card(ctx, card)


async def show_card(_: Update, ctx: Ctx) -> State:
    """The card was asked for, or a question was answered elsewhere."""
    try:
        return _card(ctx, await ctx.shop.buying.card(ctx.actor))
    except NotFound:
        ctx.show(screens.none_open(ctx.t))
        return END


async def with_address(update: Update, ctx: Ctx) -> State:
    """The address form has ended; a saved address goes on the card."""
    if ctx.result is not None:
        await ctx.shop.buying.set_address(ctx.actor, ctx.result)
    return await show_card(update, ctx)


async def ask_quantity(_: Update, ctx: Ctx) -> State:
    """Quantity was pressed."""
    ctx.show(questions.quantity(ctx.t, await ctx.shop.buying.card(ctx.actor)))
    return Step.QUANTITY


async def set_quantity(_: Update, ctx: Ctx) -> State:
    """A number was pressed."""
    return await _set_quantity(ctx, ctx.pressed(buttons.SetQuantity).quantity)


async def take_quantity(_: Update, ctx: Ctx) -> State:
    """A number was typed."""
    typed_number = ctx.typed().strip()
    if not (typed_number.isascii() and typed_number.isdigit() and len(typed_number) < 6):
        ctx.show(questions.quantity(ctx.t, await ctx.shop.buying.card(ctx.actor), again=True))
        return None
    return await _set_quantity(ctx, int(typed_number))


async def no_quantity(_: Update, ctx: Ctx) -> State:
    """A photo, a sticker or the like was sent instead of a number; the question stays."""
    ctx.show(questions.quantity(ctx.t, await ctx.shop.buying.card(ctx.actor), again=True))
    return None


async def ask_variant(_: Update, ctx: Ctx) -> State:
    """Variant was pressed."""
    card = await ctx.shop.buying.card(ctx.actor)
    page = await ctx.shop.catalogue.product(card.product_id)
    ctx.show(questions.variant(ctx.t, card, page))
    return Step.CARD


async def set_variant(_: Update, ctx: Ctx) -> State:
    """A variant was pressed."""
    chosen = ctx.pressed(buttons.SetCheckoutVariant).variant_id
    return _card(ctx, await ctx.shop.buying.choose_variant(ctx.actor, chosen))


async def ask_courier(_: Update, ctx: Ctx) -> State:
    """Courier was pressed."""
    ctx.show(questions.courier(ctx.t, await ctx.shop.buying.card(ctx.actor)))
    return Step.CARD


async def set_courier(_: Update, ctx: Ctx) -> State:
    """A courier was pressed; its price is read again for the card."""
    card = await ctx.shop.buying.card(ctx.actor)
    at = ctx.pressed(buttons.SetCourier).courier
    if not 0 <= at < len(card.couriers):
        return _card(ctx, card)
    quote = card.couriers[at]
    return _card(
        ctx, await ctx.shop.buying.choose_courier(ctx.actor, quote.courier, quote.service)
    )


async def ask_payment(_: Update, ctx: Ctx) -> State:
    """Payment was pressed."""
    ctx.show(questions.payment(ctx.t, await ctx.shop.buying.card(ctx.actor)))
    return Step.CARD


async def set_payment(_: Update, ctx: Ctx) -> State:
    """A way to pay was pressed; an account that is gone leaves the card as it is."""
    account_id = ctx.pressed(buttons.SetPayment).account_id or None
    try:
        return _card(ctx, await ctx.shop.buying.choose_payment(ctx.actor, account_id))
    except NotFound:
        return await show_card(_, ctx)


async def set_invoice(_: Update, ctx: Ctx) -> State:
    """By card was pressed; where that is gone the card stays as it is."""
    try:
        return _card(ctx, await ctx.shop.buying.choose_invoice(ctx.actor))
    except NotFound:
        return await show_card(_, ctx)


async def ask_note(_: Update, ctx: Ctx) -> State:
    """Message was pressed."""
    ctx.show(questions.note(ctx.t, await ctx.shop.buying.card(ctx.actor)))
    return Step.NOTE


async def take_note(_: Update, ctx: Ctx) -> State:
    """The message to the seller was written."""
    try:
        return _card(ctx, await ctx.shop.buying.set_note(ctx.actor, ctx.typed()))
    except (FieldTooLong, FieldUnreadable) as refused:
        card = await ctx.shop.buying.card(ctx.actor)
        ctx.show(questions.note(ctx.t, card, above=addresses.refused(ctx.t, refused)))
        return None


async def no_note(_: Update, ctx: Ctx) -> State:
    """The same instead of the message to the seller."""
    card = await ctx.shop.buying.card(ctx.actor)
    ctx.show(questions.note(ctx.t, card, above=questions.in_words(ctx.t, ctx.sent_kind)))
    return None


async def drop_note(_: Update, ctx: Ctx) -> State:
    """No message was pressed."""
    return _card(ctx, await ctx.shop.buying.set_note(ctx.actor, None))


async def ask_address(_: Update, ctx: Ctx) -> State:
    """Address was pressed: choose a saved one, or type the first one."""
    saved = await ctx.shop.addresses.mine(ctx.actor)
    if not saved:
        return Call("address", back=Step.CARD)
    ctx.show(questions.addresses(ctx.t, saved))
    return Step.CARD


async def new_address(_: Update, __: Ctx) -> State:
    """New address was pressed."""
    return Call("address", back=Step.CARD)


async def set_address(_: Update, ctx: Ctx) -> State:
    """A saved address was pressed."""
    chosen = ctx.pressed(buttons.SetAddress).address_id
    return _card(ctx, await ctx.shop.buying.set_address(ctx.actor, chosen))


async def place(_: Update, ctx: Ctx) -> State:
    """Place order was pressed: make it, or show what changed meanwhile."""
    version = ctx.pressed(buttons.PlaceOrder).version
    try:
        order = await ctx.shop.buying.place(ctx.actor, version=version)
    except OutOfStock as refused:
        ctx.show(questions.sold_out(ctx.t, refused))
        return Step.CARD
    except (CheckoutChanged, CheckoutIncomplete):
        return await show_card(_, ctx)
    except NotFound:
        ctx.show(screens.none_open(ctx.t))
        return END
    if order.pay is not None and order.pay.by_invoice:
        ctx.show(invoices.instructions(ctx.t, order, zone=ctx.actor.zone))
        return END
    if order.pay is not None:
        ctx.show(payments.instructions(ctx.t, order, zone=ctx.actor.zone))
        return END
    ctx.show(screens.placed(ctx.t, order, zone=ctx.actor.zone))
    return END


async def put_aside(update: Update, ctx: Ctx) -> State:
    """/cancel was sent: a question is left for the card, the card is kept for a day."""
    top = ctx.talk.top
    if top is not None and top.step in {Step.QUANTITY, Step.NOTE}:
        return await show_card(update, ctx)
    ctx.show(screens.put_aside(ctx.t))
    return END


async def leave(_: Update, ctx: Ctx) -> State:
    """Discard was pressed."""
    await ctx.shop.buying.abandon(ctx.actor)
    ctx.show(screens.left(ctx.t))
    return END


async def _set_quantity(ctx: Ctx, quantity: int) -> State:
    try:
        return _card(ctx, await ctx.shop.buying.set_quantity(ctx.actor, quantity))
    except OutOfStock as refused:
        ctx.show(questions.sold_out(ctx.t, refused))
        return Step.QUANTITY
    except QuantityRefused:
        card = await ctx.shop.buying.card(ctx.actor)
        ctx.show(questions.quantity(ctx.t, card, again=True))
        return Step.QUANTITY


def _card(ctx: Ctx, card: CheckoutCard) -> Step:
    ctx.show(screens.card(ctx.t, card))
    return Step.CARD


buy = Conversation(
    name="buy",
    entry_points=[pressed(buttons.Buy, begin), pressed(buttons.OpenCheckout, show_card)],
    states={
        Step.CARD: [
            pressed(buttons.PlaceOrder, place),
            pressed(buttons.AskAddress, ask_address),
            pressed(buttons.SetAddress, set_address),
            pressed(NewAddress, new_address),
            pressed(buttons.AskQuantity, ask_quantity),
            pressed(buttons.AskCheckoutVariant, ask_variant),
            pressed(buttons.SetCheckoutVariant, set_variant),
            pressed(buttons.AskCourier, ask_courier),
            pressed(buttons.SetCourier, set_courier),
            pressed(buttons.AskPayment, ask_payment),
            pressed(buttons.SetPayment, set_payment),
            pressed(buttons.SetInvoice, set_invoice),
            pressed(buttons.AskNote, ask_note),
            pressed(buttons.DropNote, drop_note),
            pressed(buttons.LeaveCheckout, leave),
        ],
        Step.QUANTITY: [
            pressed(buttons.SetQuantity, set_quantity),
            typed(take_quantity),
            not_words(no_quantity),
        ],
        Step.NOTE: [typed(take_note), not_words(no_note)],
    },
    fallbacks=[command("cancel", put_aside)],
    resumed={Step.CARD: with_address},
    again=show_card,
)

"""Paying in the chat: the invoice, Telegram's question before it takes money, and the money."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, MessageHandler, PreCheckoutQueryHandler, filters

from bot.buttons.payments import OpenInvoice
from bot.context import Ctx
from bot.invoices import order_of, rupiah_of
from bot.routing import pressed
from bot.screens import invoices as screens
from bot.screens import payments, refusals
from store.errors import InvoiceRefused


async def send(_: Update, ctx: Ctx) -> None:
    """Pay by card was pressed."""
    order_id = ctx.pressed(OpenInvoice).order_id
    try:
        order = await ctx.shop.invoicing.open(ctx.actor, order_id)
    except InvoiceRefused as refused:
        order = await ctx.shop.paying.page(ctx.actor, order_id)
        why = refusals.words(ctx.t, refused)
        ctx.show(payments.nothing_due(ctx.t, order, zone=ctx.actor.zone, why=why))
        return
    ctx.bill(screens.bill(ctx.t, order), stays=screens.not_taken(ctx.t, order))


async def check(update: Update, ctx: Ctx) -> None:
    """Somebody is about to pay, and Telegram asks whether it may take the money."""
    query = update.pre_checkout_query
    assert query is not None
    amount = rupiah_of(query.total_amount, query.currency)
    order_id = order_of(query.invoice_payload)
    await ctx.shop.invoicing.check(ctx.actor, order_id, amount=amount)
    ctx.let_pay()


async def paid(update: Update, ctx: Ctx) -> None:
    """The money was taken; only this message is money."""
    message = update.message
    assert message is not None
    assert message.successful_payment is not None
    money = message.successful_payment
    page = await ctx.shop.invoicing.paid(
        ctx.actor,
        order_of(money.invoice_payload),
        amount=rupiah_of(money.total_amount, money.currency),
        key=f"charge:{money.telegram_payment_charge_id}",
        charge=money.provider_payment_charge_id,
    )
    ctx.show(screens.received(ctx.t, page, zone=ctx.actor.zone))


def routes() -> list[BaseHandler[Any, Ctx, Any]]:
    """They come before every conversation: money is never taken for something else."""
    return [
        PreCheckoutQueryHandler(check),
        MessageHandler(filters.SUCCESSFUL_PAYMENT & filters.ChatType.PRIVATE, paid),
        pressed(OpenInvoice, send),
    ]

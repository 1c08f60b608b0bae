"""What buyer and shop have written to each other about an order."""

from typing import Any

from telegram import Update
from telegram.ext import BaseHandler

from bot.buttons.messages import OpenThread
from bot.context import Ctx
from bot.routing import pressed
from bot.screens import messages as screens


async def thread(_: Update, ctx: Ctx) -> None:
    """Message the seller or Message the buyer was pressed, or another page of it."""
    button = ctx.pressed(OpenThread)
    shown = await ctx.shop.messaging.thread(ctx.actor, button.order_id, number=button.page)
    ctx.show(screens.thread(ctx.t, shown, zone=ctx.actor.zone))


def routes() -> list[BaseHandler[Any, Ctx, Any]]:
    """What is pressed to read it."""
    return [pressed(OpenThread, thread)]

"""The composition root: settings become a running bot, here and nowhere else."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

import structlog
from telegram.ext import ApplicationBuilder, ContextTypes
from telegram.request import BaseRequest

from bot.context import Ctx
from bot.delivery import commands
from bot.delivery.notifier import TelegramNotifier
from bot.intake.lanes import Lanes
from bot.intake.polling import Polling
from bot.memory.places import Places
from bot.outgoing.code_pictures import draw
from bot.outgoing.courier import ReplyCourier
from bot.outgoing.painter import Painter
from bot.outgoing.sender import Outgoing
from bot.routes import handlers
from bot.scheduler import Heartbeats
from bot.screens.pictures import code_picture
from bot.transport import AiohttpRequest
from bot.turns import TurnApplication, Turns
from store.outbox.relay import Relay
from store.shop import Shop

log = structlog.get_logger()

GRACE: Final = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """A bot that is put together and talks to Telegram; `serve` makes it work."""

    application: TurnApplication
    shop: Shop
    lanes: Lanes
    outgoing: Outgoing
    courier: ReplyCourier
    polling: Polling
    relay: Relay
    turns: Turns
    heartbeats: Heartbeats

    @property
    def bot_id(self) -> int:
        """Telegram's number of this bot."""
        return int(self.application.bot.id)

    async def serve(self, stop: asyncio.Event) -> None:
        """Take up what was left, then serve until told to stop; nothing stored is lost."""
        async with asyncio.TaskGroup() as group:
            await self.take_up(group)
            relay = group.create_task(self.relay.run(), name="relay")
            tasks = [
                group.create_task(self.polling.run(), name="polling"),
                group.create_task(self.heartbeats.run(bot_id=self.bot_id), name="heartbeats"),
                group.create_task(self.heartbeats.run_deadlines(), name="deadlines"),
                group.create_task(self._publish(), name="commands"),
            ]
            group.create_task(self._stop(stop, tasks, relay), name="stop")

    async def _publish(self) -> None:
        places = Places(begin=self.shop.begin, now=self.shop.begin.now)
        await commands.publish(self.application.bot, shop=self.shop, places=places)

    async def take_up(self, group: asyncio.TaskGroup) -> None:
        """Open the doors and go on with what an earlier process left."""
        self.outgoing.open(group)
        self.lanes.open(group)
        owed = await self.courier.carry_left_over(bot_id=self.bot_id)
        waiting = await self.lanes.feed_left_over(self.shop.begin, bot_id=self.bot_id)
        log.info("taken_up", updates=waiting, replies=owed)

    async def _stop(
        self, stop: asyncio.Event, tasks: list[asyncio.Task[None]], relay: asyncio.Task[None]
    ) -> None:
        """No new updates, finish what is under way, leave the rest in the database."""
        await stop.wait()
        for task in tasks:
            task.cancel()
        self.lanes.close()
        self.relay.stop()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(GRACE):
                await self.lanes.idle()
                await asyncio.wait({relay})
                await self.outgoing.idle()
        relay.cancel()
        self.outgoing.abandon()
        log.info("stopped")


@contextlib.asynccontextmanager
async def open_bot(
    shop: Shop,
    *,
    token: str,
    api_url: str,
    poll_seconds: int,
    now: Callable[[], datetime],
    request: BaseRequest | None = None,
    provider_token: str = "",
) -> AsyncIterator[Bot]:
    """Put the bot together around a shop and say hello to Telegram.

    `provider_token` names the account that gets what is paid by card.
    """
    talking, listening = request or AiohttpRequest(), AiohttpRequest(connections=1)
    application = _application(token, api_url.rstrip("/"), talking, listening)
    # PTB leaves its connections open where hello was not answered.
    async with contextlib.AsyncExitStack() as doors:
        doors.push_async_callback(talking.shutdown)
        doors.push_async_callback(listening.shutdown)
        await doors.enter_async_context(application)
        yield _wire(
            application,
            shop,
            poll_seconds=poll_seconds,
            now=now,
            provider_token=provider_token,
        )


def _application(
    token: str, base: str, talking: BaseRequest, listening: BaseRequest
) -> TurnApplication:
    builder = (
        ApplicationBuilder()
        .application_class(TurnApplication)
        .token(token)
        .base_url(f"{base}/bot")
        .base_file_url(f"{base}/file/bot")
        .request(talking)
        .get_updates_request(listening)
        .context_types(ContextTypes(context=Ctx))
        .updater(None)
    )
    application = builder.build()
    assert isinstance(application, TurnApplication)
    application.add_handlers(handlers())
    return application


def _wire(
    application: TurnApplication,
    shop: Shop,
    *,
    poll_seconds: int,
    now: Callable[[], datetime],
    provider_token: str,
) -> Bot:
    begin, bot, outgoing = shop.begin, application.bot, Outgoing()
    painter = Painter(
        bot=bot,
        outgoing=outgoing,
        begin=begin,
        now=now,
        picture_bytes=partial(_picture_bytes, shop),
    )
    courier = ReplyCourier(
        painter=painter,
        outgoing=outgoing,
        begin=begin,
        now=now,
        provider_token=provider_token,
    )
    turns = Turns(application=application, shop=shop, begin=begin, courier=courier, now=now)
    lanes = Lanes(turns=turns)
    notifier = TelegramNotifier(
        shop=shop, painter=painter, outgoing=outgoing, begin=begin, now=now
    )
    return Bot(
        application=application,
        shop=shop,
        lanes=lanes,
        outgoing=outgoing,
        courier=courier,
        polling=Polling(bot=bot, begin=begin, lanes=lanes, now=now, wait_seconds=poll_seconds),
        relay=Relay(begin=begin, now=now, notifier=notifier),
        turns=turns,
        heartbeats=Heartbeats(begin=begin, courier=courier, now=now, fire=shop.sweeps.run),
    )


async def _picture_bytes(shop: Shop, content_hash: str) -> bytes:
    """A picture of the catalogue, or one that is drawn."""
    code = code_picture(content_hash)
    if code is not None:
        return await asyncio.to_thread(draw, code)
    return (await shop.catalogue.picture(content_hash)).content

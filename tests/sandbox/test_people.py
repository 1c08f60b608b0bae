"""People tap and write as on a real phone, against a real bot over HTTP and in process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from telegram import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
    Update,
)
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest

from sandbox.in_process import BASE_FILE_URL, BASE_URL, InProcessRequest
from sandbox.server.app import build_app
from sandbox.server.bots import Bot
from sandbox.server.errors import ActRefused
from sandbox.server.serving import serve
from sandbox.server.state import Sandbox
from sandbox.world import World
from tests.sandbox.desk import a_picture

Context = ContextTypes.DEFAULT_TYPE
AnyApplication = Application[Any, Any, Any, Any, Any, Any]
Builder = ApplicationBuilder[Any, Any, Any, Any, Any, Any]


def buttons(*labels: str) -> InlineKeyboardMarkup:
    """One button a row; its data is its label."""
    rows = [[InlineKeyboardButton(label, callback_data=label)] for label in labels]
    return InlineKeyboardMarkup(rows)


def message_in(update: Update) -> Message:
    """The message that came."""
    assert update.effective_message is not None
    return update.effective_message


def press_in(update: Update) -> CallbackQuery:
    """The press that came."""
    assert update.callback_query is not None
    return update.callback_query


async def greet(update: Update, context: Context) -> None:
    """Start was pressed."""
    payload = (context.args or ["tanpa kode"])[0]
    await message_in(update).reply_html(
        f"<b>Halo</b> & selamat datang, {payload}".replace("&", "&amp;"),
        reply_markup=buttons("Beli dua", "Beli", "Foto", "Diam"),
    )


async def answer(update: Update, _: Context) -> None:
    """A button was pressed."""
    press = press_in(update)
    match press.data:
        case "Beli":
            await press.edit_message_text("Dibeli", reply_markup=buttons("Ulangi"))
            await press.answer("Terima kasih", show_alert=True)
        case "Foto":
            await press.edit_message_media(InputMediaPhoto(a_picture("blue"), caption="Sepatu"))
            await press.answer()
        case "Diam":
            return
        case _:
            await press.answer("Tombol lama")


async def echo_photo(update: Update, _: Context) -> None:
    """A photo came: it is fetched, uploaded anew, and sent once more by its id."""
    message = message_in(update)
    file = await message.photo[-1].get_file()
    sent = await message.reply_photo(bytes(await file.download_as_bytearray()), caption="Baru")
    await message.reply_photo(sent.photo[-1].file_id, caption="Lagi")


async def echo(update: Update, _: Context) -> None:
    """Something was typed."""
    await message_in(update).reply_text(f"Anda menulis: {message_in(update).text}")


def built(builder: Builder) -> AnyApplication:
    """A small shop."""
    application = builder.build()
    application.add_handler(CommandHandler("start", greet))
    application.add_handler(CallbackQueryHandler(answer))
    application.add_handler(MessageHandler(filters.PHOTO, echo_photo))
    application.add_handler(MessageHandler(filters.TEXT, echo))
    return application


@asynccontextmanager
async def polling(application: AnyApplication) -> AsyncIterator[None]:
    """The bot lives while the block runs."""
    assert application.updater is not None
    async with application:
        await application.start()
        await application.updater.start_polling()
        yield
        await application.updater.stop()
        await application.stop()


@asynccontextmanager
async def over_http(sandbox: Sandbox, bot: Bot) -> AsyncIterator[None]:
    """The bot as it runs anywhere: it knows nothing but an address."""
    async with serve(build_app(sandbox)) as url:
        builder = ApplicationBuilder().token(bot.token)
        builder = builder.base_url(f"{url}/bot").base_file_url(f"{url}/file/bot")
        direct = {"trust_env": False}
        builder = builder.request(HTTPXRequest(httpx_kwargs=direct))
        builder = builder.get_updates_request(HTTPXRequest(httpx_kwargs=direct))
        async with polling(built(builder)):
            yield


@asynccontextmanager
async def in_process(sandbox: Sandbox, bot: Bot) -> AsyncIterator[None]:
    """The same bot without a network."""
    builder = ApplicationBuilder().token(bot.token)
    builder = builder.base_url(BASE_URL).base_file_url(BASE_FILE_URL)
    builder = builder.request(InProcessRequest(sandbox))
    builder = builder.get_updates_request(InProcessRequest(sandbox))
    async with polling(built(builder)):
        yield


@pytest.fixture(params=[over_http, in_process], ids=["http", "in process"])
async def world(request: pytest.FixtureRequest) -> AsyncIterator[World]:
    sandbox = Sandbox()
    bot = sandbox.add_bot()
    async with request.param(sandbox, bot):
        yield World(sandbox)


async def test_a_person_starts_reads_taps_and_sees_the_edit(world: World) -> None:
    anna = world.person("Anna")

    await anna.starts("produk-7")
    greeting = await anna.sees("Halo", "produk-7", "Beli dua")
    shown = await anna.taps("Beli")

    await anna.sees("Dibeli")
    assert (shown.text, shown.alert) == ("Terima kasih", True)
    assert anna.screen.id == greeting.id
    assert anna.screen.labels == ("Ulangi",)
    await anna.does_not_see("Halo")
    assert (anna.presses, anna.texts) == (1, 0)
    assert anna.transcript() == "Anna: /start produk-7\nLapak: Dibeli\n    [ Ulangi ]"


async def test_photos_go_both_ways(world: World) -> None:
    anna = world.person("Anna")
    await anna.starts()

    await anna.sends_photo(a_picture("green"), caption="Bukti")
    new, again = await anna.sees("Baru"), await anna.sees("Lagi")
    await anna.taps("Foto")
    screen = await anna.sees("Sepatu")

    assert new.photo == again.photo
    assert new.photo is not None
    assert screen.photo is not None
    assert screen.photo != new.photo


async def test_two_people_see_only_their_own_chat(world: World) -> None:
    anna, boris = world.person("Anna"), world.person("Boris", language="en")
    await anna.starts()
    await boris.starts()

    await boris.writes("rahasia")

    await boris.sees("Anda menulis: rahasia")
    await anna.sees("Halo")
    await anna.does_not_see("rahasia")


async def test_forged_data_and_old_copies_reach_the_bot(world: World) -> None:
    anna = world.person("Anna")
    await anna.starts()
    old = await anna.sees("Halo")
    await anna.starts()
    await anna.waits_until(lambda: anna.screen.id != old.id or None, "sees no second greeting")

    forged = await anna.taps_data("karangan")
    bought = await anna.taps("Beli", on=old)

    assert forged.text == "Tombol lama"
    assert bought.text == "Terima kasih"
    assert anna.chat[1].text == "Dibeli"
    assert anna.screen.text.startswith("Halo")


async def test_a_blocked_bot_hears_nothing_more(world: World) -> None:
    anna = world.person("Anna")
    await anna.starts()
    await anna.sees("Halo")

    await anna.blocks_bot()

    with pytest.raises(ActRefused):
        await anna.writes("halo?")
    await anna.unblocks_bot()
    await anna.writes("halo lagi")
    await anna.sees("Anda menulis: halo lagi")


@pytest.fixture
def quiet() -> World:
    sandbox = Sandbox()
    sandbox.add_bot()
    return World(sandbox, patience=0.01)


async def test_nobody_can_write_before_start(quiet: World) -> None:
    anna = quiet.person("Anna")

    with pytest.raises(ActRefused, match="Start"):
        await anna.writes("halo")

    assert anna.chat == []


async def test_a_wait_that_fails_prints_the_chat(quiet: World) -> None:
    anna = quiet.person("Anna")
    await anna.starts()

    with pytest.raises(AssertionError, match=r'(?s)Anna does not see "Halo".*Anna: /start'):
        await anna.sees("Halo")
    with pytest.raises(AssertionError, match='Anna sees no button "Beli" to press'):
        await anna.taps("Beli")
    with pytest.raises(AssertionError, match="has no message with buttons"):
        _ = anna.screen

    assert anna.presses == 0


async def test_a_press_that_the_bot_never_answers_fails() -> None:
    sandbox = Sandbox()
    bot = sandbox.add_bot()
    async with in_process(sandbox, bot):
        anna = World(sandbox, patience=0.2).person("Anna")
        await anna.starts()

        with pytest.raises(AssertionError, match="gets no answer to 'Diam'"):
            await anna.taps("Diam")


async def test_one_does_not_see_ones_own_words(quiet: World) -> None:
    anna = quiet.person("Anna")
    await anna.starts()
    await anna.writes("sepatu")

    await anna.does_not_see("sepatu")

    with pytest.raises(AssertionError):
        await anna.sees("sepatu")


async def test_a_button_that_the_message_no_longer_shows_cannot_be_tapped(world: World) -> None:
    anna = world.person("Anna")
    await anna.starts()
    greeting = await anna.sees("Halo")
    await anna.taps("Beli")
    await anna.sees("Dibeli")
    world.patience = 0.01

    with pytest.raises(AssertionError, match='no button "Beli dua"'):
        await anna.taps("Beli dua", on=greeting)

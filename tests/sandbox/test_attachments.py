"""What people send besides words and single pictures."""

from typing import Any

import pytest
from telegram import Update

from sandbox.server.bots import Bot
from sandbox.server.errors import ActRefused
from sandbox.server.state import Sandbox
from sandbox.world import Person, World
from tests.sandbox.desk import BotPhone, a_picture


@pytest.fixture
async def ratna(sandbox: Sandbox, bot: Bot) -> Person:
    person = World(sandbox, bot).person("Ratna")
    await person.starts()
    bot.updates.drop()
    return person


def messages(bot: Bot) -> list[Any]:
    """The messages that wait for the bot, as a library reads them."""
    updates = (Update.de_json(pending.as_update(), None) for pending in bot.updates.pending)
    return [update.message for update in updates]


async def test_a_number_is_shared_by_the_button_that_asked_for_it(
    ratna: Person, bot: Bot, phone: BotPhone
) -> None:
    markup = {"keyboard": [[{"text": "Bagikan nomor", "request_contact": True}]]}
    asked = await phone.ok("sendMessage", chat_id=ratna.id, text="?", reply_markup=markup)

    await ratna.shares_contact()

    (message,) = messages(bot)
    assert message.contact.user_id == ratna.id
    assert message.contact.phone_number == ratna.user.phone
    assert message.contact.phone_number.startswith("62812")
    assert message.reply_to_message.message_id == asked["message_id"]


async def test_somebody_elses_number_bears_their_id(
    sandbox: Sandbox, ratna: Person, bot: Bot
) -> None:
    budi = World(sandbox, bot).person("Budi")

    await ratna.shares_contact(of=budi)

    (message,) = messages(bot)
    assert (message.from_user.id, message.contact.user_id) == (ratna.id, budi.id)
    assert message.reply_to_message is None


async def test_things_of_every_kind_reach_the_bot(ratna: Person, bot: Bot) -> None:
    await ratna.sends_sticker("👟")
    await ratna.sends_voice(7)
    await ratna.sends_document("stok.csv", mime_type="text/csv", caption="Daftar stok")
    await ratna.shares_location()

    sticker, _, document, location = messages(bot)
    assert sticker.sticker.emoji == "👟"
    assert bot.updates.pending[1].body["voice"]["duration"] == 7
    assert (document.document.file_name, document.caption) == ("stok.csv", "Daftar stok")
    assert location.location.latitude == -6.9
    assert "Ratna: (document) Daftar stok" in ratna.transcript()
    assert "Ratna: (sticker)" in ratna.transcript()


async def test_an_album_is_several_messages_of_one_group(ratna: Person, bot: Bot) -> None:
    pictures = [a_picture("red"), a_picture("blue"), a_picture("green")]

    await ratna.sends_album(pictures, "Tiga warna")

    found = messages(bot)
    assert [message.caption for message in found] == ["Tiga warna", None, None]
    assert len({message.media_group_id for message in found}) == 1
    assert f"Ratna: (album of {len(pictures)}) Tiga warna" in ratna.transcript()
    assert found[0].media_group_id
    with pytest.raises(ActRefused, match="2 to 10"):
        await ratna.sends_album(pictures[:1])

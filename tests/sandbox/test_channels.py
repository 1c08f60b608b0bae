"""Channels in groups: behind which accounts they come, and what a bot is told of them."""

import pytest

from sandbox.room import Room
from sandbox.server import channels
from sandbox.server.bots import Bot
from sandbox.server.errors import ActRefused
from sandbox.server.state import Sandbox
from sandbox.world import Person, World
from tests.sandbox.desk import heard

PROMO = channels.Channel(id=-1_001_234_567_890, title="Promo")


@pytest.fixture
async def room(world: World, lina: Person, bot: Bot) -> Room:
    """A supergroup with the bot in it."""
    room = world.group("Sepatu", lina, is_super=True)
    await lina.adds_bot(room)
    bot.updates.drop()
    return room


async def test_a_channel_writes_behind_an_account_of_its_own(
    sandbox: Sandbox, room: Room, bot: Bot
) -> None:
    channels.write(sandbox, room.group, PROMO, "/help")

    ((kind, message),) = heard(bot)
    assert kind == "message"
    assert message["from"]["id"] == 136_817_688
    assert message["sender_chat"] == PROMO.as_chat()
    assert "is_automatic_forward" not in message


async def test_what_a_linked_channel_posts_comes_from_telegram_itself(
    sandbox: Sandbox, room: Room, bot: Bot
) -> None:
    channels.forward(sandbox, room.group, PROMO, "/help")

    ((_, message),) = heard(bot)
    assert message["from"] == {"id": 777_000, "is_bot": False, "first_name": "Telegram"}
    assert message["is_automatic_forward"] is True


async def test_in_privacy_mode_a_bot_hears_only_what_is_meant_for_it(
    sandbox: Sandbox, room: Room, bot: Bot
) -> None:
    channels.write(sandbox, room.group, PROMO, "Diskon besar!")

    assert heard(bot) == []


async def test_a_post_goes_to_bots_that_ask_for_posts(sandbox: Sandbox, bot: Bot) -> None:
    channels.post(sandbox, bot, PROMO, "Diskon")
    assert [kind for kind, _ in heard(bot)] == ["channel_post"]
    bot.updates.drop()
    bot.updates.allow(["message"])

    channels.post(sandbox, bot, PROMO, "Diskon")

    assert heard(bot) == []


async def test_channels_write_in_supergroups_only(
    sandbox: Sandbox, world: World, lina: Person
) -> None:
    small = world.group("Kecil", lina)

    with pytest.raises(ActRefused):
        channels.write(sandbox, small.group, PROMO, "/help")
    with pytest.raises(ActRefused):
        channels.forward(sandbox, small.group, PROMO, "/help")

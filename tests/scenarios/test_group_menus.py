"""What Telegram's own menu offers, in whose words, in private and in a group."""

import asyncio

from telegram import BotCommandScopeChat

from bot.delivery import commands
from bot.memory import updates
from sandbox.room import Room
from sandbox.world import Person
from store.domain.language import Language
from tests.support import shelf
from tests.support.groups import asks_for_link, connected, staff
from tests.support.stage import Stage

IN_SHOPS_GROUP = {
    "sell": "Meja penjual, di chat pribadi Anda",
    "help": "Yang saya lakukan di grup ini",
}


def menu(stage: Stage, person: Person, *, in_: Room | None = None) -> dict[str, str]:
    """The commands that somebody's app offers, with what it says of them."""
    book, language = stage.world.bot.commands, person.user.language_code
    shown = (
        book.shown_to(person.id, language)
        if in_ is None
        else book.shown_in_group(in_.id, person.id, language, leads=False)
    )
    return {one.command: one.description for one in shown}


async def test_a_group_offers_what_works_there_in_the_language_of_the_phone(stage: Stage) -> None:
    sari, lina = stage.person("Sari"), stage.person("Lina", language="en")
    room = stage.world.group("Arisan", sari, lina)

    await sari.adds_bot(room)

    await sari.waits_until(lambda: "Yang" in str(menu(stage, sari, in_=room)) or None, "no menu")
    assert menu(stage, sari, in_=room) == {
        "start": "Yang saya lakukan di grup ini",
        "help": "Yang saya lakukan di grup ini",
    }
    assert menu(stage, lina, in_=room)["help"] == "What I do in this group"
    assert "orders" in menu(stage, sari)
    assert "sell" not in menu(stage, sari)


async def test_a_shops_group_leads_to_the_desk_and_speaks_the_shops_language(
    stage: Stage,
) -> None:
    budi, lina = await stage.seller("Budi"), await stage.seller("Lina", language="en")
    room = await connected(stage, budi, lina)

    offered = menu(stage, lina, in_=room)
    await lina.writes("/sell", in_=room)
    link = (await lina.taps("Buka meja penjual", in_=room)).url
    await lina.follows(link)

    await lina.sees("Toko Langkah", "Stock")
    assert offered == IN_SHOPS_GROUP


async def test_the_way_to_the_desk_says_to_a_stranger_that_there_is_none(stage: Stage) -> None:
    sari = stage.person("Sari")

    await sari.starts("desk")

    await sari.sees("anggota")
    assert "sell" not in menu(stage, sari)


async def test_an_english_shops_group_is_offered_english(stage: Stage) -> None:
    sheet = shelf.a_shop(slug="early-shop", name="Early Shop", language=Language.EN)
    await stage.shop.catalogue.import_shop(sheet)
    budi = await stage.seller("Budi", slug="early-shop")
    room = await connected(stage, budi, welcome="This group is told")

    assert menu(stage, budi, in_=room)["sell"] == "Seller desk, in your private chat"


async def test_a_group_that_is_let_go_on_the_spot_offers_the_desk_no_more(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    room = await connected(stage, budi)

    await budi.taps("Lepas grup ini", in_=room)
    await budi.sees("tidak lagi mendapat kabar", in_=room)
    await stage.settles()

    assert "sell" not in menu(stage, budi, in_=room)


async def test_a_group_that_is_let_go_from_the_desk_offers_the_desk_no_more(
    stage: Stage,
) -> None:
    budi = await stage.seller("Budi")
    room = await connected(stage, budi)

    await budi.writes("/sell")
    await budi.taps("Grup toko")
    await budi.taps("Lepas grup")
    await budi.sees("bukan lagi grup Toko Langkah")
    await stage.settles()

    assert "sell" not in menu(stage, budi, in_=room)
    assert "sell" in menu(stage, budi)


async def test_a_group_that_another_one_replaces_offers_the_desk_no_more(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    old = await connected(stage, budi)
    new = stage.world.group("Gudang", budi)

    await budi.follows(await asks_for_link(stage, budi, again=True), into=new)
    await budi.sees("Mulai sekarang", in_=new)
    await stage.settles()

    assert "sell" not in menu(stage, budi, in_=old)
    assert menu(stage, budi, in_=new) == IN_SHOPS_GROUP


async def test_a_supergroup_offers_what_the_group_did(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    room = await connected(stage, budi)

    room.becomes_supergroup(by=budi)
    await stage.settles()

    assert menu(stage, budi, in_=room) == IN_SHOPS_GROUP


async def test_a_group_that_lost_the_bot_offers_nothing_of_the_shop_when_it_is_back(
    stage: Stage,
) -> None:
    budi = await stage.seller("Budi")
    room = await connected(stage, budi)
    room.puts_bot_out(by=budi)
    await stage.settles()

    await budi.adds_bot(room)
    await stage.settles()

    assert "sell" not in menu(stage, budi, in_=room)
    assert "help" in menu(stage, budi, in_=room)


async def test_who_leaves_a_shop_is_offered_its_desk_no_more(stage: Stage) -> None:
    budi, tono = await stage.seller("Budi"), await staff(stage, "Tono")
    assert list(menu(stage, tono)).count("sell") == 1

    await stage.shop.sellers.remove(await stage.actor(budi), 1, tono.id)
    await stage.settles()

    assert "sell" not in menu(stage, tono)
    assert "members" not in menu(stage, tono)
    assert "sell" in menu(stage, budi)


async def test_no_menu_names_a_command_twice(stage: Stage) -> None:
    budi = await stage.seller("Budi")

    shown = stage.world.bot.commands.shown_to(budi.id, "id")

    assert len({one.command for one in shown}) == len(shown)


async def test_a_group_that_was_connected_before_groups_had_menus_gets_one_at_the_start(
    stage: Stage,
) -> None:
    budi = await stage.seller("Budi")
    room = await connected(stage, budi)
    gone = stage.world.group("Lama", budi)
    await stage.shop.catalogue.import_shop(shelf.a_shop(slug="toko-lain", name="Toko Lain"))
    await stage.places.bind(2, gone.id, title="Lama", by=budi.id)
    await stage.bot.application.bot.delete_my_commands(scope=BotCommandScopeChat(room.id))
    assert "sell" not in menu(stage, budi, in_=room)

    await commands.publish(stage.bot.application.bot, shop=stage.shop, places=stage.places)

    assert menu(stage, budi, in_=room) == IN_SHOPS_GROUP


async def test_a_menu_for_a_group_waits_for_what_is_under_way_in_that_group(
    stage: Stage,
) -> None:
    budi, over = await stage.seller("Budi"), asyncio.Event()
    room = await connected(stage, budi)
    stage.bot.outgoing.submit(room.id, over.wait)
    await budi.writes("/sell")
    await budi.taps("Grup toko")

    await budi.taps("Lepas grup")

    await budi.sees("bukan lagi grup Toko Langkah")
    assert menu(stage, budi, in_=room) == IN_SHOPS_GROUP
    over.set()
    await stage.settles()
    assert "sell" not in menu(stage, budi, in_=room)
    async with stage.shop.begin() as tx:
        assert await updates.owed_replies(tx, bot_id=stage.bot.bot_id) == []

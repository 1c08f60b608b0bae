"""What is said in a shop's group, and what is kept for private chats."""

import pytest

from sandbox.server.errors import ActRefused
from tests.support.groups import PERSONAL, asks_for_link, connected, staff
from tests.support.journeys import cancels, orders
from tests.support.stage import Stage


async def test_orders_are_told_in_the_group_without_anything_personal(stage: Stage) -> None:
    budi, sari, ratna = await stage.seller("Budi"), stage.person("Sari"), stage.person("Ratna")
    room = await connected(stage, budi, sari)

    await ratna.starts()
    await orders(ratna)
    await stage.settles()

    notice = await sari.sees("Pesanan baru", "Sepatu Angin", "WIB", in_=room)
    await sari.does_not_see(*PERSONAL, in_=room)
    await budi.does_not_see("Pesanan baru")
    assert notice.labels == ("Lihat pesanan",)


async def test_a_members_press_leads_into_the_private_chat_and_a_strangers_shows_nothing(
    stage: Stage,
) -> None:
    budi, sari, ratna = await stage.seller("Budi"), stage.person("Sari"), stage.person("Ratna")
    room = await connected(stage, budi, sari)
    await ratna.starts()
    await orders(ratna)
    await stage.settles()

    link = (await budi.taps("Lihat pesanan", in_=room)).url
    await budi.follows(link)
    await sari.follows(link)
    await ratna.follows(link)

    assert link.startswith("https://t.me/lapak_bot?start=o_")
    await budi.sees("Ratna", "Melati")
    await sari.sees("Pesanan ini tidak ada, atau bukan milik Anda.")
    await sari.does_not_see(*PERSONAL)
    await ratna.sees("Pesanan LPK-", "Melati")


async def test_a_missing_order_is_answered_in_the_same_words_as_a_strangers(stage: Stage) -> None:
    sari = stage.person("Sari")

    await sari.starts("o_7Q4M29XTDA")

    await sari.sees("Pesanan ini tidak ada, atau bukan milik Anda.")


async def test_an_owner_lets_the_group_go_in_the_group_and_nobody_else_can(stage: Stage) -> None:
    budi, sari = await stage.seller("Budi"), stage.person("Sari")
    tono = await staff(stage, "Tono")
    room = await connected(stage, budi, sari, tono)

    stranger = await sari.taps("Lepas grup ini", in_=room)
    member = await tono.taps("Lepas grup ini", in_=room)
    before = await stage.places.of_shop(1)
    old = await budi.sees("Mulai sekarang", in_=room)
    await budi.taps("Lepas grup ini", in_=room)
    await budi.sees("tidak lagi mendapat kabar", in_=room)
    await stage.settles()
    again = await budi.taps_data("gh1.1", on=old, in_=room)

    assert stranger.text == "Hanya anggota Toko Langkah yang bisa memakai tombol ini."
    assert member.text == "Hanya pemilik Toko Langkah yang bisa melepas grup."
    assert before is not None
    assert await stage.places.of_shop(1) is None
    assert "tidak berlaku" in again.text
    assert room.messages[-2].labels == () or not room.shows("Lepas grup ini")


@pytest.mark.parametrize("data", ["h1", "os1.0.0.1", "o1.1.0.0.1", "d1.1", "gc1.1", "zzz"])
async def test_buttons_of_the_private_chat_show_nothing_in_a_group(
    stage: Stage, data: str
) -> None:
    budi, sari = await stage.seller("Budi"), stage.person("Sari")
    room = await connected(stage, budi, sari)
    said = len(room.messages)

    stranger = await sari.taps_data(data, in_=room)
    member = await budi.taps_data(data, in_=room)
    await stage.settles()

    assert stranger.text == "Hanya anggota Toko Langkah yang bisa memakai tombol ini."
    assert "tidak berlaku di grup" in member.text
    assert len(room.messages) == said


async def test_commands_in_a_group_get_a_short_answer_and_words_get_none(stage: Stage) -> None:
    budi, sari = await stage.seller("Budi"), stage.person("Sari", language="en")
    room = stage.world.group("Arisan", sari, budi)
    await sari.adds_bot(room, leads=True)
    await stage.settles()
    assert room.from_bot == []

    await sari.writes("/start", in_=room)
    await sari.sees("This group is connected to no shop", in_=room)
    await sari.writes("/orders@lapak_bot", in_=room)
    answer = await sari.sees("That works in your private chat", in_=room)
    await sari.writes("halo semua", in_=room)
    await sari.writes("/dance", in_=room)
    await sari.sends_sticker(in_=room)
    await stage.settles()

    assert len(room.from_bot) == 2
    assert answer.labels == ("Open Lapak",)
    assert sari.chat == []


async def test_a_group_does_not_disturb_the_private_screen(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    room = await connected(stage, budi)
    await budi.writes("/start")
    home = await budi.sees("Halo, Budi")
    await stage.settles()

    await budi.writes("/start", in_=room)
    await budi.sees("Grup ini mendapat kabar pesanan Toko Langkah", in_=room)
    await budi.taps("Belanja", on=home)
    await stage.settles()

    assert budi.screen.id == home.id
    assert len([message for message in budi.chat if message.labels]) == 1


async def test_the_group_speaks_the_language_of_the_shop(stage: Stage) -> None:
    lina = await stage.seller("Lina", language="en")
    room = stage.world.group("Dapur Langkah", lina)
    await lina.writes("/sell")
    await lina.taps("Group")
    link = (await lina.taps("Choose group")).url

    await lina.follows(link, into=room)

    await lina.sees("Mulai sekarang grup ini", in_=room)


async def test_a_refusal_in_a_shops_group_speaks_the_language_of_the_shop(stage: Stage) -> None:
    budi, sari = await stage.seller("Budi"), stage.person("Sari", language="en")
    room = await connected(stage, budi, sari)

    await sari.follows("https://t.me/lapak_bot?startgroup=nothing", into=room)

    await sari.sees("Tautan ini tidak dikenal", in_=room)
    await sari.does_not_see("This link", in_=room)


async def test_an_anonymous_administrator_is_asked_to_show_who_they_are(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    link = await asks_for_link(stage, budi)
    room = stage.world.group("Dapur Langkah", budi, is_super=True)
    room.hides(budi)

    await budi.follows(link, into=room)

    await budi.sees("Matikan mode anonim", in_=room)
    assert await stage.places.of_shop(1) is None


async def test_a_cancellation_is_told_in_the_group_without_the_buyers_words(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    room = await connected(stage, budi)
    await ratna.starts()
    await orders(ratna)

    await cancels(ratna, "Telepon saya di 0812-3456-7890 kalau perlu, ukuran 41")
    await stage.settles()

    await budi.sees("dibatalkan", "Pembeli menuliskan alasannya", in_=room)
    await budi.does_not_see("Telepon saya", "0812", in_=room)


async def test_a_stranger_cannot_even_enter(stage: Stage) -> None:
    budi, sari = await stage.seller("Budi"), stage.person("Sari")
    room = await connected(stage, budi)

    with pytest.raises(ActRefused):
        await sari.taps_data("gh1.1", in_=room)

    assert await stage.places.of_shop(1) is not None

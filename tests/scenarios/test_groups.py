"""A shop's people choose a group, are told there, and are told in private again."""

from tests.support import shelf
from tests.support.groups import asks_for_link, connected, staff
from tests.support.journeys import orders
from tests.support.stage import Stage


async def test_only_an_owner_can_use_the_link_and_a_strangers_try_spoils_nothing(
    stage: Stage,
) -> None:
    budi, sari = await stage.seller("Budi"), stage.person("Sari")
    link = await asks_for_link(stage, budi)
    theirs = stage.world.group("Arisan", sari)
    room = stage.world.group("Dapur Langkah", budi)

    await sari.follows(link, into=theirs)
    refusal = await sari.sees("Hanya anggota toko ini", in_=theirs)
    await budi.follows(link, into=room)

    await budi.sees("Mulai sekarang grup ini", in_=room)
    assert refusal.labels == ()
    assert not theirs.shows("Mulai sekarang")
    place = await stage.places.of_shop(1)
    assert place is not None
    assert (place.chat_id, place.title) == (room.id, "Dapur Langkah")


async def test_staff_see_the_group_and_cannot_change_it(stage: Stage) -> None:
    await stage.seller("Budi")
    tono = await staff(stage, "Tono")

    await tono.writes("/sell")
    await tono.taps("Grup toko")
    page = await tono.sees("Belum ada grup", "Hanya pemilik")
    await tono.taps_data("gc1.1", on=page)

    assert "Pilih grup" not in page.labels
    assert "pemilik" in tono.answers[-1].text.lower()


async def test_a_former_owner_cannot_use_a_link_made_in_time(stage: Stage) -> None:
    budi, lina = await stage.seller("Budi"), await stage.seller("Lina")
    link = await asks_for_link(stage, budi)
    await stage.shop.sellers.remove(await stage.actor(lina), 1, budi.id)
    room = stage.world.group("Dapur Langkah", budi)

    await budi.follows(link, into=room)

    await budi.sees("Hanya anggota toko ini", in_=room)
    assert await stage.places.of_shop(1) is None


async def test_a_link_works_once_and_for_fifteen_minutes(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    link, late = await asks_for_link(stage, budi), await asks_for_link(stage, budi)
    first, second = (stage.world.group(title, budi) for title in ("Dapur", "Gudang"))

    await budi.follows(link, into=first)
    await budi.sees("Mulai sekarang", in_=first)
    await budi.follows(link, into=second)
    await budi.sees("sudah dipakai", in_=second)
    stage.clock.move(minutes=16)
    await budi.follows(late, into=second)

    await budi.sees("kedaluwarsa", in_=second)
    place = await stage.places.of_shop(1)
    assert place is not None
    assert place.chat_id == first.id


async def test_the_other_owners_are_told_of_the_group_and_of_its_end(stage: Stage) -> None:
    budi, lina = await stage.seller("Budi"), await stage.seller("Lina", language="en")
    await connected(stage, budi)
    await lina.sees("Budi connected the group Dapur Langkah to Toko Langkah.")

    await budi.writes("/sell")
    await budi.taps("Grup toko")
    await budi.taps("Lepas grup")
    await budi.sees("bukan lagi grup Toko Langkah")
    await stage.settles()

    await lina.sees("Budi disconnected the group Dapur Langkah", "in private again")
    await budi.does_not_see("Budi melepas")
    assert await stage.places.of_shop(1) is None


async def test_a_bot_that_is_put_out_tells_the_owners_and_orders_reach_them(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    room = await connected(stage, budi)

    room.puts_bot_out(by=budi)
    await stage.settles()
    await budi.sees("Saya tidak lagi berada di grup Dapur Langkah")
    await ratna.starts()
    await orders(ratna)
    await stage.settles()

    await budi.sees("Pesanan baru", "Sepatu Angin")
    assert not room.shows("Pesanan baru")


async def test_a_group_that_is_gone_unnoticed_loses_no_order(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    room = await connected(stage, budi)
    del stage.sandbox.chats[stage.world.bot.id, room.id]

    await ratna.starts()
    await orders(ratna)
    await stage.settles()

    await budi.sees("Pesanan baru", "Sepatu Angin")
    await budi.sees("Saya tidak lagi berada di grup Dapur Langkah")
    assert await stage.places.of_shop(1) is None


async def test_a_group_that_becomes_a_supergroup_stays_the_shops(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    room = await connected(stage, budi)

    room.becomes_supergroup(by=budi)
    await stage.settles()
    await ratna.starts()
    await orders(ratna)
    await stage.settles()

    await budi.sees("Pesanan baru", in_=room)
    place = await stage.places.of_shop(1)
    assert place is not None
    assert place.chat_id == room.id == -1002147483649


async def test_a_move_that_was_never_told_is_learned_from_the_refusal(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    room = await connected(stage, budi)
    old = room.id
    room.becomes_supergroup(by=budi)
    await stage.settles()
    await stage.places.move(room.id, old)

    await ratna.starts()
    await orders(ratna)
    await stage.settles()

    await budi.sees("Pesanan baru", in_=room)
    place = await stage.places.of_shop(1)
    assert place is not None
    assert place.chat_id == room.id


async def test_a_group_that_moved_into_another_shops_hands_loses_no_order(stage: Stage) -> None:
    await stage.shop.catalogue.import_shop(shelf.a_shop(slug="toko-dua", name="Toko Dua"))
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    lina = await stage.seller("Lina", slug="toko-dua")
    room = await connected(stage, budi, lina)
    old = room.id
    room.becomes_supergroup(by=budi)
    await stage.settles()
    await stage.places.move(room.id, old)
    await stage.places.bind(2, room.id, title="Dapur Langkah", by=lina.id)

    await ratna.starts()
    await orders(ratna)
    await stage.settles()

    await budi.sees("Pesanan baru", "Sepatu Angin")
    await budi.sees("Saya tidak lagi berada di grup Dapur Langkah")
    assert not room.shows("Pesanan baru")
    assert await stage.places.of_shop(1) is None
    theirs = await stage.places.of_shop(2)
    assert theirs is not None
    assert theirs.chat_id == room.id


async def test_a_group_belongs_to_one_shop(stage: Stage) -> None:
    await stage.shop.catalogue.import_shop(shelf.a_shop(slug="toko-dua", name="Toko Dua"))
    budi, lina = await stage.seller("Budi"), await stage.seller("Lina", slug="toko-dua")
    room = await connected(stage, budi, lina)
    link = await asks_for_link(stage, lina)

    await lina.follows(link, into=room)

    await lina.sees("Grup ini milik toko lain", in_=room)
    place = await stage.places.at(room.id)
    assert place is not None
    assert place.shop_id == 1


async def test_another_group_takes_the_place_of_the_first(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    old = await connected(stage, budi)
    new = stage.world.group("Gudang", budi)
    await budi.follows(await asks_for_link(stage, budi, again=True), into=new)
    await budi.sees("Mulai sekarang", in_=new)

    await ratna.starts()
    await orders(ratna)
    await stage.settles()

    assert new.shows("Pesanan baru")
    assert not old.shows("Pesanan baru")


async def test_a_renamed_group_is_called_by_its_new_name(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    room = await connected(stage, budi)

    room.is_renamed("Gudang Langkah", by=budi)
    await stage.settles()
    await budi.writes("/sell")
    await budi.taps("Grup toko")

    await budi.sees("Gudang Langkah", "Lepas grup")
    place = await stage.places.of_shop(1)
    assert place is not None
    assert place.title == "Gudang Langkah"


async def test_a_new_name_that_was_never_told_is_learned_from_whatever_comes(
    stage: Stage,
) -> None:
    budi, sari = await stage.seller("Budi"), stage.person("Sari")
    room = await connected(stage, budi, sari)

    room.group.title = "Gudang"
    await sari.writes("/help", in_=room)
    await sari.sees("Grup ini mendapat kabar", in_=room)
    await budi.writes("/sell")
    await budi.taps("Grup toko")

    await budi.sees("diberitahukan di Gudang")


async def test_another_groups_name_is_of_no_interest(stage: Stage) -> None:
    budi, sari = await stage.seller("Budi"), stage.person("Sari")
    await connected(stage, budi)
    other = stage.world.group("Arisan", sari)
    await sari.adds_bot(other)

    other.is_renamed("Arisan Baru", by=sari)
    await stage.settles()

    place = await stage.places.of_shop(1)
    assert place is not None
    assert place.title == "Dapur Langkah"


async def test_desk_and_welcome_name_the_group_in_which_orders_are_told(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    await budi.sees("Anda sekarang bekerja untuk", "diberitahukan kepada Anda di chat ini")
    await budi.writes("/sell")
    await budi.sees("Tidak ada yang perlu dikirim.", "diberitahukan kepada Anda di chat ini")
    await connected(stage, budi)

    await budi.writes("/sell")
    joko = await staff(stage, "Joko")

    await budi.sees("Tidak ada yang perlu dikirim.", "diberitahukan di grup Dapur Langkah")
    await joko.sees("Anda sekarang bekerja untuk", "diberitahukan di grup Dapur Langkah")

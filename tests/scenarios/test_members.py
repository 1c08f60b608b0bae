"""An owner invites and removes; rights end at the next press."""

from bot.buttons.links import OPERATOR_LINK
from bot.buttons.members import Dismiss, Invite, OpenMembers
from sandbox.world import Person
from tests.support.stage import Stage


async def invited(stage: Stage, owner: Person, name: str) -> Person:
    """Somebody who has opened the link that the owner made in the chat."""
    await owner.writes("/members")
    await owner.taps("Undang karyawan")
    screen = await owner.sees("Berlaku satu kali selama 15 menit")
    link = next(word for word in screen.text.split() if word.startswith("https://t.me/"))
    newcomer = stage.person(name)
    await newcomer.follows(link)
    await newcomer.sees("Anda sekarang bekerja untuk", "Toko Langkah")
    await stage.settles()
    return newcomer


async def test_an_owner_invites_by_a_link_that_works_once(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    joko = await invited(stage, budi, "Joko")
    rudi = stage.person("Rudi")
    link = next(
        word for m in budi.chat for word in m.text.split() if word.startswith("https://t.me/")
    )

    await rudi.follows(link)

    await rudi.sees("sudah dipakai")
    await budi.writes("/members")
    await budi.sees("Budi, pemilik", "Joko, karyawan", "Keluarkan: Joko")
    await joko.writes("/members")
    await joko.sees("Hanya pemilik", "Keluar dari toko ini")
    await joko.does_not_see("Undang karyawan", "Keluarkan: Budi")


async def test_an_owner_who_opens_the_own_link_leaves_it_to_somebody_else(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    await budi.writes("/members")
    await budi.taps("Undang karyawan")
    screen = await budi.sees("Berlaku satu kali selama 15 menit")
    link = next(word for word in screen.text.split() if word.startswith("https://t.me/"))
    joko = stage.person("Joko")

    await budi.follows(link)

    await budi.sees("Anda sudah terdaftar di Toko Langkah sebagai pemilik", "belum terpakai")
    assert len(await stage.shop.sellers.members(1)) == 1
    await joko.follows(link)
    await joko.sees("Anda sekarang bekerja untuk Toko Langkah", "kepada pemilik toko")


async def test_whoever_is_removed_is_told_and_refused_at_the_next_press(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    joko = await invited(stage, budi, "Joko")
    await joko.writes("/members")
    old = await joko.sees("Hanya pemilik")

    await budi.writes("/members")
    await budi.taps("Keluarkan: Joko")
    await budi.taps("Ya, keluarkan")
    await budi.sees("Anggota Toko Langkah", "Budi, pemilik")
    await stage.settles()

    await joko.sees("Anda tidak lagi bekerja di")
    shop_id = (await stage.shop.sellers.shops_of(await stage.actor(budi)))[0].id
    answer = await joko.taps_data(OpenMembers(shop_id).pack(), on=old)
    assert "Hanya anggota" in answer.text
    book = next(iter(stage.sandbox.bots.values())).commands
    assert "members" not in {one.command for one in book.shown_to(joko.id, "id")}


async def test_forged_presses_change_nothing_in_a_shop(stage: Stage) -> None:
    budi, rudi = await stage.seller("Budi"), stage.person("Rudi")
    await rudi.starts()
    await rudi.sees("Halo, Rudi")
    shop_id = (await stage.shop.sellers.shops_of(await stage.actor(budi)))[0].id

    presses = (OpenMembers(shop_id), Invite(shop_id), Dismiss(shop_id, budi.id))
    answers = [await rudi.taps_data(press.pack()) for press in presses]

    assert all("Hanya anggota" in answer.text for answer in answers)
    await rudi.does_not_see("Budi", "https://t.me/")
    assert len(await stage.shop.sellers.members(shop_id)) == 1


async def test_the_last_owner_sees_no_way_to_leave(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    await budi.writes("/members")
    screen = await budi.sees("Budi, pemilik")
    shop_id = (await stage.shop.sellers.shops_of(await stage.actor(budi)))[0].id

    assert "Keluar dari toko ini" not in screen.labels
    answer = await budi.taps_data(Dismiss(shop_id, budi.id).pack())

    assert "Toko perlu seorang pemilik" in answer.text
    assert len(await stage.shop.sellers.members(shop_id)) == 1


async def test_a_link_of_the_command_line_makes_an_operator_once(stage: Stage) -> None:
    ani, rudi = stage.person("Ani"), stage.person("Rudi")
    token = await stage.shop.operators.open_link()

    await ani.starts(OPERATOR_LINK + token)
    await ani.sees("Anda sekarang operator Lapak")
    await rudi.starts(OPERATOR_LINK + token)

    await rudi.sees("sudah dipakai")
    await ani.writes("/help")
    await ani.sees("Anda operator")
    assert (await stage.actor(ani)).is_operator
    assert not (await stage.actor(rudi)).is_operator

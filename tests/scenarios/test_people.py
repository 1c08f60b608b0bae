"""Who one is here: three doors to one's orders, saved addresses, and what was begun."""

from bot.buttons.profile import (
    AskRemoval,
    EditField,
    OpenAddress,
    PreferAddress,
    RemoveAddress,
)
from tests.support.journeys import (
    ADDRESS,
    opens_product,
    who_gives_an_address,
    who_ordered,
)
from tests.support.stage import Stage


async def test_three_doors_lead_to_one_order_and_back_through_the_same_door(stage: Stage) -> None:
    ratna = await who_ordered(stage)
    doors = {"Profil": "‹ Profil", "Belanja": "‹ Belanja", "Kotak masuk": "‹ Kotak masuk"}

    for door, back in doors.items():
        await ratna.writes("/start")
        await ratna.sees("Halo, Ratna")
        await ratna.taps(door)
        await ratna.sees("Pesanan saya", "Beranda")
        await stage.settles()
        await ratna.taps("Pesanan saya")
        await ratna.sees("Pilih pesanan")
        await ratna.taps("LPK-")
        await ratna.sees("Salin nomor pesanan")
        await ratna.taps("‹ Pesanan saya")
        await ratna.sees("Pilih pesanan")

        await ratna.taps(back)

        await stage.settles()
        assert door.split()[0] in ratna.screen.text or door == "Profil"
        assert "Pilih pesanan" not in ratna.screen.text


async def test_the_profile_says_who_one_is_and_leads_everywhere(stage: Stage) -> None:
    ratna = await who_ordered(stage)

    await ratna.writes("/profile")

    await ratna.sees("Ratna", "Bahasa: Indonesia · Zona waktu: WIB", "Pesanan: 1 · Alamat: 1")
    await ratna.sees("Pesanan saya", "Alamat tersimpan", "Pengaturan", "Privasi", "Beranda")


async def test_an_address_is_added_edited_preferred_and_removed(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await ratna.taps("Profil")
    await ratna.taps("Alamat tersimpan")
    await ratna.sees("Belum ada alamat")

    await ratna.taps("Isi alamat")
    await ratna.sees("Siapa penerima")
    await ratna.writes(ADDRESS)
    await ratna.taps("Simpan alamat")
    await ratna.sees("Alamat pertama terisi otomatis", "Ratna Dewi")
    await ratna.taps("Ratna Dewi")
    await ratna.taps("Ubah: Nomor HP")
    await ratna.sees("Sekarang: 0812-3456-7890", "Biarkan saja")
    await ratna.writes("bukan nomor")
    await ratna.sees("Itu bukan nomor HP")
    await ratna.writes("0813 9999 0000")
    await ratna.sees("Ratna Dewi", "0813-9999-0000")
    await ratna.taps("Hapus")
    await ratna.sees("Hapus alamat ini?")
    await ratna.taps("Jangan hapus alamat")
    await ratna.sees("0813-9999-0000")
    await ratna.taps("Hapus")
    await ratna.taps("Ya, hapus alamat")

    await ratna.sees("Belum ada alamat")
    assert await stage.shop.addresses.mine(await stage.actor(ratna)) == ()


async def test_nobody_opens_edits_or_removes_the_address_of_somebody_else(stage: Stage) -> None:
    ratna = await who_ordered(stage)
    saved = await stage.shop.addresses.mine(await stage.actor(ratna))
    rudi = stage.person("Rudi")
    await rudi.starts()
    await rudi.sees("Halo, Rudi")

    answers = [
        await rudi.taps_data(press(saved[0].id).pack())
        for press in (OpenAddress, PreferAddress, AskRemoval, RemoveAddress)
    ]
    answers.append(await rudi.taps_data(EditField(saved[0].id, 2).pack()))

    assert {answer.text for answer in answers} == {"Ini sudah tidak ada."}
    await rudi.does_not_see("Melati", "Ratna")
    assert await stage.shop.addresses.mine(await stage.actor(ratna)) == saved


async def test_home_offers_to_go_on_with_an_open_checkout(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Kaus Lari")
    await ratna.taps("Beli sekarang")
    await ratna.sees("Isi alamat")

    await ratna.writes("/start")
    await ratna.sees("Halo, Ratna", "Lanjutkan pesanan")
    await ratna.taps("Lanjutkan pesanan")

    await ratna.sees("Kaus Lari", "Isi alamat")


async def test_a_second_start_keeps_an_address_that_is_half_typed(stage: Stage) -> None:
    ratna = await who_gives_an_address(stage)
    await ratna.writes("Ratna Dewi")
    await ratna.sees("Nomor HP mana")

    await ratna.writes("/start")
    await ratna.sees("Halo, Ratna")
    await ratna.writes("di mana toko sepatu?")
    await ratna.sees("Saya belum mengerti")
    await ratna.taps("Lanjutkan alamat")
    await ratna.sees("Nomor HP mana")
    await ratna.writes("0812-3456-7890")

    await ratna.sees("3 dari 7")


async def test_a_number_of_an_order_opens_it_and_that_of_somebody_else_does_not(
    stage: Stage,
) -> None:
    ratna = await who_ordered(stage)
    ref = (await stage.shop.privacy.belongings(await stage.actor(ratna))).orders[0].ref
    rudi = stage.person("Rudi")
    await rudi.starts()

    await ratna.writes(f"kapan lpk-{ref[:5]}-{ref[5:]} sampai?")
    await rudi.writes(f"LPK-{ref[:5]}-{ref[5:]}")

    await ratna.sees("Salin nomor pesanan", "Ratna Dewi")
    await rudi.sees("Ini sudah tidak ada.")
    await rudi.does_not_see("Ratna", "Melati")


async def test_cancel_with_nothing_going_on_lists_what_can_be_cancelled(stage: Stage) -> None:
    ratna = await who_ordered(stage)
    await ratna.writes("/cancel")
    await ratna.sees("Pesanan mana yang ingin Anda batalkan?")

    await ratna.taps("LPK-")

    await ratna.sees("Mengapa", "Ada harga lebih murah")
    rudi = stage.person("Rudi")
    await rudi.starts()
    await rudi.writes("/cancel")
    await rudi.sees("tidak ada pesanan yang bisa dibatalkan")

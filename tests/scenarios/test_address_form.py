"""The address form: left and found again, one field back, vague words, two cities of one name."""

from tests.support.address_form import FIELDS, in_the_form, saved, types, types_the_rest
from tests.support.journeys import ADDRESS, opens_product
from tests.support.stage import Stage


async def test_what_was_typed_is_found_again_after_cancel_from_card_and_profile(
    stage: Stage,
) -> None:
    ratna = await in_the_form(stage)
    await types(ratna, *FIELDS[:3])
    await ratna.sees("4 dari 7")

    await ratna.writes("/cancel")
    await ratna.sees("Pesanan Anda di", "Isi alamat")
    await ratna.taps("Isi alamat")
    await ratna.sees("Melanjutkan alamat yang tadi", "4 dari 7", "Isi dari awal")
    left = await ratna.taps("Batal isi alamat")
    await ratna.writes("/profile")
    await ratna.taps("Alamat tersimpan")
    await ratna.taps("Isi alamat")
    await ratna.sees("Melanjutkan alamat yang tadi", "4 dari 7")
    for text in ("Coblong", "Kota Bandung", "Jabar", "40132"):
        await ratna.writes(text)
    await ratna.taps("Simpan alamat")

    await ratna.sees("Alamat tersimpan", "Ratna Dewi · Jl. Melati 5")
    assert left.text == "Yang sudah Anda isi disimpan selama 24 jam."
    assert [one.street for one in await saved(stage, ratna)] == ["Jl. Melati 5"]
    await ratna.taps("Isi alamat")
    await ratna.sees("1 dari 7")


async def test_what_was_typed_is_left_alone_by_another_purchase(stage: Stage) -> None:
    ratna = await in_the_form(stage)
    await types(ratna, *FIELDS[:2])
    await ratna.sees("3 dari 7")

    await opens_product(ratna, "Kaus Lari")
    await ratna.taps("Beli sekarang")
    await ratna.taps("Isi alamat")

    await ratna.sees("Melanjutkan alamat yang tadi", "3 dari 7")


async def test_starting_over_forgets_what_was_typed(stage: Stage) -> None:
    ratna = await in_the_form(stage)
    await types(ratna, *FIELDS[:3])
    await ratna.sees("4 dari 7")
    await ratna.writes("/cancel")
    await ratna.taps("Isi alamat")

    await ratna.taps("Isi dari awal")
    await ratna.sees("1 dari 7", "Siapa penerima")
    await ratna.writes("/cancel")
    await ratna.taps("Isi alamat")

    await ratna.sees("1 dari 7", "Siapa penerima")
    await ratna.does_not_see("Melanjutkan alamat")


async def test_what_was_typed_is_forgotten_after_a_day_and_on_request(stage: Stage) -> None:
    ratna, rudi = await in_the_form(stage), stage.person("Rudi")
    await types(ratna, *FIELDS[:2])
    await ratna.sees("3 dari 7")
    await rudi.starts()
    for person in (ratna, rudi):
        await person.writes("/profile")
        await person.taps("Alamat tersimpan")
        await person.taps("Isi alamat")
    await rudi.writes("Rudi Hartono")
    await rudi.sees("2 dari 7")

    await ratna.writes("/cancel")
    await ratna.writes("/privacy")
    await ratna.taps("Hapus data saya")
    await ratna.taps("Ya, hapus semuanya")
    await ratna.sees("Sudah dihapus")
    await rudi.writes("/cancel")
    stage.clock.move(hours=25)
    for person in (ratna, rudi):
        await person.writes("/profile")
        await person.taps("Alamat tersimpan")
        await person.taps("Isi alamat")

        await person.sees("1 dari 7")
        await person.does_not_see("Melanjutkan alamat")


async def test_one_field_back_shows_what_was_typed_and_keeps_or_changes_it(stage: Stage) -> None:
    ratna = await in_the_form(stage)
    assert "‹ Kembali" not in ratna.screen.labels
    await types(ratna, *FIELDS[:3])
    await ratna.sees("4 dari 7")

    await ratna.taps("‹ Kembali")
    await ratna.sees("3 dari 7", "Sekarang: Jl. Melati 5")
    await ratna.taps("‹ Kembali")
    await ratna.sees("2 dari 7", "Sekarang: 0812-3456-7890")
    await ratna.taps("Tetap: 0812-3456-7890")
    await ratna.sees("4 dari 7")
    await ratna.taps("‹ Kembali")
    await ratna.writes("Jl. Mawar 9")
    await types_the_rest(ratna)
    await ratna.taps("Ubah: Kecamatan")
    await ratna.sees("Sekarang: Coblong")
    await ratna.taps("‹ Kembali")
    await ratna.taps("Simpan alamat")

    await ratna.sees("Kirim ke: Ratna Dewi", "Jl. Mawar 9, Coblong, Kota Bandung")


async def test_a_name_a_street_and_a_postcode_that_cannot_be_are_asked_about(stage: Stage) -> None:
    ratna = await in_the_form(stage)

    await ratna.writes("12")
    await ratna.sees("Nama perlu ditulis dengan huruf", "1 dari 7")
    await types(ratna, *FIELDS[:2])
    await ratna.sees("3 dari 7")
    for vague in ("12", "rumah"):
        await ratna.writes(vague)
        await ratna.sees("Kurir belum bisa menemukan", "Contoh: Jl. Melati 5")
    await ratna.writes("Gg. Mawar no 3")
    for number, text in enumerate((*FIELDS[3:], "60111"), start=4):
        await ratna.sees(f"{number} dari 7")
        await ratna.writes(text)
    await ratna.sees("60111 sepertinya bukan kode pos di Jawa Barat", "Simpan alamat")
    await ratna.writes("terus?")
    await ratna.sees("Semua sudah terisi", "Simpan alamat")
    await ratna.taps("Ubah: Kode pos")
    await ratna.writes("40132")

    await ratna.sees("Apakah ini sudah benar?", "Kode pos: 40132")
    await ratna.does_not_see("sepertinya bukan kode pos")
    assert await saved(stage, ratna) == []


async def test_two_cities_of_one_name_are_told_apart_by_two_buttons(stage: Stage) -> None:
    ratna = await in_the_form(stage)
    await types(ratna, *FIELDS[:4], "bandung")

    await ratna.sees("Ada Kota Bandung dan ada Kabupaten Bandung")
    await ratna.taps("‹ Kembali")
    await ratna.sees("5 dari 7", "Sekarang: bandung")
    await ratna.writes("Bogor")
    await ratna.sees("Kota Bogor", "Kabupaten Bogor")
    await ratna.writes("ngamprah")
    await ratna.sees("Mohon pilih salah satu", "Kota Bogor", "Kabupaten Bogor")
    await ratna.writes("kab")
    await ratna.sees("6 dari 7")
    await ratna.writes("Jabar")
    await ratna.sees("7 dari 7")
    await ratna.writes("16110")

    await ratna.sees("Kabupaten Bogor", "Simpan alamat")


async def test_a_pasted_address_is_asked_about_its_city_before_it_is_confirmed(
    stage: Stage,
) -> None:
    ratna = await in_the_form(stage)

    await ratna.writes(ADDRESS.replace("Kota Bandung", "Bandung"))
    await ratna.sees("Ada Kota Bandung dan ada Kabupaten Bandung")
    assert "Simpan alamat" not in ratna.screen.labels
    await ratna.taps("Kota Bandung")
    await ratna.taps("Simpan alamat")

    await ratna.sees("Kirim ke: Ratna Dewi", "Coblong, Kota Bandung, Jawa Barat 40132")


async def test_a_name_with_titles_is_no_address(stage: Stage) -> None:
    ratna = await in_the_form(stage)

    await ratna.writes("Ratna Dewi, S.Pd., M.Pd.")

    await ratna.sees("2 dari 7")
    await ratna.taps("‹ Kembali")
    await ratna.sees("Sekarang: Ratna Dewi, S.Pd., M.Pd.")


async def test_the_form_in_english_has_no_indonesian_words(stage: Stage) -> None:
    emma = stage.person("Emma", language="en")
    await emma.starts()
    await emma.writes("/profile")
    await emma.taps("Addresses")
    await emma.taps("Add address")
    await emma.sees("1 of 7", "Who receives the parcel?")

    await emma.writes("7")
    await emma.sees("A name has letters.", "only the receiver's name")
    await emma.writes("Emma")
    await emma.sees("2 of 7", "‹ Back", "Stop for now")
    await emma.sees("Or share a number: your own with the button below")
    await stage.settles()
    assert emma.keys == ("Share my number",)
    await emma.shares_contact()
    await emma.sees("3 of 7")
    await emma.writes("home")
    await emma.sees("does not find the house yet")
    await emma.writes("Jl. Melati 5\nCoblong, Bandung\nJawa Barat 60111")
    await emma.sees("There is a Kota Bandung and a Kabupaten Bandung")
    await emma.writes("/cancel")
    await emma.taps("Add address")
    await emma.sees("You go on with the address that you had begun.", "Start over")
    await emma.taps("Kota Bandung")

    form = await emma.sees("does not look like a postcode of Jawa Barat", "Save address")
    for word in ("Simpan", "Ubah", "Batal", "Kode pos", "Kecamatan"):
        assert word not in "\n".join((form.text, *form.labels))

"""Slips in the address form: the wrong words, half an address, a city that lies elsewhere."""

from tests.scenarios.test_shared_contact import at_a_saved_address
from tests.support.address_form import FIELDS, in_the_form, saved, types
from tests.support.journeys import ADDRESS
from tests.support.stage import Stage

ONE_LINE = (
    "Dewi Lestari 081234567890 Jl. Sukajadi No. 12 RT 3 RW 5 Kel. Cipedes Kec. Sukajadi "
    "Kota Bandung 40162"
)


async def test_an_address_in_one_line_needs_one_press(stage: Stage) -> None:
    ratna = await in_the_form(stage)

    await ratna.writes(ONE_LINE)
    await ratna.sees("Apakah ini sudah benar?", "Dewi Lestari", "Provinsi: Jawa Barat")
    await ratna.taps("Simpan alamat")

    await ratna.sees("Kirim ke: Dewi Lestari", "Sukajadi, Kota Bandung, Jawa Barat 40162")


async def test_what_was_read_and_what_is_missing_is_said_after_a_paste(stage: Stage) -> None:
    ratna = await in_the_form(stage)

    await ratna.writes(ONE_LINE.removeprefix("Dewi Lestari "))

    await ratna.sees("Sudah saya baca: 0812-3456-7890, Jl. Sukajadi", "Kota Bandung, Jawa Barat")
    await ratna.sees("Yang belum ada: Nama", "1 dari 7")


async def test_what_was_not_understood_is_shown_and_an_either_or_is_kept(stage: Stage) -> None:
    ratna = await in_the_form(stage)

    await ratna.writes(
        "Nama: Ani / HP: 0812-1111 / Alamat: Jl. A 1, Kec. B, Bandung, Jawa Barat 401"
    )
    await ratna.sees("Belum saya mengerti: 401, 0812-1111", "Ada Kota Bandung")
    await ratna.writes("ngamprah")
    await ratna.sees("Mohon pilih salah satu", "Ada Kota Bandung")
    await ratna.writes("yang kota")
    await ratna.sees("2 dari 7")
    await ratna.writes("081234567890")
    await ratna.writes("40132")

    await ratna.sees("Jl. A 1\n", "Kota: Kota Bandung", "Simpan alamat")


async def test_a_name_and_a_number_in_one_line_fill_two_fields(stage: Stage) -> None:
    ratna = await in_the_form(stage)

    await ratna.writes("Ratna Dewi 0812-3456-7890")

    await ratna.sees("Sudah saya baca: Ratna Dewi, 0812-3456-7890", "3 dari 7")


async def test_a_number_in_the_place_of_a_district_or_a_city_is_not_taken(stage: Stage) -> None:
    ratna = await in_the_form(stage)
    await ratna.writes("Jl. Melati 5, Bandung")
    await ratna.sees("Nama perlu ditulis dengan huruf", "1 dari 7")
    await types(ratna, *FIELDS[:3])
    await ratna.sees("4 dari 7")

    await ratna.writes("12345")
    await ratna.sees("Itu bukan nama tempat", "4 dari 7")
    await ratna.writes("Coblong")
    await ratna.writes("0812 3456 7890")

    await ratna.sees("Itu bukan nama tempat", "5 dari 7")


async def test_a_city_that_lies_in_another_province_is_asked_about(stage: Stage) -> None:
    ratna = await in_the_form(stage)

    await ratna.writes(ADDRESS.replace("Jawa Barat", "Bali"))
    await ratna.sees("Setahu saya Kota Bandung ada di Jawa Barat, bukan di Bali")
    await ratna.taps("Ubah: Provinsi")
    await ratna.writes("Cimahi")

    await ratna.sees("Provinsi: Jawa Barat", "Simpan alamat")
    await ratna.does_not_see("Setahu saya")


async def test_batal_leaves_the_form_and_what_was_typed_is_kept(stage: Stage) -> None:
    ratna = await in_the_form(stage)
    await types(ratna, *FIELDS[:1])
    await ratna.sees("2 dari 7")

    await ratna.writes("Batal")

    await ratna.sees("Pesanan Anda di", "Isi alamat")
    assert await saved(stage, ratna) == []
    await ratna.taps("Isi alamat")
    await ratna.sees("Melanjutkan alamat yang tadi", "2 dari 7")


async def test_batal_leaves_a_saved_address_as_it_is(stage: Stage) -> None:
    ratna = await at_a_saved_address(stage)
    await ratna.taps("Ubah: Kota")
    await ratna.writes("Bogor")
    await ratna.sees("Kota Bogor", "Kabupaten Bogor")
    await ratna.writes("entahlah")
    await ratna.sees("Mohon pilih salah satu", "Kabupaten Bogor")

    await ratna.writes("batal")

    await ratna.sees("Ratna Dewi", "Ubah: Kota")
    assert [one.city for one in await saved(stage, ratna)] == ["Kota Bandung"]
    await ratna.taps("Ubah: Kota")
    await ratna.writes("Bogor")
    await ratna.writes("kab")
    await ratna.sees("Kabupaten Bogor, Jawa Barat")

"""A number is shared instead of typed; what is no words at all is answered where it came."""

from bot.buttons.profile import SetCity
from sandbox.world import Person
from store.domain.cities import TWINS
from tests.support.address_form import FIELDS, in_the_form, saved, types, types_the_rest
from tests.support.journeys import ADDRESS
from tests.support.stage import Stage


def said_without_buttons(person: Person) -> list[str]:
    """What stands in the chat beside the one screen."""
    return [one.text for one in person.chat if one.from_bot and not one.labels]


async def test_a_number_is_shared_by_the_key_and_the_keyboard_goes_again(stage: Stage) -> None:
    ratna = await in_the_form(stage)
    await ratna.writes("Ratna Dewi")
    await ratna.sees("2 dari 7", "‹ Kembali", "Batal isi alamat")
    await ratna.sees("Atau bagikan nomor")
    await stage.settles()
    assert ratna.keys == ("Bagikan nomor saya",)

    await ratna.writes("bukan nomor")
    await ratna.sees("Itu bukan nomor HP")
    await stage.settles()
    assert ratna.keys == ("Bagikan nomor saya",)
    assert len(said_without_buttons(ratna)) == 1
    await ratna.shares_contact()
    await ratna.sees("3 dari 7")
    await stage.settles()

    assert not ratna.keys
    assert said_without_buttons(ratna) == []
    await ratna.writes("Jl. Melati 5")
    await types_the_rest(ratna)
    await ratna.taps("Simpan alamat")
    assert [one.phone for one in await saved(stage, ratna)] == [f"+{ratna.user.phone}"]


async def test_the_contact_of_another_receiver_fills_name_and_number_at_once(stage: Stage) -> None:
    ratna, ibu = await in_the_form(stage), stage.person("Ibu Tini", last_name="Hartati")

    await ratna.shares_contact(of=ibu)
    await ratna.sees("3 dari 7")
    await ratna.shares_contact()
    await ratna.sees("Kontak diterima", "alamat dalam tulisan", "3 dari 7")
    await ratna.writes("Jl. Melati 5")
    await types_the_rest(ratna)
    await ratna.taps("Simpan alamat")

    await ratna.sees("Kirim ke: Ibu Tini Hartati")
    assert [one.phone for one in await saved(stage, ratna)] == [f"+{ibu.user.phone}"]


async def test_a_contact_without_a_name_in_letters_gives_its_number(stage: Stage) -> None:
    ratna, nameless = await in_the_form(stage), stage.person("🙂")

    await ratna.shares_contact(of=nameless)
    await stage.settles()
    await ratna.sees("1 dari 7")
    await ratna.writes("Ratna Dewi")

    await ratna.sees("3 dari 7")


async def test_leaving_at_the_number_takes_the_keyboard_away(stage: Stage) -> None:
    ratna = await in_the_form(stage)
    await ratna.writes("Ratna Dewi")
    await ratna.sees("Atau bagikan nomor")

    for leave, seen in (("/cancel", "Pesanan Anda di"), ("/start", "Halo, Ratna")):
        await ratna.writes(leave)
        await ratna.sees(seen)
        await stage.settles()
        assert not ratna.keys
        assert said_without_buttons(ratna) == []
        await ratna.taps("Isi alamat" if leave == "/cancel" else "Lanjutkan alamat")
        await ratna.sees("Atau bagikan nomor")


async def test_what_is_no_words_keeps_the_step_and_says_what_is_expected(stage: Stage) -> None:
    ratna = await in_the_form(stage)
    await types(ratna, *FIELDS[:2])
    await ratna.sees("3 dari 7")

    await ratna.sends_sticker()
    await ratna.sees("Stikernya bagus!", "alamat dalam tulisan", "Contoh: Jl. Melati 5", "Batal")
    await ratna.sends_voice()
    await ratna.sees("Pesan suara diterima", "3 dari 7")
    await ratna.writes("Jl. Melati 5")
    await types_the_rest(ratna)
    await ratna.shares_location()

    await ratna.sees("Lokasi diterima", "Apakah ini sudah benar?", "Simpan alamat")


async def at_a_saved_address(stage: Stage) -> Person:
    """Somebody who looks at an address that was saved before."""
    ratna = await in_the_form(stage)
    await ratna.writes(ADDRESS)
    await ratna.taps("Simpan alamat")
    await ratna.sees("Buat pesanan")
    await ratna.writes("/profile")
    await ratna.taps("Alamat tersimpan")
    await ratna.taps("Ratna Dewi")
    return ratna


async def test_a_saved_address_takes_a_contact_and_asks_which_city(stage: Stage) -> None:
    ratna = await at_a_saved_address(stage)

    await ratna.taps("Ubah: Nomor HP")
    await ratna.sees("Atau bagikan nomor")
    await ratna.sends_sticker()
    await ratna.sees("alamat dalam tulisan", "Sekarang: 0812-3456-7890")
    await ratna.shares_contact()
    await ratna.sees("Ubah: Kota")
    await ratna.taps("Ubah: Kota")
    await ratna.writes("Malang")
    await ratna.taps("Kabupaten Malang")
    await ratna.sees("Kabupaten Malang, Jawa Barat 40132")
    await ratna.taps("Ubah: Jalan")
    await ratna.writes("9")

    await ratna.sees("Kurir belum bisa menemukan", "Biarkan saja")
    await stage.settles()
    kept = (await saved(stage, ratna))[0]
    assert (kept.city, kept.phone) == ("Kabupaten Malang", f"+{ratna.user.phone}")
    assert kept.street == "Jl. Melati 5 RT 02/RW 04"
    assert not ratna.keys


async def test_which_city_is_chosen_only_while_it_is_asked(stage: Stage) -> None:
    ratna = await at_a_saved_address(stage)
    malang = TWINS.index("Malang")
    await ratna.taps("Ubah: Kota")
    await ratna.writes("Malang")
    await ratna.sees("Kota Malang", "Kabupaten Malang")
    await ratna.taps("Biarkan saja")
    await ratna.taps("Ubah: Kota")
    await ratna.writes("Kota Surabaya")
    await ratna.sees("Kota Surabaya, Jawa Barat")

    late = await ratna.taps_data(SetCity(1, malang, True).pack())
    await ratna.taps("Ubah: Kota")
    await ratna.writes("Bandung")
    await ratna.sees("Kabupaten Bandung")
    other = await ratna.taps_data(SetCity(1, malang, False).pack())

    assert late.text == other.text != ""
    await ratna.sees("Kota Surabaya, Jawa Barat")
    assert (await saved(stage, ratna))[0].city == "Kota Surabaya"


async def test_a_city_that_is_pressed_twice_is_answered_once_with_nothing_to_say(
    stage: Stage,
) -> None:
    ratna = await at_a_saved_address(stage)
    await ratna.taps("Ubah: Kota")
    await ratna.writes("Malang")
    asked = await ratna.sees("Kabupaten Malang")

    for _ in range(2):
        answer = await ratna.taps_data(SetCity(1, TWINS.index("Malang"), True).pack(), on=asked)
        assert not answer.text

    assert (await saved(stage, ratna))[0].city == "Kabupaten Malang"

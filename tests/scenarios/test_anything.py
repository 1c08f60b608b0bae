"""An answer to anything: stickers, unknown commands, changed messages, a bot that was blocked."""

import io

from PIL import Image

from tests.support.address_form import in_the_form
from tests.support.journeys import orders
from tests.support.stage import Stage


def a_photo() -> bytes:
    """A small picture."""
    out = io.BytesIO()
    Image.new("RGB", (32, 32), "teal").save(out, "PNG")
    return out.getvalue()


async def test_a_photo_in_the_middle_of_an_address_gets_the_right_words_and_loses_nothing(
    stage: Stage,
) -> None:
    ratna = await in_the_form(stage)

    await ratna.sends_photo(a_photo())
    await ratna.sees(
        "Foto ini tidak saya teruskan.", "alamat dalam tulisan", "Siapa penerima", "Batal"
    )
    await ratna.writes("Ratna Dewi")

    await ratna.sees("2 dari 7")


async def test_everything_else_that_people_send_is_answered_by_its_name(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await ratna.sees("Halo, Ratna")

    await ratna.sends_sticker()
    await ratna.sees("Stikernya bagus!")
    await ratna.sends_voice()
    await ratna.sees("Pesan suara diterima")
    await ratna.shares_location()
    await ratna.sees("Lokasi diterima")
    await ratna.sends_document()
    await ratna.sees("Berkas diterima")
    await ratna.shares_contact()
    await ratna.sees("Kontak diterima", "Belanja", "Beranda")


async def test_an_unknown_command_is_answered_with_those_that_exist(stage: Stage) -> None:
    ratna = await in_the_form(stage)

    await ratna.writes("/beli")
    await ratna.sees("Perintah itu tidak saya kenal", "/cancel", "Lanjutkan alamat")
    await ratna.taps("Lanjutkan alamat")

    await ratna.sees("Siapa penerima")


async def test_a_message_that_was_changed_is_not_taken_for_a_new_answer(stage: Stage) -> None:
    ratna = await in_the_form(stage)
    name = await ratna.writes("Ratna Dewi")
    await ratna.sees("2 dari 7")

    await ratna.edits(name, "Ratna Sari")
    await ratna.sees("Anda mengubah pesan sebelumnya")
    await ratna.writes("0812-3456-7890")

    await ratna.sees("3 dari 7")


async def test_go_on_when_nothing_is_left_to_go_on_with_leads_home(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await ratna.sees("Halo, Ratna")

    answer = await ratna.taps_data("go1")

    assert "Tombol lama" in answer.text
    await ratna.sees("Halo, Ratna")


async def test_somebody_who_blocked_the_bot_is_not_written_to_and_keeps_the_notice(
    stage: Stage,
) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await ratna.starts()
    await budi.blocks_bot()
    await stage.settles()
    sent = len(stage.sandbox.journal.refused())

    await orders(ratna)
    await stage.settles()

    assert len(stage.sandbox.journal.refused()) == sent
    assert not (await stage.shop.people.profile(budi.id)).reachable
    await budi.unblocks_bot()
    await stage.settles()
    assert (await stage.shop.people.profile(budi.id)).reachable
    await budi.writes("/inbox")
    await budi.sees("1 belum dibaca", "Pesanan baru")


async def test_an_answer_to_an_old_message_of_the_bot_opens_its_order(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await orders(ratna)
    thanks = await ratna.sees("Terima kasih")

    await ratna.writes("sudah sampai mana?", reply_to=thanks)

    await ratna.sees("Salin nomor pesanan", "Ratna Dewi")


async def test_a_sellers_slip_leads_back_to_the_desk(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await ratna.starts()
    await budi.writes("/sell")
    await budi.sees("Meja")

    await budi.writes("halo")
    await ratna.writes("halo")

    await budi.sees("belum mengerti", "Belanja", "Meja penjual")
    await ratna.sees("belum mengerti", "Belanja")
    await ratna.does_not_see("Meja penjual")

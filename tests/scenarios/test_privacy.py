"""One's own data in the chat: explained, shown, and forgotten after a second press."""

from sqlalchemy import text

from bot.buttons.privacy import EraseMe
from tests.support.address_form import in_the_form, types
from tests.support.journeys import orders
from tests.support.stage import Stage

TALKS = "SELECT count(*) FROM talks WHERE person_id = :person_id"
WRITTEN = (
    "SELECT count(*) FROM updates"
    " WHERE lane = :person_id AND done_at IS NOT NULL AND body IS NOT NULL"
)


async def count(stage: Stage, query: str, person_id: int) -> int:
    """How many rows about somebody there are."""
    async with stage.shop.begin() as tx:
        found: int = await tx.session.scalar(text(query), {"person_id": person_id})
        return found


async def test_everything_that_is_kept_is_explained_and_shown(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await orders(ratna)
    await ratna.writes("/privacy")
    await ratna.sees("Data Anda", "tersandi", "24 jam")

    await ratna.taps("Lihat data saya")

    await ratna.sees("Nama: Ratna", "Jl. Melati 5", "+6281234567890", "Sepatu Angin", "LPK-")


async def test_data_is_forgotten_after_a_second_press_and_one_begins_anew(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await orders(ratna)
    await ratna.writes("/privacy")
    await ratna.taps("Hapus data saya")
    question = await ratna.sees("tidak bisa diurungkan", "sampai selesai: 1")

    await ratna.taps("Ya, hapus semuanya")

    await ratna.sees("Sudah dihapus", "Alamat: 1", "Masih berjalan", "1 pesanan")
    await stage.settles()
    assert await stage.shop.addresses.mine(await stage.actor(ratna)) == ()
    assert await count(stage, TALKS, ratna.id) == 0
    assert await count(stage, WRITTEN, ratna.id) == 1
    answer = await ratna.taps("Mulai lagi")
    assert not answer.text
    await ratna.sees("Halo, Ratna")
    again = await ratna.taps_data(EraseMe(0).pack(), on=question)
    assert "sudah dihapus" in again.text


async def test_an_ended_order_says_that_its_recipient_was_forgotten(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await orders(ratna)
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Batalkan pesanan")
    await ratna.taps("Ada harga lebih murah")
    await ratna.taps("Kirim pembatalan")
    await ratna.sees("dibatalkan", "Stok dikembalikan")
    await ratna.writes("/privacy")
    await ratna.taps("Hapus data saya")
    await ratna.taps("Ya, hapus semuanya")
    await ratna.sees("Sudah dihapus")

    await ratna.writes("/orders")
    await ratna.taps("Dibatalkan ·")

    page = await ratna.sees("Sepatu Angin", "Data penerima sudah dihapus atas permintaan Anda.")
    assert "Bandung" not in page.text
    await ratna.writes("/privacy")
    await ratna.taps("Lihat data saya")
    await ratna.sees("Dikirim ke: sudah dihapus atas permintaan Anda")


async def test_a_language_that_was_chosen_is_forgotten_too(stage: Stage) -> None:
    john = stage.person("John", language="en")
    await john.starts()
    await john.writes("/settings")
    await john.taps("Indonesia")
    await john.sees("Pengaturan", "· Indonesia ·")
    await john.writes("/privacy")
    await john.taps("Hapus data saya")

    await john.taps("Ya, hapus semuanya")

    await john.sees("Forgotten")
    await john.writes("/start")
    await john.sees("Hello, John")
    await stage.settles()
    book = next(iter(stage.sandbox.bots.values())).commands
    assert {one.description for one in book.shown_to(john.id, "en")} >= {"My orders"}


async def test_nothing_is_forgotten_by_the_first_press(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await orders(ratna)
    await ratna.writes("/privacy")
    await ratna.taps("Hapus data saya")
    await ratna.sees("tidak bisa diurungkan")

    await ratna.taps("Jangan hapus")

    await ratna.sees("Data Anda", "Lihat data saya")
    assert len(await stage.shop.addresses.mine(await stage.actor(ratna))) == 1


async def test_what_was_typed_and_not_finished_is_shown_and_forgotten(stage: Stage) -> None:
    ratna = await in_the_form(stage)
    await types(ratna, "Ratna Dewi", "0812 3456 7890")
    await ratna.sees("3 dari 7")
    await ratna.writes("/privacy")
    await ratna.sees("tidak Anda selesaikan")

    await ratna.taps("Lihat data saya")

    await ratna.sees("Diketik dan belum selesai: Ratna Dewi, +6281234567890")
    await ratna.writes("/privacy")
    await ratna.taps("Hapus data saya")
    await ratna.taps("Ya, hapus semuanya")
    await ratna.sees("Sudah dihapus")
    await stage.settles()
    assert await count(stage, TALKS, ratna.id) == 0


async def test_what_was_typed_and_left_is_forgotten_after_a_day_by_itself(stage: Stage) -> None:
    ratna = await in_the_form(stage)
    await types(ratna, "Ratna Dewi")
    await ratna.sees("2 dari 7")
    await stage.settles()
    before = await count(stage, TALKS, ratna.id)
    stage.clock.move(hours=24)

    await stage.bot.heartbeats.beat(bot_id=stage.bot.bot_id)

    assert (before, await count(stage, TALKS, ratna.id)) == (1, 0)

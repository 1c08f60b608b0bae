"""Buyer and shop write to each other through the bot; neither learns who the other is."""

from datetime import timedelta

from bot.buttons.messages import OpenThread, WriteMessage
from sandbox.world import Person
from store.domain.cancellation import Reason
from store.domain.messages import MESSAGE_LIMIT, OPEN_AFTER_END
from store.domain.order import Tab
from tests.scenarios.test_transfer import a_receipt
from tests.support.groups import PERSONAL, connected, staff
from tests.support.journeys import orders
from tests.support.stage import Stage


async def the_two(stage: Stage, *, sellers_language: str = "en") -> tuple[Person, Person]:
    """Ratna has ordered at Budi's shop."""
    budi = await stage.seller("Budi", language=sellers_language)
    ratna = stage.person("Ratna")
    await ratna.starts()
    await orders(ratna)
    await stage.settles()
    return budi, ratna


async def asks(stage: Stage, ratna: Person, words: str) -> None:
    """From what was just placed to a message that is on its way."""
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Tanya penjual")
    await ratna.taps("Tulis pesan")
    await ratna.sees("Ketik pesan Anda untuk Toko Langkah", "Nama dan nomor Anda tidak")
    await ratna.writes(words)
    await ratna.sees("Terkirim ke Toko Langkah", words)
    await stage.settles()


async def test_a_question_is_asked_and_answered_and_nobody_reads_a_name(stage: Stage) -> None:
    budi, ratna = await the_two(stage)

    await asks(stage, ratna, "Ukurannya pas untuk kaki lebar?")
    asked = await budi.sees("the buyer of order", "“Ukurannya pas untuk kaki lebar?”")
    for word in PERSONAL:
        assert word not in asked.text
    await budi.taps("Reply", on=asked)
    await budi.sees("Type your message to the buyer here")
    await budi.writes("Pas, Kak. Kalau ragu ambil satu nomor di atas.")
    await budi.sees("Sent to the buyer")
    await stage.settles()

    answer = await ratna.sees("Toko Langkah", "menulis tentang pesanan", "ambil satu nomor")
    assert "Budi" not in answer.text
    await ratna.taps("Balas", on=answer)
    await ratna.sees("Anda", "Ukurannya pas", "ambil satu nomor")
    await ratna.writes("Baik, terima kasih!")
    await stage.settles()
    await budi.sees("“Baik, terima kasih!”")


async def test_in_the_group_nothing_is_read_aloud_and_staff_answers_in_private(
    stage: Stage,
) -> None:
    budi, ratna = await the_two(stage, sellers_language="id")
    dewi = await staff(stage, "Dewi")
    room = await connected(stage, budi, dewi)

    await asks(stage, ratna, "Tolong hubungi saya di 0812-3456-7890")
    told = await dewi.sees("pembeli pesanan", "menulis", in_=room)
    assert "0812" not in told.text
    await dewi.follows((await dewi.taps("Lihat pesanan", in_=room, on=told)).url)
    await dewi.sees("Kemas", "Atur")
    await dewi.follows((await dewi.taps("Baca dan balas", in_=room, on=told)).url)
    await dewi.sees("Percakapan", "Tolong hubungi saya")
    await dewi.taps("Balas")
    await dewi.writes("Silakan tulis di sini saja, Kak.")
    await dewi.sees("Terkirim ke pembeli")
    await stage.settles()

    await ratna.sees("Silakan tulis di sini saja")


async def test_a_photo_and_a_text_that_is_too_long_lose_nothing(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Tanya penjual")
    await ratna.sees("Belum ada pesan")
    await ratna.taps("Tulis pesan")

    await ratna.sends_photo(a_receipt())
    await ratna.sees("hanya bisa meneruskan teks", "Ketik pesan Anda")
    await ratna.writes("x" * (MESSAGE_LIMIT + 1))
    await ratna.sees("Terlalu panjang", "Ketik pesan Anda")
    await ratna.writes("/cancel")
    await ratna.sees("Belum ada pesan")
    await stage.settles()

    await budi.does_not_see("the buyer of order")


async def test_what_is_typed_after_a_message_goes_by_a_press_or_not_at_all(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    await asks(stage, ratna, "Ada warna hitam?")

    await ratna.writes("Kalau ada,")
    await ratna.writes("saya mau tukar.")
    await ratna.sees("Belum dikirim: “Kalau ada,\nsaya mau tukar.”", "Kirim pesan ini ke Toko")
    await stage.settles()
    await budi.does_not_see("mau tukar")
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Tanya penjual (1)")
    await ratna.taps("Tulis pesan")
    await ratna.taps("Kirim")
    await ratna.sees("Terkirim ke Toko Langkah", "saya mau tukar.")
    await stage.settles()
    await budi.sees("saya mau tukar.")

    await ratna.writes("Rumah saya kosong besok")
    await ratna.taps("Jangan kirim")
    await ratna.sees("Percakapan", "saya mau tukar.")
    await stage.settles()
    await budi.does_not_see("kosong besok")


async def test_three_long_messages_are_read_whole_on_one_page(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    long = [f"{number}: {'panjang sekali ' * 66}".strip() for number in range(4)]
    await asks(stage, ratna, long[0])
    for words in long[1:]:
        await ratna.taps("Tulis pesan")
        await ratna.writes(words)
    await stage.settles()

    await budi.taps("Reply")

    await budi.sees(*long[1:], "Type your message to the buyer here")
    await budi.taps("See order")
    await budi.taps("Message the buyer (4)")
    await budi.taps("▶")
    await budi.sees(long[0])


async def test_a_week_after_the_end_it_is_read_and_no_more_written(stage: Stage) -> None:
    _, ratna = await the_two(stage)
    await asks(stage, ratna, "Kapan dikirim?")
    (order,) = (await stage.shop.orders.page(await stage.actor(ratna), Tab.ALL)).items
    await stage.shop.cancellations.request(
        await stage.actor(ratna), order.id, reason=Reason.BY_MISTAKE
    )
    await stage.passes(seconds=(OPEN_AFTER_END - timedelta(hours=1)).total_seconds())
    await ratna.taps("Tulis pesan")
    await ratna.sees("Ketik pesan Anda")

    await stage.passes(hours=2)
    await ratna.writes("Halo?")

    await ratna.sees("Kapan dikirim?", "berakhir lebih dari 7 hari lalu")
    await ratna.starts()
    await ratna.taps("Pesanan saya")
    await ratna.taps("Dibatalkan ·")
    await ratna.taps("Tanya penjual (1)")
    screen = await ratna.sees("Kapan dikirim?", "berakhir lebih dari 7 hari lalu")
    assert "Tulis pesan" not in screen.labels


async def test_a_button_of_somebody_elses_order_reads_and_writes_nothing(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    await asks(stage, ratna, "Rahasia kita berdua")
    sari = stage.person("Sari")
    await sari.starts()
    await sari.sees("Halo, Sari")

    await sari.taps_data(OpenThread(1).pack())
    await sari.taps_data(WriteMessage(1).pack())
    await sari.writes("Halo toko!")
    await sari.starts("m_1")
    await stage.settles()

    assert "Rahasia" not in sari.transcript()
    await budi.does_not_see("Halo toko!")


async def test_words_for_one_order_wait_while_another_one_is_answered(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    await asks(stage, ratna, "Ada kotaknya?")
    await orders(ratna)
    await stage.settles()
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Tanya penjual")
    await ratna.taps("Tulis pesan")
    await ratna.writes("Warnanya seperti di foto?")
    await stage.settles()
    first = await budi.sees("“Ada kotaknya?”")
    second = await budi.sees("“Warnanya seperti di foto?”")
    await budi.taps("Reply", on=first)
    await budi.writes("Ada, Kak.")
    await budi.sees("Sent to the buyer")
    await budi.writes("Kotaknya merah")
    await budi.sees("Not sent yet", "Kotaknya merah")

    await budi.taps("Reply", on=second)
    await budi.writes("Sama, Kak.")
    await stage.settles()
    await ratna.sees("Sama, Kak.")
    await ratna.does_not_see("Kotaknya merah")
    await budi.taps("Reply", on=first)
    await budi.sees("Not sent yet", "Kotaknya merah")
    await budi.taps("Send")
    await stage.settles()
    await ratna.sees("Kotaknya merah")
    await budi.taps("Reply", on=first)
    await budi.sees("Type your message to the buyer here")

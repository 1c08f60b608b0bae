"""What is pressed or sent twice is done once, and asks nothing of Telegram in vain."""

from sandbox.server.messages import Message
from sandbox.transcripts import buttons
from store.domain.order import Tab
from tests.support.journeys import fills_address, opens_product, orders, who_ordered
from tests.support.selling import opens_the_order
from tests.support.stage import Stage


def data_of(message: Message, label: str) -> str:
    """What a press of this button carries, to be sent once more when it is gone."""
    return next(b.callback_data for b in buttons(message) if label in b.text and b.callback_data)


async def test_an_order_that_is_placed_by_two_presses_is_one_and_is_shown_once(
    stage: Stage,
) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Kaus Lari")
    await ratna.taps("Beli sekarang")
    await fills_address(ratna)
    card = await ratna.sees("Buat pesanan")
    data = data_of(card, "Buat pesanan")

    await ratna.taps("Buat pesanan")
    await ratna.sees("Terima kasih")
    await ratna.taps_data(data, on=card)
    await stage.settles()

    await ratna.sees("Terima kasih")
    counts = await stage.shop.orders.counts(await stage.actor(ratna))
    assert counts[Tab.ALL] == 1
    assert stage.sandbox.journal.refused() == []


async def test_a_cancellation_that_is_sent_twice_alarms_nobody(stage: Stage) -> None:
    ratna = await who_ordered(stage)
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Batalkan pesanan")
    await ratna.taps("Ada harga lebih murah")
    question = await ratna.sees("Kirim pembatalan")
    data = data_of(question, "Kirim pembatalan")

    await ratna.taps("Kirim pembatalan")
    await ratna.sees("dibatalkan", "Stok dikembalikan")
    answer = await ratna.taps_data(data, on=question)
    await stage.settles()

    assert (answer.text, answer.alert) == ("", False)
    await ratna.sees("dibatalkan", "Toko tidak akan mengirimnya lagi")
    assert stage.sandbox.journal.refused() == []


async def test_a_question_that_is_answered_loses_its_buttons_once(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await ratna.starts()
    await orders(ratna)
    await stage.settles()
    await opens_the_order(budi)
    await budi.taps("Atur pengiriman")
    await budi.sees("pembeli sudah ditanya")
    await stage.settles()

    await ratna.taps("Ya, kirim")
    await ratna.sees("Anda sudah mengonfirmasi")
    await stage.settles()
    await opens_the_order(budi)
    await budi.taps("Atur pengiriman")
    await budi.writes("012345678901")
    await budi.sees("Menunggu kurir", "012345678901")
    await stage.settles()

    assert not [m for m in ratna.chat if "Ya, kirim" in m.labels]
    assert stage.sandbox.journal.refused() == []


async def test_cancel_answers_the_second_time_as_the_first(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Kaus Lari")
    await ratna.taps("Beli sekarang")
    await ratna.sees("Isi alamat")

    await ratna.writes("/cancel")
    await ratna.sees("disimpan selama 24 jam", "Lanjutkan pesanan", "Hapus pesanan ini")
    await ratna.writes("/cancel")
    await stage.settles()
    second = await ratna.sees("disimpan selama 24 jam", "Lanjutkan pesanan", "Hapus pesanan ini")
    await ratna.taps("Lanjutkan pesanan")
    await ratna.sees("Isi alamat")
    await ratna.writes("halo")
    await ratna.sees("belum mengerti")
    await ratna.writes("/cancel")

    third = await ratna.sees("disimpan selama 24 jam", "Lanjutkan pesanan", "Hapus pesanan ini")
    assert second.text == third.text

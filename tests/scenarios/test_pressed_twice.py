"""What is pressed or sent twice is done once, and asks nothing of Telegram in vain."""

from tests.support.journeys import fills_address, opens_product, orders, who_ordered
from tests.support.selling import arranges
from tests.support.stage import Stage


async def test_an_order_that_is_placed_by_two_presses_is_one_and_is_shown_once(
    stage: Stage,
) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Kaus Lari")
    await ratna.taps("Beli sekarang")
    await fills_address(ratna)
    card = await ratna.sees("Buat pesanan")
    place = card.content.keyboard
    assert place is not None
    data = next(
        key.callback_data
        for row in place.inline_keyboard
        for key in row
        if key.text.startswith("Buat pesanan") and key.callback_data
    )

    await ratna.taps("Buat pesanan")
    await ratna.sees("Terima kasih")
    await ratna.taps_data(data, on=card)
    await stage.settles()

    await ratna.sees("Terima kasih")
    assert sum((await stage.shop.orders.counts(await stage.actor(ratna))).values()) == 1
    assert stage.sandbox.journal.refused() == []


async def test_a_cancellation_that_is_sent_twice_alarms_nobody(stage: Stage) -> None:
    ratna = await who_ordered(stage)
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Batalkan pesanan")
    await ratna.taps("Ada harga lebih murah")
    question = await ratna.sees("Kirim pembatalan")
    keys = question.content.keyboard
    assert keys is not None
    send = next(
        key.callback_data
        for row in keys.inline_keyboard
        for key in row
        if key.text == "Kirim pembatalan"
    )
    assert send is not None

    await ratna.taps("Kirim pembatalan")
    await ratna.sees("dibatalkan", "Stok dikembalikan")
    answer = await ratna.taps_data(send, on=question)
    await stage.settles()

    assert (answer.text, answer.alert) == ("", False)
    await ratna.sees("dibatalkan", "Toko tidak akan mengirimnya lagi")
    assert stage.sandbox.journal.refused() == []


async def test_a_question_that_is_answered_loses_its_buttons_once(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await ratna.starts()
    await orders(ratna)
    await stage.settles()
    await budi.starts()
    await budi.taps("Meja penjual · 1 menunggu")
    await budi.taps("Perlu dikirim · 1")
    await budi.taps("Sepatu Angin")
    await budi.taps("Atur pengiriman")
    await stage.settles()

    await ratna.taps("Ya, kirim")
    await ratna.sees("Anda sudah mengonfirmasi")
    await stage.settles()
    await arranges(budi)
    await stage.settles()

    page = await stage.shop.orders.counts(await stage.actor(ratna))
    assert sum(page.values()) == 1
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

"""Receipts that come when nobody has asked for one: before the word, or after it."""

from tests.scenarios.test_transfer import a_receipt, orders_by_transfer, the_two
from tests.support.journeys import button_of
from tests.support.stage import Stage


async def test_a_photo_that_is_sent_at_once_finds_its_order_by_a_press(stage: Stage) -> None:
    budi, ratna = await the_two(stage)

    await ratna.sends_photo(a_receipt())
    asked = await ratna.sees("Foto diterima. Apakah ini bukti pembayaran Anda?", "Toko Langkah")
    await stage.settles()
    await budi.does_not_see("Pembayaran dilaporkan")
    await ratna.taps(asked.labels[0])
    await ratna.sees("sedang memeriksa pembayaran Anda")
    await stage.settles()

    card = await budi.sees("Pembayaran dilaporkan")
    assert card.content.photo is not None
    await ratna.sends_photo(a_receipt())
    await ratna.sees("Foto ini tidak saya teruskan")


async def test_of_two_orders_the_buyer_says_which_one_the_photo_is_for(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    await orders_by_transfer(ratna)
    await ratna.starts()

    await ratna.sends_photo(a_receipt())
    asked = await ratna.sees("Tekan pesanan yang sudah Anda bayar")
    older = asked.labels[1]
    await ratna.taps(older)
    await ratna.sees("sedang memeriksa pembayaran Anda")
    again = await ratna.taps_data(button_of(asked, older))
    await stage.settles()

    assert "tombol" not in again.text.lower()
    card = await budi.sees("Pembayaran dilaporkan")
    assert older.split(" ")[0] in card.text


async def test_a_receipt_that_comes_after_the_word_is_added_to_the_card(stage: Stage) -> None:
    budi, ratna = await the_two(stage, language="en")
    await ratna.taps("Saya sudah transfer")
    await ratna.taps("Lanjut tanpa foto")
    await ratna.sees("sedang memeriksa pembayaran Anda", "Anda masih bisa mengirim fotonya")
    await stage.settles()
    bare = await budi.sees("Payment reported")
    assert bare.content.photo is None

    await ratna.sends_photo(a_receipt())
    await ratna.taps("LPK-")
    told = await ratna.sees("sedang memeriksa pembayaran Anda")
    await stage.settles()

    assert "masih bisa mengirim" not in told.text
    card = await budi.waits_until(
        lambda: next((one for one in budi.chat if one.content.photo), None), "sees no photo"
    )
    assert card.as_message()["has_protected_content"] is True
    assert not any(one.labels for one in budi.chat if one.id == bare.id)
    await budi.taps("arrived", on=card)
    await ratna.sees("lunas dan sedang disiapkan")
    await ratna.sends_photo(a_receipt())
    await ratna.sees("Foto ini tidak saya teruskan")


async def test_the_card_of_a_claim_says_that_its_order_was_cancelled_meanwhile(
    stage: Stage,
) -> None:
    budi, ratna = await the_two(stage)
    await ratna.taps("Saya sudah transfer")
    await ratna.sends_photo(a_receipt())
    await stage.settles()
    card = await budi.sees("Pembayaran dilaporkan")
    assert "dibatalkan" not in card.text

    await ratna.taps("Lihat pesanan")
    await ratna.taps("Batalkan pesanan")
    await ratna.taps("Tidak dibutuhkan lagi")
    await ratna.taps("Kirim pembatalan")
    await ratna.sees("masih memeriksa pembayaran Anda")
    await stage.settles()

    drawn = next(one for one in budi.chat if one.id == card.id)
    assert "Pesanan sudah dibatalkan" in drawn.text
    assert drawn.labels == card.labels
    await budi.taps("sudah masuk", on=drawn)
    await stage.settles()
    await ratna.sees("uang masuk setelah pesanan berakhir", "Isi rekening Anda")

"""Paying by bank transfer, from both sides: the sum, the word, the look, the answer."""

import io

from PIL import Image

from sandbox.world import Person
from tests.support.groups import PERSONAL, connected
from tests.support.journeys import button_of, fills_address, opens_product
from tests.support.stage import Stage


def a_receipt(shade: int = 120) -> bytes:
    """A picture as a phone sends it."""
    out = io.BytesIO()
    Image.new("RGB", (60, 90), (shade, 160, 90)).save(out, "PNG")
    return out.getvalue()


async def orders_by_transfer(person: Person) -> None:
    """From anywhere to an order that is to be transferred to the shop's BCA account."""
    await opens_product(person, "Sepatu Angin")
    await person.taps("Beli sekarang")
    await person.taps("Hitam 41")
    card = await person.sees("Pesanan Anda di")
    if "Isi alamat" in card.labels:
        await fills_address(person)
    await person.taps("Pembayaran")
    await person.sees("Bayar dengan apa?", "Lapak tidak memegangnya")
    await person.taps("Transfer · BCA")
    await person.sees("Transfer bank (BCA)", "Ditambah kode unik paling banyak Rp999")
    await person.taps("Buat pesanan")
    await person.sees("Transfer tepat", "BCA", "1234 5678 90", "a.n. Budi Santoso")


async def the_two(stage: Stage, *, language: str = "id") -> tuple[Person, Person]:
    """Budi owns the shop and has an account; Ratna has ordered and is to transfer."""
    budi, ratna = await stage.seller("Budi", language=language), stage.person("Ratna")
    await ratna.starts()
    await orders_by_transfer(ratna)
    await stage.settles()
    return budi, ratna


async def test_a_photo_of_the_receipt_is_enough_and_the_order_is_paid(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    placed = ratna.screen

    await ratna.taps("Saya sudah transfer")
    await ratna.sees("Kirim foto bukti bayar")
    await ratna.sends_photo(a_receipt())
    await ratna.sees("sedang memeriksa pembayaran Anda", "disisihkan untuk Anda")
    await stage.settles()
    card = await budi.sees("Pembayaran dilaporkan", "Periksa mutasi rekening, bukan fotonya")
    await budi.taps("sudah masuk", on=card)
    await stage.settles()

    assert "Salin nominal" in placed.labels
    assert "Salin rekening" in placed.labels
    await budi.sees("sudah masuk", "dicatat oleh Budi", "silakan dikirim")
    await budi.sees("Pesanan baru")
    await ratna.sees("lunas dan sedang disiapkan")
    await ratna.writes("/orders")
    await ratna.sees("Dikemas 1")


async def test_the_card_carries_the_photo_protected_and_no_name(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    room = await connected(stage, budi)

    await ratna.taps("Saya sudah transfer")
    await ratna.sends_photo(a_receipt())
    await stage.settles()
    card = await budi.sees("Pembayaran dilaporkan", in_=room)

    assert card.content.photo is not None
    assert card.as_message()["has_protected_content"] is True
    for word in PERSONAL:
        assert word not in card.text
    link = (await budi.taps("Jumlah lain", in_=room)).url
    await budi.follows(link)
    await budi.sees("Pembayaran dilaporkan", "Jumlah lain")


async def test_too_little_is_asked_for_and_the_rest_pays_it(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    await ratna.taps("Saya sudah transfer")
    await ratna.taps("Lanjut tanpa foto")
    await stage.settles()

    await budi.taps("Jumlah lain")
    await budi.sees("Berapa yang masuk di mutasi rekening Anda?")
    await budi.writes("banyak")
    await budi.sees("Itu belum terbaca")
    await budi.writes("Rp100.000")
    await budi.sees("Benar Rp100.000 yang masuk?", "kurang")
    await budi.taps("Ketik lagi")
    await budi.writes("100000")
    await budi.taps("Ya, benar")
    await budi.sees("Rp100.000 sudah masuk", "Pembeli diminta mengirim kekurangannya")
    await stage.settles()
    await ratna.sees("menerima Rp100.000", "Masih kurang")
    await ratna.taps("Lihat pesanan")
    await ratna.sees("Ditambah kode unik", "Sudah masuk: Rp100.000, masih kurang: Rp")
    await ratna.taps("Cara bayar")
    await ratna.sees("sudah masuk. Mohon kirim kekurangannya")
    await ratna.taps("Saya sudah transfer")
    await ratna.taps("Lanjut tanpa foto")
    await stage.settles()
    await budi.taps("sudah masuk")
    await stage.settles()

    await ratna.sees("lunas dan sedang disiapkan")


async def test_not_found_is_said_with_its_reason_and_can_be_reported_again(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    await ratna.taps("Saya sudah transfer")
    await ratna.taps("Lanjut tanpa foto")
    await stage.settles()

    await budi.taps("Tidak ditemukan")
    reasons = await budi.sees("Mengapa")
    await budi.taps("Terkirim ke rekening lain")
    await stage.settles()

    answered = await budi.sees("Tidak ditemukan oleh Budi", "Terkirim ke rekening lain")
    assert not any("Foto" in label for label in reasons.labels)
    assert "Cari " not in answered.text
    await ratna.sees(
        "tidak menemukan pembayaran Anda", "Terkirim ke rekening lain", "Mohon periksa"
    )
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Cara bayar")
    await ratna.sees(
        "belum menemukan pembayaran", "Jangan bayar dua kali", "Terkirim ke rekening lain"
    )
    await stage.passes(hours=6)
    await ratna.sees("dibatalkan oleh Lapak", "Tidak dibayar tepat waktu")


async def test_an_order_that_nobody_pays_ends_after_a_reminder(stage: Stage) -> None:
    _, ratna = await the_two(stage)

    await stage.passes(hours=18)
    reminder = await ratna.sees("masih menunggu", "Sudah bayar?")
    assert reminder.labels[:2] == ("Cara bayar", "Saya sudah bayar")
    await stage.passes(hours=6)

    await ratna.sees("dibatalkan oleh Lapak", "Tidak dibayar tepat waktu", "terlanjur terkirim?")
    await ratna.writes("/orders")
    await ratna.sees("Dibatalkan 1")
    await ratna.taps("Dibatalkan ·")
    page = await ratna.sees("Dibatalkan otomatis: Tidak dibayar tepat waktu", "Tanya penjual")
    assert "mencatat" not in page.text


async def test_another_reason_is_asked_for_in_words_at_once(stage: Stage) -> None:
    _, ratna = await the_two(stage)
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Batalkan pesanan")

    await ratna.taps("Lainnya")
    await ratna.writes("Salah pilih toko")
    await ratna.sees("Keterangan Anda: Salah pilih toko", "Tekan Kirim pembatalan")
    await ratna.taps("Kirim pembatalan")

    await ratna.sees("dibatalkan", "jangan transfer untuk pesanan ini")
    await ratna.taps("Lihat pesanan")
    await ratna.sees("Anda membatalkan: Lainnya")


async def test_a_paid_order_is_cancelled_only_with_the_shops_yes_and_money_goes_back(
    stage: Stage,
) -> None:
    budi, ratna = await the_two(stage)
    await ratna.taps("Saya sudah transfer")
    await ratna.taps("Lanjut tanpa foto")
    await stage.settles()
    await budi.taps("sudah masuk")
    await stage.settles()

    await ratna.starts()
    await ratna.taps("Pesanan saya")
    await ratna.taps("Dikemas ·")
    await ratna.taps("Ajukan pembatalan")
    await ratna.sees("Pesanan ini sudah dibayar, jadi penjual perlu menyetujui")
    await ratna.taps("Ada harga lebih murah")
    await ratna.taps("Kirim pembatalan")
    await stage.settles()
    await budi.sees("Pembatalan diminta", "Anda mengembalikan Rp")
    await budi.taps("Setujui")
    await stage.settles()

    await ratna.sees("menyetujui", "dibatalkan", "akan mengembalikan")
    await ratna.sees("akan mengembalikan", "pesanan dibatalkan")
    await budi.sees("Kembalikan Rp", "2 hari kerja")


async def test_an_unpaid_order_is_cancelled_in_five_presses_from_home(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    before = len(budi.chat)
    await ratna.starts()
    ratna.presses = 0

    await ratna.taps("Pesanan saya")
    await ratna.taps("Belum bayar ·")
    await ratna.taps("Batalkan pesanan")
    await ratna.taps("Tidak dibutuhkan lagi")
    await ratna.taps("Kirim pembatalan")
    await stage.settles()

    assert ratna.presses == 5
    await ratna.sees("dibatalkan", "jangan transfer untuk pesanan ini")
    assert len(budi.chat) == before


async def test_words_where_a_photo_is_expected_lose_nothing(stage: Stage) -> None:
    _, ratna = await the_two(stage)
    await ratna.taps("Saya sudah transfer")

    await ratna.writes("sudah ya kak")
    await ratna.sees("saya perlu foto", "Kirim foto bukti bayar")
    await ratna.sends_sticker()
    await ratna.writes("/cancel")

    await ratna.sees("Transfer tepat", "Saya sudah transfer")


async def test_pressed_twice_it_is_reported_once(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    await ratna.taps("Saya sudah transfer")
    screen = await ratna.sees("Lanjut tanpa foto")
    again = button_of(screen, "Lanjut tanpa foto")

    await ratna.taps_data(again, on=screen)
    await ratna.taps_data(again, on=screen)
    await stage.settles()

    cards = [message for message in budi.chat if "Pembayaran dilaporkan" in message.text]
    assert len(cards) == 1
    await ratna.sees("sudah memeriksa pembayaran Anda")


async def test_a_receipt_opened_from_the_desk_is_protected_too(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    await ratna.taps("Saya sudah transfer")
    await ratna.sends_photo(a_receipt())
    await stage.settles()

    await budi.writes("/sell")
    await budi.taps("Pembayaran dilaporkan · 1")
    await budi.taps("LPK-", on=budi.screen)
    await stage.settles()
    card = budi.screen
    assert "sudah masuk" in card.labels[0]
    assert card.content.photo is not None
    assert card.as_message()["has_protected_content"] is True
    await budi.taps("Tidak ditemukan", on=card)
    why = await budi.sees("Mengapa tidak ditemukan?")

    assert why.as_message()["has_protected_content"] is True

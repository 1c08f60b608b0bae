"""Money that goes back by hand, from both sides: where to, sent, received, or not."""

from sandbox.room import Room
from sandbox.world import Person
from tests.scenarios.test_transfer import a_receipt, orders_by_transfer, the_two
from tests.support.groups import connected
from tests.support.journeys import ADDRESS
from tests.support.stage import Stage

ACCOUNT = ("5012 3456 78", "5012345678", "Ratna Dewi")


async def owes(stage: Stage, *, language: str = "id") -> tuple[Person, Person]:
    """Ratna has paid and cancelled with Budi's yes; Budi, who reads this, owes her all of it."""
    budi, ratna = await the_two(stage, language=language)
    await is_owed(stage, budi, ratna)
    return budi, ratna


async def is_owed(stage: Stage, budi: Person, ratna: Person, *, room: Room | None = None) -> None:
    """From an order that waits for its money to one whose money goes back."""
    await ratna.taps("Saya sudah transfer")
    await ratna.taps("Lanjut tanpa foto")
    await stage.settles()
    await budi.taps("sudah masuk" if is_indonesian(budi) else "arrived", in_=room)
    await stage.settles()
    await ratna.starts()
    await ratna.taps("Pesanan saya")
    await ratna.taps("Dikemas ·")
    await ratna.taps("Ajukan pembatalan")
    await ratna.taps("Ada harga lebih murah")
    await ratna.taps("Kirim pembatalan")
    await stage.settles()
    await budi.taps("Setujui" if is_indonesian(budi) else "Approve", in_=room)
    await stage.settles()


def is_indonesian(person: Person) -> bool:
    """Which of the two languages the person reads."""
    return person.user.language_code == "id"


async def fills_account(stage: Stage, ratna: Person) -> None:
    """Ratna's account at Jago."""
    await ratna.taps("Isi rekening")
    await ratna.taps("Rekening bank")
    await ratna.writes("Jago")
    await ratna.writes("5012-3456-78")
    await ratna.writes("Ratna Dewi")
    await ratna.sees("Sudah benar? Jago 5012 3456 78 a.n. Ratna Dewi")
    await ratna.taps("Ya, simpan")
    await ratna.sees("Tercatat: Jago ******5678, Ratna Dewi", "mengirim Rp", "paling lambat")
    await stage.settles()


async def sends(stage: Stage, budi: Person) -> None:
    """From the notice about the account to the word that it was sent."""
    await budi.taps("Lihat pengembalian dana")
    await budi.taps("Dana sudah dikirim")
    await budi.taps("Sudah dikirim, tanpa foto")
    await stage.settles()


async def test_the_account_is_asked_for_the_money_sent_with_a_photo_and_received(
    stage: Stage,
) -> None:
    budi, ratna = await owes(stage)
    await ratna.sees("akan mengembalikan", "Isi rekening Anda")
    await budi.sees("Kembalikan Rp", "Pembeli diminta mengisi rekening")

    await fills_account(stage, ratna)
    await budi.sees("sudah mengisi rekening", "Mohon kirim paling lambat")
    await budi.writes("/sell")
    await budi.taps("Pengembalian dana · 1")
    await budi.sees("Kirim masing-masing sebelum batasnya")
    await budi.taps("LPK-")
    owed = await budi.sees("ke Jago", "5012 3456 78", "a.n. Ratna Dewi")
    await budi.taps("Dana sudah dikirim")
    await budi.sees("Kirim foto bukti transfer")
    await budi.sends_photo(a_receipt(200))
    await budi.sees("Dikirim oleh Budi", "Pembeli sedang ditanya")
    await stage.settles()

    assert "Salin rekening" in owed.labels
    told = await ratna.sees("sudah mengirim kembali", "Tanpa jawaban Anda")
    assert told.content.photo is not None
    assert told.as_message()["has_protected_content"] is True
    await ratna.taps("Sudah saya terima")
    await ratna.sees("Pengembalian dana Rp", "selesai")
    await stage.settles()
    await budi.sees("sudah menerima", "Tidak ada lagi yang perlu dilakukan")


async def test_silence_for_three_days_says_that_it_came(stage: Stage) -> None:
    budi, ratna = await owes(stage, language="en")
    await budi.sees("You owe the buyer", "The buyer is asked for an account")
    await fills_account(stage, ratna)
    await budi.taps("See refund")
    await budi.sees("to Jago", "in the name of Ratna Dewi", "Please send it by")
    await budi.taps("Money sent")
    await budi.writes("I have sent it")
    await budi.sees("Send a photo of the transfer's receipt")
    await budi.taps("Sent, without a photo")
    await stage.settles()

    await stage.passes(days=3)

    await ratna.sees("dianggap sudah diterima karena tidak ada keberatan")
    await budi.sees("count as arrived, for nobody has said otherwise")


async def test_what_did_not_arrive_is_told_to_the_shop_and_sent_again(stage: Stage) -> None:
    budi, ratna = await owes(stage)
    await fills_account(stage, ratna)
    await sends(stage, budi)

    first = await ratna.sees("sudah mengirim kembali")
    await ratna.taps("Belum saya terima", on=first)
    await ratna.sees("belum diterima", "dan operator sedang memeriksanya")
    await stage.settles()
    await budi.sees("Pembeli belum menerima", "kirim lagi")
    await sends(stage, budi)
    await ratna.sees("sudah mengirim kembali")
    await ratna.taps("Belum saya terima", on=first)
    await stage.settles()

    await ratna.sees("sudah dikirim", "Tanpa jawaban Anda")


async def test_the_account_of_the_last_time_is_taken_over_with_one_press(stage: Stage) -> None:
    budi, ratna = await owes(stage)
    await fills_account(stage, ratna)
    await orders_by_transfer(ratna)
    await is_owed(stage, budi, ratna)

    await ratna.taps("Isi rekening")
    await ratna.taps("Pakai Jago …5678")
    await ratna.sees("Tercatat: Jago ******5678, Ratna Dewi")
    await ratna.taps("Ganti rekening")
    await ratna.taps("E-wallet")
    await ratna.writes("GoPay")
    await ratna.writes("12")
    await ratna.sees("nomor HP e-wallet", "terdaftar di e-wallet itu")
    await ratna.does_not_see("kurir")
    await ratna.writes("0812 3456 7890")
    await ratna.writes("/cancel")

    await ratna.sees("ke Jago ******5678")


async def test_the_group_reads_of_it_without_the_account_and_is_led_into_private(
    stage: Stage,
) -> None:
    budi, ratna = await the_two(stage)
    room = await connected(stage, budi)
    await is_owed(stage, budi, ratna, room=room)

    await fills_account(stage, ratna)

    await budi.sees("sudah mengisi rekening", in_=room)
    for secret in ACCOUNT:
        await budi.does_not_see(secret, in_=room)
    await budi.follows((await budi.taps("Lihat pengembalian dana", in_=room)).url)
    await budi.sees("ke Jago", "5012 3456 78", "a.n. Ratna Dewi")


async def test_a_shop_that_does_not_send_it_takes_no_orders_until_it_has(stage: Stage) -> None:
    budi, ratna = await owes(stage)
    await fills_account(stage, ratna)
    await stage.passes(days=1)
    await budi.sees("masih menunggu Anda kirim", "Mohon kirim paling lambat Sel, 24 Nov 23.59 WIB")

    await stage.passes(days=9)
    await ratna.sees("belum mengirim pengembalian dana", "Operator Lapak sudah diberi tahu")
    await budi.sees("tidak menerima pesanan baru sampai")
    await budi.writes("/sell")
    await budi.sees("Tidak ada pesanan baru")
    sari = stage.person("Sari", language="en")
    refused = await presses_place(sari)
    await budi.taps("Pengembalian dana · 1")
    await budi.taps("LPK-")
    await budi.taps("Dana sudah dikirim")
    await budi.taps("Sudah dikirim, tanpa foto")
    await sari.taps("Place order")

    assert refused == "Toko Langkah takes no new orders right now."
    await sari.sees("Thank you")


async def presses_place(sari: Person) -> str:
    """Sari, who reads English, wants to order; what she is answered."""
    await sari.starts()
    await sari.writes("/shop")
    await sari.taps("Toko Langkah")
    await sari.taps("Sepatu Angin")
    await sari.taps("Buy now")
    await sari.taps("Hitam 41")
    await sari.taps("Add address")
    await sari.writes(ADDRESS)
    await sari.taps("Save address")
    return (await sari.taps("Place order")).text

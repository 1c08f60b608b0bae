"""Money on the statement that nobody has reported: before the buyer says so, twice, too late."""

from tests.scenarios.test_refunds import fills_account
from tests.scenarios.test_transfer import a_receipt, the_two
from tests.support.journeys import button_of
from tests.support.stage import Stage


async def test_money_that_came_twice_is_booked_and_goes_back(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    await ratna.taps("Saya sudah transfer")
    await ratna.sends_photo(a_receipt())
    await stage.settles()
    await budi.taps("sudah masuk")
    await stage.settles()

    await budi.taps("Lihat pesanan")
    await budi.taps("Ada uang masuk lagi")
    await budi.sees("Dikemas · tagihan Rp291.", "Berapa yang masuk di mutasi")
    await budi.writes("berapa ya")
    await budi.sees("belum terbaca sebagai jumlah uang")
    await budi.writes("291.000")
    asked = await budi.sees(
        "Benar", "Rp291.000", "Pesanan sudah lunas, jadi uang ini dikembalikan"
    )
    await budi.taps("Ya, benar")
    await stage.settles()
    await budi.taps_data(button_of(asked, "Ya, benar"))
    await stage.settles()

    told = await ratna.sees("Toko Langkah akan mengembalikan Rp291.000", "dibayar dua kali")
    assert "Isi rekening" in told.labels
    await budi.sees("Kembalikan Rp291.000", "dibayar dua kali")
    assert sum("dibayar dua kali" in one.text for one in ratna.chat) == 1
    await fills_account(stage, ratna)
    await budi.taps("Lihat pengembalian dana")
    await budi.sees("Rp291.000", "ke Jago")


async def test_who_pays_and_says_nothing_is_found_by_the_shop(stage: Stage) -> None:
    budi, ratna = await the_two(stage, language="en")
    await budi.writes("/sell")
    await budi.taps("Not paid yet")
    await budi.taps("Sepatu Angin")
    await budi.taps("Money has come")
    await budi.writes("291.999")
    await budi.sees("The order is paid then", "more than was due")
    await budi.taps("Type it again")
    await budi.writes("250.000")
    await budi.sees("is still missing then; the buyer is asked for it")
    await budi.taps("Yes, that came")
    await stage.settles()
    await ratna.sees("menerima Rp250.000", "Masih kurang")

    await budi.taps("Money has come")
    await budi.writes("/cancel")
    await budi.sees("Not paid yet", "Do not pack it")


async def test_money_that_came_after_the_end_goes_back_without_a_word(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    await stage.passes(hours=24)
    await ratna.sees("dibatalkan")
    ref = (await ratna.sees("LPK-")).text.split("LPK-")[1][:11]

    await budi.writes(f"LPK-{ref}")
    await budi.taps("Ada uang masuk lagi")
    await budi.sends_sticker()
    await budi.writes("291000")
    await budi.sees("Pesanan sudah berakhir, jadi uang ini dikembalikan")
    await budi.taps("Ya, benar")
    await stage.settles()

    await ratna.sees("uang masuk setelah pesanan berakhir", "Isi rekening Anda")


async def test_while_a_claim_waits_it_is_answered_first(stage: Stage) -> None:
    budi, ratna = await the_two(stage)
    await budi.writes("/sell")
    await budi.taps("Belum dibayar")
    await budi.taps("Sepatu Angin")
    page = await budi.sees("Ada uang masuk")
    await ratna.taps("Saya sudah transfer")
    await ratna.taps("Lanjut tanpa foto")
    await stage.settles()

    refused = await budi.taps_data(button_of(page, "Ada uang masuk"), on=page)

    assert refused.alert
    assert refused.text == "Pembeli sudah melaporkan pembayaran: jawab itu dulu."
    await budi.sees("Pembeli melaporkan pembayaran", "Pembayaran dilaporkan")

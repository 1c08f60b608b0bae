"""Paying by card in the chat, from all three sides: buyer, shop, operator."""

from telegram import Update
from telegram.ext import PreCheckoutQueryHandler

from bot.context import Ctx
from sandbox.server.checkouts import Invoice
from sandbox.server.paying import complete
from sandbox.world import Person
from tests.scenarios.test_unheard import an_operator
from tests.support.journeys import ADDRESS, fills_address, opens_product
from tests.support.stage import Stage


async def a_card_shop(stage: Stage, *, language: str = "id") -> tuple[Person, Person]:
    """The operators collect for Budi's shop; Ratna has met the bot."""
    await stage.shop.operators.collect_for("toko-langkah")
    budi, ratna = await stage.seller("Budi", language=language), stage.person("Ratna")
    await ratna.starts()
    return budi, ratna


async def orders_by_card(person: Person) -> None:
    """From anywhere to an order that is to be paid by card."""
    await opens_product(person, "Sepatu Angin")
    await person.taps("Beli sekarang")
    await person.taps("Hitam 41")
    card = await person.sees("Pesanan Anda di")
    if "Isi alamat" in card.labels:
        await fills_address(person)
    await person.taps("Pembayaran")
    await person.sees("Bayar dengan apa?", "diterima operator Lapak atas nama toko")
    await person.taps("Kartu, langsung di chat ini")
    await person.sees("Pembayaran: Kartu")
    await person.taps("Buat pesanan")
    await person.sees("Bayar paling lambat", "Dengan kartu, langsung di chat ini: Rp291.000")


async def test_the_order_is_paid_in_the_chat_and_the_shop_is_told_only_then(stage: Stage) -> None:
    budi, ratna = await a_card_shop(stage)
    await orders_by_card(ratna)
    await stage.settles()
    await budi.does_not_see("Pesanan baru LPK")

    await ratna.taps("Bayar dengan kartu")
    paid = await ratna.pays()
    await stage.settles()

    assert (paid.error, paid.invoice.total, paid.invoice.currency) == ("", 29_100_000, "IDR")
    assert paid.invoice.title.startswith("Pesanan LPK-")
    assert "Sepatu Angin, Hitam 41 × 1 dari Toko Langkah" in paid.invoice.description
    await ratna.sees("pembayaran Anda sudah diterima", "mengirim paling lambat")
    await budi.sees("Pesanan baru LPK-", "Rp291.000, Kartu")
    await ratna.taps("Lihat pesanan")
    await ratna.sees("Dikemas", "Kartu")
    await ratna.does_not_see("kode unik", "Saya sudah transfer")
    await budi.writes("/sell")
    await budi.taps("Rekening")
    await budi.sees("Dibayar dengan kartu, disimpan operator Lapak untuk Anda: Rp291.000")


async def test_an_old_invoice_is_refused_with_words_before_any_money_is_taken(
    stage: Stage,
) -> None:
    _, ratna = await a_card_shop(stage)
    await orders_by_card(ratna)
    await ratna.taps("Bayar dengan kartu")
    invoice = await ratna.sees("Pay IDR 291,000.00")
    await ratna.taps("Batalkan pesanan")
    await ratna.taps("Tidak dibutuhkan lagi")
    await ratna.taps("Kirim pembatalan")
    await ratna.sees("dibatalkan")

    refused = await ratna.pays(on=invoice)

    assert refused.error == "Pesanan ini tidak bisa dibayar lagi; tidak ada uang yang diambil."
    assert not refused.paid


async def test_an_invoice_of_nobody_knows_what_is_refused_with_words(stage: Stage) -> None:
    _, ratna = await a_card_shop(stage)
    await orders_by_card(ratna)
    await ratna.taps("Bayar dengan kartu")
    message = await ratna.sees("Pay IDR 291,000.00")
    chat = stage.world.sandbox.chat_between(stage.world.bot, ratna.user)
    strange = Invoice(
        title="?",
        description="?",
        payload="kapan-kapan",
        currency="IDR",
        total=29_100_000,
        start_parameter="",
    )
    stage.sandbox.checkouts.put(chat, message.id, strange)

    assert "Ini sudah tidak ada" in (await ratna.pays()).error


async def test_a_bug_lets_nobody_pay_and_the_money_that_came_is_booked_later(
    stage: Stage,
) -> None:
    budi, ratna = await a_card_shop(stage)
    await orders_by_card(ratna)
    await ratna.taps("Bayar dengan kartu")
    await ratna.sees("Pay IDR")

    async def breaks(_: Update, __: Ctx) -> None:
        raise ZeroDivisionError

    broken = PreCheckoutQueryHandler(breaks)
    stage.bot.application.add_handler(broken, group=-1)
    refused = await ratna.pays()
    stage.bot.application.remove_handler(broken, group=-1)

    assert "gangguan di pihak kami" in refused.error
    assert (await ratna.pays()).paid
    await stage.settles()
    await budi.sees("Pesanan baru LPK-")


async def test_pressed_again_the_older_invoice_goes_away(stage: Stage) -> None:
    _, ratna = await a_card_shop(stage)
    await orders_by_card(ratna)
    await ratna.taps("Bayar dengan kartu")
    await ratna.taps("Bayar dengan kartu")
    await stage.settles()

    assert sum(message.kind == "invoice" for message in ratna.chat) == 1
    assert (await ratna.pays()).paid


async def test_what_two_phones_pay_at_once_is_booked_and_the_second_goes_back(
    stage: Stage,
) -> None:
    ani = await an_operator(stage)
    _, ratna = await a_card_shop(stage)
    await orders_by_card(ratna)
    await ratna.taps("Bayar dengan kartu")
    stage.sandbox.checkouts.bank_waits = True
    first, second = await ratna.begins_to_pay(), await ratna.begins_to_pay()
    await ratna.waits_until(
        lambda: (first.allowed and second.allowed) or None, "is not let pay twice"
    )
    complete(stage.sandbox, first)
    complete(stage.sandbox, second)
    await stage.settles()

    await ratna.sees("pembayaran kedua dikembalikan ke kartu Anda")
    await ratna.sees("Rp291.000 untuk pesanan", "kembali ke kartu Anda: dibayar dua kali")
    await ani.sees("harus dikembalikan ke kartu pembeli", "Penjualnya Toko Langkah")


async def test_money_that_comes_after_the_time_was_over_goes_back(stage: Stage) -> None:
    _, ratna = await a_card_shop(stage)
    await orders_by_card(ratna)
    await ratna.taps("Bayar dengan kartu")
    stage.sandbox.checkouts.bank_waits = True
    slow = await ratna.begins_to_pay()
    await ratna.waits_until(lambda: slow.allowed or None, "is not let pay")
    await stage.passes(hours=24)
    await ratna.sees("dibatalkan")

    complete(stage.sandbox, slow)
    await stage.settles()

    await ratna.sees("Pesanan sudah berakhir sebelum uang masuk")
    await ratna.sees("kembali ke kartu Anda: uang masuk setelah pesanan berakhir")


async def test_a_paid_card_order_is_cancelled_and_the_operator_gives_the_money_back(
    stage: Stage,
) -> None:
    ani = await an_operator(stage)
    budi, ratna = await a_card_shop(stage)
    await orders_by_card(ratna)
    await ratna.taps("Bayar dengan kartu")
    await ratna.pays()
    await ratna.sees("sudah diterima")
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Ajukan pembatalan")
    await ratna.taps("Ada harga lebih murah")
    await ratna.taps("Kirim pembatalan")
    await stage.settles()
    await budi.sees("operator Lapak mengembalikan Rp291.000 ke kartu pembeli")
    await budi.taps("Setujui")
    await stage.settles()

    await ratna.sees("kembali ke kartu Anda; operator Lapak yang mengirimnya")
    await budi.sees("kembali ke kartu pembeli", "Anda tidak perlu berbuat apa-apa")
    await ratna.does_not_see("Isi rekening")
    await ani.taps("Lihat pengembalian dana")
    await ani.sees("lewat penyedia pembayaran", "Pembayaran ch_", "Lakukan paling lambat")
    await ani.taps("Sudah dikembalikan")
    await ani.sends_sticker()
    await ani.writes("re_3Nk77")
    await ani.sees("Pembeli sedang ditanya")
    await stage.settles()
    await ratna.sees("sudah dikembalikan ke kartu Anda", "Referensi: re_3Nk77")
    await ratna.taps("Sudah saya terima")
    await stage.settles()
    await ani.sees("sudah sampai di kartu pembeli")


async def test_what_did_not_reach_the_card_comes_back_to_the_operator(stage: Stage) -> None:
    ani = await an_operator(stage, language="en")
    await test_seller_cancels_a_card_order(stage)
    await ani.taps("See refund")
    await ani.taps("Refunded")
    await ani.writes("re_1")
    await ani.sees("The buyer is asked")
    ratna = next(one for one in stage.sandbox.people.values() if one.first_name == "Ratna")
    chat = Person(stage.world, ratna)
    await chat.taps("Belum saya terima")
    await stage.settles()

    await ani.sees("has not received", "give it back again")
    await ani.starts()
    await ani.taps("Operator · 1")
    await ani.taps("Late refunds · 1")
    await ani.taps("LPK-")
    await ani.sees("The buyer says that it did not arrive", "times sent: 1", "Payment ch_")
    await ani.taps("Refunded")
    await ani.writes("/cancel")
    await ani.sees("Do it by")


async def test_seller_cancels_a_card_order(stage: Stage) -> None:
    budi, ratna = await a_card_shop(stage, language="en")
    await orders_by_card(ratna)
    await ratna.taps("Bayar dengan kartu")
    await ratna.pays()
    await stage.settles()
    await budi.taps("See order")
    await budi.taps("Cancel order")
    await budi.taps("Out of stock")
    await budi.writes("The last pair is damaged")
    await budi.sees("Lapak's operator sends Rp291.000 back to the buyer's card")
    await budi.taps("Ask the operators")
    await stage.settles()
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Setuju, batalkan")
    await stage.settles()

    await ratna.sees("kembali ke kartu Anda: pesanan dibatalkan")
    await budi.sees("goes back to the buyer's card", "you have nothing to do")


async def test_an_unpaid_card_order_is_reminded_of_and_expires(stage: Stage) -> None:
    _, ratna = await a_card_shop(stage)
    await orders_by_card(ratna)
    await stage.passes(hours=18)
    reminder = await ratna.sees("masih menunggu Rp291.000", "Setelah itu pesanan dibatalkan")
    assert "Saya sudah transfer" not in reminder.labels
    await ratna.taps("Bayar dengan kartu", on=reminder)
    assert (await ratna.pays()).paid


async def test_where_it_is_switched_off_nobody_is_led_into_a_dead_end(stage: Stage) -> None:
    await stage.seller("Budi")
    sari = stage.person("Sari", language="en")
    await sari.starts()
    await sari.writes("/shop")
    await sari.taps("Toko Langkah")
    await sari.taps("Sepatu Angin")
    await sari.taps("Buy now")
    await sari.taps("Hitam 41")
    await sari.taps("Add address")
    await sari.writes(ADDRESS)
    await sari.taps("Save address")
    await sari.taps("Payment")
    await sari.does_not_see("Card, here in the chat")
    await sari.taps_data("bi1")

    await sari.sees("Payment: Cash on delivery")

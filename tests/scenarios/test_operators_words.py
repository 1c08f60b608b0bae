"""An operator writes to both sides of an order about which there is something to decide."""

from bot.buttons.messages import OpenThread, WriteMessage
from store.domain.order import Tab
from tests.scenarios.test_refunds import fills_account, owes, sends
from tests.scenarios.test_unheard import an_operator
from tests.support.stage import Stage


async def test_both_sides_read_it_and_the_operator_reads_their_answers(stage: Stage) -> None:
    ani = await an_operator(stage)
    budi, ratna = await owes(stage)
    await stage.passes(days=5)
    await ani.taps("Lihat pengembalian dana")
    await ani.taps("Tulis ke kedua pihak")
    await ani.sees("Belum ada pesan. Yang Anda tulis dibaca kedua pihak")
    await ani.taps("Tulis pesan")
    await ani.sees("pembeli dan Toko Langkah membacanya")
    await ani.writes("Mohon isi rekening, supaya toko bisa mengirim.")
    await ani.sees("Terkirim ke pembeli dan Toko Langkah", "Operator Lapak")
    await stage.settles()

    told = await ratna.sees("Operator Lapak menulis tentang pesanan", "Mohon isi rekening")
    read = await budi.sees("Operator Lapak menulis tentang pesanan", "Mohon isi rekening")
    assert "Ani" not in told.text + read.text
    await ratna.taps("Balas", on=told)
    await ratna.writes("Baik, sebentar.")
    await stage.settles()
    await budi.sees("pembeli pesanan", "Baik, sebentar.")
    asked = await ani.sees("Toko Langkah: pembeli pesanan", "Baik, sebentar.")
    await ani.does_not_see("Ratna", "Budi")
    await budi.taps("Lihat pesan", on=read)
    await budi.sees("Operator Lapak", "Mohon isi rekening")
    await ani.taps("Lihat pesan", on=asked)
    await ani.sees("Baik, sebentar.", "‹ Keputusan")


async def test_once_it_is_settled_it_is_no_operators_affair_any_more(stage: Stage) -> None:
    ani = await an_operator(stage, language="en")
    budi, ratna = await owes(stage)
    await stage.passes(days=9)
    await ani.taps("See refund")
    await ani.taps("Write to both")
    await ani.taps("Write a message")
    await ani.writes("The account is missing")
    await stage.settles()
    order = (await stage.shop.orders.page(await stage.actor(ratna), Tab.ALL)).items[0]
    await budi.sees("The account is missing")
    await fills_account(stage, ratna)
    await sends(stage, budi)

    for button in (OpenThread(order.id), WriteMessage(order.id)):
        refused = await ani.taps_data(button.pack())
        assert refused.text == "This is not here any more."
    await ratna.taps("Balas")
    await ratna.sees("Pesanan berakhir lebih dari 7 hari lalu")

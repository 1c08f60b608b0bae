"""A shop cancels an order from its page on the desk, and the buyer reads why."""

from sandbox.world import Person
from tests.scenarios.test_transfer import the_two
from tests.support.groups import connected, staff
from tests.support.journeys import button_of, orders
from tests.support.selling import opens_the_order
from tests.support.stage import Stage


async def cod(stage: Stage) -> tuple[Person, Person]:
    """Budi owns the shop; Ratna has ordered and pays at the door."""
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await ratna.starts()
    await orders(ratna)
    await stage.settles()
    return budi, ratna


async def test_what_is_paid_at_the_door_is_cancelled_with_a_reason_and_without_a_word(
    stage: Stage,
) -> None:
    budi, ratna = await cod(stage)

    await opens_the_order(budi)
    await budi.taps("Batalkan pesanan")
    await budi.sees("Mengapa toko Anda membatalkannya?", "langsung dibatalkan")
    await budi.taps("Stok habis")
    await budi.sees("Ingin menjelaskannya?")
    await budi.taps("Tanpa penjelasan")
    card = await budi.sees("pembeli membaca alasannya", "Stok: +1.", "belum ada yang dibayar")
    assert "Batalkan pesanan" in card.labels
    await budi.taps("Batalkan pesanan")
    await stage.settles()

    await budi.sees("dibatalkan", "Pembeli sudah diberi tahu alasannya", "jangan dikirim")
    assert not any("dibatalkan oleh penjual" in message.text for message in budi.chat)
    await ratna.sees("dibatalkan oleh penjual", "Stok habis", "Anda tidak perlu membayar")
    await ratna.taps("Lihat pesanan")
    await ratna.sees("Dibatalkan oleh penjual: Stok habis")
    assert await stock(stage) == 4


async def test_each_step_leads_back_and_what_was_typed_stays(stage: Stage) -> None:
    budi, _ = await cod(stage)
    await opens_the_order(budi)
    await budi.taps("Batalkan pesanan")

    await budi.taps("Salah harga")
    await budi.taps("‹ Kembali")
    await budi.taps("Alamat tidak terjangkau")
    await budi.writes("x" * 301)
    await budi.sees("Terlalu panjang", "Ingin menjelaskannya?")
    await budi.writes("Kurir tidak sampai ke sana.")
    await budi.sees("“Kurir tidak sampai ke sana.”")
    await budi.taps("Ubah keterangan")
    await budi.taps("‹ Kembali")
    await budi.taps("Alasan lain")
    reasons = await budi.sees("Mengapa toko Anda")
    assert "● Alamat tidak terjangkau" in reasons.labels
    await budi.taps("Stok habis")
    await budi.sees("Alasan: Stok habis", "“Kurir tidak sampai ke sana.”")
    await budi.taps("‹ Tidak jadi batal")

    page = await budi.sees("Kirim ke:")
    assert "Batalkan pesanan" in page.labels


async def test_a_sticker_is_answered_and_cancel_leaves_everything_as_it_is(stage: Stage) -> None:
    budi, ratna = await cod(stage)
    await opens_the_order(budi)
    await budi.taps("Batalkan pesanan")
    await budi.taps("Stok habis")

    await budi.sends_sticker()
    await budi.sees("Stikernya bagus", "penjelasan Anda dalam kata-kata")
    await budi.taps("Lanjutkan pembatalan")
    await budi.sees("Ingin menjelaskannya?")
    await budi.writes("/cancel")
    await stage.settles()

    await budi.sees("berlanjut", "tidak ada yang dibatalkan")
    assert not any("dibatalkan oleh penjual" in message.text for message in ratna.chat)


async def test_a_button_of_before_and_a_second_press_are_answered_with_what_is_true(
    stage: Stage,
) -> None:
    budi, ratna = await cod(stage)
    await opens_the_order(budi)
    page = await budi.sees("Kirim ke:")
    await budi.taps("Batalkan pesanan")
    await budi.taps("Stok habis")
    await budi.taps("Tanpa penjelasan")
    send = button_of(await budi.sees("belum ada yang dibayar"), "Batalkan pesanan")
    await budi.taps("Batalkan pesanan")
    await stage.settles()

    await budi.taps_data(send)
    await budi.sees("Pembeli sudah diberi tahu alasannya")
    await budi.taps_data(button_of(page, "Batalkan pesanan"))
    await budi.sees("Pembeli sudah diberi tahu alasannya")
    await ratna.taps_data(send)
    await stage.settles()

    told = [message for message in ratna.chat if "dibatalkan oleh penjual" in message.text]
    assert len(told) == 1
    assert await stock(stage) == 4


async def stock(stage: Stage) -> int:
    """How many black shoes in size 41 are left."""
    async with stage.shop.begin() as tx:
        order = await tx.orders.get(1)
        return (await tx.products.variant(order.lines[0].variant_id)).stock


async def test_a_colleague_who_packs_reads_it_in_the_group(stage: Stage) -> None:
    budi, _ = await cod(stage)
    sari = await staff(stage, "Sari")
    room = await connected(stage, budi, sari)

    await opens_the_order(sari)
    for label in ("Batalkan pesanan", "Stok habis", "Tanpa penjelasan", "Batalkan pesanan"):
        await sari.taps(label)
    await stage.settles()

    await budi.sees("dibatalkan oleh penjual", "Jangan dikirim", in_=room)


async def test_an_unpaid_order_with_a_report_is_cancelled_and_the_report_still_answered(
    stage: Stage,
) -> None:
    budi, ratna = await the_two(stage, language="en")
    await ratna.taps("Saya sudah transfer")
    await ratna.taps("Lanjut tanpa foto")
    await stage.settles()

    claim = await budi.sees("Payment reported")
    await budi.taps("See order", on=claim)
    await budi.sees("The buyer has reported a payment")
    await budi.taps("Cancel order")
    await budi.taps("Buyer did not pay on time")
    await budi.taps("Without an explanation")
    await budi.sees("the reported payment still waits for your answer")
    await budi.taps("Cancel order")
    await budi.sees("is cancelled", "Please still answer the reported payment.")
    await stage.settles()

    await ratna.sees("dibatalkan oleh penjual", "tidak membayar lagi")
    await budi.taps("arrived", on=claim)
    await stage.settles()
    await ratna.sees("akan mengembalikan")

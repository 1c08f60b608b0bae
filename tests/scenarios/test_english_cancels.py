"""Every way out of an order as a buyer reads it in English, and the shop in Indonesian."""

from sandbox.world import Person
from tests.scenarios.test_operators_answer import WORDS, operator
from tests.scenarios.test_operators_answer import asks as shop_asks
from tests.support import english, shelf
from tests.support.groups import PERSONAL, connected, staff
from tests.support.journeys import button_of
from tests.support.selling import arranges, opens_the_order, sends
from tests.support.stage import Stage


async def packed(stage: Stage) -> tuple[Person, Person]:
    """Budi has packed what Dewi pays at the door."""
    budi, dewi = await english.who_bought(stage)
    await arranges(budi)
    await stage.settles()
    return budi, dewi


async def cancels(stage: Stage, dewi: Person, row: str, reason: str) -> None:
    """From anywhere through the page of the order to the end of it."""
    await english.opens_order(dewi, row)
    await dewi.taps("Cancel order")
    await dewi.taps(reason)
    await dewi.taps("Send cancellation")
    await stage.settles()


async def stock(stage: Stage) -> int:
    """How many black shoes in size 41 are left."""
    async with stage.shop.begin() as tx:
        order = await tx.orders.get(1)
        return (await tx.products.variant(order.lines[0].variant_id)).stock


async def test_unpaid_it_ends_at_once_and_other_needs_words(stage: Stage) -> None:
    budi, dewi = await english.who_is_to_transfer(stage)
    before = len(budi.chat)

    await dewi.taps("Cancel order")
    await dewi.sees("Nothing was paid yet, so the order is cancelled at once")
    await dewi.taps("Other")
    await dewi.writes("My sister bought them for me.")
    await dewi.taps("Send cancellation")
    await stage.settles()

    await dewi.sees("is cancelled", "You need not pay anything")
    assert await stock(stage) == 4
    assert len(budi.chat) == before
    await english.sees_through_three_doors(
        dewi, "Cancelled 1", "Cancelled", "You cancelled: Other", "My sister bought them"
    )


async def test_unpaid_with_a_report_it_ends_and_the_money_that_came_goes_back(
    stage: Stage,
) -> None:
    budi, dewi = await english.who_is_to_transfer(stage)
    await english.reports_payment(stage, dewi)
    card = await budi.sees("Pembayaran dilaporkan", "Periksa mutasi rekening")

    await cancels(stage, dewi, "To pay", "Wrong item variation")

    await dewi.sees("still looks for your payment; if it arrived, it goes back to you")
    told = await budi.sees("dibatalkan oleh pembeli", "Alasan: Salah varian", "Jangan dikirim")
    assert "Mohon tetap jawab laporan pembayarannya." in told.text
    await budi.taps("sudah masuk", on=card)
    await stage.settles()
    await dewi.sees("owes you Rp", "Fill in your account", "within 2 working days")
    await budi.sees("Kembalikan Rp", "2 hari kerja", "Pembeli diminta mengisi rekening")
    await english.sees_through_three_doors(
        dewi, "Cancelled 1", "Cancelled", "Refund Rp", "to be sent"
    )


async def test_paid_and_on_hold_it_ends_at_once_and_the_money_goes_back(stage: Stage) -> None:
    await stage.shop.catalogue.import_shop(shelf.a_shop(hold=60))
    budi, dewi = await english.who_has_paid(stage)
    await budi.writes("/sell")

    await english.opens_order(dewi, "To ship")
    await dewi.taps("Cancel order")
    await dewi.sees("cancelled at once, and your money goes back to you")
    await dewi.taps("High delivery costs")
    await dewi.taps("Send cancellation")
    await stage.settles()

    await dewi.sees("back in stock", "goes back to you")
    await dewi.sees("owes you Rp", "the order was cancelled")
    await budi.sees("dibatalkan oleh pembeli", "Jangan dikirim")
    await budi.sees("Kembalikan Rp", "pesanan dibatalkan", "2 hari kerja")


async def test_to_be_paid_at_the_door_it_ends_at_once_and_the_group_is_told(
    stage: Stage,
) -> None:
    budi, dewi = await english.who_bought(stage)
    sari = await staff(stage, "Sari")
    room = await connected(stage, budi, sari)

    await cancels(stage, dewi, "To ship", "Discount not as expected")

    await dewi.sees("you owe nothing", "The shop does not send it any more")
    await sari.sees("dibatalkan oleh pembeli", "Jangan dikirim", in_=room)
    for word in PERSONAL:
        await sari.does_not_see(word, in_=room)
    assert await stock(stage) == 4
    await english.sees_through_three_doors(
        dewi, "Cancelled 1", "Cancelled", "You cancelled: Discount not as expected"
    )


async def test_paid_it_is_asked_and_silence_gives_the_money_back(stage: Stage) -> None:
    budi, dewi = await english.who_has_paid(stage)
    await english.asks_to_cancel(stage, dewi, "To ship")
    await dewi.sees("The answer comes by Sun, 22 Nov 10:00 WIB")
    await english.sees_through_three_doors(
        dewi, "To ship 1", "To ship", "Cancellation requested", "answered by Sun, 22 Nov 10:00 WIB"
    )

    await stage.passes(hours=24)
    await stage.passes(hours=20)
    await budi.sees(
        "Pembatalan diminta", "Jawab paling lambat Min, 22 Nov 10.00 WIB", "Anda mengembalikan Rp"
    )
    assert sum("Pembatalan diminta" in message.text for message in budi.chat) == 3
    await stage.passes(hours=4)

    await dewi.sees(
        "Nobody at Toko Langkah answered in time",
        "is cancelled",
        "sends Rp",
        "the next message asks where to",
    )
    await dewi.sees("owes you Rp", "Fill in your account")
    await budi.sees("Otomatis disetujui", "Jangan dikirim")
    await budi.sees("Kembalikan Rp", "2 hari kerja")
    await english.sees_through_three_doors(dewi, "Cancelled 1", "Cancelled", "Refund Rp")


async def test_rejected_it_goes_on_and_a_second_request_is_refused(stage: Stage) -> None:
    budi, dewi = await packed(stage)
    await english.opens_order(dewi, "Waiting for the courier")
    ask = button_of(dewi.screen, "Ask to cancel")
    await dewi.taps("Ask to cancel")
    await dewi.sees("The parcel is packed already, so the seller has to agree")
    await english.asks_to_cancel(stage, dewi, "Waiting for the courier")
    pending = await dewi.taps_data(ask)

    await budi.taps("Tolak")
    await budi.taps("Pengiriman sesuai jadwal")
    await stage.settles()
    rejected = await dewi.taps_data(ask)

    assert "You have asked to cancel already" in pending.text
    assert "The seller has rejected the cancellation. Talk to the seller" in rejected.text
    await budi.sees("Ditolak oleh Budi", "sesuai jadwal", "kirim tepat waktu")
    await dewi.sees("rejected the cancellation", "Product delivery is on schedule", "goes on")
    await english.sees_through_three_doors(
        dewi,
        "To ship 1",
        "Waiting for the courier",
        "Toko Langkah rejected your cancellation",
        "on schedule",
    )


async def test_taken_back_it_goes_on_for_both(stage: Stage) -> None:
    budi, dewi = await packed(stage)
    await english.asks_to_cancel(stage, dewi, "Waiting for the courier")

    await dewi.taps("See order")
    await dewi.taps("Take the request back")
    await stage.settles()

    await budi.sees("Pembatalan diminta", "Pembeli menarik pengajuan")
    page = await dewi.sees("You took the request back", "The order goes on")
    assert "Ask to cancel" in page.labels


async def test_handed_over_the_request_is_closed_and_nothing_can_be_cancelled(
    stage: Stage,
) -> None:
    budi, dewi = await packed(stage)
    await english.opens_order(dewi, "Waiting for the courier")
    ask = button_of(dewi.screen, "Ask to cancel")
    await english.asks_to_cancel(stage, dewi, "Waiting for the courier")

    await budi.taps("Lihat pesanan")
    await budi.taps("Diserahkan ke kurir")
    await stage.settles()
    refused = await dewi.taps_data(ask)

    await dewi.sees(
        "had already handed over the parcel", "the request is closed", "follow the parcel"
    )
    await budi.sees("Ditutup", "diserahkan oleh Budi")
    assert "Paid at the door: refuse it there, unopened." in refused.text
    await english.sees_through_three_doors(
        dewi, "To receive 1", "On the way", "Your request was closed", "had handed over the parcel"
    )


async def test_arrived_it_cannot_be_cancelled(stage: Stage) -> None:
    budi, dewi = await packed(stage)
    await english.opens_order(dewi, "Waiting for the courier")
    ask = button_of(dewi.screen, "Ask to cancel")
    await budi.taps("Diserahkan ke kurir")
    await stage.settles()
    for label in ("Sampai", "Ya, sudah sampai", "Ya, sudah diterima"):
        await budi.taps(label)
    await stage.settles()

    refused = await dewi.taps_data(ask)

    await dewi.sees("has arrived", "Film the unboxing", "Order received")
    assert "cannot be cancelled. Talk to the seller." in refused.text


async def test_the_shop_cancels_what_is_paid_at_the_door(stage: Stage) -> None:
    budi, dewi = await english.who_bought(stage)
    await opens_the_order(budi)

    for label in ("Batalkan pesanan", "Stok habis", "Tanpa penjelasan", "Batalkan pesanan"):
        await budi.taps(label)
    await stage.settles()

    await dewi.sees("was cancelled by the seller", "Reason: Out of stock", "You owe nothing")
    await english.sees_through_three_doors(
        dewi, "Cancelled 1", "Cancelled", "Cancelled by the seller: Out of stock"
    )


async def test_the_shop_asks_an_operator_and_the_buyers_money_goes_back(stage: Stage) -> None:
    olga = await operator(stage, language="id")
    budi, dewi = await english.who_has_paid(stage)

    await shop_asks(stage, budi)
    await dewi.sees(
        "Toko Langkah asks to cancel order",
        "Out of stock",
        "Sun, 22 Nov 10:00 WIB",
        "Fine with you?",
    )
    await english.sees_through_three_doors(dewi, "To ship 1", "To ship", "asks to cancel", WORDS)
    await olga.taps("Konfirmasi")
    await stage.settles()

    await dewi.sees(
        "An operator confirmed it",
        "as Toko Langkah asked",
        "sends Rp",
        "the next message asks where to",
    )
    await dewi.sees("owes you Rp", "Fill in your account")
    await budi.sees("dikonfirmasi oleh Olga", "Jangan dikirim")
    await english.sees_through_three_doors(
        dewi, "Cancelled 1", "Cancelled", "Cancelled by the seller: Out of stock", "Refund Rp"
    )


async def test_an_operator_refuses_and_the_buyer_reads_that_it_goes_on(stage: Stage) -> None:
    olga = await operator(stage)
    budi, dewi = await english.who_has_paid(stage)
    await shop_asks(stage, budi)

    await olga.taps("Refuse")
    await olga.taps("The goods can still be sent")
    await stage.settles()

    await dewi.sees("wanted to cancel order", "an operator refused", "The order goes on")
    await budi.sees("ditolak oleh Olga", "kirim tepat waktu")


async def test_refused_at_the_door_it_ends_and_nothing_is_owed(stage: Stage) -> None:
    budi, dewi = await english.who_bought(stage)
    await sends(budi)
    await budi.taps("Paket kembali ke toko")
    await budi.taps("Ditolak pembeli")
    await stage.settles()

    await dewi.sees("went back to Toko Langkah", "refused at the door", "you owe nothing")
    await english.sees_through_three_doors(
        dewi, "Cancelled 1", "Cancelled", "Toko Langkah noted: The parcel was refused at the door"
    )
    await budi.taps("Barang layak jual lagi")
    await stage.settles()
    await budi.sees("Barang sudah kembali ke stok")

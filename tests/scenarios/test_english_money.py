"""Money there and back as a buyer reads it in English, and the shop in Indonesian."""

from sandbox.world import Person
from tests.scenarios.test_operators_answer import operator
from tests.scenarios.test_qris import orders_by_qris
from tests.support import english
from tests.support.stage import Stage


async def is_not_found(stage: Stage, budi: Person, dewi: Person) -> None:
    """Dewi reports her transfer, and Budi finds nothing."""
    await english.reports_payment(stage, dewi)
    await budi.taps("Tidak ditemukan")
    await budi.taps("Belum ada di mutasi")
    await stage.settles()


async def twice_not_found(stage: Stage) -> tuple[Person, Person]:
    """The same, twice."""
    budi, dewi = await english.who_is_to_transfer(stage)
    await is_not_found(stage, budi, dewi)
    await dewi.sees("did not find your payment", "Not on our statement yet", "report it again by")
    await english.opens_how_to_pay(dewi)
    await dewi.sees("Then do not pay again: send a clear photo of the receipt by")
    await is_not_found(stage, budi, dewi)
    return budi, dewi


async def finds(stage: Stage, budi: Person, amount: str) -> None:
    """Budi finds another amount than was due."""
    await budi.taps("Jumlah lain")
    await budi.writes(amount)
    await budi.taps("Ya, benar")
    await stage.settles()


async def test_nobody_pays_and_it_is_lapak_that_ends_it(stage: Stage) -> None:
    budi, dewi = await english.who_is_to_transfer(stage)
    before = len(budi.chat)

    await stage.passes(hours=18)
    await dewi.sees("still waits for Rp", "until Sat, 21 Nov 10:00 WIB", "Have you paid already?")
    await stage.passes(hours=6)

    await dewi.sees("was cancelled by Lapak", "Reason: Not paid in time")
    assert len(budi.chat) == before
    await english.sees_through_three_doors(
        dewi, "Cancelled 1", "Cancelled", "Cancelled by itself: Not paid in time"
    )
    await dewi.does_not_see("Toko Langkah noted")


async def test_the_transfer_is_reported_and_found(stage: Stage) -> None:
    budi, dewi = await english.who_is_to_transfer(stage)

    await english.reports_payment(stage, dewi)
    await dewi.sees("are kept for you until the seller answers")
    await english.sees_through_three_doors(
        dewi, "To pay 1", "To pay", "is looking for your payment; nothing expires meanwhile"
    )
    await budi.sees("Pembayaran dilaporkan", "Cari Rp", "di BCA 1234 5678 90")
    await budi.taps("sudah masuk")
    await stage.settles()

    await budi.sees("Pesanan baru", "Transfer", "Kirim paling lambat")
    await dewi.sees("Toko Langkah has your Rp", "is paid and is being prepared")
    await english.sees_through_three_doors(
        dewi, "To ship 1", "To ship", "● Paid", "is preparing your parcel; it ships by"
    )


async def test_nobody_looks_for_the_money_and_nothing_ends(stage: Stage) -> None:
    olga = await operator(stage)
    budi, dewi = await english.who_is_to_transfer(stage)
    await english.reports_payment(stage, dewi)

    counts = []
    for hours in (6, 14, 4):
        await stage.passes(hours=hours)
        counts.append(sum("Pembayaran dilaporkan" in message.text for message in budi.chat))
    await stage.passes(hours=48)

    assert counts[:2] == [2, 3]
    await olga.sees(
        "Toko Langkah has not looked for the payment of Rp", "The shop has been reminded"
    )
    await dewi.does_not_see("was cancelled")
    await english.sees_through_three_doors(dewi, "To pay 1", "To pay", "nothing expires meanwhile")


async def test_too_little_twice_ends_it_and_everything_goes_back(stage: Stage) -> None:
    budi, dewi = await english.who_is_to_transfer(stage)
    await english.reports_payment(stage, dewi)
    await finds(stage, budi, "100.000")
    await dewi.sees("has received Rp100.000", "is still missing; please send it by")
    await english.opens_how_to_pay(dewi)
    await dewi.sees("Rp100.000 of order", "has arrived. Please send the rest by")
    await english.reports_payment(stage, dewi)

    await finds(stage, budi, "50.000")

    await dewi.sees("It is still too little", "everything goes back to you")
    await dewi.sees("owes you Rp150.000", "too little was sent, twice", "Fill in your account")
    await budi.sees("Kembalikan Rp150.000", "2 hari kerja")
    await english.sees_through_three_doors(
        dewi, "Cancelled 1", "Cancelled", "Cancelled by itself: Too little was paid", "Rp150.000"
    )


async def test_too_much_pays_it_and_the_rest_goes_back(stage: Stage) -> None:
    budi, dewi = await english.who_is_to_transfer(stage, seller_reads="en")
    await english.reports_payment(stage, dewi)

    await budi.sees("Payment reported", "Check your statement, not the photo")
    await budi.taps("Another amount")
    await budi.writes("400.000")
    await budi.sees("Did Rp400.000 arrive?", "more than expected; it goes back to the buyer")
    await budi.taps("Yes, that came")
    await stage.settles()

    await dewi.sees("is paid and is being prepared")
    await dewi.sees("owes you Rp", "more was sent than was due", "Fill in your account")
    await budi.sees("Rp400.000 arrived, says Budi", "The order is paid; it is yours to send")
    await budi.sees("You owe the buyer", "more was sent than was due", "within 2 working days")
    await english.sees_through_three_doors(
        dewi, "To ship 1", "To ship", "Refund Rp", "to be sent", "is preparing your parcel"
    )


async def test_an_operator_decides_that_the_money_did_not_come(stage: Stage) -> None:
    olga = await operator(stage)
    budi, dewi = await twice_not_found(stage)
    await dewi.sees("An operator of Lapak decides now; nothing expires")
    await english.sees_through_three_doors(
        dewi,
        "To pay 1",
        "To pay",
        "did not find your payment twice; an operator of Lapak decides now",
    )

    await olga.starts()
    await olga.taps("Operator · 1")
    await olga.taps("Toko Langkah")
    await olga.taps("It did not come")
    await stage.settles()

    await dewi.sees("The operator decided", "did not come", "Did your money leave after all?")
    await budi.sees("Operator memutuskan", "tidak masuk, jadi pesanan dibatalkan")
    page = await english.opens_order(dewi, "Cancelled")
    assert "Cancelled by the operator: The buyer has not paid" in page.text


async def test_an_operator_decides_that_the_money_came(stage: Stage) -> None:
    olga = await operator(stage, language="id")
    budi, dewi = await twice_not_found(stage)

    await olga.starts()
    await olga.taps("Operator · 1")
    await olga.taps("Toko Langkah")
    await olga.taps("Uangnya masuk")
    await stage.settles()

    await dewi.sees("The operator decided", "came, so the order is paid")
    await budi.sees("Operator memutuskan", "sudah masuk, jadi pesanan lunas")
    await budi.sees("Pesanan baru")


async def owed(stage: Stage) -> tuple[Person, Person]:
    """Dewi has paid and cancelled with Budi's yes."""
    budi, dewi = await english.who_has_paid(stage)
    await english.asks_to_cancel(stage, dewi, "To ship")
    await budi.taps("Setujui")
    await stage.settles()
    return budi, dewi


async def is_sent(stage: Stage, budi: Person) -> None:
    """From the newest notice to the word that the money was sent."""
    for label in ("Lihat pengembalian dana", "Dana sudah dikirim", "Sudah dikirim, tanpa foto"):
        await budi.taps(label)
    await stage.settles()


async def test_the_money_goes_back_and_is_received(stage: Stage) -> None:
    budi, dewi = await owed(stage)
    await english.fills_account(stage, dewi)
    await budi.sees("sudah mengisi rekening", "Mohon kirim paling lambat")
    await english.sees_through_three_doors(
        dewi, "Cancelled 1", "Cancelled", "Toko Langkah sends it by", "to Jago ******5678"
    )
    await is_sent(stage, budi)

    await dewi.sees("has sent you Rp", "Without your answer it counts as arrived on")
    await dewi.taps("I have received it")
    await stage.settles()

    await budi.sees("sudah menerima", "Tidak ada lagi yang perlu dilakukan")
    await english.sees_through_three_doors(
        dewi, "Cancelled 1", "Cancelled", "Refund Rp", "done", "Finished Fri, 20 Nov"
    )


async def test_what_did_not_arrive_is_told_to_shop_and_operator(stage: Stage) -> None:
    olga = await operator(stage)
    budi, dewi = await owed(stage)
    await english.fills_account(stage, dewi)
    await is_sent(stage, budi)

    await dewi.taps("I have not received it")
    await stage.settles()

    await dewi.sees("did not arrive", "Toko Langkah and the operator look for it")
    await budi.sees("Pembeli belum menerima", "kirim lagi")
    await olga.sees("The buyer has not received", "asked to check it")
    await is_sent(stage, budi)
    await dewi.sees("has sent you Rp", "I have received it")
    await stage.passes(days=3)
    await dewi.sees("count as arrived, for nobody has said otherwise")


async def test_without_an_account_the_buyer_is_reminded_how_to_give_one(stage: Stage) -> None:
    olga = await operator(stage)
    budi, dewi = await owed(stage)

    await stage.passes(days=1)
    reminded = await dewi.sees("cannot send the Rp", "please fill in your account")
    await stage.passes(days=9)

    assert "Fill in account" in reminded.labels
    late = await dewi.sees("could not be sent back for 2 working days: the account is missing")
    assert "Fill in account" in late.labels
    told = await olga.sees("could not be sent back for 2 working days: the account is missing")
    assert "Fill in account" not in told.labels
    await budi.does_not_see("tidak menerima pesanan baru")


async def test_not_sent_in_time_it_ends_by_itself_and_the_money_goes_back(stage: Stage) -> None:
    budi, dewi = await english.who_has_paid(stage)

    await stage.passes(days=1)
    await budi.sees(
        "seharusnya dikirim paling lambat Jum, 20 Nov 23.59 WIB", "Mohon kirim hari ini"
    )
    await stage.passes(days=4)

    await dewi.sees("was cancelled by Lapak", "Reason: Not sent in time")
    await dewi.sees("owes you Rp", "the order was cancelled", "Fill in account")
    ended = await budi.sees("dibatalkan oleh Lapak", "Jangan dikirim")
    await budi.taps("Lihat pesanan", on=ended)
    await budi.sees("Dibatalkan otomatis: Tidak dikirim tepat waktu", "Jangan dikirim")
    await english.sees_through_three_doors(
        dewi, "Cancelled 1", "Cancelled", "Cancelled by itself: Not sent in time", "to be sent"
    )


async def test_a_code_is_new_again_and_the_order_ends_with_its_day(stage: Stage) -> None:
    budi, dewi = await orders_by_qris(stage, language="en")
    await dewi.sees(
        "Scan the code", "The code stands until", "10:15 WIB", "Pay by Sat, 21 Nov 10:00"
    )
    before = len(budi.chat)

    await stage.passes(minutes=20)
    await dewi.taps("New code")
    await dewi.sees("The code stands until", "10:35 WIB")
    await stage.passes(hours=24)

    await dewi.sees("was cancelled by Lapak", "Reason: Not paid in time")
    assert len(budi.chat) == before


async def test_what_comes_after_the_order_has_ended_goes_back(stage: Stage) -> None:
    budi, dewi = await orders_by_qris(stage, language="en")
    await dewi.taps("I have paid")
    await dewi.taps("Go on without a photo")
    await stage.settles()
    card = await budi.sees("Pembayaran dilaporkan", "di riwayat aplikasi QRIS")
    await english.opens_order(dewi, "To pay")
    await dewi.taps("Cancel order")
    await dewi.sees("cancelled at once; money that arrives goes back to you")
    await dewi.taps("No longer needed")
    await dewi.taps("Send cancellation")
    await stage.settles()

    await budi.taps("sudah masuk", on=card)
    await stage.settles()

    await dewi.sees("has received Rp", "it goes back to you")
    await dewi.sees("it came after the order had ended", "Fill in your account")
    await budi.sees("sudah masuk", "Uang ini dikembalikan ke pembeli")
    assert (await english.opens_order(dewi, "Cancelled")).labels[0] == "Fill in account"

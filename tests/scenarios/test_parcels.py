"""What is read and pressed around a parcel: inbox, old buttons, late orders, going on."""

from bot.buttons.tracking import AskReceived, Received, Track
from store.domain.order import OrderStatus
from tests.scenarios.test_buying import buys_shoes
from tests.support.selling import arranges, opens_the_order, sends
from tests.support.stage import Stage

MOVED_ON = "Pesanan sudah berlanjut; itu tidak bisa dilakukan lagi."


async def test_the_inbox_keeps_every_step_of_a_parcel(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)
    await sends(budi)
    await budi.taps("Sampai")
    await budi.taps("Ya, sudah sampai")
    await budi.taps("Ya, sudah diterima")
    await budi.sees("Sudah sampai")
    await stage.settles()

    await ratna.writes("/inbox")

    await ratna.sees("jadi dikirim?", "sudah dikemas", "dalam perjalanan", "sudah sampai")


async def test_an_early_received_is_told_and_redrawn(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)
    await arranges(budi)

    answer = await ratna.taps_data(Received(1).pack())
    await ratna.taps_data(AskReceived(1).pack())

    assert answer.text == MOVED_ON
    await ratna.sees("Menunggu kurir", "Lacak")
    async with stage.shop.begin() as tx:
        assert (await tx.orders.get(1)).status is OrderStatus.AWAITING_COLLECTION


async def test_tracking_before_there_is_a_shipment_says_so(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)

    await ratna.taps_data(Track(1).pack())
    await budi.taps_data(Track(1).pack())

    await ratna.sees("Belum ada nomor resi")
    await budi.sees("Kemas dan atur pengirimannya")


async def test_a_stranger_follows_and_receives_nothing(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    await buys_shoes(stage.person("Ratna"))
    await sends(budi)
    joko = stage.person("Joko")
    await joko.starts()
    await joko.sees("Halo, Joko!")

    for button in (Track(1), AskReceived(1), Received(1)):
        await joko.taps_data(button.pack())
    await stage.settles()

    await joko.does_not_see("012345678901", "Sepatu Angin", "LPK-")


async def test_a_late_order_is_marked_on_the_desk(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    await buys_shoes(stage.person("Ratna"))
    await stage.settles()
    stage.clock.move(days=3)

    await budi.writes("/sell")
    await budi.sees("Pesanan terlambat: 1", "paling lambat Jum, 20 Nov 23.59 WIB")
    await budi.taps("Perlu dikirim · 1")
    await budi.sees("terlambat, batasnya 20 Nov 23.59")
    await budi.taps("! Dikemas")

    await budi.sees("Terlambat: seharusnya dikirim paling lambat Jum, 20 Nov 23.59 WIB")


async def test_words_that_are_too_long_are_asked_for_again(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    await buys_shoes(stage.person("Ratna"))
    await sends(budi)
    await budi.taps("Tulis posisi paket")
    await budi.sees("Paling banyak 120 karakter")

    await budi.writes("jauh " * 30)
    await budi.writes("Di Cirebon")

    await budi.sees("· Di Cirebon")


async def test_a_shipment_that_was_begun_goes_on_from_home(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    await buys_shoes(stage.person("Ratna"))
    await opens_the_order(budi)
    await budi.taps("Atur pengiriman")
    await budi.taps("Atur sekarang")
    await budi.sees("Ketik nomor resinya")

    await budi.writes("/start")
    await budi.taps("Lanjutkan pengiriman")
    await budi.sees("Ketik nomor resinya")
    await budi.writes("012345678901")

    await budi.sees("Menunggu kurir", "JNE REG · 012345678901")


async def test_a_count_that_was_begun_goes_on_from_home_or_is_left(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    await budi.writes("/sell")
    await budi.taps("Stok")
    await budi.taps("Kaus Lari")
    await budi.taps("L: 10")
    await budi.sees("sekarang 10")

    await budi.writes("/start")
    await budi.taps("Lanjutkan hitung stok")
    await budi.sees("sekarang 10")
    await budi.writes("/cancel")

    await budi.sees("L: 10", "Tekan varian")

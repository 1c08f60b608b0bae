"""Budi sends what Ratna has bought: asked, packed, carried, delivered or brought back."""

from bot.buttons.cancel import AskCancellation
from store.domain.order import OrderStatus
from tests.scenarios.test_buying import buys_shoes
from tests.support import shelf
from tests.support.selling import is_asked_for_the_number, opens_the_order, sends
from tests.support.stage import Stage


async def test_the_buyer_is_asked_before_a_parcel_paid_at_the_door_is_sent(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)
    await stage.settles()

    await opens_the_order(budi)
    await budi.taps("Atur pengiriman")
    await budi.sees("pembeli sudah ditanya")
    await stage.settles()
    await ratna.sees("Jadi dikirim?", "Rp291.000")
    await ratna.taps("Ya, kirim")
    await ratna.sees("Anda sudah mengonfirmasi")
    await stage.settles()

    await budi.sees("sudah mengonfirmasi: silakan kirim")
    await budi.taps("Lihat pesanan")
    await budi.sees("Konfirmasi: pembeli sudah mengonfirmasi")


async def test_the_buyer_cancels_instead_and_the_desk_reads_it(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)
    await stage.settles()
    await opens_the_order(budi)
    await budi.taps("Atur pengiriman")
    asked = await budi.sees("pembeli sudah ditanya")
    await stage.settles()

    await ratna.taps("Batal", on=await ratna.sees("Jadi dikirim?"))
    await ratna.taps("Ada harga lebih murah")
    await ratna.taps("Kirim pembatalan")
    await ratna.sees("dibatalkan", "Stok dikembalikan")
    await stage.settles()
    await budi.taps("Atur sekarang", on=asked)

    await budi.sees("Dibatalkan oleh pembeli", "Jangan dikirim")
    await budi.does_not_see("Jl. Melati 5")


async def test_a_number_is_typed_checked_and_told_to_the_buyer(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)
    await is_asked_for_the_number(budi)
    await budi.sees("Kurir: JNE REG", "belum dijawab", "misalnya 012345678901")

    await budi.writes("besok pagi")
    await budi.sees("Itu bukan nomor resi")
    await budi.writes(" 0123 4567 ")
    await budi.sees("01234567 tidak seperti nomor resi JNE")
    await budi.taps("Sudah benar, pakai")
    await budi.sees("Menunggu kurir", "JNE REG · 01234567", "tidak biasa untuk JNE")
    await stage.settles()

    told = await ratna.sees("sudah mengemas pesanan", "JNE REG · 01234567")
    assert "Salin resi" in told.labels
    await budi.taps("Perbaiki resi")
    await budi.taps("Kurir lain")
    await budi.taps("JNE YES")
    await budi.taps("Ya, ganti kurir")
    await budi.sees("Kurir: JNE YES")
    await budi.writes("012345678901")
    await budi.sees("JNE YES · 012345678901")
    await stage.settles()
    await ratna.sees("bukan JNE REG lagi", "JNE YES · 012345678901", "Yang Anda bayar tetap sama")


async def test_a_parcel_is_followed_delivered_and_received(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)
    await sends(budi)
    await budi.taps("Tulis posisi paket")
    await budi.sees("Tulis singkat posisi paketnya")
    await budi.writes("Tiba di gudang sortir Bandung")
    await budi.sees("• 20 Nov 10.00 · Tiba di gudang sortir Bandung")
    await stage.settles()

    await ratna.taps("Lacak")
    followed = await ratna.sees("Paket pesanan", "Tiba di gudang sortir Bandung", "012345678901")
    assert "Lacak di JNE" in followed.labels
    await budi.taps("Sampai")
    await budi.sees("Apakah paket sudah sampai di tangan pembeli?")
    await budi.taps("Ya, sudah sampai")
    await budi.sees("Apakah kurir sudah menyetor Rp291.000?")
    await budi.taps("Ya, sudah diterima")
    await budi.sees("Sudah sampai. Pembeli sedang memeriksa")
    await stage.settles()

    await ratna.sees("Rekam saat membuka paket")
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Pesanan diterima")
    await ratna.taps("Ya, semuanya lengkap")
    await ratna.sees("Pesanan ini selesai")


async def test_a_refused_parcel_comes_back_and_its_goods_are_sold_again(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    sari = await stage.seller("Sari")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)
    await sends(budi)

    await budi.taps("Paket kembali ke toko")
    await budi.taps("Ditolak pembeli")
    await budi.sees("Toko Langkah mencatat: Paket ditolak di tempat", "Periksa barangnya")
    await stage.settles()
    told = await ratna.sees("Toko Langkah mencatat: Paket ditolak di tempat", "Sampaikan kepada")
    assert "oleh Lapak" not in told.text
    await ratna.sees("dikembalikan ke Toko Langkah", "tidak ada yang perlu Anda bayar")
    await sari.sees("kembali ke Toko Langkah", "Dicatat oleh Budi")
    await budi.taps("Barang layak jual lagi")
    await budi.sees("Barang sudah kembali ke stok")

    products = await stage.shop.catalogue.products(1)
    assert [one.stock for one in products.items if one.title == "Sepatu Angin"] == [5]


async def test_a_parcel_arrived_with_its_money_missing_is_told_and_waits_for_the_money(
    stage: Stage,
) -> None:
    budi = await stage.seller("Budi")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)
    await sends(budi)

    await budi.taps("Sampai")
    asked = await budi.sees("Apakah paket sudah sampai")
    assert "Pembeli akan diberi tahu" not in asked.text
    await budi.taps("Ya, sudah sampai")
    await budi.sees("Apakah kurir sudah menyetor", "Pembeli akan diberi tahu")
    await budi.taps("Belum")
    await budi.taps("Sampai, uang belum disetor")

    arrived = await budi.sees("Diterima", "kurir belum menyetor", "Rp291.000")
    assert "Paket kembali ke toko" not in arrived.labels
    await stage.settles()
    await ratna.sees("Rekam saat membuka paket")
    await budi.taps("Uangnya sudah masuk")
    await budi.sees("Diterima", "tidak ada lagi yang perlu dilakukan")
    await budi.does_not_see("kurir belum menyetor")


async def test_a_shop_brings_it_itself_without_a_number(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)
    await is_asked_for_the_number(budi)
    await budi.taps("Tanpa nomor: diantar sendiri")
    await budi.sees("Pembeli memilih JNE REG dengan ongkir Rp12.000")
    await budi.taps("Ya, kami antar")
    await budi.sees("Diantar sendiri oleh toko", "Sudah berangkat", "Pilihan pembeli: JNE REG")
    await stage.settles()

    told = await ratna.sees("sudah mengemas pesanan", "Diantar sendiri oleh toko")

    assert "Salin resi" not in told.labels


async def test_a_parcel_that_has_left_is_not_cancelled_and_says_what_can_be_done(
    stage: Stage,
) -> None:
    budi = await stage.seller("Budi")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)
    await sends(budi)

    answer = await ratna.taps_data(AskCancellation(1).pack())

    assert answer.text.startswith(
        "Paket sudah dalam perjalanan, jadi pesanan tidak bisa dibatalkan"
    )
    async with stage.shop.begin() as tx:
        assert (await tx.orders.get(1)).status is OrderStatus.IN_TRANSIT


async def test_the_desk_speaks_english_to_those_who_do(stage: Stage) -> None:
    budi = await stage.seller("Budi", language="en")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)
    await budi.starts()
    await budi.taps("Seller desk · 1 waiting")
    await budi.sees("Desk of Toko Langkah", "The next parcel must leave by Fri, 20 Nov 23:59 WIB")
    await budi.taps("Not confirmed yet · 1")
    await budi.taps("Sepatu Angin")

    answer = await budi.taps("Ask the buyer")
    assert answer.text == "The buyer has been asked."
    await budi.taps("Arrange the shipment")
    await budi.sees("Type the tracking number", "asked, no answer yet")
    await budi.writes("/cancel")

    await budi.sees("Pack it and arrange the courier by Fri, 20 Nov 23:59 WIB")


async def test_somebody_in_two_shops_chooses_the_desk(stage: Stage) -> None:
    other = shelf.a_shop(slug="toko-lain", name="Toko Lain")
    await shelf.fill(stage.shop, shelf.a_product("Topi", ("M", 45_000, 3)), sheet=other)
    budi = await stage.seller("Budi")
    owner = await stage.seller("Sari", slug="toko-lain")
    token = await stage.shop.sellers.invite(await stage.shop.people.actor(owner.id), 2)
    await budi.starts("shop_" + token)
    await budi.sees("Toko Lain")

    await budi.writes("/sell")
    await budi.taps("Toko Lain · Kota Bandung")

    await budi.sees("Meja Toko Lain", "Tidak ada yang perlu dikirim")


async def test_stock_is_changed_by_a_press_and_by_typing(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    await budi.writes("/sell")
    await budi.taps("Stok")
    await budi.taps("Sepatu Angin · 5")
    await budi.sees("Hitam 41: 4", "Biru 42: 1")

    await budi.taps("+1 Hitam 41")
    await budi.sees("Hitam 41: 5")
    await budi.taps("−1 Biru 42")
    await budi.sees("Biru 42: 0")
    await budi.taps("Hitam 41: 5")
    await budi.sees("Ketik angka 0 sampai 99999; sekarang 5")
    for unread in ("banyak", "-3", "1.00"):
        await budi.writes(unread)
        await budi.sees("Itu bukan angka dari 0 sampai 99999", "sekarang 5")
    await budi.writes("1.003")
    await budi.sees("Hitam 41: 1003")
    await budi.taps("Hitam 41: 1003")
    await budi.writes("12")
    await budi.sees("Hitam 41: 12")

    products = await stage.shop.catalogue.products(1)
    assert [one.stock for one in products.items if one.title == "Sepatu Angin"] == [12]


async def test_a_count_that_is_not_true_any_more_is_not_taken(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    ratna = stage.person("Ratna")
    await budi.writes("/sell")
    await budi.taps("Stok")
    await budi.taps("Sepatu Angin · 5")
    await budi.taps("Hitam 41: 4")
    await budi.sees("sekarang 4")
    await buys_shoes(ratna)

    await budi.writes("10")

    await budi.sees("Stok berubah barusan", "Hitam 41: 3")

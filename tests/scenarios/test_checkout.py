"""The checkout card: every line can be changed, and nothing changes behind the buyer's back."""

from dataclasses import replace

from sandbox.world import Person
from store.domain.catalogue import ProductSheet
from store.domain.money import Rupiah
from store.domain.order import Tab
from store.domain.shipment import Reach
from tests.support import shelf
from tests.support.journeys import ADDRESS, button_of, fills_address, opens_product, orders
from tests.support.stage import Stage


async def reprices(stage: Stage, price: int) -> None:
    """The shop loads its file again with another price for the black shoes."""
    product = shelf.a_product("Sepatu Angin", ("Hitam 41", price, 4), ("Biru 42", 289_000, 1))
    await stage.shop.catalogue.import_products(
        shelf.SLUG, ProductSheet(products=(product,), skipped=(), problems=())
    )


async def chooses_shoes(person: Person) -> None:
    """From Start to a card without an address."""
    await person.starts()
    await opens_product(person, "Sepatu Angin")
    await person.taps("Beli sekarang")
    await person.taps("Hitam 41")


async def test_a_new_price_is_shown_before_anything_is_ordered(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Sepatu Angin")
    await ratna.taps("Beli sekarang")
    await ratna.taps("Hitam 41")
    await fills_address(ratna)
    await reprices(stage, 299_000)

    await ratna.taps("Buat pesanan · Rp291.000")
    await ratna.sees("Harga berubah dari Rp279.000 menjadi Rp299.000")
    assert sum((await stage.shop.orders.counts(await stage.actor(ratna))).values()) == 0
    await ratna.taps("Buat pesanan · Rp311.000")

    await ratna.sees("Terima kasih", "Rp311.000")


async def test_the_last_one_goes_to_one_buyer_and_the_other_is_offered_what_is_left(
    stage: Stage,
) -> None:
    anna, ratna = stage.person("Anna"), stage.person("Ratna")
    for buyer in (anna, ratna):
        await buyer.starts()
        await opens_product(buyer, "Sepatu Angin")
        await buyer.taps("Beli sekarang")
        await buyer.taps("Biru 42")
        await fills_address(buyer)

    await anna.taps("Buat pesanan")
    await anna.sees("Terima kasih")
    await ratna.taps("Buat pesanan")
    await ratna.sees("Biru 42", "habis")
    await ratna.taps("Hitam 41")
    await ratna.sees("Hitam 41 × 1")
    await ratna.taps("Buat pesanan")

    await ratna.sees("Terima kasih")


async def test_quantity_courier_and_message_are_changed_on_the_card(stage: Stage) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Kaus Lari")
    await ratna.taps("Beli sekarang")
    await fills_address(ratna)

    await ratna.taps("Jumlah: 1")
    await ratna.sees("Berapa banyak?")
    await ratna.writes("3")
    await ratna.sees("× 3 — Rp297.000")
    await ratna.taps("Kurir")
    await ratna.taps("JNE YES")
    await ratna.sees("JNE YES", "Rp24.000")
    await ratna.taps("Catatan")
    await ratna.sees("Tulis catatan Anda")
    await ratna.writes("Tolong bungkus kado & jangan pakai <b>plastik</b>")
    await ratna.sees("Tolong bungkus kado & jangan pakai <b>plastik</b>", "Total Rp321.000")
    await ratna.taps("Buat pesanan")
    await ratna.sees("Terima kasih")
    await stage.settles()

    await budi.sees("Kaus Lari, L × 3", "Rp321.000", "Pembeli meninggalkan catatan")
    await budi.does_not_see("Tolong bungkus kado")
    await budi.taps("Lihat pesanan")
    await budi.sees("Catatan: Tolong bungkus kado & jangan pakai <b>plastik</b>")


async def test_an_address_is_typed_field_by_field_and_a_wrong_field_is_asked_again(
    stage: Stage,
) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Kaus Lari")
    await ratna.taps("Beli sekarang")
    await ratna.taps("Isi alamat")
    await ratna.sees("Siapa penerima")

    await ratna.writes("Ratna Dewi")
    await ratna.sees("Nomor HP mana")
    await ratna.writes("nanti saja")
    await ratna.sees("bukan nomor HP")
    for typed, asked in (
        ("0812 3456 7890", "Jalan, nomor"),
        ("Jl. Melati 5", "Kecamatan apa"),
        ("Coblong", "Kota atau kabupaten"),
        ("Kota Bandung", "Provinsi apa"),
        ("jabar", "Kode pos"),
        ("40132", "Apakah ini sudah benar"),
    ):
        await ratna.writes(typed)
        await ratna.sees(asked)
    await ratna.sees("Jawa Barat", "0812-3456-7890")
    await ratna.taps("Simpan alamat")

    await ratna.sees("Kirim ke: Ratna Dewi", "Jl. Melati 5, Coblong, Kota Bandung")


async def test_a_press_on_place_order_twice_makes_one_order(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Kaus Lari")
    await ratna.taps("Beli sekarang")
    await fills_address(ratna)
    card = await ratna.sees("Buat pesanan")
    button = button_of(card, "Buat pesanan")

    await ratna.taps_data(button, on=card)
    await ratna.taps_data(button, on=card)
    await ratna.sees("Terima kasih")
    await stage.settles()

    counts = await stage.shop.orders.counts(await stage.actor(ratna))
    assert counts[Tab.ALL] == 1


async def test_discarding_buys_nothing_and_the_card_is_gone(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Kaus Lari")
    await ratna.taps("Beli sekarang")

    await ratna.taps("Batal")
    await ratna.sees("Tidak ada yang dibeli")

    actor = await stage.actor(ratna)
    assert not await stage.shop.buying.has_open(actor)


async def test_buying_in_english_has_no_indonesian_words(stage: Stage) -> None:
    emma = stage.person("Emma", language="en")
    await emma.starts()
    await emma.taps("Shop")
    await emma.taps("Toko Langkah")
    await emma.taps("Kaus Lari")
    await emma.taps("Buy now")

    card = await emma.sees("Your order at Toko Langkah", "Cash on delivery")

    for word in ("Pesanan", "Ongkir", "Kirim", "Jumlah", "Batal", "Beranda"):
        assert word not in "\n".join((card.text, *card.labels))


async def test_orders_are_listed_with_tabs_and_counts(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await ratna.taps("Pesanan saya")
    await ratna.sees("Belum ada pesanan di sini")
    await orders(ratna)

    await ratna.writes("/orders")
    listed = await ratna.sees("Pesanan saya", "Dikemas 1")
    await ratna.taps("Dibatalkan")
    await ratna.sees("Belum ada pesanan di sini")

    assert any("Sepatu Angin" in label for label in listed.labels)


async def test_free_shipping_is_explained_on_the_card_and_on_the_order(stage: Stage) -> None:
    generous = replace(shelf.a_shop(), free_shipping_from=Rupiah(200_000))
    await stage.shop.catalogue.import_shop(generous)
    ratna = stage.person("Ratna", language="en")
    await ratna.starts()
    await ratna.taps("Shop")
    await ratna.taps("Toko Langkah")
    await ratna.taps("Sepatu Angin")
    await ratna.taps("Buy now")
    await ratna.taps("Hitam 41")
    await ratna.taps("Add address")
    await ratna.writes(ADDRESS)
    await ratna.taps("Save address")
    await ratna.sees("— Rp0", "Free shipping – Rp12.000 paid by the shop")
    await ratna.taps("Courier")
    await ratna.taps("JNE YES")
    await ratna.sees("— Rp12.000", "Free shipping – Rp12.000 of Rp24.000 paid by the shop")

    await ratna.taps("Place order")
    await ratna.taps("See order")

    await ratna.sees("Order LPK-", "Free shipping – Rp12.000 of Rp24.000 paid by the shop")


async def test_a_place_that_the_shop_does_not_serve_is_said_in_one_voice(stage: Stage) -> None:
    near = tuple(rate for rate in shelf.couriers() if rate.reach is not Reach.ELSEWHERE)
    await stage.shop.catalogue.import_shop(replace(shelf.a_shop(), couriers=near))
    ratna = stage.person("Ratna")
    await chooses_shoes(ratna)
    await ratna.sees("Ongkir: diketahui setelah ada alamat", "belum termasuk ongkir")
    await ratna.taps("Isi alamat")

    await ratna.writes(ADDRESS.replace("Kota Bandung, Jawa Barat 40132", "Jayapura, Papua 99111"))
    await ratna.taps("Kota Jayapura")
    await ratna.taps("Simpan alamat")

    await ratna.sees("tidak ada kurir toko ini yang mengirim ke sana", "belum termasuk ongkir")
    await ratna.does_not_see("diketahui setelah ada alamat")


async def test_a_photo_in_the_place_of_a_number_or_a_message_leaves_the_question(
    stage: Stage,
) -> None:
    ratna = stage.person("Ratna")
    await chooses_shoes(ratna)

    await ratna.taps("Jumlah: 1")
    await ratna.sends_sticker()
    await ratna.sees("pilih angka dari 1 sampai 4", "Sisa 4")
    await ratna.taps("‹ Kembali")
    await ratna.taps("Catatan")
    await ratna.sends_sticker()
    await ratna.sees("Di langkah ini saya perlu tulisan", "Tulis catatan Anda untuk Toko Langkah")
    await ratna.writes("Tolong dibungkus kado")

    await ratna.sees("Tolong dibungkus kado", "Pesanan Anda di")

"""A shop that lets buyers think again: inside the window at once, after it by its rules."""

from dataclasses import replace

from store.domain.money import Rupiah
from tests.scenarios.test_card import a_card_shop, orders_by_card
from tests.support import shelf
from tests.support.journeys import fills_address, opens_product, orders
from tests.support.stage import Stage


async def test_to_be_paid_at_the_door_it_ends_at_once_inside_the_window(stage: Stage) -> None:
    await stage.shop.catalogue.import_shop(shelf.a_shop(hold=30))
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await ratna.starts()
    await orders(ratna)
    await stage.settles()
    await budi.taps("Lihat pesanan")
    await budi.sees("Pembeli masih boleh membatalkan. Jangan dikemas dulu")

    await ratna.taps("Lihat pesanan")
    await ratna.taps("Batalkan pesanan")
    await ratna.taps("Ada harga lebih murah")
    await ratna.taps("Kirim pembatalan")
    await stage.settles()

    await ratna.sees("dibatalkan", "Stok dikembalikan")
    await budi.sees("dibatalkan oleh pembeli")


async def test_after_the_window_a_paid_order_needs_the_sellers_yes(stage: Stage) -> None:
    await stage.shop.catalogue.import_shop(shelf.a_shop(hold=30))
    budi, ratna = await a_card_shop(stage, language="en")
    await orders_by_card(ratna)
    await ratna.taps("Bayar dengan kartu")
    await ratna.pays()
    await stage.settles()
    await stage.passes(minutes=31)

    await ratna.starts()
    await ratna.taps("Pesanan saya")
    await ratna.taps("Dikemas ·")
    await ratna.taps("Ajukan pembatalan")
    await ratna.sees("sudah dibayar, jadi penjual perlu menyetujui")
    await ratna.taps("Ada harga lebih murah")
    await ratna.taps("Kirim pembatalan")
    await stage.settles()
    await budi.sees("Cancellation requested", "Answer by")


async def test_shipping_that_became_dearer_is_shown_before_anything_is_ordered(
    stage: Stage,
) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await opens_product(ratna, "Sepatu Angin")
    await ratna.taps("Beli sekarang")
    await ratna.taps("Hitam 41")
    await fills_address(ratna)
    sheet = shelf.a_shop()
    dearer = tuple(replace(one, fee=Rupiah(one.fee + 5_000)) for one in sheet.couriers)
    await stage.shop.catalogue.import_shop(replace(sheet, couriers=dearer))

    await ratna.taps("Buat pesanan · Rp291.000")

    await ratna.sees("Ongkir berubah dari Rp12.000 menjadi Rp17.000")
    assert sum((await stage.shop.orders.counts(await stage.actor(ratna))).values()) == 0
    await ratna.taps("Buat pesanan · Rp296.000")
    await ratna.sees("Terima kasih")

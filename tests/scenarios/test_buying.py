"""Ratna buys with cash on delivery, sees her order and changes her mind."""

from sandbox.world import Person
from tests.support.journeys import cancels, orders, who_ordered
from tests.support.stage import Stage


async def buys_shoes(person: Person) -> None:
    """From Start to a placed order."""
    await person.starts()
    await orders(person)


async def test_a_buyer_orders_and_the_shop_is_told(stage: Stage) -> None:
    budi = await stage.seller("Budi")

    await who_ordered(stage)

    await budi.sees("Pesanan baru", "Sepatu Angin", "Kota Bandung", "Rp291.000")
    await budi.does_not_see("Melati", "0812", "+62812")


async def test_what_a_buyer_writes_is_read_on_the_order_and_not_in_a_notice(
    stage: Stage,
) -> None:
    budi = await stage.seller("Budi")
    ratna = await who_ordered(stage)

    await cancels(ratna, "Kakak saya <b>Dewi</b> sudah beli")
    await stage.settles()

    await budi.sees("dibatalkan oleh pembeli", "Pembeli menuliskan alasannya")
    await budi.does_not_see("Dewi")
    await budi.taps("Lihat pesanan")
    await budi.sees("Keterangan: Kakak saya <b>Dewi</b> sudah beli")
    await ratna.taps("Lihat pesanan")
    await ratna.sees("Keterangan Anda: Kakak saya <b>Dewi</b> sudah beli")


async def test_a_buyer_cancels_at_once_with_a_reason(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    ratna = await who_ordered(stage)

    await cancels(ratna)
    await stage.settles()

    await budi.sees("dibatalkan oleh pembeli", "Ada harga lebih murah")

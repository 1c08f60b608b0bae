"""Ratna buys with cash on delivery, sees her order and changes her mind."""

from sandbox.world import Person
from tests.support.stage import Stage

ADDRESS = (
    "Nama: Ratna Dewi\nHP: 0812-3456-7890\n"
    "Alamat: Jl. Melati 5 RT 02/RW 04, Kec. Coblong, Kota Bandung, Jawa Barat 40132"
)


async def buys_shoes(ratna: Person) -> None:
    """From Start to a placed order."""
    await ratna.starts()
    await ratna.taps("Belanja")
    await ratna.taps("Toko Langkah")
    await ratna.taps("Sepatu Angin")
    await ratna.taps("Beli sekarang")
    await ratna.taps("Hitam 41")
    await ratna.taps("Isi alamat")
    await ratna.writes(ADDRESS)
    await ratna.taps("Simpan alamat")
    await ratna.taps("Buat pesanan")
    await ratna.sees("Terima kasih")


async def test_a_buyer_orders_and_the_shop_is_told(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    ratna = stage.person("Ratna")

    await buys_shoes(ratna)
    await stage.settles()

    await budi.sees("Pesanan baru", "Sepatu Angin", "Kota Bandung", "Rp291.000")
    await budi.does_not_see("Melati", "0812", "+62812")


async def test_what_a_buyer_writes_is_read_on_the_order_and_not_in_a_notice(
    stage: Stage,
) -> None:
    budi, ratna = await stage.seller("Budi"), stage.person("Ratna")
    await buys_shoes(ratna)
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Batalkan pesanan")
    await ratna.taps("Ada harga lebih murah")
    await ratna.taps("Tambah keterangan")
    await ratna.writes("Kakak saya <b>Dewi</b> sudah beli")

    await ratna.taps("Kirim pembatalan")
    await ratna.sees("dibatalkan", "Stok dikembalikan")
    await stage.settles()

    await budi.sees("dibatalkan oleh pembeli", "Pembeli menuliskan alasannya")
    await budi.does_not_see("Dewi")
    await budi.taps("Lihat pesanan")
    await budi.sees("Keterangan: Kakak saya <b>Dewi</b> sudah beli")
    await ratna.taps("Lihat pesanan")
    await ratna.sees("Keterangan Anda: Kakak saya <b>Dewi</b> sudah beli")


async def test_a_buyer_cancels_at_once_with_a_reason(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    ratna = stage.person("Ratna")
    await buys_shoes(ratna)

    await ratna.taps("Lihat pesanan")
    await ratna.taps("Batalkan pesanan")
    await ratna.taps("Ada harga lebih murah")
    await ratna.taps("Kirim pembatalan")
    await ratna.sees("dibatalkan", "Stok dikembalikan")
    await stage.settles()

    await budi.sees("dibatalkan oleh pembeli", "Ada harga lebih murah")

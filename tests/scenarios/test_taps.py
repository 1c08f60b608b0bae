"""How many presses things take; counted on the real chat."""

from sandbox.world import Person
from tests.support.journeys import ADDRESS, opens_product, orders
from tests.support.stage import Stage


def screens(person: Person) -> int:
    """How many messages of the bot have buttons, notices left aside."""
    return sum(1 for message in person.chat if message.from_bot and message.labels)


async def test_a_new_buyer_orders_in_nine_taps_and_the_address(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()

    await ratna.taps("Belanja")
    await ratna.taps("Toko Langkah")
    await ratna.taps("Sepatu Angin")
    await ratna.taps("Beli sekarang")
    await ratna.taps("Hitam 41")
    await ratna.taps("Isi alamat")
    await ratna.sees("Siapa penerima")
    await ratna.writes(ADDRESS)
    await ratna.taps("Simpan alamat")
    await ratna.taps("Buat pesanan")
    await ratna.sees("Terima kasih")
    await stage.settles()

    assert ratna.presses == 8
    assert ratna.texts == 1
    assert screens(ratna) == 1


async def test_a_returning_buyer_orders_in_two_taps_from_the_product(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await orders(ratna)
    await opens_product(ratna, "Kaus Lari")
    before = ratna.presses

    await ratna.taps("Beli sekarang")
    await ratna.taps("Buat pesanan")
    await ratna.sees("Terima kasih")
    await stage.settles()

    assert ratna.presses - before == 2
    assert screens(ratna) == 1


async def test_a_cod_order_is_cancelled_in_five_taps_from_home(stage: Stage) -> None:
    ratna = stage.person("Ratna")
    await ratna.starts()
    await orders(ratna)
    await ratna.writes("/start")
    await ratna.sees("Halo, Ratna")
    before = ratna.presses

    await ratna.taps("Pesanan saya")
    await ratna.taps("LPK-")
    await ratna.taps("Batalkan pesanan")
    await ratna.taps("Ada harga lebih murah")
    await ratna.taps("Kirim pembatalan")
    await ratna.sees("dibatalkan", "Stok dikembalikan")
    await stage.settles()

    assert ratna.presses - before == 5
    assert screens(ratna) == 1

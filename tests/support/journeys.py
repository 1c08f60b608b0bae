"""Ways that people go again and again in stories."""

from sandbox.server.messages import Message
from sandbox.world import Person
from tests.support.stage import Stage

ADDRESS = (
    "Nama: Ratna Dewi\nHP: 0812-3456-7890\n"
    "Alamat: Jl. Melati 5 RT 02/RW 04, Kec. Coblong, Kota Bandung, Jawa Barat 40132"
)


async def opens_product(person: Person, title: str, *, shop: str = "Toko Langkah") -> None:
    """From anywhere to a product's page."""
    await person.writes("/shop")
    await person.taps(shop)
    await person.taps(title)
    await person.sees(title, "Beli sekarang")


async def fills_address(person: Person) -> None:
    """From the card without an address to the card with one."""
    await person.taps("Isi alamat")
    await person.sees("Siapa penerima")
    await person.writes(ADDRESS)
    await person.taps("Simpan alamat")
    await person.sees("Buat pesanan")


async def orders(
    person: Person,
    title: str = "Sepatu Angin",
    variant: str = "Hitam 41",
    *,
    shop: str = "Toko Langkah",
) -> None:
    """From anywhere to a placed order; a person without an address gives one."""
    await opens_product(person, title, shop=shop)
    await person.taps("Beli sekarang")
    await person.taps(variant)
    card = await person.sees("Pesanan Anda di")
    if "Isi alamat" in card.labels:
        await fills_address(person)
    await person.taps("Buat pesanan")
    await person.sees("Terima kasih")


async def who_ordered(stage: Stage, name: str = "Ratna") -> Person:
    """Somebody new who has ordered once; everybody has been told."""
    person = stage.person(name)
    await person.starts()
    await orders(person)
    await stage.settles()
    return person


async def who_gives_an_address(stage: Stage, name: str = "Ratna") -> Person:
    """Somebody new who is asked for the name of the receiver."""
    person = stage.person(name)
    await person.starts()
    await opens_product(person, "Kaus Lari")
    await person.taps("Beli sekarang")
    await person.taps("Isi alamat")
    await person.sees("Siapa penerima")
    return person


async def cancels(person: Person, words: str | None = None) -> None:
    """From the thanks for an order to its cancellation, perhaps explained."""
    await person.taps("Lihat pesanan")
    await person.taps("Batalkan pesanan")
    await person.taps("Ada harga lebih murah")
    if words is not None:
        await person.taps("Tambah keterangan")
        await person.writes(words)
    await person.taps("Kirim pembatalan")
    await person.sees("dibatalkan", "Stok dikembalikan")


def button_of(message: Message, label: str) -> str:
    """What pressing the button with these words sends."""
    assert message.content.keyboard is not None
    keys = [key for row in message.content.keyboard.inline_keyboard for key in row]
    return next(key.callback_data for key in keys if label in key.text and key.callback_data)

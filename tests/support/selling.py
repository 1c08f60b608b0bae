"""A seller's presses, for stories."""

from sandbox.world import Person


async def opens_the_order(seller: Person) -> None:
    """From Start to the one order that waits."""
    await seller.starts()
    await seller.taps("Meja penjual · 1 menunggu")
    await seller.taps("Perlu dikirim · 1")
    await seller.taps("Sepatu Angin")
    await seller.sees("Kirim ke:", "Jl. Melati 5")


async def is_asked_for_the_number(seller: Person) -> None:
    """From Start to the place where the tracking number is typed."""
    await opens_the_order(seller)
    await seller.taps("Atur pengiriman")
    await seller.taps("Atur sekarang")
    await seller.sees("Ketik nomor resinya")


async def arranges(seller: Person, number: str = "012345678901") -> None:
    """From Start to a parcel that waits for its courier."""
    await is_asked_for_the_number(seller)
    await seller.writes(number)
    await seller.sees("Menunggu kurir", number)


async def sends(seller: Person) -> None:
    """From Start to a parcel on its way."""
    await arranges(seller)
    await seller.taps("Diserahkan ke kurir")
    await seller.sees("Dalam perjalanan, perkiraan tiba")

"""A seller's presses, for stories."""

from sandbox.world import Person
from store.domain.order import OrderStatus
from tests.support.stage import Stage


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


async def status(stage: Stage) -> OrderStatus:
    """Where the only order stands."""
    async with stage.shop.begin() as tx:
        return (await tx.orders.get(1)).status


async def finds_in_english(seller: Person, pile: str) -> None:
    """From anywhere to the order."""
    await seller.writes("/sell")
    await seller.taps(pile)
    await seller.taps("Sepatu Angin")


async def is_asked_in_english(seller: Person) -> None:
    """From anywhere to the place where the tracking number is typed."""
    await finds_in_english(seller, "To be sent")
    await seller.taps("Arrange the shipment")
    await seller.taps("Arrange it now")
    await seller.sees("Type the tracking number")

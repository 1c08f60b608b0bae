"""The demo's story: two people, one order, told step by step."""

from collections.abc import Callable
from dataclasses import dataclass

from sandbox.world import Person, World

Tell = Callable[[str], None]

ADDRESS = (
    "Nama: Ratna Dewi\nHP: 0812-3456-7890\n"
    "Alamat: Jl. Melati 5 RT 02/RW 04, Kec. Coblong, Kota Bandung, Jawa Barat 40132"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The people of the story."""

    ratna: Person
    budi: Person


async def meet(world: World, invitation: str) -> Cast:
    """Ratna buys; Budi sells and has opened his shop's one-time link."""
    cast = Cast(ratna=world.person("Ratna"), budi=world.person("Budi"))
    await cast.budi.starts(invitation)
    return cast


async def buy_and_cancel(cast: Cast, tell: Tell) -> None:
    """Ratna finds shoes, orders them, changes her mind and cancels; Budi is told of both."""
    ratna, budi = cast.ratna, cast.budi
    tell("Ratna starts the bot and looks for shoes.")
    await ratna.starts()
    await ratna.taps("Belanja")
    await ratna.taps("Toko Langkah")
    await ratna.taps("Sepatu")
    tell("She chooses a variant and orders it; her address is pasted as she sends it to friends.")
    await ratna.taps("Beli sekarang")
    await ratna.taps("sisa")
    await ratna.taps("Isi alamat")
    await ratna.writes(ADDRESS)
    await ratna.taps("Simpan alamat")
    await ratna.taps("Buat pesanan")
    await ratna.sees("Terima kasih")
    tell("The shop's people are told in their chat.")
    await budi.sees("Pesanan baru")
    tell("Ratna opens the order and cancels it.")
    await ratna.taps("Lihat pesanan")
    await ratna.taps("Batalkan pesanan")
    await ratna.taps("Ada harga lebih murah")
    await ratna.taps("Kirim pembatalan")
    await ratna.sees("dibatalkan")
    await budi.sees("dibatalkan oleh pembeli")

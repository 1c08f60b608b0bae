"""Fifty people press at the same moment for the last ten pieces."""

import asyncio

from sandbox.world import Person
from tests.support.builders import an_address
from tests.support.stage import Stage

BUYERS, PIECES = 50, 10


async def at_the_checkout(stage: Stage, name: str) -> Person:
    """Somebody whose address is known, before the last press."""
    person = stage.person(name)
    await person.starts()
    await person.sees("Halo")
    await stage.shop.addresses.save(await stage.actor(person), an_address(name="Ratna Dewi"))
    for label in ("Belanja", "Toko Langkah", "Kaus Lari", "Beli sekarang"):
        await person.taps(label)
    await person.sees("Pesanan Anda di", "Kaus Lari")
    return person


async def test_fifty_press_at_once_and_exactly_ten_have_it(stage: Stage) -> None:
    budi = await stage.seller("Budi")
    crowd = [await at_the_checkout(stage, f"Ratna {number}") for number in range(BUYERS)]

    await asyncio.gather(*(person.taps("Buat pesanan") for person in crowd))
    await stage.settles()

    glad = [one for one in crowd if "Terima kasih" in one.transcript()]
    sorry = [one for one in crowd if one not in glad]
    assert (len(glad), len(sorry)) == (PIECES, BUYERS - PIECES)
    for person in sorry:
        await person.sees("habis")
        assert "Rujukan" not in person.transcript()
    told = [one for one in budi.chat if "Pesanan baru LPK-" in one.text]
    assert len(told) == PIECES
    assert len({one.text.split("\n")[0] for one in told}) == PIECES
    assert stage.sandbox.journal.refused() == []

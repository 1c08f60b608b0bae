"""Every crash point of the first journeys: nothing is lost, nothing happens twice."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.handlers.start import JOIN
from store.domain.actor import Role
from store.shop import Shop
from tests.crash.check import Ending, ending, violations
from tests.crash.rig import (
    Act,
    Place,
    Plant,
    Points,
    kinds,
    new_place,
    settle,
    starts,
    taps,
    writes,
)
from tests.support import shelf

ADDRESS = (
    "Nama: Ratna Dewi\nHP: 0812-3456-7890\n"
    "Alamat: Jl. Melati 5 RT 02/RW 04, Kec. Coblong, Kota Bandung, Jawa Barat 40132"
)
TOKEN = "AAAAAAAAAAAAAAAAAAAAAA"

LOOKING: Sequence[Act] = (starts("Ratna"), taps("Ratna", "Belanja"), taps("Ratna", "Langkah"))
CHOOSING: Sequence[Act] = (
    taps("Ratna", "Sepatu Angin"),
    taps("Ratna", "Beli sekarang"),
    taps("Ratna", "Hitam 41"),
)
BUYING: Sequence[Act] = (
    taps("Ratna", "Isi alamat"),
    writes("Ratna", ADDRESS),
    taps("Ratna", "Simpan alamat"),
    taps("Ratna", "Buat pesanan"),
)
CANCELLING: Sequence[Act] = (
    taps("Ratna", "Lihat pesanan"),
    taps("Ratna", "Batalkan pesanan"),
    taps("Ratna", "Ada harga lebih murah"),
    taps("Ratna", "Kirim pembatalan"),
)


async def _fill(shop: Shop) -> None:
    await shelf.fill(shop)


async def a_shop_with_a_seller(folder: Path) -> Place:
    """Budi has opened his shop's link; Ratna has not met the bot."""
    invitation: list[str] = []

    async def fill(shop: Shop) -> None:
        await shelf.fill(shop)
        invitation.append(await shop.sellers.open_link(shelf.SLUG, role=Role.OWNER))

    place = await new_place(folder, ("Ratna", "Budi"), fill)
    starts("Budi", JOIN + invitation[0])(place)
    await settle(place, Points())
    return place


async def a_shop_after(folder: Path, acts: Sequence[Act]) -> Place:
    """The same shop when these acts are over."""
    await asyncio.to_thread(folder.mkdir)
    place = await a_shop_with_a_seller(folder)
    for act in acts:
        act(place)
        await settle(place, Points())
    return place


async def killed_everywhere(
    place: Place,
    acts: Sequence[Act],
    *,
    scratch: Path,
    plant: Plant | None = None,
    look: Callable[[Place], Ending] = ending,
) -> tuple[Counter[str], list[str]]:
    """Play the acts on `place`, killed at each point. Points by kind, violations."""
    seen: Counter[str] = Counter()
    broken: list[str] = []
    for number, act in enumerate(acts):
        act(place)
        points = Points(place=place)
        await settle(place, points, plant)
        calm = look(place)
        seen += kinds(points.passed)
        for wanted, remains in points.left.values():
            copy = remains.laid_out(scratch / "copy")
            await settle(copy, Points(), plant)
            at = f"act {number}, {points.passed[wanted - 1]}"
            broken += [f"{at}: {one}" for one in violations(look(copy), calm)]
    return seen, broken


async def test_no_kill_in_buying_and_cancelling_loses_or_doubles_anything(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    (tmp_path / "shop").mkdir()
    place = await a_shop_with_a_seller(tmp_path / "shop")

    seen, broken = await killed_everywhere(
        place, (*LOOKING, *CHOOSING, *BUYING, *CANCELLING), scratch=tmp_path
    )

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 45
    assert seen["before send"] >= 30
    assert seen["before write"] >= 60

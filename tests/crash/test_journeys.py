"""Every crash point of the first journeys: nothing is lost, nothing happens twice."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bot.handlers.start import JOIN
from store.domain.actor import Role
from store.shop import Shop
from tests.crash.check import Ending, ending, violations
from tests.crash.rig import (
    Act,
    Crash,
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
    """Play the acts on `place`; on copies, kill at each point. Points by kind, violations."""
    seen: Counter[str] = Counter()
    broken: list[str] = []
    for number, act in enumerate(acts):
        before = place.copied_to(scratch / "before")
        act(place)
        calm_points = Points()
        await settle(place, calm_points, plant)
        calm = look(place)
        seen += kinds(calm_points.passed)
        for wanted, point in enumerate(calm_points.passed, start=1):
            copy = before.copied_to(scratch / "copy")
            act(copy)
            await killed_once(copy, Points(wanted=wanted), plant)
            await settle(copy, Points(), plant)
            broken += [f"act {number}, {point}: {one}" for one in violations(look(copy), calm)]
    return seen, broken


async def killed_once(place: Place, points: Points, plant: Plant | None) -> None:
    """Run until the point that kills."""
    with pytest.raises(Crash):
        await settle(place, points, plant)


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

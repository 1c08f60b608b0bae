"""Every crash point on an order's way over the desk: nothing is lost, nothing happens twice."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.crash.rig import Act, Place, Points, settle, starts, taps, writes
from tests.crash.test_journeys import a_shop_with_a_seller, killed_everywhere
from tests.walks.town import orders

FINDING: Sequence[Act] = (
    starts("Budi"),
    taps("Budi", "Meja penjual"),
    taps("Budi", "Perlu dikirim"),
    taps("Budi", "Sepatu Angin"),
)
ARRANGING: Sequence[Act] = (
    taps("Budi", "Atur pengiriman"),
    taps("Ratna", "Ya, kirim"),
    taps("Budi", "Atur sekarang"),
    writes("Budi", "012345678901"),
)
SENDING: Sequence[Act] = (
    taps("Budi", "Diserahkan ke kurir"),
    taps("Budi", "Sampai"),
    taps("Budi", "Ya, sudah sampai"),
    taps("Budi", "Ya, sudah diterima"),
    taps("Ratna", "Lihat pesanan"),
    taps("Ratna", "Pesanan diterima"),
    taps("Ratna", "Ya, semuanya lengkap"),
)


MISTAKES: Sequence[Act] = (
    taps("Budi", "Diserahkan ke kurir"),
    taps("Budi", "Urungkan"),
    taps("Budi", "Urungkan"),
)
ONCE_MORE: Sequence[Act] = (taps("Budi", "Urungkan"), taps("Ratna", "Ya, kirim"))


async def a_place_where(folder: Path, acts: Sequence[Act]) -> Place:
    """Ratna has ordered from Budi, and this was done since."""
    await asyncio.to_thread(folder.mkdir)
    place = await a_shop_with_a_seller(folder)
    await orders(place, "Ratna")
    for act in acts:
        act(place)
        await settle(place, Points())
    return place


async def test_no_kill_in_arranging_loses_or_doubles_anything(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_place_where(tmp_path / "shop", FINDING)

    seen, broken = await killed_everywhere(place, ARRANGING, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 15
    assert seen["before write"] >= 30


async def test_no_kill_in_sending_and_receiving_loses_or_doubles_anything(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_place_where(tmp_path / "shop", (*FINDING, *ARRANGING))

    seen, broken = await killed_everywhere(place, SENDING, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 20
    assert seen["before write"] >= 30


async def test_no_kill_in_taking_steps_back_loses_or_doubles_anything(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_place_where(tmp_path / "shop", (*FINDING, *ARRANGING))

    seen, broken = await killed_everywhere(place, MISTAKES, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 15
    assert seen["before write"] >= 30


async def test_no_kill_in_putting_a_question_once_more_loses_or_doubles_anything(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    unanswered = (act for act in ARRANGING if act is not ARRANGING[1])
    place = await a_place_where(tmp_path / "shop", (*FINDING, *unanswered))

    seen, broken = await killed_everywhere(place, ONCE_MORE, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 8
    assert seen["before write"] >= 12

"""Every crash point while buyer and shop write to each other: each message arrives once."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.crash.rig import Act, starts, taps, writes
from tests.crash.test_desk import a_place_where
from tests.crash.test_journeys import killed_everywhere

ORDERED: Sequence[Act] = (
    starts("Ratna"),
    taps("Ratna", "Pesanan saya"),
    taps("Ratna", "Dikemas ·"),
)
WRITING: Sequence[Act] = (
    taps("Ratna", "Tanya penjual"),
    taps("Ratna", "Tulis pesan"),
    writes("Ratna", "Ukurannya pas?"),
    taps("Budi", "Balas"),
    writes("Budi", "Pas, Kak."),
    writes("Budi", "Kalau ragu, ambil satu nomor di atas."),
    taps("Budi", "Kirim"),
)


async def test_no_kill_loses_or_doubles_a_message(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_place_where(tmp_path / "shop", ORDERED)

    seen, broken = await killed_everywhere(place, WRITING, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before write"] >= 10
    assert seen["before commit"] >= 8

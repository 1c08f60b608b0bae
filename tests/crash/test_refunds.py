"""Every crash point of money that goes back: it leaves the shop once, and settles once."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from sandbox.server import acts
from tests.crash.rig import Act, Place, taps, writes
from tests.crash.test_desk import a_place_where
from tests.crash.test_journeys import killed_everywhere
from tests.crash.test_money import CANCELLING, CHOOSING, PAYING, passes
from tests.scenarios.test_transfer import a_receipt


def sends_the_proof(place: Place) -> object:
    """Budi photographs his transfer."""
    return acts.send_photo(place.sandbox, place.chat("Budi"), a_receipt(200))


OWED: Sequence[Act] = (*CHOOSING, *PAYING, *CANCELLING)
SENDING: Sequence[Act] = (
    taps("Ratna", "Isi rekening"),
    taps("Ratna", "Rekening bank"),
    writes("Ratna", "Jago"),
    writes("Ratna", "5012345678"),
    writes("Ratna", "Ratna Dewi"),
    taps("Ratna", "Ya, simpan"),
    taps("Budi", "Lihat pengembalian dana"),
    taps("Budi", "Dana sudah dikirim"),
    sends_the_proof,
)
RECEIVING: Sequence[Act] = (
    taps("Ratna", "Belum saya terima"),
    taps("Budi", "Lihat pengembalian dana"),
    taps("Budi", "Dana sudah dikirim"),
    taps("Budi", "Sudah dikirim, tanpa foto"),
    taps("Ratna", "Sudah saya terima"),
)


async def test_no_kill_while_money_is_sent_back_sends_it_twice(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_place_where(tmp_path / "shop", OWED)

    seen, broken = await killed_everywhere(place, SENDING, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 16


async def test_no_kill_while_it_is_received_or_not_settles_it_twice(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_place_where(tmp_path / "shop", (*OWED, *SENDING))

    seen, broken = await killed_everywhere(place, RECEIVING, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 10


async def test_what_is_due_while_money_waits_happens_once_however_often_the_process_dies(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_place_where(tmp_path / "shop", (*OWED, *SENDING[:5]))

    due = (passes(days=1), passes(days=2), passes(days=7))
    seen, broken = await killed_everywhere(place, due, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 8

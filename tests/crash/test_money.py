"""Every crash point of paid orders: nothing is lost, doubled or owed twice; time fires once."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from sandbox.server import acts
from tests.crash.rig import Act, Place, starts, taps, writes
from tests.crash.test_desk import a_place_where
from tests.crash.test_journeys import killed_everywhere
from tests.scenarios.test_transfer import a_receipt

CHOOSING: Sequence[Act] = (
    starts("Ratna"),
    taps("Ratna", "Belanja"),
    taps("Ratna", "Toko Langkah"),
    taps("Ratna", "Sepatu Angin"),
    taps("Ratna", "Beli sekarang"),
    taps("Ratna", "Hitam 41"),
    taps("Ratna", "Pembayaran"),
    taps("Ratna", "Transfer · BCA"),
)


def sends_the_receipt(place: Place) -> object:
    """Ratna photographs her receipt."""
    return acts.send_photo(place.sandbox, place.chat("Ratna"), a_receipt())


def passes(**by: float) -> Act:
    """Time passes while nobody does anything."""

    def act(place: Place) -> None:
        place.clock.move(**by)

    return act


PAYING: Sequence[Act] = (
    taps("Ratna", "Buat pesanan"),
    taps("Ratna", "Saya sudah transfer"),
    sends_the_receipt,
    taps("Budi", "sudah masuk"),
)
CANCELLING: Sequence[Act] = (
    taps("Ratna", "Lihat pesanan"),
    taps("Ratna", "Ajukan pembatalan"),
    taps("Ratna", "Ada harga lebih murah"),
    taps("Ratna", "Kirim pembatalan"),
    taps("Budi", "Tolak"),
    taps("Budi", "‹ Kembali"),
    taps("Budi", "Setujui"),
)
UNSURE: Sequence[Act] = (
    taps("Budi", "Tidak ditemukan"),
    taps("Budi", "Belum ada di mutasi"),
    taps("Ratna", "Lihat pesanan"),
    taps("Ratna", "Cara bayar"),
    taps("Ratna", "Saya sudah transfer"),
    taps("Ratna", "Lanjut tanpa foto"),
    taps("Budi", "Jumlah lain"),
    writes("Budi", "100.000"),
    taps("Budi", "Ya, benar"),
)

FINDING_MORE: Sequence[Act] = (
    taps("Budi", "Lihat pesanan"),
    taps("Budi", "Ada uang masuk lagi"),
    writes("Budi", "300.000"),
    taps("Budi", "Ya, benar"),
)


async def test_no_kill_in_paying_loses_or_doubles_anything(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_place_where(tmp_path / "shop", CHOOSING)

    seen, broken = await killed_everywhere(place, PAYING, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 12
    assert seen["before send"] >= 8


async def test_no_kill_loses_a_receipt_that_was_sent_before_anybody_asked(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_place_where(tmp_path / "shop", (*CHOOSING, PAYING[0]))

    seen, broken = await killed_everywhere(
        place, (sends_the_receipt, taps("Ratna", "LPK-"), PAYING[-1]), scratch=tmp_path
    )

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 6


async def test_no_kill_in_cancelling_a_paid_order_promises_its_money_twice(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_place_where(tmp_path / "shop", (*CHOOSING, *PAYING))

    seen, broken = await killed_everywhere(place, CANCELLING, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 16


async def test_no_kill_while_money_is_looked_for_books_it_twice(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_place_where(tmp_path / "shop", (*CHOOSING, *PAYING[:-1]))

    seen, broken = await killed_everywhere(place, UNSURE, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 16


async def test_what_is_due_happens_once_however_often_the_process_dies(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_place_where(
        tmp_path / "shop", (*CHOOSING, *PAYING, *CANCELLING[:4], *CHOOSING, PAYING[0])
    )

    due = (passes(hours=18), passes(hours=6), passes(hours=24))
    seen, broken = await killed_everywhere(place, due, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 10


async def test_no_kill_books_money_twice_that_nobody_has_reported(
    tmp_path: Path, tell_points: Callable[[Counter[str]], None]
) -> None:
    place = await a_place_where(tmp_path / "shop", (*CHOOSING, *PAYING))

    seen, broken = await killed_everywhere(place, FINDING_MORE, scratch=tmp_path)

    tell_points(seen)
    assert broken == []
    assert seen["before commit"] >= 5

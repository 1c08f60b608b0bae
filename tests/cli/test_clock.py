"""The demo's clock: the bot's process goes by it, so deadlines come when the page says so."""

from datetime import timedelta
from pathlib import Path

import httpx

from cli.clock import clock_by, writer_of
from cli.demo import staged
from cli.opening import utc_now
from tests.kill.test_sigkill import ADDRESS


def test_a_file_says_how_far_ahead_it_is_and_none_says_nothing(tmp_path: Path) -> None:
    file = tmp_path / "clock"
    now = clock_by(file)
    assert now() - utc_now() < timedelta(seconds=1)

    writer_of(file)(timedelta(days=2))

    assert timedelta(days=2) - (now() - utc_now()) < timedelta(seconds=1)
    file.write_text("two days")
    assert now() - utc_now() < timedelta(seconds=1)


async def test_an_order_that_nobody_pays_ends_as_soon_as_the_clock_is_moved(
    tmp_path: Path,
) -> None:
    async with staged(tmp_path / "demo", port=0) as stage:
        ratna = stage.cast.ratna
        await ratna.starts()
        for label in ("Belanja", "Toko Langkah", "Sepatu", "Beli sekarang", "sisa", "Isi alamat"):
            await ratna.taps(label)
        await ratna.writes(ADDRESS)
        for label in ("Simpan alamat", "Pembayaran", "Transfer", "Buat pesanan"):
            await ratna.taps(label)
        await ratna.sees("Transfer tepat")

        async with httpx.AsyncClient(base_url=stage.address) as page:
            await page.post("/sandbox/clock", json={"seconds": 25 * 3600})

        await ratna.sees("dibatalkan oleh Lapak", "Tidak dibayar tepat waktu")

"""What stands in the picture of a code beside the code: only signs that the font has."""

import pytest

from bot.outgoing.code_pictures import drawable


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("QRIS · Kopi Losari", "QRIS · Kopi Losari"),
        ("QRIS · Piñata Café – Bandung", "QRIS · Pinata Cafe - Bandung"),
        ("QRIS · 🍜 Mie Ayam 🍜 Pak Úntung", "QRIS · Mie Ayam Pak Untung"),
        ("QRIS · 面馆", "QRIS"),
        ("Berlaku sampai 20 Nov 2026, 10.15 WIB", "Berlaku sampai 20 Nov 2026, 10.15 WIB"),
    ],
)
def test_what_the_font_lacks_is_written_plainly(written: str, drawn: str) -> None:
    assert drawable(written) == drawn

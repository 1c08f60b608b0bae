"""One of something is said as one, many as many."""

import pytest

from bot.i18n.translator import Translator
from bot.screens import checkout, privacy
from store.errors import OutOfStock
from store.views.privacy import Receipt


@pytest.mark.parametrize(
    ("language", "open_orders", "words"),
    [
        ("en", 1, "Still open, forgotten when it ends: 1 order."),
        ("en", 2, "Still open, forgotten when they end: 2 orders."),
        ("id", 1, "Masih berjalan, dihapus setelah selesai: 1 pesanan."),
        ("id", 2, "Masih berjalan, dihapus setelah selesai: 2 pesanan."),
    ],
)
def test_open_orders_are_counted_after_an_erasure(
    language: str, open_orders: int, words: str
) -> None:
    receipt = Receipt(addresses=0, notices=0, orders=0, open_orders=open_orders)

    screen = privacy.erased(Translator(language), receipt)

    assert words in screen.text.splitlines()


@pytest.mark.parametrize(
    ("language", "left", "words"),
    [
        ("en", 1, "Only 1 of <b>Hitam 41</b> is left."),
        ("en", 2, "Only 2 of <b>Hitam 41</b> are left."),
        ("id", 1, "Sisa <b>Hitam 41</b> tinggal 1."),
    ],
)
def test_what_is_left_is_counted(language: str, left: int, words: str) -> None:
    refused = OutOfStock(
        variant_id=1, title="Sepatu", variant_name="Hitam 41", asked=3, left=left, alternatives=()
    )

    screen = checkout.sold_out(Translator(language), refused)

    assert words in screen.text.splitlines()
